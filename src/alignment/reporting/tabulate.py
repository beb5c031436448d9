"""The sheets of the workbook as plain rows: what stands in which column, without a word on how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from alignment import i18n
from alignment.models import Evidence, Finding, Indicator, Match, Program
from alignment.reporting import figures, summary
from alignment.reporting.places import corners, place
from alignment.reporting.view import Item, View, family, family_label

Kind = Literal["text", "tone", "whole", "score", "money"]
Value = str | int | float | Decimal | None


class Column(NamedTuple):
    """A column head, its width in characters, and what stands below it."""

    title: str
    width: float
    kind: Kind = "text"


class Row(NamedTuple):
    """The values of one row; `tone` is a severity, "strong" for a heading, or None."""

    values: tuple[Value, ...]
    tone: str | None = None


class Sheet(NamedTuple):
    """One sheet. `rows` is read once, in order."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    frozen: int = 0
    """How many columns stay when the sheet is scrolled sideways."""


def sheets(view: View) -> Iterator[Sheet]:
    """The workbook, sheet by sheet."""
    makers: tuple[Callable[[View], Sheet], ...] = (_summary, _findings, _programs, _matches, _not_judged, _sources)
    for make in makers:
        yield make(view)


def _summary(view: View) -> Sheet:
    say = _say(view)
    columns = (Column(say("what"), 46), Column(say("value"), 22, "money"), Column(say("programs"), 12, "whole"))
    counted = (Column(say("lines"), 14, "whole"), *(Column(say(f"count_{s}"), 13, "whole") for s in ("error", "warning", "info")))
    return Sheet(say("sheet_summary"), (*columns, *counted), _summary_rows(view))


def _summary_rows(view: View) -> Iterator[Row]:
    say, report, coverage = _say(view), view.report, view.report.coverage
    blank: tuple[Value, ...] = (None,) * 5

    def fact(key: str, value: Value) -> Row:
        return Row((say(key), value, *blank))

    def heading(key: str) -> Row:
        return Row((say(key), *(None,) * 6), "strong")

    for draft in view.drafts:
        yield fact("draft", draft.title or draft.name)
        yield fact("region", draft.region.name if draft.region else say("unknown_value"))
        yield fact("period", f"{draft.period.start}–{draft.period.end}" if draft.period else say("unknown_value"))
    yield fact("as_of", figures.date(report.as_of, view.lang))
    yield heading("not_judged")
    yield fact("unopened", str(len(report.unopened)))
    yield fact("pages_read", say("of_total", part=coverage.pages_read, total=coverage.pages))
    yield fact("programs_found", str(coverage.programs))
    yield fact("rows_unread", str(coverage.rows_unread))
    yield fact("checks_open", str(len(report.not_judged)))
    yield fact("undecided", str(len(view.undecided)))
    yield heading("by_family")
    for row in summary.families(view):
        yield Row((family_label(row.family, view.lang), None, None, None, *row.findings))
    yield Row((say("total"), None, None, None, *summary.tally(report.findings)), "strong")
    yield heading("by_pillar")
    for pillar in summary.pillar_rows(view):
        label = pillar_label(pillar.pillar, view)
        yield Row((label, pillar.budget, pillar.programs, pillar.lines, *pillar.findings))


def _findings(view: View) -> Sheet:
    say = _say(view)
    columns = (
        Column(say("number"), 6, "whole"), Column(say("severity"), 12, "tone"), Column(say("code"), 9), Column(say("check"), 26),
        Column(say("family"), 18), Column(say("outcome"), 16), Column(say("confidence"), 17), Column(say("message"), 56),
        Column(say("suggestion"), 44), Column(say("program"), 34), Column(say("agency"), 24), Column(say("document"), 24),
        Column(say("page_head"), 9, "whole"), Column(say("quote"), 50), Column(say("related"), 44), Column(say("box_head"), 20),
        Column(say("fingerprint"), 19),
    )  # fmt: skip
    return Sheet(say("sheet_findings"), columns, (_finding_row(item, view) for item in view.items), frozen=3)


