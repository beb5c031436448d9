"""Affairs that are not a regency's, told by the words that name them: "sensus penduduk", "izin usaha pertambangan"."""

from __future__ import annotations

from functools import cache

from alignment import corpora, resources, yamlfile
from alignment.models import Contribution, Frozen
from alignment.models.corpus import Affair
from alignment.text import content, normal, says

_WEIGHT = -0.7


class _Words(Frozen):
    """`rules/lexicon/affairs.yaml`."""

    not_taken_over: tuple[str, ...]


def named(name: str, field: str) -> tuple[Contribution, ...]:
    """What takes `name` out of a regency's hands: a confirmed affair's words of at least two content words stand in it,
    and nothing of what lies beside the affair and is a regency's. The rule is `authority.<affair>.named`."""
    if says(name, _words().not_taken_over):
        return ()
    said = f" {normal(name)} "
    words = dict.fromkeys(said.split())
    found: dict[str, tuple[str, ...]] = {}
    for affair, phrase in (pair for word in words for pair in _by_first_word().get(word, ())):
        if f" {phrase} " in said and not says(name, map(normal, affair.allowed_words)):
            found[affair.id] = (*found.get(affair.id, ()), phrase)
    return tuple(
        Contribution(rule=f"authority.{affair}.named", words=found[affair], weight=_WEIGHT, field=field)
        for affair in found
    )


@cache
def _words() -> _Words:
    return yamlfile.load_model(resources.rules_folder() / "lexicon" / "affairs.yaml", _Words)


@cache
def _by_first_word() -> dict[str, tuple[tuple[Affair, str], ...]]:
    index: dict[str, tuple[tuple[Affair, str], ...]] = {}
    for affair in corpora.load("authority").entries:
        if affair.standing == "confirmed":
            for phrase in map(normal, affair.words):
                if len(content(phrase)) > 1:
                    first = phrase.split()[0]
                    index[first] = (*index.get(first, ()), (affair, phrase))
    return index
