"""What can go wrong, each error with where it happened and what to do about it."""

from __future__ import annotations

from alignment.models.base import Lang, Text


class AlignmentError(Exception):
    """An error a user can act on: what is wrong, where, and what to do, in both languages."""

    def __init__(self, problem: Text, remedy: Text, where: str = "") -> None:
        self.problem = problem
        self.remedy = remedy
        self.where = where
        """File, with page, line or column where known."""
        super().__init__(problem.en)

    def in_language(self, lang: Lang) -> str:
        """One line for a person: place, problem, remedy."""
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.problem.in_language(lang)} {self.remedy.in_language(lang)}"

    def __str__(self) -> str:
        return self.in_language("en")


class UnreadableFileError(AlignmentError):
    """A file that cannot be opened or is not what its name says."""


class EncryptedFileError(UnreadableFileError):
    """A file that wants a password."""


class UnsupportedFormatError(UnreadableFileError):
    """A kind of file that no reader knows."""


class NoTextError(UnreadableFileError):
    """A document whose pages hold no words (a scan without OCR)."""


class NoProgramError(AlignmentError):
    """A draft in which no program was found; it is not judged, and not passed."""


class RuleError(AlignmentError):
    """A rule, lexicon, layout or check file that is wrong, with file:line:column."""


class CorpusError(AlignmentError):
    """A corpus that cannot be read or does not keep its schema."""


class ConfigError(AlignmentError):
    """A wrong option or configuration file."""


class OutputError(AlignmentError):
    """A report that cannot be written; what was there before is untouched."""
