"""OVL001: one program that stands in the drafts twice."""

from __future__ import annotations

from alignment import corpora
from alignment.checks.base import Review, Verdict, finding, joined, named, not_judged
from alignment.checks.pairs import Pair, pairs, versions
from alignment.checks.spec import CheckSpec
from alignment.checks.stake import at_stake
from alignment.models import Finding, Program, Text
from alignment.text import normal


def same_program(review: Review, spec: CheckSpec) -> Verdict:
    """Judges all programs of all drafts; a program named three times is one finding with three places."""
    same = [pair for pair in pairs(review) if pair.is_same]
    judged = sum(len(draft.extraction.programs) for draft in review.drafts)
    groups = [group for group in _groups(same) if not _is_label(group, spec)]
    open_ = [
        not_judged(spec, "versions", one=review.documents[one].name, other=review.documents[other].name)
        for one, other in versions(review)
    ]
    return Verdict(judged, tuple(_found(spec, group, same) for group in groups), tuple(open_))


def _is_label(group: tuple[Program, ...], spec: CheckSpec) -> bool:
    """Words that stand again and again, with nothing to tell the places apart, are a label and no program."""
    told_apart = {program.declared_pillar or program.agency for program in group}
    return len(group) > spec.threshold("most_times") and len(told_apart) == 1


def _groups(same: list[Pair]) -> list[tuple[Program, ...]]:
    """The programs joined by pairs, directly or through others, each group in the order of the pairs."""
    group_of: dict[str, list[Program]] = {}
    for pair in same:
        first = group_of.setdefault(pair.a.id, [pair.a])
        second = group_of.setdefault(pair.b.id, [pair.b])
        if first is not second:
            first.extend(second)
            for program in second:
                group_of[program.id] = first
    distinct = {id(group): group for group in group_of.values()}
    return [tuple(group) for group in distinct.values()]


def _found(spec: CheckSpec, group: tuple[Program, ...], same: list[Pair]) -> Finding:
    members = {program.id for program in group}
    reason = next(pair.overlap.reasons[0].message for pair in same if pair.a.id in members)
    first, second = group[0], group[1]
    return finding(
        spec,
        _variant(group),
        subject=sorted(program.name for program in group),
        evidence=first.evidence[:1],
        keys=sorted(program.declared_pillar or program.agency or "" for program in group),
        program=first,
        related=[place for program in group[1:] for place in program.evidence[:1]],
        name=named(first),
        other=named(second),
        count=len(group),
        reason=reason,
        pillars=_pillars(group),
        first_agency=first.agency or "-",
        second_agency=second.agency or "-",
        stake=at_stake(group),
    )


def _pillars(group: tuple[Program, ...]) -> Text:
    """The pillars it stands under, in the order of the group."""
    declared = dict.fromkeys(program.declared_pillar for program in group if program.declared_pillar)
    labels = [entry.label for pillar in declared if (entry := corpora.load("pillars").get(pillar))]
    return joined(labels)


def _variant(group: tuple[Program, ...]) -> str:
    if len({program.document for program in group}) > 1:
        return "drafts"
    if len({normal(program.agency) for program in group if program.agency}) > 1:
        return "agencies"
    if len({program.declared_pillar for program in group if program.declared_pillar}) > 1:
        return "pillars"
    return "twice"
