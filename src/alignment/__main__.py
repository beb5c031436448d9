"""`python -m alignment`."""

from alignment.cli import main

main()
