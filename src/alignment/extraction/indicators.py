"""The indicators that the row of a table prints, with units, baselines and targets."""

from __future__ import annotations

from collections.abc import Sequence

from alignment.extraction.columns import MEASURES
from alignment.extraction.drafts import TICKS
from alignment.extraction.rows import Row, Value
from alignment.extraction.wording import listed, shared, unit_in_brackets, unwrap
from alignment.grammar import money
from alignment.models.document import Document
from alignment.models.program import Indicator


def indicators_of(row: Row, document: Document, default_year: int | None) -> list[Indicator]:
    """The indicators a row prints: a cell that lists several has beside it as many units, baselines and targets."""
    names = listed("\n".join(value.text for value in row.values if value.field == "indicator" and not value.carried))
    rows = [_part(row, n, len(names)) for n in range(len(names))] if len(names) > 1 else [row]
    return [found for one in rows if (found := _indicator(one, document, default_year)) is not None]


def parts_of(value: Value, count: int) -> list[str]:
    """What a measure says of each of the `count` things that its row lists; [] where that cannot be told. An amount
    over two lines is one."""
    if value.field not in MEASURES or (value.field in ("budget", "year") and money.is_amount(value.text)):
        return []
    return shared(value.text, count)


def _part(row: Row, number: int, count: int) -> Row:
    """A row with only the measures of one of the indicators it lists."""
    said = [(value, parts_of(value, count)) for value in row.values]
    return row._replace(values=tuple(v._replace(text=parts[number]) if parts else v for v, parts in said))


def _indicator(row: Row, document: Document, default_year: int | None) -> Indicator | None:
    """The indicator a row prints, with unit, baseline and yearly targets; None where it prints none."""
    words = unwrap(row.text("indicator", carried=False))
    if not any(letter.isalpha() for letter in words):  # "-", or the 0 that a spreadsheet's formula leaves
        return None
    name, unit = unit_in_brackets(words)
    measured = [value for value in row.values if _is_target(value)]
    printed = [value for value in measured if value.year or default_year]
    own = [value for value in printed if not value.carried]  # beside its own targets, one from above is the row above's
    targets: dict[int, str] = {}
    for value in own or printed:
        targets.setdefault(value.year or default_year or 0, unwrap(value.text))
    box = next((value.box for value in row.values if value.field == "indicator"), row.box)
    baseline = unwrap(row.text("baseline"))
    return Indicator(
        name=name or words,
        unit=unwrap(row.text("unit")) or unit,
        baseline=baseline if baseline not in ("", "-", "–") else None,
        targets=targets,
        end_target=unwrap(row.text("end_target")) or (None if printed else _only_target(measured)),
        evidence=(row.evidence(document.id, words, box),),
    )


def _only_target(measured: Sequence[Value]) -> str | None:
    """The one target that a row prints, for no year: it is meant for the end."""
    return unwrap(measured[0].text) if len(measured) == 1 else None


def continued(indicator: Indicator, rest: Indicator) -> Indicator:
    """An indicator whose words run over a page break, whole again."""
    return indicator.model_copy(
        update={
            "name": f"{indicator.name} {rest.name}",
            "unit": indicator.unit or rest.unit,
            "evidence": (*indicator.evidence, *rest.evidence),
        }
    )


def _is_target(value: Value) -> bool:
    """Whether a value is a yearly target: a target column, or a year column that holds neither money nor a tick."""
    words = value.text.strip()
    if value.field == "target":
        return bool(words) and words not in ("-", "–")
    return value.field == "year" and bool(words) and not money.is_amount(words) and words not in TICKS and words != "-"
