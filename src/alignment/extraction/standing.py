"""The place in a draft that has been reached, and what a paragraph can be there: a heading, an item, a label."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from alignment import text
from alignment.extraction import choices
from alignment.extraction.announcing import announces
from alignment.extraction.headings import Heading, Path, heading, is_caption, looks_like_heading, speaks
from alignment.extraction.items import item, led_by_name
from alignment.extraction.labels import Label, asks_name, bare_label, sections
from alignment.extraction.listmarks import (
    is_bullet,
    is_deeper_bullet,
    is_of_kind,
    kind_of_mark,
    number_of,
    stands_deeper,
)
from alignment.extraction.openprogram import OpenProgram
from alignment.extraction.paragraphs import Paragraph
from alignment.extraction.wording import one_pillar
from alignment.models.program import Level

_MOST_WORDS = 25
"""Of an item's name."""


class Listing(NamedTuple):
    """A list that is announced or open: the level of its items, and the kind of their marks (None before the first)."""

    level: Level
    kind: str | None = None
    asked: bool = False
    """A form asked for one name, which is all that follows."""


@dataclass
class Standing:
    """The headings, the program and the list that are open. Asking it anything changes nothing."""

    path: Path = field(default_factory=Path)
    open: OpenProgram | None = None
    listing: Listing | None = None
    repeated: frozenset[str] = frozenset()
    """The normal words of headings that the document prints again and again."""

    # labels

    def label_of(self, paragraph: Paragraph, following: Paragraph | None) -> Label | None:
        """What a paragraph announces as a label: beside its value, or alone on its line, as the open program has them.
        "told" is one that nobody knows, "aside" one that heads what no field holds."""
        if self._asks_whether_quick_win(paragraph, following):
            return Label("quick_win", None, "")
        if self._is_aside(paragraph):
            return Label("aside", None, "")
        label = paragraph.label or (bare_label(paragraph.words) if self._may_be_label(paragraph) else None)
        return Label("told", None, "") if label is None and self._is_subheading(paragraph) else label

    def _may_be_label(self, paragraph: Paragraph) -> bool:
        """Whether a line alone may be a label: it asks for a name, or is one of the open program and no heading beside
        or above the program's own."""
        if asks_name(paragraph.words):
            return True
        depth = self.path.headings[-1].depth if self.path.headings else 0
        return self.open is not None and (paragraph.level is None or paragraph.level > depth)

    def _asks_whether_quick_win(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        """Whether a line of the open program's form asks for yes or no: "Quick Win" over "Ya"."""
        if self.open is None or following is None or choices.yes(following.words) is None:
            return False
        return text.normal(paragraph.words) in ("quick win", "quick wins")

    def _is_subheading(self, paragraph: Paragraph) -> bool:
        """Whether a heading below that of the open program is one that comes again below others: a label that nobody
        knows ("Siapa yang terlibat")."""
        if self.open is None or paragraph.level is None or text.normal(paragraph.words) not in self.repeated:
            return False
        deeper = paragraph.level > max(self.path.headings[-1].depth if self.path.headings else 0, 1)
        return deeper and not speaks(heading(paragraph, self.path))

    def _is_aside(self, paragraph: Paragraph) -> bool:
        """Whether a line is one of the open program's labels that stand alone, and heads what no field holds: steps,
        what other regions do."""
        if self.open is None or paragraph.mark or paragraph.level is not None or not looks_like_heading(paragraph):
            return False
        introduces = self.open.sure and paragraph.words.endswith(":")
        other = text.normal(paragraph.words) in sections().activities or announces(paragraph.words) is False
        return other and (self.open.has_bare_labels or introduces) and not self._is_told(paragraph)

    def _is_told(self, paragraph: Paragraph) -> bool:
        """Whether a label is known for what stands below it."""
        label = paragraph.label or bare_label(paragraph.words)
        return label is not None and label.field != "time"

    def is_of_program(self, paragraph: Paragraph, label: Label) -> bool:
        """Whether a labelled paragraph belongs to the open program, and not to a section beside it."""
        if self.open is None or (label.year and not label.value and label.field == "time"):  # "Tahun 2026:"
            return False
        if label.field == "pillar" and not paragraph.in_sheet and self._is_other_pillar(paragraph):
            return False
        if label.value or is_bullet(paragraph.mark):
            return True
        return not paragraph.mark or stands_deeper(paragraph.mark, self.open.mark)

    def _is_other_pillar(self, paragraph: Paragraph) -> bool:
        """Whether a line heads the programs of a further pillar: "Pilar 2: Smart Branding"."""
        named = one_pillar(paragraph.words)
        return named is not None and (paragraph.level is not None or self.path.pillar not in (None, named))

    # headings

    def is_heading(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        """Whether a paragraph heads what follows; `following` is the next one."""
        heads = (self._heads(paragraph), self._heads_next(paragraph, following), self._heads_part(paragraph, following))
        return looks_like_heading(paragraph) and any(heads)

    def _heads(self, paragraph: Paragraph) -> bool:
        in_field = self.open is not None and self.open.field is not None
        if in_field and paragraph.words[:1].isdigit():  # "Tahun", "2026"
            return False
        if paragraph.level is not None or kind_of_mark(paragraph.mark) in ("chapter", "decimal"):
            return True
        if self._tells(paragraph):
            return False
        said = heading(paragraph, self.path)
        if in_field and said.agency:  # "Penanggung Jawab", "Diskominfo"
            return False
        if self.is_item(paragraph) and paragraph.mark and not (said.pillar or said.lists):
            return False
        if speaks(said):
            return True
        says = ":" in paragraph.words and not paragraph.mark  # a label that is not known, and its value
        of_field = in_field and not self._counts_on(paragraph)
        return not (self.is_item(paragraph) or says or paragraph.words.endswith(":") or of_field)

    def _heads_part(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        """Whether a line names a sub-dimension, and the first item of a list stands below it."""
        if following is None or number_of(following.mark) != 1 or not stands_deeper(following.mark, paragraph.mark):
            return False
        return heading(paragraph, self.path).subdimension is not None

    def _heads_next(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        """Whether a line without mark, below a full sheet, heads another one: the labels of the first come again."""
        if self.open is None or following is None or following.label is None or paragraph.mark:
            return False
        return self.open.has_said(following.label.field)

    def _counts_on(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph has the number after that of the open program, which its labels have proved."""
        return self.open is not None and self.open.stands and self.open.is_followed_by(paragraph.mark)

    def brand_above(self, paragraph: Paragraph) -> str | None:
        """The short name in capitals on the line above a program's full name: "LAYAN DESA", "Pelayanan sampai desa"."""
        if self.open is None or self.open.stands or self.open.mark or self.open.draft.words:
            return None
        return self.open.draft.name if self.open.draft.name.isupper() and not paragraph.words.isupper() else None

    def lists_programs(self, said: Heading) -> bool:
        """Whether programs are listed below a heading that stands last on the path."""
        timed = (said.horizon or said.years) and self.path.lists is None
        of_pillar = self.path.pillar and (self.path.lists or timed)
        return bool(said.lists or of_pillar)

    def heads_activities(self, paragraph: Paragraph) -> bool:
        """Whether a line heads what a program that has been named consists of: "Rencana aksi:"."""
        if self.open is None or not self.open.sure or self.open.draft.level != "program" or paragraph.level is not None:
            return False
        return text.normal(paragraph.words) in sections().activities and kind_of_mark(paragraph.mark) != "decimal"

    # lists

    def is_item(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is an item that names a program or one of its activities."""
        name = item(paragraph.words).name
        if len(name.split()) > _MOST_WORDS or not name or paragraph.label is not None or is_caption(paragraph.words):
            return False
        if self.open is not None and self.open.sure and self.open.is_followed_by(paragraph.mark):
            return True
        if self.leads(paragraph) or self._tells(paragraph):
            return True
        if self.listing is None or (self.open is not None and self.open.takes(name)):
            return False
        kind = kind_of_mark(paragraph.mark)
        if self.listing.asked:
            return True
        if not kind and (paragraph.page.height or not _may_stand_alone(paragraph.words)):
            return False
        return self.listing.kind is None or is_of_kind(paragraph.mark, self.listing.kind)

    def _tells(self, paragraph: Paragraph) -> bool:
        """Whether a line says of a name below a pillar what is said of programs: who and when; or the pillar below an
        agency."""
        if self.path.lists is False or (self.open is not None and self.open.field is not None):
            return False
        said = {fact.field for fact in item(paragraph.words).facts}
        below = self.path.pillar is not None and said >= {"agency", "time"}
        return below or (self.path.agency is not None and "pillar" in said)

    def leads(self, paragraph: Paragraph) -> str:
        """What parts the name that leads sentences below a pillar from them: "Lapor Jalan Rusak. Warga memotret jalan
        berlubang"; "" where none does. Behind the fields of a program only the next name in the same form does."""
        if self.path.pillar is None or self.path.lists is False or paragraph.mark or paragraph.label is not None:
            return ""
        parted = led_by_name(paragraph.words) if announces(item(paragraph.words).name) is not False else ""
        in_field = self.open is not None and self.open.field is not None and self.open.parted != parted
        return "" if in_field else parted

    def ends_list(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph that is no item has another mark than the items before it."""
        kind = self.listing.kind if self.listing is not None else None
        return kind is not None and not (is_of_kind(paragraph.mark, kind) or is_deeper_bullet(paragraph.mark, kind))


def _may_stand_alone(words: str) -> bool:
    """Whether a line without a mark may be the name of a program: no part of a sentence ("e-Kelurahan" is a name)."""
    goes_on = words[:1].islower() and words[1:2] != "-"
    return not (goes_on or ":" in words or words.endswith((".", ";")))
