"""The blank program form: a workbook that planners fill in, one row a program, and that is read back word for word."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any, Literal, NamedTuple

from alignment import corpora, i18n
from alignment.errors import ConfigError
from alignment.models import Lang, Period
from alignment.models.corpus import PillarEntry
from alignment.reporting.workbook import INK, LINE, LINE_HEIGHT, PAPER

Kind = Literal["long", "short", "money", "pillar", "subdimension", "funding", "horizon", "yes_no"]
"""What is typed into a column: running text, a few words or figures kept as typed, rupiah, or a choice."""

LONGEST_PLAN = 10
"""Years a form has columns for."""
_PLAN = Period(start=2025, end=2029)
"""The period of the RPJMD that every region made after the elections of 2024 (Inmendagri 2/2025)."""
_MADE = dt.datetime(2025, 1, 1)
"""Stands in the file's properties: a clock would make every form another file."""
_GROUP_ROW, _HEAD_ROW, _FIRST, _ROWS = 3, 4, 5, 500
_ASKED = "#fdf3dc"
_TINTS = ("#1d4a5c", "#2f6577")
_GUIDE_WIDTHS = (32, 64, 64)
_FUNDING = ("apbd", "province", "apbn", "transfer", "village", "csr", "ppp", "grant", "else")
_ADVICE = ("rows", "empty", "columns", "check", "as_one")
_HORIZONS = ("short", "medium", "long")
_A3, _A4 = 8, 9
_LAST_ON_PAGE = ("who", "benefit", "measure")
"""On paper the form is four pages wide, parted between groups of columns."""
_PAGE_WIDTH, _LARGEST_SCALE = 162, 68
"""Characters across a page at full size, one a column for its padding; and percent, for a plan of five years."""


class _Column(NamedTuple):
    key: str
    group: str
    width: float
    kind: Kind = "long"
    year: int | None = None
    asked: bool = True
    """Tinted where a program leaves it empty."""


class _Pen(NamedTuple):
    book: Any
    formats: Mapping[str, Any]
    lang: Lang


def blank_form(lang: Lang = "id", plan: Period = _PLAN) -> bytes:
    """An XLSX of two sheets: the form and how to fill it in.

    Heads are Indonesian; with `lang` "en" each has its English words in brackets. The same arguments give the same
    bytes.
    """
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": i18n.say("form.title", "id"), "created": _MADE})
        pen = _Pen(book, _formats(book), lang)
        columns = tuple(_columns(plan))
        form, guide = book.add_worksheet(i18n.say("form.sheet", "id")), book.add_worksheet(i18n.say("form.guide", "id"))
        _write_guide(guide, columns, pen)
        _write_form(form, columns, plan, pen)
        form.activate()
    return file.getvalue()


def plan_years(words: str) -> Period:
    """ "2025-2029" as a period. Raises ConfigError where it is none, or longer than `LONGEST_PLAN`."""
    first, _, last = words.replace(" ", "").partition("-")
    if len(first) == len(last) == 4 and first.isascii() and last.isascii() and first.isdecimal() and last.isdecimal():
        plan = Period(start=int(first), end=int(last))
        if 2010 <= plan.start <= plan.end < 2070 and plan.end - plan.start < LONGEST_PLAN:
            return plan
    raise ConfigError(i18n.both("form.bad_years", years=words), i18n.both("form.bad_years_remedy", most=LONGEST_PLAN))


def _columns(plan: Period) -> Iterator[_Column]:
    years = range(plan.start, plan.end + 1)
    yield _Column("name", "what", 38)
    yield _Column("description", "what", 44)
    yield _Column("pillar", "what", 19, "pillar")
    yield _Column("subdimension", "what", 24, "subdimension")
    yield _Column("agency", "who", 26)
    yield _Column("staffing", "who", 26)
    yield _Column("links", "who", 32)
    yield _Column("legal_basis", "ground", 38)
    yield _Column("facilities_owned", "ground", 28)
    yield _Column("facilities_needed", "ground", 28)
    yield _Column("benefit", "benefit", 34)
    yield _Column("beneficiaries", "benefit", 24)
    yield _Column("location", "benefit", 24)
    yield _Column("application", "application", 28, asked=False)
    yield _Column("coordination", "application", 28, asked=False)
    yield _Column("indicator", "measure", 32)
    yield _Column("unit", "measure", 12, "short")
    yield _Column("baseline", "measure", 13, "short", plan.start - 1)
    for year in years:
        yield _Column("target", "measure", 11, "short", year, asked=False)
    yield _Column("end_target", "measure", 11, "short")
    yield _Column("funding", "funding", 20, "funding")
    yield _Column("funding_other", "funding", 20, "funding", asked=False)
    for year in years:
        yield _Column("budget", "funding", 18, "money", year, asked=False)
    yield _Column("time", "time", 15, "short")
    yield _Column("horizon", "time", 17, "horizon")
    yield _Column("quick_win", "time", 11, "yes_no")
    yield _Column("sdg", "sdg", 15, "short")


