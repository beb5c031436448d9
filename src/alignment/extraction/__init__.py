"""Document -> programs, and the rows that could not be read."""

from alignment.extraction.programs import extract_programs

__all__ = ["extract_programs"]
