"""PDF with a text layer -> pages and issues."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from alignment import i18n
from alignment.config import Options
from alignment.errors import ConfigError, EncryptedFileError, NoTextError, UnreadableFileError
from alignment.models.document import Box, Cell, Issue, Line, Page, Table
from alignment.reading import cache, supervisor
from alignment.reading.formats import Read

_END = b"%%EOF"
_TAIL = 4096
_LIBRARIES = {"fast": "pypdfium2", "reference": "pdfplumber"}
_NOTED = frozenset(["page", "error", "issues", "engine", "ocr"])
"""What is kept of a message beside the page it becomes."""
_OCR_SECONDS = 400.0
"""A page of tables takes Tesseract half a minute; a busy machine more."""


def read_pdf(path: Path, data: bytes, sha256: str, options: Options) -> Read:
    """Read all pages. Raises EncryptedFileError, UnreadableFileError (damaged, cut off) or NoTextError."""
    if _END not in data.rstrip(b"\0 \r\n\t")[-_TAIL:]:
        raise UnreadableFileError(i18n.both("reading.cut_off"), i18n.both("reading.cut_off_remedy"), path.name)
    pages: list[Page] = []
    notes: list[supervisor.Message] = []
    try:
        for message in _messages(path, sha256, _ocr_mode(options), options):  # one at a time: they are large
            pages.append(_page(message))
            notes.append({key: message[key] for key in message.keys() & _NOTED})
    except supervisor.OpenError as error:
        kind = EncryptedFileError if error.reason == "encrypted" else UnreadableFileError
        raise kind(
            i18n.both(f"reading.{error.reason}", most=supervisor.MOST_PAGES),
            i18n.both(f"reading.{error.reason}_remedy"),
            path.name,
        ) from None
    issues = tuple(_issues(notes))
    pictures = {issue.page for issue in issues if issue.code in ("no_text", "garbled_text", "unreadable_page")}
    if not any(page.lines for page in pages if page.number not in pictures):
        problem = i18n.both("reading.no_words", pages=len(pages))
        raise NoTextError(problem, i18n.both("reading.no_words_remedy"), path.name)
    return Read(tuple(pages), issues, _engine(notes))


def _messages(path: Path, sha256: str, mode: str, options: Options) -> Iterator[supervisor.Message]:
    """The pages as the worker sends them, or as it sent them the last time this content was read."""
    name = cache.key(sha256, mode, options.engine)
    known = cache.load(name) if options.cache else None
    if known is not None:
        return known
    seconds = supervisor.PAGE_SECONDS if mode == "off" else _OCR_SECONDS
    messages = supervisor.pages(path, jobs=options.jobs, ocr=mode, seconds=seconds, engine=options.engine)
    return (
        cache.kept(name, messages, lambda message: _engine_of(message) == options.engine) if options.cache else messages
    )


def _issues(messages: list[supervisor.Message]) -> Iterator[Issue]:
    """What is wrong with each page; the same words hidden on many pages are told once, at the first."""
    hidden: dict[str, list[int]] = {}
    for message in messages:
        number = message["page"]
        if "error" in message:
            yield Issue(code="unreadable_page", page=number, message=i18n.both("reading.unreadable_page"))
        for code, facts in message.get("issues", ()):
            if code == "junk_text":
                hidden.setdefault(facts["words"], []).append(number)
            else:
                yield Issue(code=code, page=number, message=i18n.both(f"reading.{code}", **facts))
    for words, numbers in hidden.items():
        said = i18n.both("reading.junk_text", words=words, pages=_ranges(numbers))
        yield Issue(code="junk_text", page=numbers[0], message=said)


def _ranges(numbers: list[int]) -> str:
    """[3, 4, 5, 9] -> "3-5, 9"."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)


def _page(message: supervisor.Message) -> Page:
    """The worker's data as a page. Trusted: validation again would cost more than reading."""
    number = message["page"]
    if "error" in message:
        return Page(number=number, width=0, height=0)
    return Page.model_construct(
        number=number,
        width=message["width"],
        height=message["height"],
        lines=tuple(Line(text, _box(box)) for text, box in message["lines"]),
        tables=tuple(
            Table.model_construct(
                page=number,
                rows=table["rows"],
                columns=table["columns"],
                box=_box(table["box"]),
                cells=tuple(
                    Cell(row, column, row_span, column_span, text, _box(box), *second)
                    for row, column, row_span, column_span, text, box, *second in table["cells"]
                ),
                ruled=table["ruled"],
            )
            for table in message["tables"]
        ),
        ocr_confidence=message["ocr"],
        turn=message.get("turn", 0),
    )


def _box(values: list[float]) -> Box:
    x0, top, x1, bottom = values
    return x0, top, x1, bottom


def _ocr_mode(options: Options) -> str:
    """What the worker is told: "off", "auto:ind", "force:eng". Without Tesseract nothing can be forced."""
    if options.ocr == "off":
        return "off"
    from alignment.reading import ocr  # loads pdfium

    lang = ocr.language()
    if lang is None and options.ocr == "force":
        raise ConfigError(i18n.both("reading.no_tesseract"), i18n.both("reading.no_tesseract_remedy"))
    return f"{options.ocr}:{lang}" if lang else "off"


def _engine_of(message: supervisor.Message) -> str | None:
    """Which engine read a page; None where none could."""
    return None if "error" in message else message.get("engine", "fast")


def _engine(messages: list[supervisor.Message]) -> str:
    """All that read a page, with versions."""
    from importlib.metadata import version

    engines = {_engine_of(message) for message in messages}
    names = [f"{name} {version(name)}" for engine, name in _LIBRARIES.items() if engine in engines]
    if any(message.get("ocr") is not None for message in messages):
        from alignment.reading import ocr

        names.append(ocr.version())
    return " + ".join(names)