def _finding_row(item: Item, view: View) -> Row:
    say, finding, program = _say(view), item.finding, item.program
    first = finding.evidence[0] if finding.evidence else None
    values = (
        item.number, say(finding.severity), finding.code, view.title(finding.code), family_label(family(finding.code), view.lang),
        say(f"outcome_{finding.outcome}"), say(f"confidence_{finding.confidence}"), finding.message.in_language(view.lang),
        finding.suggestion.in_language(view.lang), _name(program), program.agency if program else None,
        view.document(first.document) if first else None, first.page if first else None, _quotes(finding.evidence, view),
        _quotes(finding.related, view), corners(first.box) if first and first.box else None, finding.fingerprint,
    )  # fmt: skip
    return Row(values, finding.severity)


def _programs(view: View) -> Sheet:
    say = _say(view)
    years = sorted({year for program in view.report.programs for year in program.budget})
    columns = (
        Column(say("number"), 6, "whole"), Column(say("code"), 18), Column(say("level"), 13), Column(say("program"), 48), Column(say("agency"), 28),
        Column(say("unit"), 18), Column(say("declared_pillar"), 18), Column(say("pillar"), 26), Column(say("sdg"), 22), Column(say("support"), 34),
        Column(say("carried_by"), 34), Column(say("rpjmn"), 30), Column(say("legal_basis"), 30), Column(say("indicators"), 48),
        *(Column(str(year), 19, "money") for year in years), Column(say("budget_all_years"), 21, "money"),
        *(Column(say(f"count_{severity}"), 12, "whole") for severity in ("error", "warning", "info")),
        Column(say("document"), 24), Column(say("page_head"), 9, "whole"), Column(say("parent"), 18),
    )  # fmt: skip
    return Sheet(say("sheet_programs"), columns, (_program_row(p, years, view) for p in view.report.programs), frozen=4)


def _program_row(program: Program, years: list[int], view: View) -> Row:
    say, matches = _say(view), view.matches(program.id)
    first = program.evidence[0] if program.evidence else None
    parent = view.programs.get(program.parent or "")
    counts = summary.tally(item.finding for item in view.by_program.get(program.id, ()))
    values: tuple[Value, ...] = (
        view.program_numbers[program.id], program.code, say(f"level_{program.level}"), program.name, program.agency, program.unit,
        pillar_label(program.declared_pillar, view) if program.declared_pillar else None,
        *(_answers(ranked, view) for ranked in (matches.pillars, matches.sdg, matches.support, matches.carried_by, matches.rpjmn)),
        program.legal_basis or "\n".join(citation.text for citation in matches.citations),
        "\n".join(_indicator(indicator, view) for indicator in program.indicators),
        *(program.budget.get(year) for year in years), summary.total_budget(program), *counts,
        view.document(program.document), first.page if first else None, _name(parent),
    )  # fmt: skip
    return Row(values)


def _matches(view: View) -> Sheet:
    say = _say(view)
    columns = (
        Column(say("number"), 6, "whole"), Column(say("program"), 44), Column(say("list"), 18), Column(say("entry"), 22), Column(say("label"), 44),
        Column(say("status"), 15), Column(say("score"), 8, "score"), Column(say("rule"), 32), Column(say("words"), 34), Column(say("weight"), 8, "score"),
        Column(say("field"), 16), Column(say("place"), 34),
    )  # fmt: skip
    return Sheet(say("sheet_matches"), columns, _match_rows(view), frozen=2)


def _match_rows(view: View) -> Iterator[Row]:
    say = _say(view)
    for program in view.report.programs:
        matches = view.matches(program.id)
        named = (("pillar", matches.pillars), ("sdg", matches.sdg), ("support", matches.support), ("carried_by", matches.carried_by), ("rpjmn", matches.rpjmn))  # fmt: skip
        head = (view.program_numbers[program.id], program.name)
        for key, ranked in named:
            for match in ranked:
                where = "\n".join(f"{view.document(e.document)} {place(e, view.lang)}" for e in match.evidence)
                entry = (*head, say(key), match.entry_id, match.label.in_language(view.lang), say(f"status_{match.status}"), match.score)
                for part in match.contributions:
                    yield Row((*entry, part.rule, "; ".join(part.words), part.weight, field_label(part.field, view), where))
                if not match.contributions:
                    yield Row((*entry, None, None, None, None, where))
        for citation in matches.citations:
            resolved = citation.resolved or say("not_resolved")
            yield Row((*head, say("legal_basis"), resolved, citation.title, None, None, None, citation.text, None, None, None))


def _not_judged(view: View) -> Sheet:
    say = _say(view)
    columns = (Column(say("row_kind"), 28), Column(say("what"), 34), Column(say("place"), 26), Column(say("reason"), 60), Column(say("scope"), 60))
    return Sheet(say("sheet_not_judged"), columns, _not_judged_rows(view))