def _formats(book: Any) -> Mapping[str, Any]:
    base = {"font_name": "Calibri", "font_size": 10, "valign": "top", "text_wrap": True}
    head = base | {"bold": True, "font_color": "#ffffff", "valign": "vcenter", "border": 1, "border_color": "#ffffff"}
    return {
        "long": book.add_format(base),
        "short": book.add_format(base | {"num_format": "@"}),
        "money": book.add_format(base | {"num_format": "#,##0"}),
        "head": book.add_format(head | {"bg_color": INK}),
        "group0": book.add_format(head | {"bg_color": _TINTS[0], "align": "center"}),
        "group1": book.add_format(head | {"bg_color": _TINTS[1], "align": "center"}),
        "title": book.add_format({"font_name": "Calibri", "font_size": 14, "bold": True, "font_color": INK}),
        "label": book.add_format(base | {"bold": True, "font_color": INK}),
        "entry": book.add_format(base | {"num_format": "@", "bg_color": PAPER, "bottom": 1, "bottom_color": INK}),
        "strong": book.add_format(base | {"bold": True, "bg_color": PAPER, "font_color": INK}),
        "rule": book.add_format({"bottom": 1, "bottom_color": LINE, "right": 1, "right_color": LINE}),
        "asked": book.add_format({"bg_color": _ASKED}),
    }


def _head(column: _Column, lang: Lang) -> str:
    return _glossed(f"{column.key}_head", lang, year=column.year)


def _glossed(key: str, lang: Lang, **facts: object) -> str:
    """Indonesian words, in an English form with the English ones in brackets: readers of heads pass over brackets."""
    words = i18n.both(f"form.{key}", **facts)
    return words.id if lang == "id" or words.id == words.en else f"{words.id}\n({words.en})"


def _write_form(page: Any, columns: Sequence[_Column], plan: Period, pen: _Pen) -> None:
    formats, last = pen.formats, _FIRST + _ROWS - 1
    page.write_string(0, 0, _glossed("title", pen.lang).replace("\n", " "), formats["title"])
    page.set_row(0, 26)
    for row, key, value in ((1, "region", ""), (2, "period", f"{plan.start}-{plan.end}")):
        page.write_string(row, 0, _glossed(key, pen.lang).replace("\n", " "), formats["label"])
        page.write(row, 1, value, formats["entry"])
    hint = i18n.say("form.region_hint", pen.lang)
    page.data_validation(1, 1, 1, 1, {"validate": "any", "input_title": "", "input_message": hint})
    for n, column in enumerate(columns):
        page.set_column(n, n, column.width, formats[column.kind] if column.kind in formats else formats["long"])
        page.write_string(_HEAD_ROW, n, _head(column, pen.lang), formats["head"])
        page.data_validation(_FIRST, n, last, n, _validation(column, columns, pen.lang))
    lines = 5 if pen.lang == "en" else 3
    page.set_row(_HEAD_ROW, lines * LINE_HEIGHT + 4)
    _write_groups(page, columns, pen)
    for n, column in enumerate(columns):
        if column.asked and n:
            empty = f'=AND($A{_FIRST + 1}<>"",{_letter(n)}{_FIRST + 1}="")'
            page.conditional_format(
                _FIRST, n, last, n, {"type": "formula", "criteria": empty, "format": formats["asked"]}
            )
    page.conditional_format(_FIRST, 0, last, len(columns) - 1, {"type": "no_errors", "format": formats["rule"]})
    page.freeze_panes(_FIRST, 1)
    _lay_out(page, columns)


