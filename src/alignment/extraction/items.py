"""What one item says besides a program's name: "Bank Sampah (DLH, 2026): warga menabung. Sumber dana: APBD"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from alignment import text
from alignment.extraction import choices
from alignment.extraction.labels import Label, labelled, sections
from alignment.extraction.paragraphs import Paragraph
from alignment.extraction.wording import one_pillar
from alignment.grammar import periods

_SAID = re.compile(
    r"(?P<name>[^:–—]{3,90}?)\s*(?P<parted>:|\s[–—-]\s|,\s(?:yaitu|yakni)\s)\s*(?P<rest>\S.*)", re.DOTALL
)
_SENTENCE = re.compile(
    r"(?P<name>[^.]{2,90}?\w{3})(?<!\bKab)(?<!\bKec)(?<!\bKel)(?<!\bJln)(?<!\bDrs)(?<!\bProv)\.\s+(?P<rest>[A-Z].*)",
    re.DOTALL,
)
"""A name that ends in a full stop, which is none behind an abbreviation ("Kab. Sleman")."""
_FEWEST_WORDS = 3
_TAIL = re.compile(r"\s*\((?P<inside>[^()]{2,90})\)\s*[.;,]*$")
_LED_BY = re.compile(
    r"\s+(?:yang\s+)?(?:akan\s+)?(?:diampu|dilaksanakan|dikelola|dikoordinasikan|dijalankan|ditangani)\s+oleh\s+(?P<agency>.+)",
    re.DOTALL,
)
_OF_PILLAR = re.compile(
    r",?\s+(?:(?:pada|untuk|dalam)\s+)?(?:dimensi|pilar)\s+(?P<pillar>smart\s+\w+)\W*$", re.IGNORECASE
)
_MORE = re.compile(
    r"[,;]?\s+(?:yang\s+(?:akan\s+)?(?:di|me)\w+|di\s+bawah\b|(?:di)?mulai\b|dengan\s+(?:\w+\s+)?(?:anggaran|pagu|biaya|dana)\b"
    r"|sebagai\s+(?:program\s+)?quick\s+win|(?:pada|untuk|dalam)\s+(?:tahun|dimensi|pilar)\b|(?:yaitu|yakni|ialah|berupa)\s"
    r"|di\s+(?:\w+\s+){1,2}(?:kecamatan|desa|kelurahan|distrik|lokasi|titik)\b)"
)
"""What begins to tell of a name behind it."""
_OF_AGENCY = re.compile(r"[,;]?\s+(?:oleh|milik|bersama|dari)\s+(?P<first>[A-Z]\w+)")
_BRACKETED = re.compile(r"\s*\((?P<inside>[^()]{2,90})\)")
_QUOTED = re.compile(r"“[^”]{3,}”|\"[^\"]{3,}\"")
_PROPER = re.compile(
    r"\b[A-Z0-9][\w/&+-]*(?:\s(?:(?:dan|di|dari|ke|bagi|untuk|pada|dengan|dalam|per|tanpa|berbasis)\s)?[A-Z0-9][\w/&+-]*)+$"
)
_LONGEST_NAME = 9
_IN_NAMES = frozenset(["dan", "serta", "di", "dari", "ke", "bagi", "untuk", "pada", "atau", "dengan", "dalam", "per"])
"""Words of a name that are not in capitals."""
_PARTS = re.compile(r"\s*[,;/]\s*")
_INNER_LABEL = re.compile(r"(?:(?<=[.;,|)])\s+\|?\s*|\s{2,})(?=[A-Z][A-Za-z /]{1,40}:)|\s+\|\s+")
_NEXT_LABEL = re.compile(r"(?<=\w)\s(?=[A-Z][a-z]+(?:\s[a-z]+){0,2}\s?:)")
"""A label behind the value of another one, with nothing between them: "OPD: Dishub Tahun: 2026"."""


class Item(NamedTuple):
    """An item's name, what is said of it behind a colon, dash or full stop, and what stands in brackets."""

    name: str
    rest: str
    facts: tuple[Label, ...]


def item(words: str) -> Item:
    """The parts of an item's words."""
    match = _SAID.match(words) or _SENTENCE.match(words)
    name, facts = without_facts(match["name"]) if match is not None else ("", ())
    if match is None or (not facts and len(match["rest"].split()) < _FEWEST_WORDS):
        name, facts = without_facts(words)
        return Item(name, "", facts)
    rest, said_last = _without_last(match["rest"])
    return Item(name, rest, facts + said_last)


def led_by_name(words: str) -> str:
    """What parts the name that leads sentences from them, "." or ":" or "–": some words in capitals stand before it.
    "" where none does."""
    match = _SAID.match(words) or _SENTENCE.match(words)
    if match is None or len(match["rest"].split()) <= _FEWEST_WORDS or is_agency(match["name"]):
        return ""
    name = match["name"].split()
    capital = all(word[:1].isupper() or word[:1].isdigit() or word in _IN_NAMES for word in name)
    parted = match.groupdict().get("parted", ".").strip()
    return parted if capital and 1 < len(name) <= _LONGEST_NAME else ""


def facts_in_brackets(words: str) -> tuple[Label, ...]:
    """The facts of a line that is nothing but brackets: "(DLH, 2026)"."""
    alone = _TAIL.fullmatch(f" {words}")
    return facts_listed(alone["inside"]) if alone is not None else ()


