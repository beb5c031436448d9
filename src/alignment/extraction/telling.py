"""What the sentences below a program's name tell of it: who runs it, what it costs, when it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignment.extraction.labels import Label
from alignment.extraction.naming import facts_listed, is_agency
from alignment.extraction.wording import one_pillar

_SENTENCE = re.compile(r"(?<=[a-z0-9)\-])\.\s+(?=[A-Z])")
AGENCY = r"(?P<agency>[A-Z][\w-]*(?:,?\s(?:(?:dan|serta|&)\s)?[A-Z][\w-]*){0,12})"
_ROLE = r"(?:penanggung\s*jawab|pelaksana|pengampu|pengelola|koordinator|leading\s+sector|leader)(?:nya)?"
_RUN = (
    r"(?:dilaksanakan|diampu|dikelola|dikoordinasikan|dikoordinir|dijalankan|ditangani|digerakkan|dikembangkan|dibangun"
    r"|diinisiasi|digagas|diprakarsai|diusung|dipimpin|diselenggarakan|disiapkan)"
)
_RUNS = (
    r"(?:melaksanakan|menjalankan|menyelenggarakan|mengelola|mengampu|mengoordinasikan|memimpin|mengembangkan"
    r"|membangun)"
)
_AGENCIES = (
    re.compile(rf"(?i:\b{_ROLE})\b[^.;]{{0,40}}?\b(?:adalah|ialah|yaitu|yakni)\s+{AGENCY}"),
    re.compile(rf"\b(?i:{_RUN})\s+(?:(?:langsung\s+)?oleh\s+)?{AGENCY}"),
    re.compile(rf"{AGENCY}\s+(?:menjadi|sebagai|bertindak\s+sebagai|selaku|merupakan)\s+(?i:{_ROLE})\b"),
    re.compile(rf"{AGENCY}\s+(?:akan\s+)?{_RUNS}\b"),
    re.compile(rf"{AGENCY}\s+bertanggung\s*jawab\b"),
    re.compile(
        rf"\b(?:menjadi\s+tanggung\s+jawab|di\s+bawah(?:\s+(?:koordinasi|tanggung\s+jawab|kendali))?)\s+{AGENCY}"
    ),
)
_OF = re.compile(rf"\b(?:oleh|milik|dari|bersama)\s+{AGENCY}")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_COST = re.compile(
    r"\b(?:anggaran|biaya|pembiayaan|pagu|dana|pendanaan|dibiayai|didanai|dianggarkan)\b[^.;]{0,60}?"
    r"(?P<amount>\bRp\.?\s*\d[\d.,]*(?:\s*(?:ribu|juta|mil[iy]ar|triliun))?)",
    re.IGNORECASE,
)
_QUICK_WIN = re.compile(
    r"\b(?:sebagai|menjadi|merupakan|termasuk)\s+(?:program\s+)?quick\s+win\b|,\s+quick\s+win\W*$", re.IGNORECASE
)
_OF_ONE = re.compile(r"(?:Program|Inovasi|Inisiatif|Layanan)\s+[A-Z]")
_AMOUNT = re.compile(r"\bRp", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:tahun(?:\s+anggaran)?|mulai)\s+(?P<years>20\d\d(?:\s*(?:[-–]|sampai(?:\s+dengan)?|hingga|s\.?d\.?|dan)\s*(?:tahun\s+)?20\d\d)?)",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"\b(?:{_RUN}|{_RUNS}|{_ROLE}|dimulai|diluncurkan|ditargetkan|direncanakan|dianggarkan|diterapkan|diujicobakan|mulai|anggaran)\b",
    re.IGNORECASE,
)


def names_its_program(words: str) -> bool:
    """Whether sentences begin with the name of the program they are about: "Program Bus Laut dijalankan oleh ..."."""
    return _OF_ONE.match(words) is not None


def agency_in(words: str) -> str | None:
    """The first agency that words name."""
    return next((match.group() for match in re.finditer(AGENCY, words) if is_agency(match.group())), None)


def facts_behind(tail: str) -> Iterator[Label]:
    """The facts of what stands behind a name in its sentence: "(smart economy) oleh Dinas Perikanan mulai tahun 2026".
    What is nobody's but an agency's is in its charge."""
    facts = [fact for inside in _BRACKETS.findall(tail) for fact in facts_listed(inside)]
    facts += facts_told(tail)
    pillar = one_pillar(tail)
    if pillar is not None:
        facts.append(Label("pillar", None, pillar))
    of = (match["agency"] for match in _OF.finditer(tail))
    agency = next(filter(is_agency, of), None)
    if agency is not None:
        facts.append(Label("agency", None, agency))
    when = _WHEN.search(tail)
    if when is not None:
        facts.append(Label("time", None, when["years"]))
    yield from {fact.field: fact for fact in reversed(facts)}.values()


def facts_told(words: str) -> Iterator[Label]:
    """The facts of a paragraph's sentences, each kind at most once: the first agency that a sentence puts in charge,
    the amount where the paragraph names only one, the years of the first sentence that says when something is done."""
    agencies = (match["agency"] for pattern in _AGENCIES for match in pattern.finditer(words))
    agency = next(filter(is_agency, agencies), None)
    if agency is not None:
        yield Label("agency", None, agency)
    cost = _COST.search(words) if len(_AMOUNT.findall(words)) == 1 else None
    if cost is not None:
        yield Label("budget", None, cost["amount"].rstrip(".,"))
    if _QUICK_WIN.search(words) and not names_its_program(words):
        yield Label("quick_win", None, "ya")
    dated = (_WHEN.search(sentence) for sentence in _SENTENCE.split(words) if _DONE.search(sentence))
    when = next(filter(None, dated), None)
    if when is not None:
        yield Label("time", None, when["years"])
