"""What plans print, read from raw text: codes, money, years, quantities, regions, goals, citations."""
