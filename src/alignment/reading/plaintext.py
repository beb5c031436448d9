"""Plain text -> one page whose lines are the file's lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignment.models.document import Line, Page

_CODE = re.compile(  # what is never closed must not be looked for again and again
    r"<(style|script|head)\b(?:(?!<\1\b).)*?</\1\s*>|<!--(?:(?!<!--).)*?-->"
    r"|</?(?:html|body|meta|font|a|img|!doctype)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_INDENTED = re.compile(r"^((?: {2}|\t)[ \t]*)[-*+•][ \t]+(?=\S)")
_DEEPER = "◦▪"
_LONGEST = 5_000
_PARTS = re.compile(rf".{{1,{_LONGEST}}}(?:\s|$)|\S{{1,{_LONGEST}}}")


def deeper_bullet(depth: int) -> str:
    """How a bullet of a list in a list is shown, `depth` (from 1) lists down."""
    return _DEEPER[min(depth, len(_DEEPER)) - 1]


def decode(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else Windows-1252 (which knows every byte)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def without_code(html: str) -> str:
    """HTML without what a browser does not show."""
    return _CODE.sub(" ", html)


def read_text(text: str) -> Page:
    """The lines as they stand, blank ones left out."""
    return Page(number=1, width=0, height=0, lines=tuple(lines_of(text, first=1)))


def lines_of(text: str, first: int | None = None) -> Iterator[Line]:
    """The lines that hold words, numbered from `first` where that is given. Bullets that are typed further in are shown
    as those of deeper lists.

    One that goes on without end is broken: none is printed like that, and the patterns that look for something in a
    line would never be done.
    """
    for number, typed in enumerate(text.splitlines(), first or 0):
        line = _INDENTED.sub(lambda match: f"{deeper_bullet(len(match[1].expandtabs(4)) // 2)} ", typed)
        for part in _PARTS.findall(line) if len(line) > _LONGEST else (line,):
            if words := part.strip():
                yield Line(words, number=number if first is not None else None)
