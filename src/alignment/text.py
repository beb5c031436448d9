"""Indonesian text made comparable: normal forms, tokens with their place, stems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*", re.UNICODE)  # 2.16.03, 95/2018 -> 95 | 2018, al-qur'an -> al | qur'an
_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))  # the direction of writing
_INVISIBLE = dict.fromkeys((*map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), *_TURNING))
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BROKEN = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")  # halves of characters, and no characters at all

# fmt: off
FUNCTION_WORDS = frozenset({
    "dan", "atau", "di", "ke", "dari", "yang", "untuk", "pada", "dengan", "dalam", "oleh", "sebagai", "serta", "bagi",
    "para", "tentang", "the", "of", "and", "for", "in", "to", "a", "an", "on", "with", "by",
})
# fmt: on
"""Words that carry no content: left out where phrases and names are compared."""


class Token(NamedTuple):
    """A word: its comparable form and where it stands in the text given."""

    norm: str
    start: int
    end: int


def legible(text: str) -> str:
    """`text` without controls, and with U+FFFD for what no UTF-8 file can hold: words as they enter from a file."""
    if text.isprintable():
        return text
    return _BROKEN.sub("\ufffd", _CONTROLS.sub("", text))


def clean(text: str) -> str:
    """NFKC, without invisible characters, with single spaces. For showing and comparing alike."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    return " ".join(text.split())


@lru_cache(maxsize=64)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text`, case-folded, with character spans into `text` as given. Kept for a while: one text is read
    for many things."""
    if text.isascii():
        return tuple([Token(match.group(), *match.span()) for match in _TOKEN.finditer(text.lower())])
    return tuple([Token(_folded(match.group()), *match.span()) for match in _TOKEN.finditer(text)])


def normal(text: str) -> str:
    """`text` as case-folded words with single spaces: "Kabupaten/ Kota" and "KABUPATEN/KOTA" are one."""
    return " ".join(_words(text))


@lru_cache(maxsize=64)
def content(text: str) -> tuple[str, ...]:
    """The normal words of `text` without function words."""
    words = _words(text)
    return tuple(
        [word for index, word in enumerate(words) if word not in FUNCTION_WORDS or carries_content(words, index)]
    )


def says(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases, given in normal words, stands in `text` as whole words."""
    words = f" {normal(text)} "
    return any(f" {phrase} " in words for phrase in phrases)


def carries_content(words: Sequence[str], index: int) -> bool:
    """Whether the word there is no function word. Doubled ones are words of their own: oleh-oleh."""
    word = words[index]
    if word not in FUNCTION_WORDS:
        return True
    return word in words[max(0, index - 1) : index] or word in words[index + 1 : index + 2]


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[str, ...]:
    """The case-folded words of `text`, kept for a while. Plain letters, as nearly all are, need no cleaning."""
    if text.isascii():
        return tuple(_TOKEN.findall(text.lower()))
    return tuple([_folded(word) for word in _TOKEN.findall(clean(text))])


def _folded(word: str) -> str:
    return word.lower() if word.isascii() else word.casefold().translate(_INVISIBLE)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A key that the forms of a case-folded Indonesian word share: persampahan and sampah give "sampah",
    mengelola, dikelola and pengelolaan give "elola".

    Affixes are cut by their sound changes, without a dictionary (measured: phrases found by these keys are as right
    as by a lemma list of 0.2 s loading time). Different words can share a key (pemasaran, pasar), so it serves recall
    beside the surface word, in phrases of several words, never alone.
    """
    if len(word) < _SHORTEST_STEMMED or not word.isalpha():
        return word
    word = _shortened(word, "nya")
    if word.startswith("ke") and word.endswith("an") and len(word) >= _SHORTEST_ABSTRACT:
        word = word[2:-2]
    else:
        word = _shortened(word, "kan") if word.endswith("kan") else _shortened(word, "an")
        word = _shortened(word, "i")
    for _ in range(2):  # pem-ber-daya
        if not word.startswith(_PREFIXES):
            break
        fitting = (prefix for prefix in _PREFIXES if word.startswith(prefix))
        word = next((bare for prefix in fitting if (bare := _without(prefix, word))), word)
    return word[1:] if word[0] == "k" and word[1] in _VOWELS else word  # meng- swallows k: mengelola, kelola


_SHORTEST_STEMMED = 5
_SHORTEST_ABSTRACT = 8
_VOWELS = frozenset("aeiou")
# fmt: off
_PREFIXES = ("memper", "diper", "meng", "peng", "meny", "peny", "mem", "pem", "men", "pen", "ber", "per", "ter", "me",
             "pe", "di", "be")
# fmt: on
_SWALLOWED = {"meny": "s", "peny": "s", "mem": "p", "pem": "p", "men": "t", "pen": "t"}


def _shortened(word: str, ending: str) -> str:
    return word[: -len(ending)] if word.endswith(ending) and len(word) - len(ending) >= 4 else word


def _without(prefix: str, word: str) -> str | None:
    """`word` without `prefix` and with the consonant that it swallowed; None where the first letters only look so."""
    bare = word.removeprefix(prefix)
    if len(bare) < (4 if len(prefix) == 2 else 3):
        return None
    if prefix in {"me", "pe"} and bare[0] not in "lrwymn":
        return None
    return _SWALLOWED.get(prefix, "") + bare if bare[0] in _VOWELS else bare
