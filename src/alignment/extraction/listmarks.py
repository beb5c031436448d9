"""The marks before lines and what they number: "1.", "a)", "•", "3.1.1", "BAB IV", "GOV-01"."""

from __future__ import annotations

import re

_SYMBOLS = "-–•●▪◦*■□➢➤►✓❖\uf0b7\uf0a7\uf0d8\uf076"
_MARKS = (
    r"(?:BAB|Bab|CHAPTER|Chapter)\s+(?:[IVXL]+|\d{1,2})\b[.:]?",
    r"\d{1,2}(?:\.\d{1,2}){1,4}\.?(?=\s)",
    r"[A-Z]{1,4}[-.]\d{1,2}[.:)]?(?=\s)",  # numbers of programs: "GOV-01", "P1."
    r"[A-Z]{1,3}\d{1,2}[.:)](?=\s)",
    r"\(?\d{1,2}[.)](?!\d)",
    r"\d{1,2}(?:\s[.)]|,)(?=\s+[A-Za-z])",  # as scanned pages print "1." and "3."
    r"\d{1,2}(?=\s+[A-Z].*\s[–-]\s)",  # "1 Gampong Online - DPMG"
    r"\(?[A-Za-z][.)]",
    r"\(?[ivxIVX]{2,5}[.)]",
    rf"[{re.escape(_SYMBOLS)}]",
    r"o(?=\s)",
)
_DEPTHS = "•◦▪"
"""How bullets are shown one list further in each; "-" stands on the outside."""
_MARK = re.compile(rf"\s*(?P<mark>{'|'.join(_MARKS)})\s*(?P<words>.*)", re.DOTALL)
_CHAPTER = re.compile(r"(?:BAB|CHAPTER)\b", re.IGNORECASE)
_ROMAN = re.compile(r"\(?[IVX]+[.)]")
_PROGRAM_NUMBER = re.compile(r"(?P<letters>[A-Z]{1,4})[-.]?(?P<number>\d{1,2})[.:)]?")
_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?")
_BULLETS = frozenset([*_SYMBOLS, "o"])


def marked(words: str) -> tuple[str, str]:
    """The mark before a line and the words after it: "a. Program" is ("a.", "Program")."""
    match = _MARK.fullmatch(words)
    return (match["mark"], match["words"].strip()) if match else ("", words.strip())


def kind_of_mark(mark: str) -> str:
    """Marks of one kind number the headings or items of one level."""
    if not mark:
        return ""
    if _CHAPTER.match(mark):
        return "chapter"
    if _DECIMAL.fullmatch(mark):
        return "decimal"
    if is_bullet(mark):
        return mark
    if _ROMAN.fullmatch(mark):
        return "roman"
    numbered = _PROGRAM_NUMBER.fullmatch(mark)
    if numbered is not None:
        return f"{numbered['letters']}1"
    letter = mark.strip("(.,) ")
    case = "1" if letter.isdigit() else "i" if len(letter) > 1 else "A" if letter.isupper() else "a"
    return case + mark[-1].replace(",", ".")


def opens(mark: str) -> str:
    """The kind of a list that a mark begins: "i." is the Roman one."""
    return f"i{mark[-1]}" if mark.strip("(.)") == "i" else kind_of_mark(mark)


def is_of_kind(mark: str, kind: str) -> bool:
    """Whether a mark may be the next one of a list: "v." of one in Roman numbers, though it is a letter too."""
    return kind_of_mark(mark) == kind or (mark.strip("(.)") in ("i", "v", "x") and kind == f"i{mark[-1]}")


def stands_deeper(mark: str, above: str) -> bool:
    """Whether a mark may number parts of what stands behind another: "4.1.1" of "4.1", "a." of "1."."""
    kind = kind_of_mark(mark)
    if kind != "decimal" or not above[:1].isdigit():
        return kind != kind_of_mark(above)
    return mark.startswith(above.strip(".)") + ".")


def is_bullet(mark: str) -> bool:
    """Whether a mark numbers nothing."""
    return mark in _BULLETS


def is_deeper_bullet(mark: str, kind: str) -> bool:
    """Whether a bullet is of a list inside the one with bullets of this kind."""
    return is_bullet(mark) and is_bullet(kind) and _DEPTHS.find(mark) > _DEPTHS.find(kind)


def number_of(mark: str) -> int | None:
    """What a mark counts: 2 for "2." and for "b)"; None for bullets, Roman and decimal numbers."""
    numbered = _PROGRAM_NUMBER.fullmatch(mark)
    bare = numbered["number"] if numbered is not None else mark.strip("(.,) ")
    if bare.isdigit():
        return int(bare)
    return ord(bare.lower()) - ord("a") + 1 if len(bare) == 1 and bare.isascii() and bare.isalpha() else None


def is_next(mark: str, following: str) -> bool:
    """Whether one mark counts on from the other: "1." and "2.", "a)" and "b)"."""
    one, other = number_of(mark), number_of(following)
    return one is not None and other == one + 1