def _without_last(words: str) -> tuple[str, tuple[Label, ...]]:
    """Words, and the facts of their last sentence where it holds nothing else: "Warga menabung. DLH, 2026."."""
    said, stop, last = words.rstrip(" .").rpartition(". ")
    facts = facts_listed(last) if stop else ()
    return (f"{said}.", facts) if facts else without_facts(words)


def without_facts(name: str) -> tuple[str, tuple[Label, ...]]:
    """A name and the facts in brackets behind it: "Jam Gadang Berkisah (Dinas Pariwisata, 2026)". Brackets that say
    anything else belong to the name. An agency may follow as words: "Satu Data yang diampu oleh Diskominfo"."""
    led = _LED_BY.search(name)
    if led is not None and is_agency(led["agency"].rstrip(" .;,")):
        return name[: led.start()], (Label("agency", None, led["agency"].rstrip(" .;,")),)
    under = _OF_PILLAR.search(name)
    if under is not None:
        name, facts = without_facts(name[: under.start()])
        return name, (*facts, Label("pillar", None, under["pillar"]))
    match = _TAIL.search(name)
    if match is None or not name[: match.start()].strip():
        return name, ()
    facts = facts_listed(match["inside"])
    return (name[: match.start()].strip(), facts) if facts else (name, ())


def without_tail(words: str) -> tuple[str, str]:
    """A name, and what its sentence says behind it: "Pasar Tani Digital", "milik Dinas Pertanian yang menyasar ..."."""
    of_agency = (match for match in _OF_AGENCY.finditer(words) if is_agency(match["first"]))
    in_brackets = (match for match in _BRACKETED.finditer(words) if facts_listed(match["inside"]))
    begins = [match.start() for match in (_MORE.search(words), next(of_agency, None), next(in_brackets, None)) if match]
    cut = min(begins, default=len(words))
    return words[:cut].strip(" ,;"), words[cut:]


def is_proper_name(words: str) -> bool:
    """Whether words name one thing, as no common noun does: in quotes, or ending in words in capitals of which the
    first is none of an agency or a government."""
    if _QUOTED.search(words):
        return True
    proper = _PROPER.search(words)
    if proper is None:
        return False
    first = text.normal(proper.group()).split()[0]
    return first in sections().serving or not (first in sections().no_programs or is_agency(proper.group()))


def statements(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph, parted before each label in it: "Warga menabung. Penanggung jawab: DLH. Tahun: 2026"."""
    cuts = list(_cuts(paragraph.words))
    if not cuts:
        yield paragraph
        return
    parts = [paragraph.words[a:b].strip(" |") for a, b in zip([0, *cuts], [*cuts, None], strict=True)]
    for number, words in enumerate(parts):
        label = labelled(words)
        if label is not None:
            label = label._replace(value=label.value.rstrip(" .;,"))
        yield paragraph._replace(words=words, label=label, mark="" if number else paragraph.mark)


def _cuts(words: str) -> Iterator[int]:
    """Where labels begin inside of words."""
    places = {match.end() for match in _INNER_LABEL.finditer(words)}
    first = labelled(words)
    if first is not None and first.value:
        value = len(words) - len(first.value)
        places.update(match.end() for match in _NEXT_LABEL.finditer(words, value))
    yield from (place for place in sorted(places) if labelled(words[place:]))


def facts_listed(words: str) -> tuple[Label, ...]:
    """The facts that words list; none where one part is anything else. A comma may stand inside an agency's name:
    "Dinas Koperasi, UKM dan Perdagangan"."""
    found: list[Label] = []
    for part in _PARTS.split(words.strip()):
        fact = _fact(part)
        if fact is not None:
            found.append(fact)
        elif found and found[-1].field == "agency" and part[:1].isupper():
            found[-1] = found[-1]._replace(value=f"{found[-1].value}, {part}")
        else:
            return ()
    return tuple(found)


def _fact(words: str) -> Label | None:
    plain = text.normal(words)
    said = labelled(words[:1].upper() + words[1:])
    if said is not None and said.value:
        return said
    if plain in ("quick win", "quick wins"):
        return Label("quick_win", None, "ya")
    if re.fullmatch(r"(?:jangka )?(?:pendek|menengah|panjang)", plain) and choices.horizon(plain):
        return Label("horizon", None, words)
    if periods.expand(words) and not re.sub(r"\b(?:tahun|sampai|dengan|sd|s|d|mulai|\d{4})\b|\W", "", plain):
        return Label("time", None, words)
    pillar = one_pillar(words)
    if pillar is not None:
        return Label("pillar", None, pillar)
    return Label("agency", None, words) if is_agency(words) else None


def is_agency(words: str) -> bool:
    """Whether words are the name of an agency, and no sentence about it ("Dinas Pendidikan menyiapkan sekolah")."""
    if any(word[:1].islower() and word not in _IN_NAMES for word in words.split()[1:]):
        return False
    first, *_ = text.normal(words).split() or [""]
    short = first.startswith(sections().agency_beginnings) and all(map(str.isupper, words.split()[1:]))
    return first in sections().agencies or short  # "Diskop UKM"
