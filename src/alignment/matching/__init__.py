"""What programs and texts point to: pillars, SDG, official programs, national priorities, plans, regulations."""
