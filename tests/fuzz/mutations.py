"""Ways in which a valid file is spoilt by chance: by a disk, a mail server, or somebody who means harm."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from io import BytesIO

from seeds import repacked

Mutation = Callable[[bytes, random.Random], bytes]

_WORDS = (
    b"\0", b"\xed\xa0\x80", b"\xff\xfe", "\u202e\u2066".encode(), b"\x1b[2J", b"&#0;", b"&#xD800;", b"<", b"]]>",
    b"\n" * 50, b"9" * 400, b"-1", b"1e400", b"NaN", b"%n%s", b"A" * 5000, "１２٣".encode(), b"=cmd|' /C calc'!A0",
    b"..\\..\\", b"()",
)  # fmt: skip


def mutated(content: bytes, chance: random.Random) -> bytes:
    """`content` with one to four things done to it."""
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(_INSIDE if content.startswith(b"PK\x03\x04") else _PLAIN)(content, chance)
    return content


def _flip(content: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 12) if spoilt else 0):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _lose(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + content[start + chance.randint(1, 400) :]


def _put_in(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.choice(_WORDS) + content[place:]


def _repeat(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    end = start + chance.randint(1, 300)
    return content[:end] + content[start:end] * chance.randint(2, 200) + content[end:]


def _other_figures(content: bytes, chance: random.Random) -> bytes:
    digits = [place for place, byte in enumerate(content) if chr(byte).isdigit()]
    spoilt = bytearray(content)
    for place in chance.sample(digits, min(len(digits), 6)):
        spoilt[place] = ord(chance.choice("0199"))
    return bytes(spoilt)


def _part(content: bytes, chance: random.Random) -> bytes:
    """Spoil, or lose, one part of an office package."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            name = chance.choice(archive.namelist())
            inside = archive.read(name)
        spoil: Mutation = chance.choice(_PLAIN)
        return repacked(content, {name: None if chance.random() < 0.2 else spoil(inside, chance)})
    except Exception:  # noqa: BLE001  # the package was spoilt before
        return _flip(content, chance)


_PLAIN: tuple[Mutation, ...] = (_flip, _cut, _lose, _put_in, _repeat, _other_figures)
_INSIDE: tuple[Mutation, ...] = (_part, _part, _part, _part, _flip, _cut)
