"""The run over all checks: its order, its counts, and that hostile words stay words."""

from __future__ import annotations

from alignment import checks
from alignment.checks.base import filled
from alignment.checks.example import review_of
from alignment.checks.spec import Sketch, SketchedProgram
from alignment.models import SEVERITIES, Text


def _sketch(*names: str, **fields: object) -> Sketch:
    return Sketch(programs=tuple(SketchedProgram(name=name, fields=dict(fields)) for name in names))


def test_gravest_findings_come_first() -> None:
    sketch = Sketch(
        text="TPB 18", programs=(SketchedProgram(name="Selaras Hati"),), issues=("no_text:2",), unread=("2.16.0 Penge",)
    )
    found = checks.run(review_of(sketch), checks.load()).findings
    ranks = [SEVERITIES.index(finding.severity) for finding in found]
    assert ranks == sorted(ranks, reverse=True)
    assert {"SDG002", "RDG001", "RDG002"} <= {finding.code for finding in found}


def test_braces_in_a_name_are_words_and_no_template() -> None:
    found = checks.run(review_of(_sketch("Selaras {name} {0} {program.id} %s")), checks.load(), ["PIL001"]).findings
    assert "Selaras {name} {0} {program.id} %s" in found[0].message.id


def test_filling_puts_values_in_once() -> None:
    template = Text(id="{a} {b}", en="{b} {a}")
    assert filled(template, {"a": "{b}", "b": "x"}) == Text(id="{b} x", en="x {b}")


def test_only_selected_checks_run() -> None:
    outcome = checks.run(review_of(_sketch("Selaras Hati")), checks.load(), ["PIL001"])
    assert set(outcome.judged) == {"PIL001"}


def test_long_list_of_the_same_lack_is_one_finding() -> None:
    names = [f"Selaras Hati {letter}" for letter in "ABCDEFGHIJKLMN"]
    found = checks.run(review_of(_sketch(*names)), checks.load(), ["PIL001"]).findings
    assert len(found) == 1
    assert "14" in found[0].message.id
    assert len(found[0].evidence) == 14


def test_finding_keeps_its_fingerprint_when_the_page_changes() -> None:
    def prints(page: int) -> list[str]:
        sketch = Sketch(programs=(SketchedProgram(name="Selaras Hati", page=page),))
        return [finding.fingerprint for finding in checks.run(review_of(sketch), checks.load()).findings]

    assert prints(1) == prints(40)
