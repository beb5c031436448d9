"""report.xlsx: the review sheet by sheet. What stands in which column is said here, how it is drawn in workbook.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from alignment import i18n
from alignment.models import Contribution, Indicator, Lang, Match, Program, Report
from alignment.reporting import figures, matrix, summary, workbook
from alignment.reporting.fields import FINDINGS, Field, named, of_first
from alignment.reporting.labels import (
    LISTS,
    entry_label,
    family_label,
    field_label,
    pillar_label,
    weight_label,
)
from alignment.reporting.places import file_name, place
from alignment.reporting.view import GRAVEST_FIRST, View
from alignment.reporting.workbook import Column, Kind, Row, Sheet, Value


def render(report: Report, lang: Lang) -> bytes:
    """The workbook. The same report gives the same bytes."""
    return workbook.draw(_sheets(View(report, lang)), i18n.say("report.kicker", lang), report.tool, report.as_of)


def _sheets(view: View) -> Iterator[Sheet]:
    yield Sheet(view.say("sheet_summary"), _columns(view, _SUMMARY), _summary_rows(view))
    yield Sheet(view.say("sheet_not_judged"), _columns(view, _NOT_JUDGED), _not_judged_rows(view))
    findings = _listed(view, FINDINGS, view.items, lambda item: item.finding.severity)
    yield Sheet(view.say("sheet_findings"), *findings, frozen=3, printed=11)
    programs = _listed(view, _program_fields(view), view.rows)
    yield Sheet(view.say("sheet_programs"), *programs, frozen=4, printed=12)
    yield Sheet(view.say("sheet_matches"), _columns(view, _MATCHES), _match_rows(view), frozen=3)
    yield Sheet(view.say("sheet_sources"), _columns(view, _SOURCES), _source_rows(view))


def _listed(
    view: View, fields: tuple[Field, ...], things: Iterable[Any], tone: Callable[[Any], str | None] = lambda _: None
) -> tuple[tuple[Column, ...], Iterator[Row]]:
    columns = tuple(Column(_head(view, field.key), field.width, field.kind) for field in fields)
    return columns, (Row(tuple(field.value(view, thing) for field in fields), tone(thing)) for thing in things)


def _columns(view: View, heads: tuple[tuple[str, float, Kind], ...]) -> tuple[Column, ...]:
    return tuple(Column(_head(view, key), width, kind) for key, width, kind in heads)


def _head(view: View, key: str) -> str:
    return key if key.isdigit() or key == "sha256" else view.say(key)


_SUMMARY: tuple[tuple[str, float, Kind], ...] = (
    ("what", 46, "text"),
    ("value", 24, "money"),
    ("programs", 12, "whole"),
    ("lines", 14, "whole"),
    *((f"count_{severity}", 13, "whole") for severity in GRAVEST_FIRST),
)


def _summary_rows(view: View) -> Iterator[Row]:
    report = view.report
    rest = (None,) * (len(_SUMMARY) - 2)

    def fact(key: str, value: Value) -> Row:
        return Row((view.say(key), value, *rest))

    def heading(key: str) -> Row:
        return Row((view.say(key), None, *rest), "strong")

    for draft in view.drafts:
        yield fact("draft", draft.title or draft.name)
    yield fact("region", ", ".join(view.regions) or view.say("unknown_value"))
    yield fact("period", ", ".join(view.periods) or view.say("unknown_value"))
    yield fact("plans", "\n".join(plan.name for plan in view.plans) or view.say("no_plans"))
    yield fact("as_of", figures.date(report.as_of, view.lang))
    yield heading("not_judged")
    for figure in summary.coverage(view):
        yield fact(figure.key, figure.value)
    yield heading("by_family")
    for row in summary.families(view):
        yield Row((family_label(row.family, view.lang), None, None, None, *row.findings))
    yield Row((view.say("total"), None, None, None, *summary.tally(report.findings)))
    yield Row((view.say("by_pillar"), view.say("budget_all_years"), *rest), "strong")
    for pillar in summary.pillar_rows(view):
        label = pillar_label(pillar.pillar, view.lang)
        yield Row((label, pillar.budget, pillar.programs, pillar.lines, *pillar.findings))


def _program_fields(view: View) -> tuple[Field, ...]:
    years = sorted({year for program in view.report.programs for year in program.budget})
    widths = {"pillars": 28, "sdg": 32, "support": 32, "carried_by": 32, "rpjmn": 30}
    return (
        Field("number", 6, lambda v, p: v.program_numbers[p.id], "whole"),
        Field("code", 17, lambda _, p: p.code),
        Field("level", 12, lambda v, p: v.say(f"level_{p.level}")),
        Field("program", 44, lambda _, p: p.name),
        Field("agency", 24, lambda _, p: p.agency),
        *(Field(words, widths[key], _answers(key)) for key, words in view.lists.items()),
        Field("legal_basis", 28, _legal_basis),
        Field("budget_all_years", 21, lambda _, p: summary.total_budget(p), "money"),
        *(Field(str(year), 19, _in_year(year), "money") for year in years),
        *(Field(f"count_{name}", 12, _tallied(n), "whole") for n, name in enumerate(GRAVEST_FIRST)),
        Field("declared_pillar", 18, _declared),
        Field("unit", 18, lambda _, p: p.unit),
        Field("indicators", 48, lambda v, p: "\n".join(_indicator(indicator, v) for indicator in p.indicators)),
        Field("document", 24, lambda v, p: v.document(p.document)),
        Field("page_head", 9, lambda _, p: of_first(p.evidence, lambda e: e.page), "whole"),
        Field("parent", 24, lambda v, p: named(v.programs.get(p.parent or ""))),
    )


def _answers(key: str) -> Callable[[View, Program], Value]:
    sign = {"supported": "●", "ambiguous": "◐"}

    def value(view: View, program: Program) -> Value:
        ranked: tuple[Match, ...] = getattr(view.matches(program.id), key)
        kept = matrix.answers(ranked)[:4]
        return "\n".join(" ".join((sign[m.status], *filter(None, entry_label(key, m, view.lang)))) for m in kept)

    return value


def _declared(view: View, program: Program) -> Value:
    return pillar_label(program.declared_pillar, view.lang) if program.declared_pillar else None


def _legal_basis(view: View, program: Program) -> Value:
    return program.legal_basis or "\n".join(citation.text for citation in view.matches(program.id).citations)


def _in_year(year: int) -> Callable[[View, Program], Value]:
    return lambda _, program: program.budget.get(year)


def _tallied(n: int) -> Callable[[View, Program], Value]:
    def value(view: View, program: Program) -> Value:
        return summary.tally(item.finding for item in view.by_program.get(program.id, ()))[n]

    return value


_MATCHES: tuple[tuple[str, float, Kind], ...] = (
    ("number", 6, "whole"),
    ("code", 18, "text"),
    ("program", 44, "text"),
    ("list", 18, "text"),
    ("entry", 24, "text"),
    ("label", 44, "text"),
    ("status", 15, "text"),
    ("score", 8, "score"),
    ("contributions", 64, "text"),
    ("place", 34, "text"),
)


def _match_rows(view: View) -> Iterator[Row]:
    """One row a match, its contributions line by line in one cell; then the citations."""
    lang = view.lang
    for program in view.rows:
        matches = view.matches(program.id)
        head = (view.program_numbers[program.id], program.code, program.name)
        for key, title in LISTS.items():
            for match in getattr(matches, key):
                reasons = "\n".join(_contribution(part, view) for part in match.contributions)
                where = "\n".join(view.where(e, box=True) for e in match.evidence)
                entry = (view.say(title), match.entry_id, match.label.in_language(lang))
                yield Row((*head, *entry, view.say(f"status_{match.status}"), match.score, reasons, where))
        for citation in matches.citations:
            known = citation.resolved or view.say("not_resolved")
            yield Row((*head, view.say("legal_basis"), known, citation.title, None, None, citation.text, None))


def _contribution(part: Contribution, view: View) -> str:
    words = "; ".join(f"«{word}»" for word in part.words)
    said = (weight_label(part, view.lang), words, field_label(part.field, view.lang), f"[{part.rule}]")
    return " ".join(filter(None, said))


_NOT_JUDGED: tuple[tuple[str, float, Kind], ...] = (
    ("row_kind", 28, "text"),
    ("what", 40, "text"),
    ("place", 26, "text"),
    ("reason", 60, "text"),
    ("scope", 60, "text"),
)


def _not_judged_rows(view: View) -> Iterator[Row]:
    report, lang = view.report, view.lang
    for file in report.unopened:
        said = (file.message.in_language(lang), file.remedy.in_language(lang))
        yield Row((view.say("kind_unopened"), file_name(file.name), None, *said))
    for doubt in view.doubts:
        matter = view.say("kind_unread_page" if doubt.unread else "kind_issue")
        where = view.say("page", page=figures.pages(doubt.pages)) if doubt.pages else None
        reason = doubt.message.in_language(lang) if doubt.message else None
        yield Row((matter, doubt.source.name, where, reason, None))
    for row in report.unread:
        document, where = view.document(row.evidence.document), place(row.evidence, lang)
        yield Row((view.say("kind_unread_row"), document, where, row.reason.in_language(lang), row.evidence.quote))
    for question in report.not_judged:
        names = "\n".join(named(view.programs.get(program)) or program for program in question.programs)
        title = " ".join(dict.fromkeys((question.code, view.title(question.code))))
        yield Row((view.say("kind_open_check"), title, None, question.reason.in_language(lang), names))
    for item in view.undecided:
        seen = of_first(item.finding.evidence, lambda e: place(e, lang))
        message, program = item.finding.message.in_language(lang), named(item.program)
        yield Row((view.say("kind_undecided"), item.finding.code, seen, message, program))
    for waived in report.waived:
        seen = of_first(waived.evidence, lambda e: place(e, lang))
        uses = (use for use in report.waivers if use.fingerprint == waived.fingerprint)
        terms = "\n".join(f"{use.owner}, {figures.date(use.expires, lang)}: {use.reason}" for use in uses)
        yield Row((view.say("kind_waived"), waived.code, seen, waived.message.in_language(lang), terms))
    for code in report.coverage.off:
        title = " ".join(dict.fromkeys((code, view.title(code))))
        yield Row((view.say("kind_off"), title, None, None, None))


_SOURCES: tuple[tuple[str, float, Kind], ...] = (
    ("role", 22, "text"),
    ("name", 44, "text"),
    ("kind", 20, "text"),
    ("edition", 18, "text"),
    ("pages", 10, "whole"),
    ("programs", 10, "whole"),
    ("engine", 34, "text"),
    ("sha256", 68, "text"),
)


def _source_rows(view: View) -> Iterator[Row]:
    for source in view.report.sources:
        head = (view.say(source.role), source.name, view.say(f"kind_{source.kind}"))
        dated = figures.date(source.date, view.lang) if source.date else None
        yield Row((*head, dated, source.pages, source.programs, source.engine, source.sha256))
    for held in view.report.editions:
        yield Row((view.say("editions"), held.name, None, held.edition, None, None, None, held.sha256))
    yield Row((view.say("tool"), view.report.tool, None, None, None, None, None, None))


def _indicator(indicator: Indicator, view: View) -> str:
    unit = f" ({indicator.unit})" if indicator.unit else ""
    targets = "; ".join(f"{year}: {target}" for year, target in sorted(indicator.targets.items()))
    baseline = f" {view.say('baseline')} {indicator.baseline}" if indicator.baseline else ""
    return f"{indicator.name}{unit}{baseline}{': ' if targets else ''}{targets}"
