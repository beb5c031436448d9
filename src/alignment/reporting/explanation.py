"""Why one finding was made: words and places, what the rules saw, why the neighbours were not chosen, the manual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alignment import checks, i18n
from alignment.errors import ConfigError
from alignment.models import Evidence, Finding, Lang, Match, Matches, Report
from alignment.reporting import figures, manual
from alignment.reporting.labels import LISTS, RESTS_ON, entry_label, family, field_label, weight_label
from alignment.reporting.view import View

_SHORTEST = 4


def explanation(report: Report, fingerprint: str, lang: Lang) -> Iterator[str]:
    """The lines of the answer, without line breaks inside. `fingerprint` may be cut to what only one finding has.

    Raises ConfigError where no finding, or more than one, begins like that.
    """
    finding = _found(report, fingerprint)
    view = View(report, lang)
    sure = _say(f"confidence_{finding.confidence}", lang)
    yield " · ".join((f"{finding.code} {view.title(finding.code)}", _say(finding.severity, lang), sure))
    yield finding.message.in_language(lang)
    yield f"{_say('suggestion', lang)}: {finding.suggestion.in_language(lang)}"
    yield from _waived(report, finding, lang)
    yield from _places(_say("evidence", lang), finding.evidence, view)
    yield from _places(_say("related", lang), finding.related, view)
    yield from _reasons(finding, view)
    yield from _manual(finding.code, lang)


def pointers(matches: Matches, lang: Lang) -> Iterator[str]:
    """What a text points to, list by list: best first, the rejected among them, with what spoke for and against."""
    yield from _pointed(matches, ("pillars", "sdg", "support", "rpjmn"), lang)
    if matches.citations:
        yield from _cited(matches, lang)


def _pointed(matches: Matches, kinds: Iterable[str], lang: Lang) -> Iterator[str]:
    for kind in kinds:
        yield _say(LISTS[kind], lang)
        yield from list(_ranking(kind, getattr(matches, kind), lang)) or [f"  {_say('explain_nothing', lang)}"]


def _cited(matches: Matches, lang: Lang) -> Iterator[str]:
    yield _say("explain_cited", lang)
    for citation in matches.citations:
        yield f"  {citation.text} → {citation.resolved or _say('not_resolved', lang)}"


def _ranking(kind: str, ranked: Iterable[Match], lang: Lang) -> Iterator[str]:
    for match in ranked:
        reference, name = entry_label(kind, match, lang)
        known = " ".join(filter(None, (reference, name)))
        yield f"  {figures.decimal(match.score, lang)} {_say(f'status_{match.status}', lang)}  {known}"
        for part in match.contributions:
            field = field_label(part.field, lang)
            where = f" ({field})" if field else ""
            yield f"       {weight_label(part, lang)} {', '.join(part.words)}{where} [{part.rule}]"


def _found(report: Report, fingerprint: str) -> Finding:
    wanted = fingerprint.strip().lower()
    found = [one for one in (*report.findings, *report.waived) if one.fingerprint.startswith(wanted)]
    if len(found) != 1 or len(wanted) < _SHORTEST:
        raise ConfigError(
            i18n.both("report.explain_unknown", fingerprint=fingerprint), i18n.both("report.explain_unknown_remedy")
        )
    return found[0]


def _waived(report: Report, finding: Finding, lang: Lang) -> Iterator[str]:
    for use in report.waivers:
        if use.state == "used" and use.fingerprint == finding.fingerprint:
            yield _say("explain_waived", lang, date=figures.date(use.expires, lang), owner=use.owner, reason=use.reason)


def _places(head: str, places: Iterable[Evidence], view: View) -> Iterator[str]:
    lines = [f"  {_where(one, view)}" for one in dict.fromkeys(places)]
    if lines:
        yield from ("", head, *lines)


def _where(one: Evidence, view: View) -> str:
    """Document, page and quote; the document alone where it is the whole of it."""
    where = view.where(one, box=True)
    return f"{where}: “{one.quote}”" if one.quote else where


def _reasons(finding: Finding, view: View) -> Iterator[str]:
    kind, lang = family(finding.code), view.lang
    if finding.program is None:
        return
    matches = view.matches(finding.program)
    if kind == "OVL":
        yield from _comparison(finding, view)
    elif kind == "REG" and matches.citations:
        yield ""
        yield from _cited(matches, lang)
    elif kind in RESTS_ON:
        yield from ("", _say("explain_points", lang), *_pointed(matches, RESTS_ON[kind], lang))


def _comparison(finding: Finding, view: View) -> Iterator[str]:
    """The two programs held against each other again: the same programs give the same reasons."""
    from alignment.matching.compare import compare

    program = view.programs.get(finding.program or "")
    for number in dict.fromkeys(other for one in finding.related for other in view.programs_at.get(one, ())):
        other = view.programs[number]
        if program is None or other.id == program.id:
            continue
        overlap = compare(program, other)
        score = figures.decimal(overlap.score, view.lang)
        yield from ("", _say("explain_compared", view.lang, name=other.name, score=score))
        for reason in overlap.reasons:
            yield f"  {figures.signed(reason.weight, view.lang)} {reason.message.in_language(view.lang)}"


def _manual(code: str, lang: Lang) -> Iterator[str]:
    """What stands in the check's YAML; nothing where the rules do not know the check (any more)."""
    spec = checks.load().by_code.get(code)
    if spec is None:
        return
    for head, words in manual.parts(spec, lang):
        yield from ("", head, f"  {words}")


def _say(key: str, lang: Lang, **facts: object) -> str:
    return i18n.say(f"report.{key}", lang, **facts)
