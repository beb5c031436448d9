"""Indonesian text made comparable: normal forms, tokens with their place, stems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*", re.UNICODE)  # 2.16.03, 95/2018 -> 95 | 2018, al-qur'an -> al | qur'an
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SPACE = re.compile(r"\s+")

FUNCTION_WORDS = frozenset(
    "dan atau di ke dari yang untuk pada dengan dalam oleh sebagai serta bagi para tentang atas antar "
    "the of and for in to a an on with by".split()
)
"""Words that carry no content: left out where phrases and names are compared."""


class Token(NamedTuple):
    """A word: its comparable form and where it stands in the text given."""

    norm: str
    start: int
    end: int


def clean(text: str) -> str:
    """NFKC, without invisible characters, with single spaces. For showing and comparing alike."""
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text).translate(_INVISIBLE)).strip()


def tokens(text: str) -> list[Token]:
    """The words of `text`, case-folded, with character spans into `text` as given."""
    return [Token(match.group().casefold().translate(_INVISIBLE), *match.span()) for match in _TOKEN.finditer(text)]


def normal(text: str) -> str:
    """`text` as case-folded words with single spaces: "Kabupaten/ Kota" and "KABUPATEN/KOTA" are one."""
    return " ".join(token.norm for token in tokens(clean(text)))


def content(text: str) -> tuple[str, ...]:
    """The normal words of `text` without function words."""
    return tuple(token.norm for token in tokens(clean(text)) if token.norm not in FUNCTION_WORDS)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The base form of a case-folded word ("persampahan" -> "sampah"). For recall beside the surface word, never alone:
    some stems are wrong ("pengadaan" -> "ada")."""
    import simplemma

    return str(simplemma.lemmatize(word, lang="id"))
