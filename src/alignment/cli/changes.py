"""What changed in a program between two drafts, said line by line: the field, what it was, what it is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from alignment import i18n
from alignment.models.base import Lang
from alignment.models.program import Indicator, Program
from alignment.reporting.safety import clip
from alignment.text import clean, normal

if TYPE_CHECKING:
    from alignment.review.diff import Changed

_LONGEST = 100
"""Letters shown of each side."""


def lines(change: Changed, lang: Lang) -> Iterator[str]:
    """One line a difference: "perangkat daerah: DLH → Dinas Kesehatan"."""
    for field in change.fields:
        if field == "budget":
            yield from _budget(change, lang)
        elif field == "indicators":
            yield from _indicators(change, lang)
        else:
            before, after = (_shown(program, field, lang) for program in (change.before, change.after))
            yield _line(i18n.say(f"changes.{field}", lang), before, after, lang)


def _line(what: str, before: str, after: str, lang: Lang) -> str:
    nothing = i18n.say("changes.nothing", lang)
    was, is_now = (clip(clean(words), _LONGEST) or nothing for words in (before, after))
    return f"{what}: {was} → {is_now}"


def _shown(program: Program, field: str, lang: Lang) -> str:
    value = getattr(program, field)
    if field == "horizon" and value:
        return i18n.say(f"form.horizon_{value}", lang)
    if field == "declared_pillar" and value:
        return i18n.say(f"report.pillar_{value}", lang)
    if isinstance(value, bool):
        return i18n.say("changes.yes" if value else "changes.no", lang)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return value or ""


def _budget(change: Changed, lang: Lang) -> Iterator[str]:
    before, after = change.before.budget, change.after.budget
    for year in sorted({*before, *after}):
        if before.get(year) != after.get(year):
            what = i18n.say("changes.budget_of", lang, year=year)
            yield _line(what, _money(before.get(year)), _money(after.get(year)), lang)


def _money(amount: Decimal | None) -> str:
    from alignment.reporting import figures

    return "" if amount is None else figures.rupiah(amount)


def _indicators(change: Changed, lang: Lang) -> Iterator[str]:
    before, after = (_by_name(program) for program in (change.before, change.after))
    for name in dict.fromkeys((*before, *after)):
        one, other = before.get(name), after.get(name)
        if one is None or other is None:
            gone, new = (indicator.name if indicator else "" for indicator in (one, other))
            yield _line(i18n.say("changes.indicator_of", lang), gone, new, lang)
        else:
            yield from _indicator(one, other, lang)


def _by_name(program: Program) -> dict[str, Indicator]:
    return {normal(one.name): one for one in program.indicators}


def _indicator(before: Indicator, after: Indicator, lang: Lang) -> Iterator[str]:
    for year in sorted({*before.targets, *after.targets}):
        if before.targets.get(year) != after.targets.get(year):
            what = i18n.say("changes.target_of", lang, year=year, indicator=after.name)
            yield _line(what, before.targets.get(year, ""), after.targets.get(year, ""), lang)
    for field in ("unit", "baseline", "end_target"):
        if getattr(before, field) != getattr(after, field):
            what = i18n.say(f"changes.{field}_of", lang, indicator=after.name)
            yield _line(what, getattr(before, field) or "", getattr(after, field) or "", lang)
