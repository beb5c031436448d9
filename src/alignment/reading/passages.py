"""What a plan says in sentences: its vision, its missions, and the regulations it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from alignment.models.document import Box, Evidence, Page
from alignment.reading.furniture import Furniture
from alignment.reading.lexicon import lexicon
from alignment.text import clean, normal

_VISION = re.compile(r"\bvisi\b[^“”\"]{0,200}?[“\"”]\s*([^“”\"]{12,300}?)\s*[“”\"]", re.IGNORECASE | re.DOTALL)
_AIM = re.compile(r"(?:Ter|Me|Ber|Pe)[a-z]+|[A-Z][a-z]+ (?:yang|Yang)\b", re.IGNORECASE)
_MISSIONS = re.compile(r"\bmisi\b.{0,160}(?:sebagai berikut|berikut ini|yaitu|adalah|meliputi)?\s*:?\s*", re.IGNORECASE)
_ITEM = re.compile(r"\(?(\d{1,2}|[a-z]|[IVX]{1,4})[.)]\s*(?P<text>.*)")
_MISSION_VERB = re.compile(r"(?:Me[a-z]+|Pe[a-z]+(?:an|asi)|Ter[a-z]+|Ber[a-z]+)\b")
_REGULATION = re.compile(
    r"(?:Undang\s*[-–]?\s*Undang|Peraturan|Keputusan|Instruksi|Ketetapan|Surat Edaran|Permen\w*|Perpres|Perda)\b"
    r"|Pasal\s+\d+.*Undang"
)
_NEXT = re.compile(
    r"\d{1,2}\.\d{1,2}(?:\.\d)?\.?\s+[A-Z]|BAB\s+[IVX]+|MEMUTUS|Memutus|Menetapkan|Maksud dan Tujuan"
    r"|DEWAN PERWAKILAN|Dengan [Pp]ersetujuan"
)
_MOST_ITEMS = 80
_SOON = 25
"""Lines within which the first regulation follows the heading."""
_HEADING_WORDS = 7
_HEADING_LETTERS = 70
_MOST_MISSIONS = 12


class Place(NamedTuple):
    """A line of the body and the page it stands on (None where there are no pages)."""

    page: int | None
    text: str
    box: Box | None


def body(pages: tuple[Page, ...], furniture: Furniture) -> list[Place]:
    """The lines of all pages without what runs on head and foot."""
    return [
        Place(page.number if page.width else None, line.text, line.box)
        for page in pages
        for line in page.lines
        if not furniture.holds(line, page)
    ]


def vision(pages: tuple[Page, ...], region: str | None) -> str | None:
    """Words in quotation marks after "visi": those that name the region, else the first that state an aim.

    A plan also quotes the visions of the nation and the province.
    """
    found = [clean(match[1]).rstrip(".") for page in pages for match in _VISION.finditer(page.text)]
    name = normal(region or "").split()[-1:]
    own = (words for words in found if name and name[0] in normal(words).split())
    return next(own, None) or next((words for words in found if _AIM.match(words)), None)


def missions(lines: list[Place]) -> tuple[str, ...]:
    """The first numbered list after a line that ends with "misi ... :"."""
    for index, line in enumerate(lines):
        if "misi" not in line.text.casefold():
            continue
        if _MISSIONS.fullmatch(line.text) or re.search(
            r"\bmisi\b.*(?:berikut|yaitu|adalah)\s*:?$", line.text, re.IGNORECASE
        ):
            items = [clean(" ".join(part.text for part in item)) for item in _items(lines[index + 1 : index + 60])]
            stated = [item for item in items if _MISSION_VERB.match(item) and len(item.split()) > 2]
            if len(stated) > 1 and len(stated) >= len(items) / 2:
                return tuple(item.rstrip(";.") for item in stated[:_MOST_MISSIONS])
    return ()


def legal_basis(document: str, lines: list[Place]) -> tuple[Evidence, ...]:
    """The regulations under "Mengingat", "Dasar Hukum" or "Landasan Hukum", item by item, each with its place."""
    start = next((index for index, line in enumerate(lines) if _opens(line.text, lines, index)), None)
    if start is None:
        return ()
    first = re.sub(r"^\s*(?:\d[\d.]*\s*)?Mengingat\s*:?\s*", "", lines[start].text)
    head = [lines[start]._replace(text=first)] if first != lines[start].text and first else []
    items: list[list[Place]] = []
    for line in head + lines[start + 1 : start + 600]:
        if _NEXT.match(line.text) and items:
            break
        item = _ITEM.fullmatch(line.text)
        text = item["text"] if item else line.text
        if _REGULATION.match(text) and not (items and _goes_on(items[-1])):
            items.append([line._replace(text=text)])
        elif items and text:
            items[-1].append(line._replace(text=text))
        if len(items) > _MOST_ITEMS:
            break
    return tuple(_evidence(document, item) for item in items)


def _opens(text: str, lines: list[Place], index: int) -> bool:
    """Is this line the heading, and does a regulation follow soon?"""
    if len(text) > _HEADING_LETTERS and not text.lstrip().startswith("Mengingat"):
        return False
    words = re.sub(r"^[\d.\s]+", "", normal(text))
    named = any(words.startswith(phrase) for phrase in lexicon().legal_basis) and len(words.split()) <= _HEADING_WORDS
    if not named and not re.match(r"mengingat\b", words):
        return False
    return any(_REGULATION.search(line.text) for line in lines[index : index + _SOON])


def _goes_on(item: list[Place]) -> bool:
    """A line that ends in "tentang", "dengan" or "atas" goes on with a regulation's name."""
    last = item[-1].text.rstrip().casefold()
    return last.endswith(
        ("tentang", "dengan", "atas", "dan", "terakhir", "perubahan", "pelaksanaan", "pengganti", "kedua")
    )


def _items(lines: list[Place]) -> Iterator[list[Place]]:
    current: list[Place] = []
    number = 0
    for line in lines:
        item = _ITEM.fullmatch(line.text)
        if item:
            if current:
                yield current
            current = [line._replace(text=item["text"])] if item["text"] else [line._replace(text="")]
            number += 1
        elif current and not _NEXT.match(line.text) and len(current) < 4 and line.text[:1].islower():
            current.append(line)
        elif current and not current[0].text:
            current[0] = line
        elif number:
            break
    if current:
        yield current


def _evidence(document: str, item: list[Place]) -> Evidence:
    page = item[0].page
    boxes = [part.box for part in item if part.page == page and part.box]
    box = None
    if boxes:
        box = (
            min(b[0] for b in boxes),
            min(b[1] for b in boxes),
            max(b[2] for b in boxes),
            max(b[3] for b in boxes),
        )
    return Evidence(document=document, page=page, box=box, quote=clean(" ".join(part.text for part in item)))
