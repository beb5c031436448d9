"""All programs of a document: from tables and prose, each once, with every place it is printed at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from alignment import text
from alignment.extraction.captions import Setting, setting
from alignment.extraction.drafts import Draft, frozen
from alignment.extraction.exports import read_exports
from alignment.extraction.forms import read_forms
from alignment.extraction.loose import headless_rows, loose_rows
from alignment.extraction.moved import without_moved
from alignment.extraction.naming import plain_name
from alignment.extraction.narrative import programs_outside_tables
from alignment.extraction.pictured import marked, restored
from alignment.extraction.stitch import runs
from alignment.extraction.sums import proven
from alignment.extraction.tables import read_run
from alignment.extraction.upright import as_displayed, upright
from alignment.extraction.wording import level_word
from alignment.models.document import Document
from alignment.models.program import Extraction, Unread
from alignment.reading.lexicon import is_no_plan

_ALIKE = 88.0
"""How alike (0..100, rapidfuzz ratio) two prints of one program's name must be."""
_FUNDED = 10
"""From so many rows with figures on, a document has a table that funds its programs."""


def extract_programs(document: Document) -> Extraction:
    """The programs of a document, and the rows that look like programs and could not be read."""
    read = restored(document)
    return without_moved(proven(marked(as_displayed(_extracted(upright(read)), document), document), read), read)


def _extracted(document: Document) -> Extraction:
    if document.kind == "other" and is_no_plan(document.pages):
        return Extraction(document=document.id)
    exports = read_exports(document)
    forms = read_forms(exports.rest)
    found: list[Draft] = [*exports.programs, *forms.programs]
    groups: list[Draft] = []
    unread: list[Unread] = [*exports.unread, *forms.unread]
    place = Setting()
    for number, run in enumerate(runs(forms.rest), forms.tables):
        if run.layout is None:
            unread.extend(headless_rows(run, document))
            continue
        place = setting(run.above, place)
        read = read_run(run, run.layout, number, document, place)
        found.extend(read.programs)
        groups.extend(read.groups)
        unread.extend(read.unread)
    if document.kind != "form" or not forms.tables:  # a filled form says everything in its rows
        told = programs_outside_tables(forms.rest)
        found.extend(told.programs)
        unread.extend(told.unread)
    unread.extend(loose_rows(forms.rest, found))
    programs, mentions = _placed(_once(found))
    return Extraction(
        document=document.id,
        programs=tuple(frozen(programs, document)),
        groups=tuple(frozen(_once(groups), document)),
        unread=tuple(unread),
        mentions=tuple(place for draft in mentions for place in draft.evidence),
    )


def _once(drafts: Sequence[Draft]) -> list[Draft]:
    """Each program once. A print in another table is the same one where unit, code and figures agree, or where the
    other print has no figures (a cascading table)."""
    kept: list[Draft] = []
    names: list[str] = []
    by_key: dict[str, dict[int, list[Draft]]] = {}  # by code or name, then by the run that prints it
    instead: dict[int, Draft] = {}
    ordered = sorted(range(len(drafts)), key=lambda i: (not drafts[i].budget, i))
    taken: set[tuple[int, int]] = set()
    funded: dict[int, dict[int, str]] = {}  # by the run that asks; all have come before the first row without figures
    for index in ordered:
        draft = drafts[index]
        key = draft.code or plain_name(draft.name)
        others = chain.from_iterable(
            prints for run, prints in by_key.get(key, {}).items() if run != draft.run or _may_repeat(draft)
        )
        same = next((one for one in others if _agree(one, draft) and (id(one), draft.run) not in taken), None)
        if same is None and not draft.budget and draft.run >= 0 and not draft.listed:
            if draft.run not in funded:
                funded[draft.run] = {
                    place: name
                    for place, name in enumerate(names)
                    if kept[place].budget and kept[place].run != draft.run
                }
            best = _alike(draft, funded[draft.run])
            same = None if best is None else kept[best]
        if same is None:
            by_key.setdefault(key, {}).setdefault(draft.run, []).append(draft)
            kept.append(draft)
            names.append(text.normal(draft.name))
        else:
            same.merge(draft)
            instead[id(draft)] = same
            if draft.budget:
                taken.add((id(same), draft.run))
    for draft in kept:
        if draft.parent is not None:
            draft.parent = instead.get(id(draft.parent), draft.parent)
    order = {id(draft): index for index, draft in enumerate(drafts)}
    return sorted(kept, key=lambda draft: order[id(draft)])


def _may_repeat(draft: Draft) -> bool:
    """Whether the table that prints it may have printed it before."""
    return draft.code is not None and not draft.budget


def _agree(one: Draft, other: Draft) -> bool:
    if one.level != other.level and one.code != other.code:
        return False
    if one.run == other.run:
        return not one.listed and not one.budget and _may_repeat(other)
    if one.pillar and other.pillar and one.pillar != other.pillar:
        return False
    if one.unit and other.unit and text.normal(one.unit) != text.normal(other.unit):
        return False
    if not other.budget or not one.budget:
        return True
    common = one.budget.keys() & other.budget.keys()
    return bool(common) and all(one.budget[year] == other.budget[year] for year in common)


def _alike(draft: Draft, funded: dict[int, str]) -> int | None:
    """The place of the funded program that a row without figures means, though it is typed otherwise or has lost its
    code. `funded` is names by place."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(text.normal(draft.name), funded, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return best[2] if best else None


def _placed(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Programs, and rows of unfunded tables that only mention some: where a document funds its programs in a table of
    its own, a row without code, figures or the word "program" is no further program."""
    funded = sum(bool(draft.budget) for draft in drafts)
    if funded < _FUNDED:
        return list(drafts), []
    parents = {id(draft.parent) for draft in drafts if draft.parent is not None and draft.budget}
    programs = [
        d
        for d in drafts
        if d.listed or d.budget or d.code or d.run < 0 or id(d) in parents or level_word(d.name)[0] == "program"
    ]
    placed = {id(draft) for draft in programs}
    for draft in programs:
        if draft.parent is not None and id(draft.parent) not in placed:
            draft.parent = None
    return programs, [draft for draft in drafts if id(draft) not in placed]
