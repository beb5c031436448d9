"""What things are called in front of people: check families, pillars, parts of a program, entries of a corpus."""

from __future__ import annotations

import re
from functools import lru_cache

from alignment import i18n
from alignment.models import PILLARS, Contribution, Lang, Match
from alignment.reporting import figures

FAMILIES = ("RDG", "DOC", "PIL", "REG", "SDG", "SUP", "OVL", "CMP", "FIG")
"""In the order in which a reviewer reads them."""

LISTS = {"pillars": "pillar", "sdg": "sdg", "support": "support", "carried_by": "carried_by", "rpjmn": "rpjmn"}
"""The ranked lists of a program, in the order of every table, and the words that head them."""

RESTS_ON = {"PIL": ("pillars",), "SDG": ("sdg",), "SUP": ("carried_by", "support", "rpjmn")}
"""Family of checks to the ranked lists that its verdicts rest on."""

_FAMILY = re.compile(r"[A-Za-z]+")
_FIELDS = ("name", "description", "indicator", "indicators", "outcome", "output", "agency", "code", "heading")
_WHOLE = "text"
"""The field of a text that is no program: it has no parts."""
_OTHER_NAME = "code.other_name"
"""The rule that shows what an official code is called, where the plan calls it otherwise."""
_PRIORITY = re.compile(r"rpjmn-(\d{4}-\d{4})\.(.+)")
_STEP = re.compile(r"([a-z]+)-0*(\d+)")


def family(code: str) -> str:
    """The letters a check code begins with: "REG002" is of family "REG"."""
    match = _FAMILY.match(code)
    return match.group().upper() if match else code


def family_rank(code: str) -> tuple[int, str]:
    """Where a family stands in every list: ours in reading order, then those of plug-ins by name."""
    name = family(code)
    return (FAMILIES.index(name), "") if name in FAMILIES else (len(FAMILIES), name)


def family_label(name: str, lang: Lang) -> str:
    """The name of a family; its letters where it comes from a plug-in."""
    return i18n.say(f"report.family_{name}", lang) if name in FAMILIES else name


@lru_cache(maxsize=256)
def pillar_label(pillar: str | None, lang: Lang) -> str:
    """The name of a pillar; its id where it is not one of the six."""
    if pillar is None:
        return i18n.say("report.no_pillar", lang)
    return i18n.say(f"report.pillar_{pillar}", lang) if pillar in PILLARS else pillar


@lru_cache(maxsize=256)
def field_label(field: str | None, lang: Lang) -> str:
    """The part of a program that spoke; as the rule names it where there is no word for it."""
    if field in _FIELDS:
        return i18n.say(f"report.field_{field}", lang)
    return "" if field in (None, _WHOLE) else str(field)


def weight_label(part: Contribution, lang: Lang) -> str:
    """What a reason weighs: +0,70 or −0,50; in words where it weighs nothing and tells why a rule did not speak."""
    if part.weight:
        return figures.signed(part.weight, lang)
    return i18n.say("report.other_name" if part.rule == _OTHER_NAME else "report.held_back", lang)


def entry_label(kind: str, match: Match, lang: Lang) -> tuple[str, str]:
    """What a match points to, as (short reference, name). `kind` is the list of Matches it stands in.

    A plan's own program has no reference that people know: its name is all.
    """
    name = match.label.in_language(lang)
    if kind == "pillars":
        pillar, _, part = match.entry_id.partition(".")
        return pillar_label(pillar, lang), name if part else ""
    if kind == "carried_by":
        return "", name
    if kind == "rpjmn":
        return _priority(match.entry_id), name
    return match.entry_id, name


def _priority(entry: str) -> str:
    """ "rpjmn-2025-2029.pn-4.pp-02" is known to people as "PN 4 · PP 2 (2025–2029)"."""
    known = _PRIORITY.fullmatch(entry)
    if not known:
        return entry
    steps = [_STEP.fullmatch(part) for part in known[2].split(".")]
    shown = " · ".join(f"{step[1].upper()} {step[2]}" for step in steps if step)
    return f"{shown} ({known[1].replace('-', '–')})" if shown else entry
