"""The numbers that Word prints before paragraphs and keeps nowhere in their text: "BAB IV", "4.1", "a.", bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from alignment.reading.plaintext import deeper_bullet

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LARGEST_ROMAN = 3999
_BULLET = "•"


class _Level(NamedTuple):
    kind: str
    """decimal, upperRoman, bullet, ..."""
    text: str
    """ "BAB %1", "%1.%2"."""
    start: int
    style: str = ""
    """The paragraph style whose place in the list this is."""


class _List(NamedTuple):
    counter: str
    """Lists that share one go on counting."""
    levels: dict[int, _Level]


_Place = tuple[str | None, int | None]  # id of the list, level in it; None where that is said elsewhere


class Numbering:
    """Counts the lists of one document. `next_label` is asked for every paragraph, once, in order."""

    def __init__(self, lists: Any | None, styles: Any | None) -> None:
        """`lists` and `styles` are the roots of numbering.xml and styles.xml, where the document has them."""
        self._lists: dict[str | None, _List] = {} if lists is None else dict(_lists(lists))
        self._of_style = {} if styles is None else _styles(styles)
        self._counts: dict[str, list[int]] = {}

    def next_label(self, paragraph: Any, style: str) -> str:
        """What stands before the paragraph: "BAB IV ", "4.1 ", "• ", or "" where it is in no list."""
        number, level = _place(paragraph.find(f"{W}pPr/{W}numPr"))
        styled = self._of_style.get(style, (None, None))
        found = self._lists.get(styled[0] if number is None else number)
        if found is None:
            return ""
        if level is None:
            level = next((n for n, one in found.levels.items() if one.style == style and style), styled[1] or 0)
        if level not in found.levels:
            return ""
        counts = self._counts.setdefault(found.counter, [0] * _LEVELS)
        counts[level] += 1
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        shown = _shown(found.levels, level, counts)
        return f"{shown} " if shown else ""


def _shown(levels: dict[int, _Level], level: int, counts: list[int]) -> str:
    if levels[level].kind == "bullet":
        return deeper_bullet(level) if level else _BULLET

    def figure(match: re.Match[str]) -> str:
        above = int(match[1]) - 1
        one = levels.get(above, _Level("decimal", "", 1))
        return _written(one.start - 1 + max(counts[above], 1), one.kind)

    return _PLACEHOLDER.sub(figure, levels[level].text)


def _written(count: int, kind: str) -> str:
    if kind in ("upperRoman", "lowerRoman") and 0 < count <= _LARGEST_ROMAN:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (count // value)
            count %= value
        return roman if kind == "upperRoman" else roman.lower()
    if kind in ("upperLetter", "lowerLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 9 + 1)  # after z comes aa, then bb
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "none":
        return ""
    return f"{count:02d}" if kind == "decimalZero" else str(count)


def _lists(root: Any) -> Iterator[tuple[str, _List]]:
    abstract = {one.get(f"{W}abstractNumId"): one for one in root.findall(f"{W}abstractNum")}
    for number in root.findall(f"{W}num"):
        link = number.find(f"{W}abstractNumId")
        counter = "" if link is None else str(link.get(f"{W}val"))
        if counter not in abstract:
            continue
        levels = dict(_levels(abstract[counter]))
        for override in number.findall(f"{W}lvlOverride"):
            levels |= dict(_levels(override))
            level, first = _figure(override, "ilvl"), override.find(f"{W}startOverride")
            if first is not None and level in levels:
                levels[level] = levels[level]._replace(start=_figure(first, "val"))
                counter = f"numbered anew by {number.get(f'{W}numId')}"
        yield str(number.get(f"{W}numId")), _List(counter, levels)


def _levels(parent: Any) -> Iterator[tuple[int, _Level]]:
    for level in parent.findall(f"{W}lvl")[:_LEVELS]:
        kind, words, start, style = (level.find(f"{W}{name}") for name in ("numFmt", "lvlText", "start", "pStyle"))
        yield (
            min(_figure(level, "ilvl"), _LEVELS - 1),
            _Level(
                "decimal" if kind is None else str(kind.get(f"{W}val")),
                "" if words is None else str(words.get(f"{W}val", "")),
                1 if start is None else _figure(start, "val"),
                "" if style is None else str(style.get(f"{W}val")),
            ),
        )


def _styles(root: Any) -> dict[str, _Place]:
    """Style to its place in a list; what a style does not say, the one it is based on does."""
    own: dict[str, _Place] = {}
    based: dict[str, str] = {}
    for style in root.findall(f"{W}style"):
        name, base = str(style.get(f"{W}styleId")), style.find(f"{W}basedOn")
        own[name] = _place(style.find(f"{W}pPr/{W}numPr"))
        based[name] = "" if base is None else str(base.get(f"{W}val"))
    found: dict[str, _Place] = {}
    for name in own:
        line = [name]
        while (above := based.get(line[-1], "")) in own and above not in line:
            line.append(above)
        number, level = (next((own[one][i] for one in line if own[one][i] is not None), None) for i in (0, 1))
        found[name] = cast("_Place", (number, level))
    return found


def _place(element: Any) -> _Place:
    if element is None:
        return None, None
    number, level = element.find(f"{W}numId"), element.find(f"{W}ilvl")
    return (
        None if number is None else str(number.get(f"{W}val")),
        None if level is None else _figure(level, "val"),
    )


def _figure(element: Any, name: str) -> int:
    """A small whole number of an attribute; 0 for what is none."""
    value = str(element.get(f"{W}{name}", "0"))
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else 0
