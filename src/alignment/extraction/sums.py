"""Figures that OCR read, proven by the sums of the plan: a parent is what its children add up to.

A figure that stands in a sum which agrees is proven. Where a sum differs by just what a second reading says, or what
OCR takes for something else (a 3 for a 9), and only one such reading makes it agree, the figure is mended. What no sum
proves is not told as money of the plan: the row is listed with the figures that were read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from alignment import i18n
from alignment.extraction.pictured import mended_figure
from alignment.grammar import money
from alignment.models.document import Box, Document, Evidence
from alignment.models.program import Extraction, Program, Unread

_TAKEN_FOR = ("14", "17", "27", "35", "38", "39", "49", "56", "58", "59", "68", "89")
"""Digits that Tesseract takes for each other in small print. Not the 0: figures hold so many that chance would mend."""
_LOST = ("1", "11")
"""Thin digits that it loses at the head of a figure."""
_MOST_MENDED = 3
"""So many figures of one sum may be mended by their second reading."""
_SCALES = (1, 1_000, 1_000_000)
_DOUBT = 0.8
"""What is left of the confidence of a place whose figure was mended."""
_AGAIN = "again"
_Second = Mapping[tuple[str, Decimal], tuple[Decimal, ...]]
"""`Program.id` and a figure as read, to what was read of it a second time."""


class _Slip(NamedTuple):
    """What a figure would be had OCR taken one sign for another. `kind`: which for which."""

    row: str
    kind: str
    amount: Decimal
    gain: Decimal
    """By how much the children would then come closer to their parent."""


class _Family(NamedTuple):
    """A row and the rows below it, by `Program.id`."""

    parent: str
    children: tuple[str, ...]


class _Sums:
    """The figures of one year while they are proven and mended."""

    def __init__(self, figures: Mapping[str, Decimal], families: Sequence[_Family], second: _Second) -> None:
        self.figures = dict(figures)
        self.families = families
        self.second = second
        self.proven: set[str] = set()
        self.mended: set[str] = set()

    def agrees(self, family: _Family) -> bool:
        """Whether several children add up to their parent: one that repeats it may repeat its slip."""
        return self._missing(family) == 0 and len(self._spending(family)) > 1

    def prove(self, whole: frozenset[str]) -> None:
        """Prove what adds up, then mend from below. `whole`: parents none of whose children is missing."""
        for family in self.families:
            if self.agrees(family):
                self._settle(family)
        for family in self.families:
            if family.parent not in self.figures or self.agrees(family):
                continue
            spending = self._spending(family)
            repeated = len(spending) == 1 and spending[0] in self.proven
            if self._missing(family) and (family.parent in whole or repeated):
                self._mend(family)
            elif not self._missing(family) and self.proven & {family.parent, *spending}:
                self._settle(family)

    def prove_repeated(self) -> None:
        """What a single child repeats of its parent, and no sum contradicts, is proven by its second print."""
        for family in self.families:
            tied = {family.parent, *self._spending(family)}
            others = [other for other in self.families if other != family and tied & {other.parent, *other.children}]
            if len(tied) == 2 and not self._missing(family) and all(map(self._is_settled, others)):
                self._settle(family)

    def _is_settled(self, family: _Family) -> bool:
        return family.parent not in self.figures or self._missing(family) == 0

    def _settle(self, family: _Family) -> None:
        self.proven |= {family.parent, *self._spending(family)}

    def _spending(self, family: _Family) -> list[str]:
        return [child for child in family.children if self.figures.get(child)]

    def _missing(self, family: _Family) -> Decimal | None:
        """What the children lack of their parent's figure; None where it has none."""
        if family.parent not in self.figures:
            return None
        return self.figures[family.parent] - sum((self.figures[c] for c in self._spending(family)), Decimal(0))

    def _mend(self, family: _Family) -> None:
        """Mend the figures of a family if just one reading of them makes it agree."""
        missing = self._missing(family)
        slips = [slip for child in self._spending(family) for slip in self._slips(child, 1)]
        slips += self._slips(family.parent, -1)
        again = [slip for slip in slips if slip.kind == _AGAIN]
        ways = list(_read_again(again, missing)) or [(slip,) for slip in slips if slip.gain == missing]
        ways = ways or list(_same_slips(slips, missing))
        if len(ways) != 1:
            return
        for slip in ways[0]:
            self.figures[slip.row] = slip.amount
            self.mended.add(slip.row)
        self._settle(family)

    def _slips(self, row: str, sign: int) -> list[_Slip]:
        if row in self.proven:
            return []
        amount = self.figures[row]
        readings = [(_AGAIN, other) for other in self.second.get((row, amount), ())]
        readings += [reading for reading in _readings(amount) if reading[1] not in {other for _, other in readings}]
        return [_Slip(row, kind, other, sign * (other - amount)) for kind, other in readings]


