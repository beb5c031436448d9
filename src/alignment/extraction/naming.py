"""Names of programs, and the facts that stand behind them: "Jam Gadang Berkisah (Dinas Pariwisata, 2026)"."""

from __future__ import annotations

import re

from alignment import text
from alignment.extraction import choices
from alignment.extraction.labels import Label, labelled, sections
from alignment.extraction.wording import one_pillar
from alignment.grammar import periods

_DASHES = re.compile(r"\s[–—|-]\s|;\s+")
_WORDED = re.compile(
    r"(?P<label>penanggung jawab|pengampu|pelaksana|pengelola|target|indikator|sasaran|lokasi|anggaran|biaya|waktu)"
    r"\s+(?P<value>\S.*)"
)
"""A label without a colon, behind a dash or semicolon: "pelaksana BKPSDM"."""
_AMOUNT = re.compile(r"Rp\.?\s*\d[\d.,]*(?:,-)?(?:\s*(?:ribu|juta|mil[iy]ar))?", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{3,8}")
_GOES_ON = re.compile(r"\s*(?:[,.;:]|\s?[–—-])\s*(?P<rest>\w\S+)")
_LONGEST = 90
"""Letters of a name before its brackets."""
_TAIL = re.compile(r"\s*\((?P<inside>[^()]{2,90})\)\s*[.;,]*$")
_LED_BY = re.compile(
    r"(?:\s+(?:yang\s+)?(?:akan\s+)?(?:diampu|dilaksanakan|dikelola|dikoordinasikan|dijalankan|ditangani)\s+oleh"
    r"|,\s+(?:penanggung\s+jawab|pengampu|pelaksana|pengelola|koordinator|oleh))\s+(?P<agency>.+)",
    re.DOTALL,
)
_OF_PILLAR = re.compile(
    r",?\s+(?:(?:pada|untuk|dalam)\s+)?(?:dimensi|pilar)\s+(?P<pillar>smart\s+\w+)\W*$", re.IGNORECASE
)
_MORE = re.compile(
    r",\s+(?:sebuah|suatu|salah\s+satu)\s|[,;]?\s+(?:yang\s+(?:akan\s+)?(?:di|me)\w+|di\s+bawah\b|(?:di)?mulai\b|dengan\s+(?:\w+\s+)?(?:anggaran|pagu|biaya|dana)\b"
    r"|sebagai\s+(?:program\s+)?quick\s+win|(?:pada|untuk|dalam|di)\s+(?:tahun|dimensi|pilar|smart)\b|(?:yaitu|yakni|ialah|berupa)\s"
    r"|di\s+(?:\w+\s+){1,2}(?:kecamatan|desa|kelurahan|distrik|lokasi|titik)\b)"
)
"""What begins to tell of a name behind it."""
_OF_AGENCY = re.compile(r"[,;]?\s+(?:oleh|milik|bersama|dari)\s+(?P<first>[A-Z]\w+)")
BRACKETED = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,90})[)\]]")
_QUOTED = re.compile(r"“[^”]{3,}”|\"[^\"]{3,}\"")
_PROPER = re.compile(
    r"(?P<name>(?:[a-z][\w-]*\s){0,5}(?P<proper>[A-Z0-9][\w/&+-]*"
    r"(?:\s(?:(?:dan|di|dari|ke|bagi|untuk|pada|dengan|dalam|per|tanpa|berbasis|and|of|for)\s)?[A-Z0-9][\w/&+-]*)+))"
    r"(?=\W*$|\s(?:bagi|untuk|agar|guna|dengan|di|ke|pada|dari|sebagai)\s[a-z])"
)
"""Some words in capitals behind what kind of thing they name, before what it is for: "posyandu Malam bagi ibu"."""
IN_NAMES = frozenset(["dan", "serta", "di", "dari", "ke", "bagi", "untuk", "pada", "atau", "dengan", "dalam", "per"])
"""Words of a name that are not in capitals."""
_PARTS = re.compile(r"\s*[,;/·•]\s*")


def plain_name(name: str) -> str:
    """The normal words of a name without the word "program" before it."""
    return text.normal(name).removeprefix("program ")


def facts_in_brackets(words: str) -> tuple[Label, ...]:
    """The facts of a line that is nothing but brackets: "(DLH, 2026)"."""
    alone = _TAIL.fullmatch(f" {words.strip('*_ ')}")
    return facts_listed(alone["inside"]) if alone is not None else ()


