"""Where a sentence tells who does a program: "Dinas Perikanan menjalankan Lelang Ikan Daring di dua pelabuhan"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from alignment.extraction.enumerating import ITEM_WORD, parted
from alignment.extraction.labels import Label, sections
from alignment.extraction.naming import is_agency, proper_name, without_tail
from alignment.extraction.telling import AGENCY, facts_behind

_CLAUSE = re.compile(r"[,;]?\s+(?:sedangkan|sementara(?:\s+itu)?|kemudian)\s+", re.IGNORECASE)
_PAST = re.compile(r"\b(?:telah|sudah|pernah|sebelumnya|selama\s+ini|tidak|belum)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:pada|mulai|di)\s+tahun\s+(?P<years>20\d\d)\b", re.IGNORECASE)


def programs_done(sentence: str) -> Iterator[tuple[str, tuple[Label, ...]]]:
    """The programs that the clauses of a sentence say somebody does or has chosen, each with what is said of it: a
    proper name with an agency in charge, or called a quick win, or a program."""
    for clause in _CLAUSE.split(sentence):
        act = _acts().search(clause)
        if act is None or _PAST.search(clause, 0, act.start("object")):
            continue
        subject = act["agency"] if act["agency"] and is_agency(act["agency"]) else None
        when = _WHEN.search(clause, 0, act.start("object"))
        for part in parted(act["object"]):
            name, tail = without_tail(part)
            facts = tuple(facts_behind(tail))
            if subject is not None and not any(fact.field == "agency" for fact in facts):
                facts = (*facts, Label("agency", None, subject))
            if when is not None and not any(fact.field == "time" for fact in facts):
                facts = (*facts, Label("time", None, when["years"]))
            told = any(fact.field in ("agency", "quick_win") for fact in facts)
            if proper_name(name) and (told or ITEM_WORD.match(name)):
                yield proper_name(name), facts


@cache
def _acts() -> re.Pattern[str]:
    verbs = "|".join(sorted(map(re.escape, sections().acting), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:{AGENCY}\s+(?:(?:juga|akan|mulai)\s+)*)?\b(?:{verbs})\s+(?P<object>\S.*)", re.DOTALL)