def _read_again(slips: Sequence[_Slip], missing: Decimal | None) -> Iterator[tuple[_Slip, ...]]:
    """The smallest groups of figures whose second reading gives what is missing."""
    for count in range(1, _MOST_MENDED + 1):
        found = [group for group in combinations(slips, count) if sum(slip.gain for slip in group) == missing]
        if found:
            yield from found
            return


def _same_slips(slips: Sequence[_Slip], missing: Decimal | None) -> Iterator[tuple[_Slip, ...]]:
    """The pairs of figures with the same slip that give what is missing: small print is misread the same way twice."""
    by_kind: dict[str, list[_Slip]] = defaultdict(list)
    for slip in slips:
        by_kind[slip.kind].append(slip)
    for kind in sorted(by_kind):
        for one, other in combinations(by_kind[kind], 2):
            if one.gain + other.gain == missing and one.row != other.row:
                yield one, other


def _readings(amount: Decimal) -> Iterator[tuple[str, Decimal]]:
    """What may have been printed where this amount was read, and the slip that would explain it."""
    digits = str(int(amount))
    for place, digit in enumerate(digits):
        for pair in _TAKEN_FOR:
            if digit in pair:
                other = pair.replace(digit, "")
                yield f"{digit}{other}", Decimal(f"{digits[:place]}{other}{digits[place + 1 :]}")
    for lost in _LOST:
        yield f"+{lost}", Decimal(lost + digits)


def proven(extraction: Extraction, document: Document) -> Extraction:
    """The extraction with only those figures of OCR pages that their sums prove or do not concern; rows with others
    are listed as unread, one by one."""
    pictured = frozenset(page.number for page in document.pages if page.ocr_confidence is not None)
    if not pictured:
        return extraction
    programs = _printed_once(extraction.programs, pictured)
    by_id = {program.id: program for program in programs}
    families = [
        _Family(parent, tuple(child.id for child in below))
        for parent, below in _families(programs, by_id).items()
        if by_id[parent].code and any(_is_pictured(row, pictured) for row in (by_id[parent], *below))
    ]
    families.sort(key=lambda family: -(by_id[family.parent].code or "").count("."))  # from below
    concerned = {row for family in families for row in (family.parent, *family.children)}
    sums = _years(by_id, families, _second([by_id[row] for row in sorted(concerned)], document))
    kept: list[Program] = []
    unread = list(extraction.unread)
    for program in programs:
        if program.id not in concerned or not _is_pictured(program, pictured):
            kept.append(program)
            continue
        sure = {year: sums[year].figures[program.id] for year in program.budget if program.id in sums[year].proven}
        doubtful = {year: amount for year, amount in program.budget.items() if year not in sure}
        slips = {year: program.budget[year] for year in sure if program.id in sums[year].mended}
        kept.append(_with_figures(program, sure, slips))
        if doubtful:
            facts = {"row": (program.code or program.name)[:80], "figures": _listed(doubtful)}
            reason = i18n.both("extract.figures_unproven", **facts)
            unread.append(Unread(evidence=program.evidence[0], reason=reason))
    return extraction.model_copy(update={"programs": tuple(kept), "unread": tuple(unread)})


