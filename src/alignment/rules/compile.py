"""Rules to one matcher: every phrase of every rule of every part, found in one pass over a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from alignment import text
from alignment.rules.model import BoundRule, CitationRule, CodeRule, FuzzyRule, PhraseRule, RuleSet

K = TypeVar("K")
V = TypeVar("V")

Term = tuple[str, ...]
"""The content words of a phrase. Rules know their terms by number: looking words up again and again takes longer."""
Pattern = tuple[str, ...]
"""The parts of a code and then "*" (any rest) or "=" (nothing more)."""
_ANY_TERM = "term"
"""The one key of the matcher: which term it found, the words say. A key a term takes three times as long to set up."""
UNKNOWN = "\u25a1"
"""Stands for every word that no rule knows, so that documents cannot make the vocabulary grow."""


class Occurrence(NamedTuple):
    """A term at the words `start` to `end` (end excluded) of the list searched."""

    start: int
    end: int
    term: int
    stemmed: bool
    """True where the words only share the stems of the term's."""


class TermFinder:
    """spaCy's PhraseMatcher over word lists: no tokenizer, no language data, a vocabulary of the rules' words only.

    It looks for stems; what is found is then held against the words themselves. Terms of one word are found as written
    only: too many stems are wrong ("pengadaan" -> "ada").
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        """Terms are numbered as given, each once."""
        from spacy.matcher import PhraseMatcher
        from spacy.tokens import Doc
        from spacy.vocab import Vocab

        self._doc = Doc
        self._vocab = Vocab()
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")
        self.words = tuple(terms)
        by_stems: dict[Term, list[tuple[int, Term]]] = defaultdict(list)
        for number, term in enumerate(self.words):
            by_stems[tuple(map(text.stem, term))].append((number, term))
        self._terms = _frozen(by_stems)
        self._stems = frozenset(stem for stems in by_stems for stem in stems)
        hash_of = self._vocab.strings.add
        hashes: Any = [list(map(hash_of, stems)) for stems in by_stems]  # taken too; a Doc a term is 6 times slower
        self._matcher.add(_ANY_TERM, hashes)

    def find(self, words: Sequence[str]) -> list[Occurrence]:
        """All occurrences of all terms, overlapping ones too, in order of place."""
        known = [stem if (stem := text.stem(word)) in self._stems else UNKNOWN for word in words]
        matches = self._matcher(self._doc(self._vocab, words=known)) if words else ()
        return sorted(
            [
                Occurrence(start, end, number, term != tuple(words[start:end]))
                for _, start, end in matches
                for number, term in self._terms[tuple(known[start:end])]
                if len(term) > 1 or term[0] == words[start]
            ]
        )


class Phrase(NamedTuple):
    """A phrase rule and the terms it asks for."""

    bound: BoundRule
    rule: PhraseRule
    any_of: tuple[int, ...]
    all_of: tuple[int, ...]
    none_of: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Compiled:
    """A RuleSet made ready to fire."""

    rules: tuple[BoundRule, ...]
    terms: TermFinder
    triggers: dict[int, tuple[int, ...]]
    """Term to the rules (by index) that it may fire."""
    phrases: dict[int, Phrase]
    """The phrase rules by index."""
    codes: dict[Pattern, tuple[int, ...]]
    """Code pattern to the rules it fires."""
    citations: dict[str, tuple[int, ...]]
    """Regulation to the rules it fires."""
    wordings: tuple[tuple[int, Term], ...]
    """Rule index and content words of each fuzzy wording."""
    wording_words: dict[str, tuple[int, ...]]
    """Word to the wordings (by position in `wordings`) that hold it."""


@lru_cache(maxsize=8)
def compiled(ruleset: RuleSet) -> Compiled:
    """`ruleset` compiled; imports spaCy."""
    numbers: dict[Term, int] = {}

    def numbered(phrases: Iterable[str]) -> tuple[int, ...]:
        terms = [term for phrase in phrases if (term := text.content(phrase))]
        return tuple([numbers.setdefault(term, len(numbers)) for term in terms])

    phrases = {
        index: Phrase(bound, rule, numbered(rule.any_of), numbered(rule.all_of), numbered(rule.none_of))
        for index, bound in enumerate(ruleset.rules)
        if isinstance(rule := bound.rule, PhraseRule)
    }
    triggers: dict[int, list[int]] = defaultdict(list)
    for index, phrase in phrases.items():
        for term in phrase.any_of or phrase.all_of[:1]:
            triggers[term].append(index)
    wordings = tuple(
        (index, text.content(wording))
        for index, bound in enumerate(ruleset.rules)
        if isinstance(bound.rule, FuzzyRule)
        for wording in bound.rule.like
    )
    return Compiled(
        rules=ruleset.rules,
        terms=TermFinder(numbers),
        triggers=_frozen(triggers),
        phrases=phrases,
        codes=_codes(ruleset.rules),
        citations=_citations(ruleset.rules),
        wordings=wordings,
        wording_words=_inverted(wordings),
    )


def _codes(rules: tuple[BoundRule, ...]) -> dict[Pattern, tuple[int, ...]]:
    codes: dict[Pattern, list[int]] = defaultdict(list)
    for index, bound in enumerate(rules):
        if isinstance(bound.rule, CodeRule):
            for code in bound.rule.codes:
                codes[pattern(code)].append(index)
    return _frozen(codes)


def _citations(rules: tuple[BoundRule, ...]) -> dict[str, tuple[int, ...]]:
    cited: dict[str, list[int]] = defaultdict(list)
    for index, bound in enumerate(rules):
        if isinstance(bound.rule, CitationRule):
            for regulation in bound.rule.cites:
                cited[regulation].append(index)
    return _frozen(cited)


def pattern(code: str) -> Pattern:
    """A code of a rule file as a key: its parts, then "*" for any rest or "=" for nothing more."""
    return (*code_parts(code.rstrip("*").rstrip(".")), "*" if code.endswith("*") else "=")


def patterns_over(code: str) -> list[Pattern]:
    """All patterns that a program's code stands under, the narrowest first."""
    parts = code_parts(code)
    found: list[Pattern] = [(*parts, "=")]
    for length in range(len(parts), 0, -1):
        found.append((*parts[:length], "*"))
        if length > 2:
            found.append(("X", "XX", *parts[2:length], "*"))
    return found


def code_parts(code: str) -> tuple[str, ...]:
    """The parts of a nomenclature code, each without leading zeros: editions pad the last part differently."""
    return tuple(part.lstrip("0") or "0" for part in code.split("."))


def _inverted(wordings: tuple[tuple[int, Term], ...]) -> dict[str, tuple[int, ...]]:
    words: dict[str, list[int]] = defaultdict(list)
    for position, (_, wording) in enumerate(wordings):
        for word in dict.fromkeys(wording):
            words[word].append(position)
    return _frozen(words)


def _frozen(lists: dict[K, list[V]]) -> dict[K, tuple[V, ...]]:
    return {key: tuple(values) for key, values in lists.items()}