def _not_judged_rows(view: View) -> Iterator[Row]:
    say, report, lang = _say(view), view.report, view.lang
    for unopened in report.unopened:
        yield Row((say("kind_unopened"), unopened.name, None, unopened.message.in_language(lang), unopened.remedy.in_language(lang)))
    for source in report.sources:
        for page in source.unread_pages:
            yield Row((say("kind_unread_page"), source.name, say("page", page=page), None, None))
        for issue in source.issues:
            where = say("page", page=issue.page) if issue.page is not None else None
            yield Row((say("kind_issue"), source.name, where, issue.message.in_language(lang), None))
    for unread in report.unread:
        where = place(unread.evidence, lang)
        yield Row((say("kind_unread_row"), view.document(unread.evidence.document), where, unread.reason.in_language(lang), unread.evidence.quote))
    for question in report.not_judged:
        names = "\n".join(view.programs[p].name if p in view.programs else p for p in question.programs)
        title = f"{question.code} {view.title(question.code)}" if view.title(question.code) != question.code else question.code
        yield Row((say("kind_open_check"), title, None, question.reason.in_language(lang), names or say("whole_draft")))
    for item in view.undecided:
        where = place(item.finding.evidence[0], lang) if item.finding.evidence else None
        yield Row((say("kind_undecided"), item.finding.code, where, item.finding.message.in_language(lang), _name(item.program)))


def _sources(view: View) -> Sheet:
    say = _say(view)
    columns = (
        Column(say("role"), 22), Column(say("name"), 44), Column(say("kind"), 20), Column(say("edition"), 18), Column(say("pages"), 10, "whole"),
        Column(say("programs"), 10, "whole"), Column(say("engine"), 34), Column("sha256", 68),
    )  # fmt: skip
    return Sheet(say("sheet_sources"), columns, _source_rows(view))


def _source_rows(view: View) -> Iterator[Row]:
    say, report = _say(view), view.report
    for source in report.sources:
        dated = figures.date(source.date, view.lang) if source.date else None
        yield Row((say(source.role), source.name, say(f"kind_{source.kind}"), dated, source.pages, source.programs, source.engine, source.sha256))
    for edition in report.editions:
        yield Row((say("editions"), edition.name, None, edition.edition, None, None, None, edition.sha256))
    yield Row((say("tool"), report.tool, None, None, None, None, None, None))


def pillar_label(pillar: str | None, view: View) -> str:
    """The pillar's name for people; its id where it is not one of the six."""
    if pillar is None:
        return i18n.say("report.no_pillar", view.lang)
    return i18n.say(f"report.pillar_{pillar}", view.lang) if pillar in summary.PILLARS else pillar


def field_label(field: str | None, view: View) -> str | None:
    """The part of a program that spoke, for people; as the rule names it where we have no word."""
    if field is None:
        return None
    known = ("name", "description", "indicator", "indicators", "outcome", "output", "agency", "code", "heading")
    return i18n.say(f"report.field_{field}", view.lang) if field in known else field


def _say(view: View) -> Callable[..., str]:
    return lambda key, **facts: i18n.say(f"report.{key}", view.lang, **facts)


def _name(program: Program | None) -> str | None:
    if program is None:
        return None
    return f"{program.code} {program.name}" if program.code else program.name


def _quotes(evidence: tuple[Evidence, ...], view: View) -> str:
    return "\n".join(f"{view.document(e.document)}, {place(e, view.lang, box=False)}: {e.quote}" for e in evidence)


def _answers(ranked: tuple[Match, ...], view: View) -> str:
    kept = [match for match in ranked if match.status != "rejected"]
    sign = {"supported": "●", "ambiguous": "◐"}
    return "\n".join(f"{sign[match.status]} {match.entry_id} {match.label.in_language(view.lang)}" for match in kept[:4])


def _indicator(indicator: Indicator, view: View) -> str:
    unit = f" ({indicator.unit})" if indicator.unit else ""
    targets = "; ".join(f"{year}: {target}" for year, target in sorted(indicator.targets.items()))
    baseline = f" {i18n.say('report.baseline', view.lang)} {indicator.baseline}" if indicator.baseline else ""
    return f"{indicator.name}{unit}{baseline}{': ' if targets else ''}{targets}"
