"""PIL005: a smart-city plan that is little more than a list of applications."""

from __future__ import annotations

import re
from functools import lru_cache

from alignment.checks.absence import listed
from alignment.checks.base import Review, Verdict, finding, named
from alignment.checks.kinds import smart_city_plans
from alignment.checks.scope import Item, first_places, items
from alignment.checks.spec import CheckSpec
from alignment.models import Finding
from alignment.text import normal

_OTHER_KINDS = ("people", "infrastructure", "literacy")


def list_of_applications(review: Review, spec: CheckSpec) -> Verdict:
    """Judges smart-city plans of several programs by what their names and outputs say they make."""
    judged, found = 0, list[Finding]()
    for draft in smart_city_plans(review):
        programs = items(review, draft)
        if len(programs) < spec.threshold("programs"):
            continue
        judged += 1
        kinds = [(item, _kinds(item, spec)) for item in programs]
        only = [item for item, some in kinds if some == {"application"}]
        if len(only) >= len(programs) * spec.threshold("share"):
            found.append(
                finding(
                    spec,
                    "mostly",
                    subject=(),
                    evidence=first_places(only),
                    count=len(only),
                    total=len(programs),
                    names=listed([named(item.program) for item in only]),
                )
            )
    return Verdict(judged, tuple(found))


def _kinds(item: Item, spec: CheckSpec) -> set[str]:
    """Which of the four kinds of an action plan (people, infrastructure, applications, literacy) a program holds."""
    words = normal(" ".join(part for row in item.rows for part in (row.name, row.output or "", row.description or "")))
    made, count = _an_application(spec.words["application"]).subn(" ", f" {words} ")
    others = {kind for kind in _OTHER_KINDS if any(f" {phrase} " in made for phrase in spec.words[kind])}
    return others | ({"application"} if count else set())


@lru_cache(maxsize=4)
def _an_application(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """An application and the word after it, what it is about: “aplikasi pasar” builds no market."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf" (?:{'|'.join(map(re.escape, longest_first))}) (?:(?!dan |serta )\w+ )?")
