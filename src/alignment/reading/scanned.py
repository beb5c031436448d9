"""Pages and parts of pages that are pictures: which they are, and what OCR sees in them."""

from __future__ import annotations

from typing import NamedTuple

from PIL import Image

from alignment.reading import ocr
from alignment.reading.drawings import FEW_WORDS, NOTABLE, Box, Picture
from alignment.reading.grid import Grid, find_grids
from alignment.reading.pdfium import NativePage, Word, grey_picture, is_upright, picture_pixels
from alignment.reading.picture import View, completed, enlarged, framed, ruled

_TABLE_PIXELS = (300, 60)
"""Width and height below which a picture is an ornament."""
_MOST_PIXELS = 12_000_000
_MOST_PICTURES = 6
"""More pictures than this on a page are slices of one."""
_TABLE_CELLS = 6
_DENSE_CELLS = 12
_DENSE = 0.6
_PAPER = 225
_WHITE = 0.3
"""A table is printed on paper: at least this part of its picture is white."""
_DPI = 300
_TURNS = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)
_UNDERSTOOD = 0.65
"""Tesseract's confidence below which a page may stand on its side."""


class Seen(NamedTuple):
    """What stands on a page after its pictures were read; `turned` if its width and height changed places."""

    words: list[Word]
    grids: list[Grid]
    confidence: float
    turned: bool
    second: list[Word]
    """Figures as read a second time."""


class _Read(NamedTuple):
    """What was read on one view."""

    reading: ocr.Reading
    grids: list[Grid]
    turned: bool = False


def views(page: NativePage, pictures: list[Picture], words: list[Word], *, whole: bool, force: bool) -> list[View]:
    """What of a page has to be read as a picture: all of it, or the tables that were pasted into it."""
    if force:
        return [_whole(page)]
    if whole:
        return _own_views(page, pictures) or [_whole(page)]
    return _picture_tables(page, pictures, words)


def with_ocr(views: list[View], words: list[Word], grids: list[Grid], lang: str, *, whole: bool) -> Seen:
    """Words and tables with those of the views in place of what stood there. `whole`: the views are all of the page,
    which may lie askew or be turned."""
    confidences: list[float] = []
    second: list[Word] = []
    turned = False
    for view in views:
        read = _whole_read(view, lang, alone=len(views) == 1) if whole else _read(view, lang)
        if not read.reading.words:
            continue
        confidences.append(read.reading.confidence)
        turned = read.turned
        second += read.reading.second
        box = view.box(0, 0, *view.grey.size)
        kept = [word for word in words if not (turned or _inside(word, box))]
        after = max((word.line for word in kept), default=-1) + 1
        words = kept + [word._replace(line=word.line + after) for word in read.reading.words]
        grids = [grid for grid in grids if not (turned or _overlap(grid.box, box))] + read.grids
    return Seen(words, grids, min(confidences, default=0.0), turned, second)


def _read(view: View, lang: str) -> _Read:
    found = ruled(view)
    rules = framed(found)
    whole_rules = completed(found, find_grids(rules), rules)
    tables = [grid for grid in find_grids(whole_rules) if len(grid.cells) >= _TABLE_CELLS]
    return _Read(ocr.read(found.clean, tables, lang), tables)


def _whole_read(view: View, lang: str, *, alone: bool) -> _Read:
    """A page put straight and read; once more turned, where little was understood and it stands on its side or head."""
    from alignment.reading.upright import straightened  # loads numpy, which takes longer than looking for tables

    read = _read(straightened(view), lang)
    quarters = ocr.quarters(view.grey) if alone and read.reading.confidence < _UNDERSTOOD else 0
    if not quarters:
        return read
    across, down = (view.down, view.across) if quarters % 2 else (view.across, view.down)
    again = _read(straightened(View(view.grey.transpose(_TURNS[quarters - 1]), across, down, 0.0, 0.0)), lang)
    if again.reading.confidence <= read.reading.confidence:
        return read
    return again._replace(turned=bool(quarters % 2))


def _whole(page: NativePage) -> View:
    scale = min(_DPI / 72, (_MOST_PIXELS / (page.display.width * page.display.height)) ** 0.5)
    return View(page.render(scale), scale, scale, 0.0, 0.0)


def _own_views(page: NativePage, pictures: list[Picture]) -> list[View]:
    """The pictures of a page in their own pixels; none where they are slices of one, or stand askew."""
    area = page.display.width * page.display.height
    large = [picture for picture in pictures if _area(picture.box) >= NOTABLE / 2 * area]
    views = [_view(page, picture) for picture in large] if len(large) <= _MOST_PICTURES else []
    return [_enlarged(view) for view in views if view is not None] if all(views) else []


def _picture_tables(page: NativePage, pictures: list[Picture], words: list[Word]) -> list[View]:
    """The pictures that show a ruled table: large, without words on them, with crossing lines."""
    found: list[View] = []
    for picture in pictures:
        if _area(picture.box) < NOTABLE * page.display.width * page.display.height:
            continue
        if sum(_inside(word, picture.box) for word in words) >= FEW_WORDS:
            continue
        view = _view(page, picture)
        if view is not None and _shows_table(view):
            found.append(_enlarged(view))
    return found


def _view(page: NativePage, picture: Picture) -> View | None:
    """A picture in its own pixels; None for one that is tiny, huge or not upright."""
    width, height = picture_pixels(picture)
    if width < _TABLE_PIXELS[0] or height < _TABLE_PIXELS[1] or width * height > _MOST_PIXELS:
        return None
    if page.display.rotation or not is_upright(picture):
        return None
    grey = grey_picture(picture)
    if grey is None:
        return None
    x0, top, x1, bottom = picture.box
    return View(grey, width / (x1 - x0), height / (bottom - top), x0, top)


def _enlarged(view: View) -> View:
    """The view with as many pixels an inch as Tesseract likes."""
    times = max(1, round(_DPI / 72 / view.across))
    return view._replace(grey=enlarged(view.grey, times), across=view.across * times, down=view.down * times)


def _shows_table(view: View) -> bool:
    if sum(view.grey.histogram()[_PAPER + 1 :]) < _WHITE * view.grey.width * view.grey.height:
        return False  # a photograph
    return any(_is_dense(grid) for grid in find_grids(framed(ruled(view))))


def _is_dense(grid: Grid) -> bool:
    """Is it a table? The boxes and arrows of an organisation chart cross too, but leave most places empty."""
    places = (len(grid.x) - 1) * (len(grid.y) - 1)
    return len(grid.cells) >= _DENSE_CELLS and len(grid.cells) >= _DENSE * places


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _inside(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _overlap(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])
