"""What one item says besides a program's name: "Bank Sampah (DLH, 2026): warga menabung. Sumber dana: APBD"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from alignment import text
from alignment.extraction import marks
from alignment.extraction.labels import Label, labelled, sections
from alignment.extraction.paragraphs import Paragraph
from alignment.grammar import periods

_SAID = re.compile(r"(?P<name>[^:–]{3,90}?)\s*(?::|\s[–-]\s)\s*(?P<rest>\S.*)", re.DOTALL)
_SENTENCE = re.compile(r"(?P<name>[^.]{2,90}?\w{4})\.\s+(?P<rest>[A-Z].*)", re.DOTALL)
"""A name that ends in a full stop; a word of three letters may be an abbreviation ("Kab. Sleman")."""
_FEWEST_WORDS = 3
_TAIL = re.compile(r"\s*\((?P<inside>[^()]{2,90})\)\s*[.;,]*$")
_LED_BY = re.compile(
    r"\s+(?:yang\s+)?(?:akan\s+)?(?:diampu|dilaksanakan|dikelola|dikoordinasikan|dijalankan|ditangani)\s+oleh\s+(?P<agency>.+)",
    re.DOTALL,
)
_PARTS = re.compile(r"\s*[,;/]\s*")
_INNER_LABEL = re.compile(r"(?<=[.;,|)])\s+\|?\s*(?=[A-Z][A-Za-z /]{1,40}:)|\s+\|\s+")


class Item(NamedTuple):
    """An item's name, what is said of it behind a colon, dash or full stop, and what stands in brackets."""

    name: str
    rest: str
    facts: tuple[Label, ...]


def item(words: str) -> Item:
    """The parts of an item's words."""
    match = _SAID.match(words) or _SENTENCE.match(words)
    if match is None or len(match["rest"].split()) < _FEWEST_WORDS:
        name, facts = without_facts(words)
        return Item(name, "", facts)
    name, facts = without_facts(match["name"])
    return Item(name, match["rest"], facts)


def without_facts(name: str) -> tuple[str, tuple[Label, ...]]:
    """A name and the facts in brackets behind it: "Jam Gadang Berkisah (Dinas Pariwisata, 2026)". Brackets that say
    anything else belong to the name. An agency may follow as words: "Satu Data yang diampu oleh Diskominfo"."""
    led = _LED_BY.search(name)
    if led is not None and _is_agency(text.normal(led["agency"])):
        return name[: led.start()], (Label("agency", None, led["agency"].rstrip(" .;,")),)
    match = _TAIL.search(name)
    if match is None or not name[: match.start()].strip():
        return name, ()
    found = [_fact(part) for part in _PARTS.split(match["inside"].strip())]
    facts = tuple(fact for fact in found if fact is not None)
    return (name[: match.start()].strip(), facts) if len(facts) == len(found) else (name, ())


def statements(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph, parted before each label in it: "Warga menabung. Penanggung jawab: DLH. Tahun: 2026"."""
    cuts = [match.end() for match in _INNER_LABEL.finditer(paragraph.words) if labelled(paragraph.words[match.end() :])]
    if not cuts:
        yield paragraph
        return
    parts = [paragraph.words[a:b].strip(" |") for a, b in zip([0, *cuts], [*cuts, None], strict=True)]
    for number, words in enumerate(parts):
        label = labelled(words)
        if label is not None:
            label = label._replace(value=label.value.rstrip(" .;,"))
        yield paragraph._replace(words=words, label=label, mark="" if number else paragraph.mark)


def _fact(words: str) -> Label | None:
    plain = text.normal(words)
    said = labelled(words[:1].upper() + words[1:])
    if said is not None and said.value:
        return said
    if plain in ("quick win", "quick wins"):
        return Label("quick_win", None, "ya")
    if re.fullmatch(r"(?:jangka )?(?:pendek|menengah|panjang)", plain) and marks.horizon(plain):
        return Label("horizon", None, words)
    if periods.expand(words) and not re.sub(r"\b(?:tahun|sampai|dengan|sd|s|d|mulai|\d{4})\b|\W", "", plain):
        return Label("time", None, words)
    return Label("agency", None, words) if _is_agency(plain) else None


def _is_agency(plain: str) -> bool:
    first, *others = plain.split() or [""]
    return first in sections().agencies or (not others and first.startswith(sections().agency_beginnings))