def without_facts(name: str) -> tuple[str, tuple[Label, ...]]:
    """A name and the facts in brackets behind it: "Jam Gadang Berkisah (Dinas Pariwisata, 2026)". Brackets that say
    anything else belong to the name. An agency may follow as words: "Satu Data yang diampu oleh Diskominfo"."""
    under = _OF_PILLAR.search(name)
    if under is None:
        return _without_agency(name)
    name, facts = _without_agency(name[: under.start()])
    return name, (*facts, Label("pillar", None, under["pillar"]))


def _without_agency(name: str) -> tuple[str, tuple[Label, ...]]:
    led = _LED_BY.search(name)
    if led is not None and is_agency(led["agency"].rstrip(" .;,")):
        return name[: led.start()], (Label("agency", None, led["agency"].rstrip(" .;,")),)
    match = _TAIL.search(name)
    if match is None or not name[: match.start()].strip():
        return name, ()
    facts = facts_listed(match["inside"])
    return (name[: match.start()].strip(), facts) if facts else (name, ())


def facts_in_bars(words: str) -> tuple[Label, ...]:
    """The facts of a line that bars part: "Disdukcapil | Rp85.000.000 | Triwulan II"; none where it names no agency."""
    parts = words.split(" | ")
    facts = tuple(fact for part in parts for fact in facts_listed(part)) if len(parts) > 1 else ()
    return facts if any(fact.field == "agency" for fact in facts) else ()


def dashed_facts(words: str) -> tuple[str, tuple[Label, ...]]:
    """A name and the facts that dashes part from it: "Gampong Online - DPMG - 2025 s/d 2027"; no facts where anything
    else stands behind one of the dashes. Beside a year or the like, letters in capitals are an agency's."""
    name, *parts = _DASHES.split(words.rstrip(" .;"))
    found: list[Label] = []
    for part in parts:
        worded = _WORDED.fullmatch(part)
        said, inside = without_facts(part if worded is None else f"{worded['label'].capitalize()}: {worded['value']}")
        found += [*facts_listed(said), *inside] if facts_listed(said) else [Label("", None, said)]
    unknown = [fact for fact in found if not fact.field]
    if len(unknown) == len(found) or not all(_ACRONYM.fullmatch(fact.value) for fact in unknown):
        return words, ()
    return name, tuple(fact if fact.field else Label("agency", None, fact.value) for fact in found)


def facts_in_middle(words: str) -> tuple[str, tuple[Label, ...], str]:
    """A name, the facts in brackets behind it, and what goes on behind them: "Paspor Pulau (Disparpora), yaitu buku cap
    kunjungan". No facts where nothing goes on."""
    for match in BRACKETED.finditer(words):
        rest = words[match.end() :]
        facts = facts_listed(match["inside"]) if _GOES_ON.match(rest) else ()
        if facts and match.start() <= _LONGEST:
            return words[: match.start()].strip(), facts, rest.lstrip(" ,.;:–—-")
    return words, (), ""


def without_tail(words: str) -> tuple[str, str]:
    """A name, and what its sentence says behind it: "Pasar Tani Digital", "milik Dinas Pertanian yang menyasar ..."."""
    of_agency = (match for match in _OF_AGENCY.finditer(words) if is_agency(match["first"]))
    in_brackets = (match for match in BRACKETED.finditer(words) if facts_listed(match["inside"]))
    begins = [match.start() for match in (_MORE.search(words), next(of_agency, None), next(in_brackets, None)) if match]
    cut = min(begins, default=len(words))
    return words[:cut].strip(" ,;"), words[cut:]


def proper_name(words: str) -> str:
    """The name with which words begin, if it names one thing as no common noun does: in quotes, or in words in capitals
    of which the first is none of an agency or a government; "" where they begin with none."""
    if _QUOTED.search(words):
        return words
    match = _PROPER.match(words)
    if match is None:
        return ""
    first = text.normal(match["proper"]).split()[0]
    others = first in sections().no_programs or is_agency(match["proper"])
    return match["name"] if first in sections().serving or not others else ""


def facts_listed(words: str) -> tuple[Label, ...]:
    """The facts that words list; none where one part is anything else. A comma may stand inside an agency's name:
    "Dinas Koperasi, UKM dan Perdagangan"."""
    whole = _fact(words.strip())
    if whole is not None and whole.field != "agency":
        return (whole,)  # "2025 s/d 2027"
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
    if _AMOUNT.fullmatch(words):
        return Label("budget", None, words)
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
    if any(word[:1].islower() and word not in IN_NAMES for word in words.split()[1:]):
        return False
    first, *_ = text.normal(words).split() or [""]
    if first == "bagian" and len(words.split()) == 2 and text.normal(words).split()[1] in sections().periods:
        return False  # "Bagian Kedua" of a regulation
    short = first.startswith(sections().agency_beginnings) and all(map(str.isupper, words.split()[1:]))
    return first in sections().agencies or short  # "Diskop UKM"