def _lay_out(page: Any, columns: Sequence[_Column]) -> None:
    """How the form is printed: each page between two breaks holds its columns, with the names repeated beside them."""
    ends = {column.group: n + 1 for n, column in enumerate(columns)}
    breaks = [ends[group] for group in _LAST_ON_PAGE]
    parts = pairwise((1, *breaks, len(columns)))
    widest = max(sum(column.width + 1 for column in (columns[0], *columns[start:end])) for start, end in parts)
    page.set_landscape()
    page.set_paper(_A3)
    page.set_print_scale(min(_LARGEST_SCALE, int(100 * _PAGE_WIDTH / widest)))
    page.set_v_pagebreaks(breaks)
    page.repeat_rows(_GROUP_ROW, _HEAD_ROW)
    page.repeat_columns(0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer(f"&L{i18n.say('form.title', 'id')}&R&P / &N")


def _write_groups(page: Any, columns: Sequence[_Column], pen: _Pen) -> None:
    start = 0
    for index, (group, members) in enumerate(groupby(columns, key=lambda column: column.group)):
        end = start + len(list(members)) - 1
        words, style = _glossed(f"group_{group}", pen.lang).replace("\n", " "), pen.formats[f"group{index % 2}"]
        if end > start:
            page.merge_range(_GROUP_ROW, start, _GROUP_ROW, end, words, style)
        else:
            page.write_string(_GROUP_ROW, start, words, style)
        start = end + 1


def _validation(column: _Column, columns: Sequence[_Column], lang: Lang) -> dict[str, Any]:
    """Drop-downs and the hint beside the cell. Other words are allowed: a list cannot know every source of money."""
    hint = i18n.say(f"form.{column.key}_hint", lang, year=column.year)
    shown: dict[str, Any] = {"input_message": hint, "error_type": "information", "ignore_blank": True}
    if column.kind in ("long", "short"):
        return shown | {"validate": "any"}
    if column.kind == "money":
        return shown | {"validate": "decimal", "criteria": ">=", "value": 0}
    if column.kind == "subdimension":
        pillar = f"${_letter([one.key for one in columns].index('pillar'))}{_FIRST + 1}"
        of_pillar = f"OFFSET(SubDimensi,MATCH({pillar},Dimensi,0)-1,0,COUNTIF(Dimensi,{pillar}),1)"
        return shown | {"validate": "list", "source": f"=IF(COUNTIF(Dimensi,{pillar})=0,SubDimensi,{of_pillar})"}
    return shown | {"validate": "list", "source": _choices(column.kind)}


def _choices(kind: Kind) -> list[str]:
    if kind == "pillar":
        return [pillar.label.id for pillar, _ in _pillars()]
    if kind == "funding":
        return [i18n.say(f"form.funding_{name}", "id") for name in _FUNDING]
    if kind == "horizon":
        return [i18n.say(f"form.horizon_{name}", "id") for name in _HORIZONS]
    return [i18n.say("form.yes", "id"), i18n.say("form.no", "id")]


def _pillars() -> list[tuple[PillarEntry, list[PillarEntry]]]:
    """The pillars with their sub-dimensions, in the order of the corpus."""
    entries = [entry for entry in corpora.load("pillars").entries if isinstance(entry, PillarEntry)]
    return [
        (pillar, [entry for entry in entries if entry.parent == pillar.id])
        for pillar in entries
        if pillar.level == "pillar"
    ]


def _write_guide(page: Any, columns: Sequence[_Column], pen: _Pen) -> None:
    formats = pen.formats
    for n, width in enumerate(_GUIDE_WIDTHS):
        page.set_column(n, n, width, formats["long"])
    page.write_string(0, 0, _glossed("guide_title", pen.lang).replace("\n", " "), formats["title"])
    row = 2
    heads = ("guide_column", "guide_meaning", "guide_english")
    _write_row(page, row, [i18n.say(f"form.{key}", "id") for key in heads], formats["head"])
    for key in _ADVICE:
        row += 1
        words = i18n.both(f"form.guide_{key}")
        label = i18n.say(f"form.guide_{key}_label", "id")
        _write_row(page, row, (label, words.id, words.en), formats["long"], formats["group1"])
    for key, same in groupby(columns, key=lambda column: column.key):
        row += 1
        first, *more = same
        last = more[-1].year if more else first.year
        span = first.year if last == first.year else f"{first.year}-{last}"
        hint = i18n.both(f"form.{key}_hint", year=span)
        head = i18n.say(f"form.{key}_head", "id", year=span)
        _write_row(page, row, (head, hint.id, hint.en), formats["long"], formats["strong"])
    _write_choices(page, row + 2, pen)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)


def _write_choices(page: Any, row: int, pen: _Pen) -> None:
    """The sub-dimensions beside their pillars; the drop-down of the form reads this list."""
    heads = [i18n.say(f"form.{key}", "id") for key in ("guide_choices", "subdimension_head", "guide_meaning")]
    _write_row(page, row, heads, pen.formats["head"])
    first = row + 1
    for pillar, parts in _pillars():
        for part in parts:
            row += 1
            covers = part.covers.in_language(pen.lang)
            _write_row(page, row, (pillar.label.id, part.label.id, covers), pen.formats["long"])
    sheet = i18n.say("form.guide", "id")
    pen.book.define_name("Dimensi", f"={sheet}!$A${first + 1}:$A${row + 1}")
    pen.book.define_name("SubDimensi", f"={sheet}!$B${first + 1}:$B${row + 1}")


def _write_row(page: Any, row: int, values: Sequence[str], style: Any, first: Any = None) -> None:
    """A row of the guide, as high as its longest words need; `first` is the style of its first cell."""
    for n, words in enumerate(values):
        page.write_string(row, n, words, first if first is not None and n == 0 else style)
    lines = max(-(-len(words) // (width - 4)) for words, width in zip(values, _GUIDE_WIDTHS, strict=True))
    page.set_row(row, lines * LINE_HEIGHT + 2)


def _letter(column: int) -> str:
    """0 is "A", 26 is "AA"."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))
