"""Rupiah as plans print them: dots, commas, `,00`, `,-`, "Rp", wrapped in the number, scaled by the table's head."""

from __future__ import annotations

import re
from decimal import Decimal

_WORDS = re.compile(
    r"(?P<figure>(?:Rp\.?)?[\d.,]+)(?P<unit>ribu|rb|juta|jt|mil[iy]ar|tril[iy]un|(?-i:M|T))(?:an)?(?:rupiah|,-)?",
    re.IGNORECASE,
)
_UNITS = {"r": 10**3, "j": 10**6, "m": 10**9, "t": 10**12}
_SHAPE = re.compile(r"(?:Rp\.?|IDR)?(?P<minus>[-(])?(?P<digits>\d[\d.,]*)\)?(?:,-{1,2}|,=|-)?", re.IGNORECASE)
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?")  # 1.234.567,00
_COMMAED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?")  # 1,234,567.00, as spreadsheets print
_FRACTION = re.compile(r"0[.,]\d{1,6}")  # 0,750
_POINTED = re.compile(r"\d{1,3},\d{1,6}")  # 1,250 below "miliar": nobody groups thousands of them by a comma
_FROM_MILLIARDS = 10**9
_PLAIN = re.compile(r"\d+(?:[.,]\d{1,2})?")
_SCALES: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"triliun|trilyun|trillion", re.IGNORECASE), 10**12),
    (re.compile(r"mil[iy]ar|billion", re.IGNORECASE), 10**9),
    (re.compile(r"\bjuta(?:an)?\b|dalam\s*jut|million|\bRp\.?\s*jt\b|\(jt\)", re.IGNORECASE), 10**6),
    (re.compile(r"\bribu(?:an)?\b|dalam\s*rib|thousand|\(?Rp\.?\s*000|x\s*1\.?000\b|\(000\)", re.IGNORECASE), 10**3),
)
_CAPTION = re.compile(
    r".{0,120}\(\s*(?:dalam|x|rp\.?)?\s*(?:rp\.?\s*)?(?:ribu|juta|mil[iy]ar)(?:an)?\s*(?:rupiah|rp\.?)?\s*\)"
    r"|(?:dalam|satuan\s*:?|rp\.?)\s*(?:rp\.?\s*)?(?:ribu|juta|mil[iy]ar)(?:an)?\s*(?:rupiah|rp\.?)?",
    re.IGNORECASE,
)


def parse(text: str, scale: int = 1) -> Decimal | None:
    """The amount in rupiah that `text` prints and nothing else, or None.

    "31.931.885.422", "Rp 2,320,294,064", "9.218.720,-", "24.000.000,00", "9.134.466.94\\n0" (wrapped), "(1.000.000)"
    (negative). `scale` is what the table's head multiplies by (see `scale`). A dash or an empty cell is None: absent is
    not 0.
    """
    squeezed = "".join(text.split())
    said = _WORDS.fullmatch(squeezed)
    if said is not None:
        return parse(said["figure"], _UNITS[said["unit"][0].casefold()])
    match = _SHAPE.fullmatch(squeezed)
    if match is None:
        return None
    digits = match["digits"].rstrip(".,")
    if _FRACTION.fullmatch(digits) or (scale >= _FROM_MILLIARDS and _POINTED.fullmatch(digits)):
        number = digits.replace(",", ".")
    elif _DOTTED.fullmatch(digits):
        number = digits.replace(".", "").replace(",", ".")
    elif _COMMAED.fullmatch(digits):
        number = digits.replace(",", "")
    elif _PLAIN.fullmatch(digits):
        number = digits.replace(",", ".")
    else:
        number = _repaired(digits)
        if not number:
            return None
    amount = Decimal(number) * scale
    return -amount if match["minus"] else amount


def is_amount(text: str) -> bool:
    """Whether `text` is a number of six digits or more, or one with a word ("250 juta"): money, not a target."""
    squeezed = "".join(text.split())
    if _WORDS.fullmatch(squeezed):
        return True
    match = _SHAPE.fullmatch(squeezed)
    if match is None:
        return False
    digits = match["digits"].rstrip(".,")
    point = "." if _COMMAED.fullmatch(digits) else "," if "." in digits else None
    whole = digits.split(point)[0] if point else digits
    return sum(map(str.isdigit, whole)) >= 6 and parse(text) is not None


def scale(head: str) -> int:
    """What a table's head says the figures are multiplied by: "(Rp juta)" 1,000,000; "(Rp000)" 1,000; else 1."""
    return next((factor for pattern, factor in _SCALES if pattern.search(head)), 1)


def caption_scale(line: str) -> int:
    """What a line above a table says its figures are in: "(dalam juta rupiah)", "Satuan: Rp ribu"; else 1."""
    return scale(line) if _CAPTION.fullmatch(line.strip()) else 1


def _repaired(digits: str) -> str:
    """Groups mixed up by typing ("1.234,567.890") read as one whole number; anything odder is left unread."""
    groups = re.split(r"[.,]", digits)
    if len(groups) > 2 and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]):
        return "".join(groups)
    return ""
