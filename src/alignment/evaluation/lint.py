"""What is doubtful in rule files, though not wrong: found without running them on anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Literal

from alignment import corpora, i18n, rules, text
from alignment.evaluation.circles import all_circles
from alignment.matching.subject import Subject
from alignment.models import Text
from alignment.models.base import Frozen
from alignment.rules.compile import Term, compiled
from alignment.rules.model import BoundRule, CitationRule, PhraseRule

Kind = Literal["entry_without_rule", "phrase_shrinks", "phrase_covered", "phrase_shared", "label_missing", "never_hit",
               "citation_not_in_force", "circular_link"]  # fmt: skip
_FIRM = frozenset({"decisive", "strong"})
_COMPLETE = {"pillars": "subdimension", "sdg": "goal"}
"""Parts in which every entry of that level must have a rule."""


class Doubt(Frozen):
    """One thing a rule writer should look at."""

    kind: Kind
    where: str
    """file:line, or the corpus."""
    rule: str | None = None
    message: Text


def lint(folder: Path | None = None, texts: Iterable[str] = ()) -> tuple[Doubt, ...]:
    """The doubts about the rules of `folder` (default: those that ship), by kind and place.

    With `texts` (names of real programs, say) also the phrases that none of them ever hits. Raises RuleError.
    """
    ruleset = rules.load(folder)
    phrases = [bound for bound in ruleset.rules if isinstance(bound.rule, PhraseRule)]
    doubts = [
        *_without_rule(ruleset),
        *(doubt for bound in phrases for doubt in _in_one_rule(bound)),
        *_shared(phrases),
        *_labels(ruleset),
        *_expired(ruleset),
        *_circular(),
        *_never_hit(ruleset, phrases, tuple(texts)),
    ]
    return tuple(doubts)


def _without_rule(ruleset: rules.RuleSet) -> Iterator[Doubt]:
    for part, level in _COMPLETE.items():
        bound = [rule.target for rule in ruleset.rules if rule.part == part]
        reached = {above for target in bound for above in _lineage(target)}
        if not bound:
            continue
        for entry in corpora.load(part).entries:
            if getattr(entry, "level", None) == level and entry.id not in reached:
                yield _doubt("entry_without_rule", f"corpora/{part}", None, entry=entry.id, label=entry.label.id)


def _lineage(target: str) -> Iterator[str]:
    parts = target.split(".")
    return (".".join(parts[:length]) for length in range(1, len(parts) + 1))


def _in_one_rule(bound: BoundRule) -> Iterator[Doubt]:
    rule = bound.rule
    assert isinstance(rule, PhraseRule)  # noqa: S101
    terms = {phrase: text.content(phrase) for phrase in rule.any_of}
    for phrase, term in terms.items():
        whole = text.normal(phrase).split()
        if len(term) < 2 <= len(whole):
            yield _at(bound, "phrase_shrinks", phrase=phrase, left=" ".join(term) or "-")
        shorter = next((other for other, inner in terms.items() if other != phrase and _covers(inner, term)), None)
        if shorter:
            yield _at(bound, "phrase_covered", phrase=phrase, other=shorter)


def _covers(inner: Term, outer: Term) -> bool:
    """Whether whatever hits `outer` hits `inner`. A single word covers nothing: it is not found by its stem."""
    size = len(inner)
    return 1 < size <= len(outer) and any(outer[at : at + size] == inner for at in range(len(outer) - size + 1))


def _shared(phrases: list[BoundRule]) -> Iterator[Doubt]:
    """One phrase that speaks firmly for two entries of one edition that do not lie above each other."""
    spoken: dict[tuple[str, str, Term], list[BoundRule]] = defaultdict(list)
    for bound in phrases:
        if bound.rule.weight in _FIRM and isinstance(bound.rule, PhraseRule) and not bound.rule.all_of:
            for term in dict.fromkeys(map(text.content, bound.rule.any_of)):
                edition = bound.target.partition(".")[0] if bound.part == "rpjmn" else ""
                spoken[bound.part, edition, term].append(bound)
    for (*_, term), some in spoken.items():
        others = [one for one in some[1:] if not _related(one.target, some[0].target)]
        if others:
            ids = ", ".join(one.rule.id for one in others)
            yield _at(some[0], "phrase_shared", phrase=" ".join(term), other=ids)


def _related(one: str, other: str) -> bool:
    return one in _lineage(other) or other in _lineage(one)


def _labels(ruleset: rules.RuleSet) -> Iterator[Doubt]:
    for part in dict.fromkeys(bound.part for bound in ruleset.rules):
        corpus = corpora.load("nomenclature" if part == "support" else part)
        for target in dict.fromkeys(bound.target for bound in ruleset.rules if bound.part == part):
            entry = corpus.get(target)
            if entry is not None and not (entry.label.id and entry.label.en):
                yield _doubt("label_missing", f"corpora/{corpus.name}", None, entry=target)


def _expired(ruleset: rules.RuleSet) -> Iterator[Doubt]:
    """Citation rules whose regulation is not known, or known to be revoked or over."""
    for bound in ruleset.rules:
        if isinstance(bound.rule, CitationRule):
            for cited in bound.rule.cites:
                regulation = corpora.load("regulations").get(cited)
                if regulation is None or regulation.status in ("revoked", "expired"):
                    yield _at(bound, "citation_not_in_force", phrase=cited)


def _circular() -> Iterator[Doubt]:
    for corpus, circle in all_circles():
        yield _doubt("circular_link", f"corpora/{corpus}", None, circle=" > ".join((*circle, circle[0])))


def _never_hit(ruleset: rules.RuleSet, phrases: list[BoundRule], texts: tuple[str, ...]) -> Iterator[Doubt]:
    if not texts:
        return
    ready = compiled(ruleset)
    found = chain.from_iterable(ready.terms.find([word.norm for word in Subject.of_text(one).words]) for one in texts)
    hit = {ready.terms.words[one.term] for one in found}
    for bound in phrases:
        assert isinstance(bound.rule, PhraseRule)  # noqa: S101
        missed = [phrase for phrase in bound.rule.any_of if text.content(phrase) not in hit]
        if missed:
            yield _at(bound, "never_hit", phrase=", ".join(missed))


def _at(bound: BoundRule, kind: Kind, **facts: str) -> Doubt:
    return _doubt(kind, f"{bound.path}:{bound.line}", bound.rule.id, **facts)


def _doubt(kind: Kind, where: str, rule: str | None, **facts: str) -> Doubt:
    return Doubt(kind=kind, where=where, rule=rule, message=i18n.both(f"evaluation.{kind}", **facts))
