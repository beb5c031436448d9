"""What a change of rules gains and loses on real text, before it is merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from alignment import corpora, i18n, rules
from alignment.matching import score
from alignment.matching.subject import Subject
from alignment.models.base import Frozen, Lang
from alignment.rules.model import PARTS, PartName

_CORPORA: dict[PartName, str] = {"support": "nomenclature"}


class Change(Frozen):
    """One text that the new rules read otherwise, in one reference list."""

    text: str
    part: PartName
    gained: tuple[str, ...]
    """Entries that the new rules accept and the old ones did not."""
    lost: tuple[str, ...]
    first_before: str | None
    first_after: str | None
    reasons: tuple[str, ...]
    """The rules that made the difference, with the words they saw."""


class Gains(Frozen):
    """Two rule sets on the same texts."""

    texts: int
    changes: tuple[Change, ...]

    def as_text(self, lang: Lang = "id", *, shown: int = 60) -> str:
        """For a terminal: how many gains and losses a list, then the texts."""
        gained, lost = Counter[str](), Counter[str]()
        for change in self.changes:
            gained[change.part] += len(change.gained)
            lost[change.part] += len(change.lost)
        lines = [i18n.say("evaluation.compared", lang, texts=self.texts, changed=len(self.changes))]
        lines += [f"  {part}: +{gained[part]} -{lost[part]}" for part in PARTS if gained[part] or lost[part]]
        for change in self.changes[:shown]:
            marks = [f"+{entry}" for entry in change.gained] + [f"-{entry}" for entry in change.lost]
            if change.first_before != change.first_after:
                marks.append(f"({change.first_before or '-'} -> {change.first_after or '-'})")
            lines += [f"  {change.part}: {change.text[:100]}", f"      {' '.join(marks)}"]
            lines += [f"      {reason}" for reason in change.reasons[:3]]
        return "\n".join(lines)


def compare_rules(old: Path | None, new: Path | None, texts: Iterable[str]) -> Gains:
    """Fire both rule folders (None: the rules that ship) on each text. By rules alone, without the nearest wordings
    that `sdg` and `support` also use. Raises RuleError."""
    before, after = rules.load(old), rules.load(new)
    known = tuple(dict.fromkeys(texts))
    changes = [change for one in known for part in PARTS if (change := _change(one, part, before, after))]
    return Gains(texts=len(known), changes=tuple(changes))


def _change(text: str, part: PartName, before: rules.RuleSet, after: rules.RuleSet) -> Change | None:
    subject = Subject.of_text(text)
    then, now = _accepted(subject, part, before), _accepted(subject, part, after)
    gained = tuple(entry for entry in now if entry not in then)
    lost = tuple(entry for entry in then if entry not in now)
    first_before, first_after = next(iter(then), None), next(iter(now), None)
    if not gained and not lost and first_before == first_after:
        return None
    reasons = (
        *(f"+{why}" for entry in gained for why in now[entry]),
        *(f"-{why}" for entry in lost for why in then[entry]),
    )
    return Change(
        text=text,
        part=part,
        gained=gained,
        lost=lost,
        first_before=first_before,
        first_after=first_after,
        reasons=reasons,
    )


def _accepted(subject: Subject, part: PartName, ruleset: rules.RuleSet) -> dict[str, tuple[str, ...]]:
    """Accepted entries, best first, with their reasons. Rules for what no corpus names (authority) are left out."""
    if not any(bound.part == part for bound in ruleset.rules):
        return {}
    corpus = corpora.load(_CORPORA.get(part, part))
    groups = score.fired(subject, ruleset).get(part, {})
    known = {entry: reasons for entry, reasons in groups.items() if corpus.get(entry) is not None}
    ranked = score.ranked(known, ruleset.scale.levels[part], corpus, 0)
    return {
        match.entry_id: tuple(f"{one.rule}: {', '.join(one.words)}" for one in match.contributions) for match in ranked
    }
