"""What a document says is hostile text: here it is made safe to show, to store and to open in a spreadsheet."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from alignment.models import Frozen

Model = TypeVar("Model", bound=Frozen)

_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, among them the escape that starts a terminal command
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of writing
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # halves of characters, and no characters at all
)
_SPACE = re.compile(r"\s+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FORMULA_STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # the wide ones: some locales evaluate them


def visible(text: str) -> str:
    """`text` on one line, with what steers a screen instead of being read shown as a sign (escape as "␛")."""
    return text if text.isprintable() else _SPACE.sub(" ", _UNSHOWABLE.sub(_sign, text))


def lines(text: str) -> str:
    """The same with the lines of `text` kept."""
    return text if text.isprintable() else _UNSHOWABLE.sub(_sign, text.replace("\r\n", "\n").replace("\r", "\n"))


def cell(text: str) -> str:
    """`text` for a spreadsheet cell written as a string: lines kept, nothing XML refuses, at most 32,767 characters."""
    shown = lines(text)
    return shown if len(shown) <= 32_767 else shown[:32_766] + "…"


def plain_cell(text: str) -> str:
    """`text` for a CSV cell: what a spreadsheet would take for a formula is led by an apostrophe."""
    shown = cell(text)
    return f"'{shown}" if shown.lstrip(" \u00a0").startswith(_FORMULA_STARTS) else shown


def clip(text: str, longest: int) -> str:
    """`text` up to the last word that ends within `longest` characters."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def whole(model: Model) -> Model:
    """`model`, with halves of characters (lone surrogates, which no UTF-8 file can hold) replaced by U+FFFD."""
    try:
        model.model_dump_json()
    except ValueError:
        return type(model).model_validate(_mended(model.model_dump()))
    return model


def _sign(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_mended(item) for item in value)
    return value
