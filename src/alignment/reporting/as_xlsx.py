"""report.xlsx: the review sheet by sheet. What stands in which column is said here, how it is drawn in workbook.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from alignment import i18n
from alignment.models import Contribution, Evidence, Indicator, Lang, Match, Program, Report
from alignment.reporting import figures, matrix, summary, workbook
from alignment.reporting.labels import (
    LISTS,
    entry_label,
    family,
    family_label,
    field_label,
    pillar_label,
    weight_label,
)
from alignment.reporting.places import corners, file_name, place
from alignment.reporting.view import GRAVEST_FIRST, Item, View
from alignment.reporting.workbook import Column, Kind, Row, Sheet, Value


class _Field(NamedTuple):
    """A column of a sheet whose rows are all of one kind: how a value is taken from the thing the row is about."""

    key: str
    width: float
    value: Callable[[View, Any], Value]
    kind: Kind = "text"


def render(report: Report, lang: Lang) -> bytes:
    """The workbook. The same report gives the same bytes."""
    return workbook.draw(_sheets(View(report, lang)), i18n.say("report.kicker", lang), report.tool, report.as_of)


def _sheets(view: View) -> Iterator[Sheet]:
    yield Sheet(_say(view, "sheet_summary"), _columns(view, _SUMMARY), _summary_rows(view))
    yield Sheet(_say(view, "sheet_not_judged"), _columns(view, _NOT_JUDGED), _not_judged_rows(view))
    yield Sheet(_say(view, "sheet_findings"), *_listed(view, _FINDINGS, view.items, _severity), frozen=3, printed=10)
    programs = _listed(view, _program_fields(view), view.rows)
    yield Sheet(_say(view, "sheet_programs"), *programs, frozen=4, printed=12)
    yield Sheet(_say(view, "sheet_matches"), _columns(view, _MATCHES), _match_rows(view), frozen=3)
    yield Sheet(_say(view, "sheet_sources"), _columns(view, _SOURCES), _source_rows(view))


def _listed(
    view: View, fields: tuple[_Field, ...], things: Iterable[Any], tone: Callable[[Any], str | None] = lambda _: None
) -> tuple[tuple[Column, ...], Iterator[Row]]:
    columns = tuple(Column(_head(view, field.key), field.width, field.kind) for field in fields)
    return columns, (Row(tuple(field.value(view, thing) for field in fields), tone(thing)) for thing in things)


def _columns(view: View, heads: tuple[tuple[str, float, Kind], ...]) -> tuple[Column, ...]:
    return tuple(Column(_head(view, key), width, kind) for key, width, kind in heads)


def _head(view: View, key: str) -> str:
    return key if key.isdigit() or key == "sha256" else _say(view, key)


_SUMMARY: tuple[tuple[str, float, Kind], ...] = (
    ("what", 46, "text"),
    ("value", 24, "money"),
    ("programs", 12, "whole"),
    ("lines", 14, "whole"),
    *((f"count_{severity}", 13, "whole") for severity in GRAVEST_FIRST),
)


def _summary_rows(view: View) -> Iterator[Row]:
    report, coverage = view.report, view.report.coverage
    rest = (None,) * (len(_SUMMARY) - 2)

    def fact(key: str, value: Value) -> Row:
        return Row((_say(view, key), value, *rest))

    def heading(key: str) -> Row:
        return Row((_say(view, key), None, *rest), "strong")

    for draft in view.drafts:
        yield fact("draft", draft.title or draft.name)
    yield fact("region", ", ".join(view.regions) or _say(view, "unknown_value"))
    yield fact("period", ", ".join(view.periods) or _say(view, "unknown_value"))
    yield fact("as_of", figures.date(report.as_of, view.lang))
    yield heading("not_judged")
    yield fact("unopened", len(report.unopened))
    yield fact("pages_read", _say(view, "of_total", part=coverage.pages_read, total=coverage.pages))
    yield fact("rows_unread", coverage.rows_unread)
    checks = summary.checks(report)
    yield fact("checks_done", _say(view, "of_total", part=len(checks.done), total=checks.known))
    yield fact("undecided", len(view.undecided))
    yield fact("programs_found", coverage.programs)
    yield heading("by_family")
    for row in summary.families(view):
        yield Row((family_label(row.family, view.lang), None, None, None, *row.findings))
    yield Row((_say(view, "total"), None, None, None, *summary.tally(report.findings)))
    yield heading("by_pillar")
    for pillar in summary.pillar_rows(view):
        name = pillar_label(pillar.pillar, view.lang)
        yield Row((name, pillar.budget, pillar.programs, pillar.lines, *pillar.findings))


def _severity(item: Item) -> str:
    return item.finding.severity


_FINDINGS: tuple[_Field, ...] = (
    _Field("number", 6, lambda _, i: i.number, "whole"),
    _Field("severity", 12, lambda v, i: _say(v, i.finding.severity), "tone"),
    _Field("code", 9, lambda _, i: i.finding.code),
    _Field("message", 46, lambda v, i: i.finding.message.in_language(v.lang)),
    _Field("suggestion", 34, lambda v, i: i.finding.suggestion.in_language(v.lang)),
    _Field("program", 28, lambda _, i: _name(i.program)),
    _Field("agency", 18, lambda _, i: i.program.agency if i.program else None),
    _Field("document", 18, lambda v, i: _of_first(i.finding.evidence, lambda e: v.document(e.document))),
    _Field("page_head", 9, lambda _, i: _of_first(i.finding.evidence, lambda e: e.page), "whole"),
    _Field("quote", 36, lambda _, i: "\n".join(e.quote for e in i.finding.evidence)),
    _Field("related", 44, lambda v, i: _quotes(i.finding.related, v)),
    _Field("outcome", 16, lambda v, i: _say(v, f"outcome_{i.finding.outcome}")),
    _Field("confidence", 17, lambda v, i: _say(v, f"confidence_{i.finding.confidence}")),
    _Field("check", 26, lambda v, i: v.title(i.finding.code)),
    _Field("family", 18, lambda v, i: family_label(family(i.finding.code), v.lang)),
    _Field("box_head", 20, lambda _, i: _of_first(i.finding.evidence, lambda e: corners(e.box) if e.box else None)),
    _Field("fingerprint", 19, lambda _, i: i.finding.fingerprint),
)


def _program_fields(view: View) -> tuple[_Field, ...]:
    years = sorted({year for program in view.report.programs for year in program.budget})
    widths = {"pillars": 28, "sdg": 32, "support": 32, "carried_by": 32, "rpjmn": 30}
    return (
        _Field("number", 6, lambda v, p: v.program_numbers[p.id], "whole"),
        _Field("code", 17, lambda _, p: p.code),
        _Field("level", 12, lambda v, p: _say(v, f"level_{p.level}")),
        _Field("program", 44, lambda _, p: p.name),
        _Field("agency", 24, lambda _, p: p.agency),
        *(_Field(words, widths[key], _answers(key)) for key, words in view.lists.items()),
        _Field("legal_basis", 28, _legal_basis),
        _Field("budget_all_years", 21, lambda _, p: summary.total_budget(p), "money"),
        *(_Field(str(year), 19, _in_year(year), "money") for year in years),
        *(_Field(f"count_{name}", 12, _tallied(n), "whole") for n, name in enumerate(GRAVEST_FIRST)),
        _Field("declared_pillar", 18, _declared),
        _Field("unit", 18, lambda _, p: p.unit),
        _Field("indicators", 48, lambda v, p: "\n".join(_indicator(indicator, v) for indicator in p.indicators)),
        _Field("document", 24, lambda v, p: v.document(p.document)),
        _Field("page_head", 9, lambda _, p: _of_first(p.evidence, lambda e: e.page), "whole"),
        _Field("parent", 24, lambda v, p: _name(v.programs.get(p.parent or ""))),
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
                where = "\n".join(f"{view.document(e.document)}, {place(e, lang)}" for e in match.evidence)
                named = (_say(view, title), match.entry_id, match.label.in_language(lang))
                yield Row((*head, *named, _say(view, f"status_{match.status}"), match.score, reasons, where))
        for citation in matches.citations:
            known = citation.resolved or _say(view, "not_resolved")
            yield Row((*head, _say(view, "legal_basis"), known, citation.title, None, None, citation.text, None))


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
        yield Row((_say(view, "kind_unopened"), file_name(file.name), None, *said))
    for doubt in view.doubts:
        matter = _say(view, "kind_unread_page" if doubt.unread else "kind_issue")
        where = _say(view, "page", page=figures.pages(doubt.pages)) if doubt.pages else None
        reason = doubt.message.in_language(lang) if doubt.message else None
        yield Row((matter, doubt.source.name, where, reason, None))
    for row in report.unread:
        document, where = view.document(row.evidence.document), place(row.evidence, lang)
        yield Row((_say(view, "kind_unread_row"), document, where, row.reason.in_language(lang), row.evidence.quote))
    for question in report.not_judged:
        names = "\n".join(_name(view.programs.get(program)) or program for program in question.programs)
        title = " ".join(dict.fromkeys((question.code, view.title(question.code))))
        yield Row((_say(view, "kind_open_check"), title, None, question.reason.in_language(lang), names))
    for item in view.undecided:
        seen = _of_first(item.finding.evidence, lambda e: place(e, lang))
        message, program = item.finding.message.in_language(lang), _name(item.program)
        yield Row((_say(view, "kind_undecided"), item.finding.code, seen, message, program))
    for waived in report.waived:
        seen = _of_first(waived.evidence, lambda e: place(e, lang))
        uses = (use for use in report.waivers if use.fingerprint == waived.fingerprint)
        terms = "\n".join(f"{use.owner}, {figures.date(use.expires, lang)}: {use.reason}" for use in uses)
        yield Row((_say(view, "kind_waived"), waived.code, seen, waived.message.in_language(lang), terms))
    for code in report.coverage.off:
        title = " ".join(dict.fromkeys((code, view.title(code))))
        yield Row((_say(view, "kind_off"), title, None, None, None))


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
        named = (_say(view, source.role), source.name, _say(view, f"kind_{source.kind}"))
        dated = figures.date(source.date, view.lang) if source.date else None
        yield Row((*named, dated, source.pages, source.programs, source.engine, source.sha256))
    for held in view.report.editions:
        yield Row((_say(view, "editions"), held.name, None, held.edition, None, None, None, held.sha256))
    yield Row((_say(view, "tool"), view.report.tool, None, None, None, None, None, None))


def _say(view: View, key: str, **facts: object) -> str:
    return i18n.say(f"report.{key}", view.lang, **facts)


def _of_first(evidence: tuple[Evidence, ...], value: Callable[[Evidence], Value]) -> Value:
    return value(evidence[0]) if evidence else None


def _name(program: Program | None) -> str | None:
    if program is None:
        return None
    return f"{program.code} {program.name}" if program.code else program.name


def _quotes(evidence: tuple[Evidence, ...], view: View) -> str:
    return "\n".join(f"{view.document(e.document)}, {place(e, view.lang, box=False)}: {e.quote}" for e in evidence)


def _indicator(indicator: Indicator, view: View) -> str:
    unit = f" ({indicator.unit})" if indicator.unit else ""
    targets = "; ".join(f"{year}: {target}" for year, target in sorted(indicator.targets.items()))
    baseline = f" {_say(view, 'baseline')} {indicator.baseline}" if indicator.baseline else ""
    return f"{indicator.name}{unit}{baseline}{': ' if targets else ''}{targets}"
