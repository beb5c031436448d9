"""A Report as files that people take into a meeting and programs read on."""

from alignment.reporting.write import FORMATS, write

__all__ = ["FORMATS", "write"]