def _second(programs: Sequence[Program], document: Document) -> _Second:
    """What OCR read a second time of the figures of these programs' rows."""
    cells: dict[int, list[tuple[Box, Decimal, Decimal]]] = defaultdict(list)
    for page in document.pages:
        for cell in (cell for table in page.tables for cell in table.cells if cell.second and cell.box):
            first, again = money.parse(cell.text), money.parse(mended_figure(cell.second or "") or cell.second or "")
            if cell.box and first and again and first != again:
                cells[page.number].append((cell.box, first, again))
    found: dict[tuple[str, Decimal], tuple[Decimal, ...]] = {}
    for program in programs:
        place = program.evidence[0]
        for box, first, again in cells.get(place.page or 0, ()):
            if place.box is None or not place.box[1] <= (box[1] + box[3]) / 2 <= place.box[3]:
                continue
            for scale in _SCALES:
                key = program.id, first * scale
                if key[1] in program.budget.values() and again * scale not in found.get(key, ()):
                    found[key] = (*found.get(key, ()), again * scale)
    return found


def _years(by_id: Mapping[str, Program], families: Sequence[_Family], second: _Second) -> dict[int, _Sums]:
    years = sorted({year for program in by_id.values() for year in program.budget})
    sums = {
        year: _Sums({p.id: p.budget[year] for p in by_id.values() if year in p.budget}, families, second)
        for year in years
    }
    whole = frozenset(family.parent for family in families if any(of.agrees(family) for of in sums.values()))
    for of in sums.values():
        of.prove(whole)
        of.prove_repeated()
    return sums


def _families(programs: Sequence[Program], by_id: Mapping[str, Program]) -> dict[str, list[Program]]:
    below: dict[str, list[Program]] = defaultdict(list)
    for program in programs:
        if program.parent is not None and program.parent in by_id:
            below[program.parent].append(program)
    return below


def _printed_once(programs: Sequence[Program], pictured: frozenset[int]) -> list[Program]:
    """The programs without a row that ends one picture and stands at the top of the next again."""
    kept: list[Program] = []
    for program in programs:
        last = kept[-1] if kept else None
        if last is not None and program.budget and _is_pictured(program, pictured) and _repeats(program, last):
            kept[-1] = last.model_copy(update={"evidence": (*last.evidence, *program.evidence)})
        else:
            kept.append(program)
    return kept


def _repeats(program: Program, last: Program) -> bool:
    pages = last.evidence[-1].page, program.evidence[0].page
    return (
        (program.code, program.name, program.unit, program.budget) == (last.code, last.name, last.unit, last.budget)
        and None not in pages
        and pages[0] != pages[1]
    )


def _is_pictured(program: Program, pictured: frozenset[int]) -> bool:
    return any(place.page in pictured for place in program.evidence)


def _with_figures(program: Program, sure: Mapping[int, Decimal], slips: Mapping[int, Decimal]) -> Program:
    """The program with the figures that are sure; beside a mended one stands, as a place, what OCR read."""
    first = program.evidence[0]
    less = None if first.ocr_confidence is None else round(first.ocr_confidence * _DOUBT, 3)
    read = tuple(
        Evidence(document=first.document, page=first.page, box=first.box, quote=_money(amount), ocr_confidence=less)
        for amount in dict.fromkeys(slips.values())
    )
    return program.model_copy(update={"budget": dict(sure), "evidence": (*program.evidence, *read)})


def _listed(figures: Mapping[int, Decimal]) -> str:
    return "; ".join(f"{year}: {_money(amount)}" for year, amount in sorted(figures.items()))


def _money(amount: Decimal) -> str:
    return f"{amount:,.0f}".replace(",", ".")
