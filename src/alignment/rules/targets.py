"""Whether what the rules point to exists in the corpora."""

from __future__ import annotations

from alignment import corpora, i18n, yamlfile
from alignment.errors import RuleError
from alignment.rules.model import BoundRule, PartName

_AUTHORITY = "authority."
"""Support rules may also say that a matter is not a regency's: they point to an affair of the authority corpus, or to
`authority.<word>` where a matter belongs to no regency program and no division of affairs names it."""
_CORPORA: dict[PartName, str] = {
    "pillars": "pillars",
    "sdg": "sdg",
    "support": "nomenclature",
    "rpjmn": "rpjmn",
    "regulations": "regulations",
}


def unknown(rule: BoundRule) -> RuleError | None:
    """What is wrong with the rule's target: an error with its place, or None."""
    if rule.part == "support" and rule.target.startswith(_AUTHORITY):
        return None
    name = _CORPORA[rule.part]
    if corpora.load(name).get(rule.target) is not None:
        return None
    problem = i18n.both("rules.unknown_target", target=rule.target, corpus=name)
    return yamlfile.wrong(rule.path, yamlfile.Mark(rule.line, 1), problem.id, problem.en)
