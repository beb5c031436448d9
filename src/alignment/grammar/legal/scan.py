"""A text made ready for reading: small letters beside the letters as printed, position for position."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_INVISIBLE = "\u0002\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe"
_HYPHENATED = re.compile(r"-\n\s{0,80}(?=[a-z])")
_FILE_NAME = re.compile(r"(?<=[a-z])_([0-9]{1,3})_((?:19|20)[0-9]{2})(?![0-9])")  # "permendagri_90_2019.pdf"
_SAME_LENGTH = (
    *(("_", " "), ("\u00a0", " "), ("&nbsp;", "      "), ("\\n", "  "), ("\\r", "  ")),
    *(("\u2010", "-"), ("\u2011", "-"), ("\u2013", "-"), ("\u2014", "-")),
)
_TAG = re.compile(r"</?(?:b|strong|i|em|u|span|font|br|a)(?:\s[^<>]{0,200})?/?>")  # in the middle of a sentence
# Each begins with a character that a search finds at once: the text is long and the marks are few.
_FOOT_MARK = re.compile(r"\n\s{0,20}(?:-\s?[0-9]{1,4}\s?-\s{0,20}(?=\n|$)|[0-9]{1,4}\s{0,20}(?=\f))")  # "- 12 -"
_HEAD_MARK = re.compile(r"\f\s{0,20}-?\s?[0-9]{1,4}\s?-?\s{0,9}(?=\n)")
_STAMP_END = re.compile(r"\.go\.id(?:/[\w/.\-]{0,80})?")
_STAMP_START = re.compile(r"(?:https?://)?[a-z0-9.]{1,60}\Z")


class Scan(NamedTuple):
    """A text without invisible characters and hyphenation, and the same in small letters."""

    raw: str
    low: str
    """With blanks where a page number, a tag or the stamp of a legal information office stands."""
    cuts: tuple[int, ...]
    """Positions in `raw` before which something was left out, and"""
    shifts: tuple[int, ...]
    """how many characters of the text given had been left out up to there."""
    given: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span in the text as given."""
        if not self.cuts:
            return start, end
        return self._place(start), self._place(end - 1) + 1

    def _place(self, position: int) -> int:
        index = bisect_right(self.cuts, position)
        return position + (self.shifts[index - 1] if index else 0)


def ready(text: str) -> Scan:
    """`text` as the grammar reads it. Linear in its length."""
    raw, cuts, shifts = _without(text, _left_out(text))
    return Scan(raw, _low(raw), cuts, shifts, text)


def _left_out(text: str) -> list[tuple[int, int]]:
    """The spans of invisible characters and of hyphens that only a line's end made."""
    there = [letter for letter in _INVISIBLE if letter in text]
    spans = [match.span() for letter in there for match in re.finditer(letter, text)]
    if "-\n" in text:
        spans += [match.span() for match in _HYPHENATED.finditer(text) if text[match.start() - 1].isalpha()]
    return sorted(spans)


def _without(text: str, spans: list[tuple[int, int]]) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    pieces: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    last = removed = 0
    for start, end in spans:
        if start < last:  # a soft hyphen inside a break that is left out as a whole
            continue
        pieces.append(text[last:start])
        cuts.append(start - removed)
        removed += end - start
        shifts.append(removed)
        last = end
    return ("".join((*pieces, text[last:])) if spans else text), tuple(cuts), tuple(shifts)


def _low(raw: str) -> str:
    low = raw.lower()
    if len(low) != len(raw):  # a few capitals have small forms of two characters
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in raw)
    if "_" in low:
        low = _FILE_NAME.sub(r" \1/\2", low)
    for old, new in _SAME_LENGTH:
        if old in low:
            low = low.replace(old, new)
    if "<" in low:
        low = _TAG.sub(_blank, low)
    if "\f" in low:
        low = _HEAD_MARK.sub(_blank, low)
    if "\f" in low or "\n-" in low:
        low = _FOOT_MARK.sub(_blank, low)
    return _stampless(low) if ".go.id" in low else low


def _blank(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def _stampless(low: str) -> str:
    pieces: list[str] = []
    last = 0
    for match in _STAMP_END.finditer(low):
        begin = max(last, match.start() - 70)
        start = _STAMP_START.search(low[begin : match.start()])
        if start:
            pieces += (low[last : begin + start.start()], " " * (match.end() - begin - start.start()))
            last = match.end()
    return "".join((*pieces, low[last:]))
