"""What a plan says in sentences: its vision, its missions, and the regulations it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from alignment.models.document import Box, Evidence, Page
from alignment.reading.furniture import Furniture
from alignment.reading.lexicon import lexicon
from alignment.text import FUNCTION_WORDS, clean, normal

_VISION = re.compile(
    r"\bvisi\b(?P<lead>[^“”\"]{0,200}?)[“\"”]\s*(?P<words>[^“”\"]{12,300}?)\s*[“”\"]", re.IGNORECASE | re.DOTALL
)
_VISION_SAID = re.compile(r"Visi\b(?P<lead>[^:]{0,60}?)\s*:\s*(?P<words>\S.*)?", re.IGNORECASE)
_VISION_HEADING = re.compile(r"visi(?:\s+\w+){0,9}")
_AIM = re.compile(r"(?:Ter|Me|Ber|Pe)[a-z]+|[A-Z][a-z]+ (?:yang|Yang)\b", re.IGNORECASE)
_SAYING = r"\bmisi\b[^.;]{0,160}?(?::|\b(?:berikut(?:\s+ini)?|yaitu|adalah|meliputi)\s*:?)\s*"
_MISSIONS_SAID = re.compile(_SAYING + "$", re.IGNORECASE)
_MISSIONS_HEADING = re.compile(r"(?:visi dan )?misi(?: \w+){0,7}")
_MISSIONS_INLINE = re.compile(_SAYING + r"(?P<items>\(?(?:1|a)[.)]\s*\S.{20,1500})", re.IGNORECASE | re.DOTALL)
_INLINE_ITEM = re.compile(r"(?:^|(?<=[\s;,:]))\(?(?:\d{1,2}|[a-z])[.)]\s+(?=[A-Za-z])")
_COUNT = r"(?:ke-?\s*)?(?:\d{1,2}|[ivx]{1,4}|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh)"
_MISSION_NUMBER = re.compile(rf"misi\s+{_COUNT}\b\s*[:.,–-]?\s*", re.IGNORECASE)
_BULLET = r"[•●▪➢✓\uf0b7\uf0a7\uf0d8-](?=\s)"
_ITEM = re.compile(rf"(?:\(?(?:\d{{1,2}}|[a-z]|[IVX]{{1,4}})[.)]|{_BULLET})\s*(?P<text>.*)")
_MISSION_VERB = re.compile(r"(?![A-Za-z]+nya\b)(?:Me[a-z]+|Pe[a-z]+(?:an|asi)|Ter[a-z]+|Ber[a-z]+)\b")
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
_MISSION_LINES = 60
_SHORTEST_MISSION = 3
_LINES_OF_ITEM = 4
_GAP = 25
"""Lines of explanation between one item of a list and the next, at most."""
_LEADING_NUMBER = re.compile(r"\(?(\d{1,2})[.)]")
_MISSIONS_SOON = 5
"""Lines within which the first mission follows its heading."""
_HEADING_MARK = re.compile(r"^\s*(?:\(?(?:(?:\d{1,2}|[IVX]{1,4})(?:\.\d{1,2})*|[A-Za-z])[.)]?\s+)+", re.IGNORECASE)
_OWN = re.compile(r"\b(?:smart|cerdas|spbe|e-government|master\s?plan|rencana induk)\b", re.IGNORECASE)


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
    """The words of the plan's own vision: quoted after "visi", or said after "Visi:" or below the heading.

    A plan also quotes the visions of the nation, the province and the region's own RPJMD: what is led by the plan's
    subject comes first ("visi smart city"), then what names the region, then what states an aim.
    """
    found = [(match["lead"], match["words"]) for page in pages for match in _VISION.finditer(page.text)]
    found = found or list(_unquoted([line.text for page in pages for line in page.lines]))
    aims = [(lead, clean(words).rstrip(".")) for lead, words in found]
    name = normal(region or "").split()[-1:]
    own = [words for lead, words in aims if _OWN.search(lead)]
    named = [words for _, words in aims if name and name[0] in normal(words).split()]
    stated = [words for _, words in aims if _AIM.match(words)]
    return next(iter([*own, *named, *stated]), None)


def _unquoted(lines: list[str]) -> Iterator[tuple[str, str]]:
    """What stands after "Visi:" or below the heading "Visi", up to the end of its sentence."""
    for index, line in enumerate(lines):
        plain = _HEADING_MARK.sub("", line)
        said = _VISION_SAID.fullmatch(plain)
        if said is None and not _VISION_HEADING.fullmatch(normal(plain)):
            continue
        lead, words = (said["lead"], said["words"] or "") if said else (plain, "")
        following = lines[index + 1 : index + 4]
        while following and not words.rstrip().endswith((".", "”", '"')) and not _ITEM.fullmatch(following[0]):
            if words and ("misi" in normal(following[0]).split() or _NEXT.match(following[0])):
                break
            words = f"{words} {following.pop(0)}".strip()
            if len(words) > _HEADING_LETTERS:
                break
        if _AIM.match(words) and len(words.split()) > _SHORTEST_MISSION:
            yield lead, words


def missions(lines: list[Place]) -> tuple[str, ...]:
    """The aims listed after a line that announces missions: those of the plan's own subject first ("misi smart city"),
    then those below a heading, then those that a sentence announces."""
    found: list[tuple[int, tuple[str, ...]]] = []
    for index, line in enumerate(lines):
        if "misi" not in line.text.casefold():
            continue
        plain = _HEADING_MARK.sub("", line.text)
        following = lines[index : index + _MISSION_LINES]
        headed = _MISSIONS_HEADING.fullmatch(normal(plain)) is not None
        stated: tuple[str, ...] = ()
        if _MISSION_NUMBER.match(plain):
            stated = _aims(_numbered(following))
        elif headed or _MISSIONS_SAID.search(line.text):
            stated = _aims(_listed(following[1:]))
        stated = stated or _inline(following)
        if stated:
            found.append((0 if _OWN.search(line.text) else 1 if headed else 2, stated))
    return min(found, key=lambda one: one[0], default=(0, ()))[1]


def _aims(items: list[str]) -> tuple[str, ...]:
    """The items, where they are aims: at least two, and most begin with what is to be done."""
    stated = [item for item in items if _MISSION_VERB.match(item) and len(item.split()) >= _SHORTEST_MISSION]
    if len(stated) < 2 or len(stated) * 2 < len(items):
        return ()
    sentences = (re.split(r"(?<=[a-z])\.\s+(?=[A-Z])", item)[0] for item in stated[:_MOST_MISSIONS])
    return tuple(re.sub(r"[\s;,.]+(?:dan)?$", "", item) for item in sentences)


def _listed(lines: list[Place]) -> list[str]:
    """The items of a list right below; lines of aims without marks where there are none."""
    if any(_ITEM.fullmatch(line.text) for line in lines[:_MISSIONS_SOON]):
        return [clean(" ".join(part.text for part in item)) for item in _items(lines)]
    plain = (line.text for line in lines)
    return [clean(line) for line in takewhile(lambda line: _MISSION_VERB.match(line) and len(line) > 12, plain)]


def _numbered(lines: list[Place]) -> list[str]:
    """ "Misi 1: ...", "Misi 2: ..." with the lines that go on with each."""
    items: list[str] = []
    for line in lines:
        plain = _HEADING_MARK.sub("", line.text)
        match = _MISSION_NUMBER.match(plain)
        if match is not None:
            items.append(plain[match.end() :])
        elif items and line.text[:1].islower():
            items[-1] = f"{items[-1]} {line.text}"
        elif items and not items[-1]:
            items[-1] = line.text
    return [clean(item) for item in items]


def _inline(lines: list[Place]) -> tuple[str, ...]:
    """The missions of one sentence: "Misinya adalah (1) mewujudkan ...; (2) meningkatkan ..."."""
    match = _MISSIONS_INLINE.search(" ".join(line.text for line in lines[:15]))
    if match is None or match.start() > len(lines[0].text):
        return ()
    sentence = re.split(r"(?<=[a-z])\.(?:\s+[A-Z]|\s*$)", match["items"])[0]
    items = [part.strip() for part in _INLINE_ITEM.split(sentence) if part and part.strip()]
    return _aims([item[:1].upper() + item[1:] for item in items])


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
    words = normal(_HEADING_MARK.sub("", text))
    named = any(words.startswith(phrase) for phrase in lexicon().legal_basis) and len(words.split()) <= _HEADING_WORDS
    if not named and not re.match(r"mengingat\b", words):
        return False
    return any(_REGULATION.search(line.text) for line in lines[index : index + _SOON])


def _goes_on(item: list[Place]) -> bool:
    """A line that ends in "tentang", "dengan" or "atas" goes on with a regulation's name."""
    last = item[-1].text.rstrip().casefold()
    if re.search(r";\s*dan$", last):
        return False
    return last.endswith(
        ("tentang", "dengan", "atas", "dan", "terakhir", "perubahan", "pelaksanaan", "pengganti", "kedua")
    )


def _items(lines: list[Place]) -> Iterator[list[Place]]:
    """The items of the first list. Numbered ones may stand apart, each with its explanation below."""
    current: list[Place] = []
    count, gap = 0, 0
    for line in lines:
        item = None if " | " in line.text else _ITEM.fullmatch(line.text)  # no row of a table
        number = _LEADING_NUMBER.match(line.text)
        if item and (count == 0 or number is None or int(number[1]) == count + 1):
            if current:
                yield current
            current = [line._replace(text=item["text"])]
            count, gap = count + 1, 0
        elif current and not current[0].text:
            current[0] = line
        elif current and not gap and len(current) < _LINES_OF_ITEM and _is_rest(line.text, current[-1].text):
            current.append(line)
        elif count:
            gap += 1
            if gap > _GAP or _NEXT.match(line.text):
                break
    if current:
        yield current


def _is_rest(line: str, before: str) -> bool:
    """Whether a line goes on with the item above: in mid-sentence, or after a word that cannot end one."""
    return line[:1].islower() or (normal(before).split() or [""])[-1] in FUNCTION_WORDS


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
