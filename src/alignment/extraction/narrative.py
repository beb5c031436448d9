"""Programs outside of tables of rows: sections, lists, fact sheets and sentences of a master plan."""

from __future__ import annotations

from itertools import chain, dropwhile, zip_longest

from alignment import text
from alignment.extraction.headings import Path, repeated_headings
from alignment.extraction.items import statements
from alignment.extraction.keeping import Kept, Told
from alignment.extraction.paragraphs import Paragraph, paragraphs
from alignment.extraction.sectionreader import SectionReader
from alignment.extraction.wording import one_pillar
from alignment.models.document import Document, DocumentKind

_SECTIONED: tuple[DocumentKind, ...] = ("master_plan", "form", "other")


def programs_outside_tables(document: Document) -> Told:
    """The programs of sections, lists, fact sheets and sentences in the order of the text, and what of them could not
    be read."""
    printed = chain.from_iterable(map(statements, paragraphs(document)))
    told = list(dropwhile(lambda paragraph: _is_of_cover(paragraph, document.title), printed))
    if document.kind not in _SECTIONED:
        kept = Kept(document)
        for paragraph in told:
            kept.sentences(paragraph, Path(), alone=False)
        return kept.told()
    reader = SectionReader(document, repeated_headings(told))
    for paragraph, following in zip_longest(told, told[1:]):
        reader.take(paragraph, following)
    reader.close()
    return reader.kept.told()


def _is_of_cover(paragraph: Paragraph, title: str | None) -> bool:
    """Whether a paragraph, if it is among the first, stands on the cover: the title, which is no sentence, or all in
    capitals, and about no pillar."""
    if title and text.normal(paragraph.words) == text.normal(title) and not paragraph.words.endswith("."):
        return True
    return paragraph.words.isupper() and not (paragraph.mark or paragraph.label or one_pillar(paragraph.words))
