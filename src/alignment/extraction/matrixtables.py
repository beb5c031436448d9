"""Reads road maps whose cells name the programs: one column a phase, a year or a pillar."""

from __future__ import annotations

from alignment.extraction import choices
from alignment.extraction.drafts import TICKS
from alignment.extraction.fields import NOTHING
from alignment.extraction.layouts import SPREAD
from alignment.extraction.rows import Row, Value
from alignment.extraction.tablereader import Reader
from alignment.extraction.wording import level_word, listed, one_pillar, unwrap
from alignment.grammar import periods


class MatrixReader(Reader):
    """What stands below a phase, a year or a pillar names programs, where a pillar is known: other plans print the
    themes of their years so."""

    coded = False

    def read(self) -> None:
        """Read every cell of the run."""
        for row in self.run.rows:
            if row.section:
                self._section(unwrap(row.section))
                continue
            cells = [v for v in row.values if v.field in SPREAD and not v.carried and _names(v.text)]
            beside = row._replace(values=tuple(v for v in row.values if v.field not in SPREAD))
            for value in cells:
                if self._placed(row, value):
                    for name in listed(value.text):
                        self._named(name, value, beside._replace(box=value.box))

    def _placed(self, row: Row, value: Value) -> bool:
        inside = choices.subdimension(unwrap(row.text("subdimension")))
        return bool(one_pillar(value.head) or self._pillar(row) or inside)

    def _named(self, words: str, value: Value, row: Row) -> None:
        draft = self._start("program" if level_word(words)[0] == "program" else "initiative", words, row)
        draft.pillar = one_pillar(value.head) or draft.pillar
        if value.field == "phase" or value.year is not None:
            draft.years.update(periods.expand(value.head))
            draft.horizon = choices.horizon(value.head) or draft.horizon
        self._fill(draft, row)


def _names(cell: str) -> bool:
    """Whether a cell may name programs: words, neither a tick nor a figure."""
    letters = sum(letter.isalpha() for letter in cell)
    return cell.strip() not in TICKS and cell.strip() not in NOTHING and letters > len(cell.strip()) / 2
