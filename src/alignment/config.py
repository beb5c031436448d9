"""What a user can choose for a run."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal

from pydantic import Field

from alignment.models.base import Frozen, Lang

Engine = Literal["fast", "reference"]


class Options(Frozen):
    """Choices of one run. Every field has the default that suits a planner on a laptop."""

    ocr: Literal["auto", "off", "force"] = "off"
    """Read pages that are pictures: never ("off"), where Tesseract is there ("auto"), all pages ("force").

    Off by default: the same input gives the same report whatever is installed, and no time is spent unasked.
    """
    engine: Engine = "fast"
    """What reads PDF files: pdfium, with pdfplumber for the pages it fails on ("fast"), or pdfplumber alone, ten times
    slower and without OCR, to compare ("reference")."""
    jobs: int = Field(default=1, ge=1)
    """Processes that read pages at the same time."""
    lang: Lang = "id"
    """Language of reports."""
    cache: bool = True
    """Keep what was read in the platform's cache folder and use it again."""
    as_one: bool = False
    """The drafts are one plan: its books and the form that goes with them."""
    rules: Path | None = None
    """A folder of rules instead of those that ship with the package."""
    config: Path | None = None
    """An `alignment.toml`. What is chosen here stands before what it says."""
    select: tuple[str, ...] = ()
    """Codes of checks, or their beginnings, that run; empty: those that are on by default."""
    ignore: tuple[str, ...] = ()
    """Codes of checks, or their beginnings, that do not."""
    waivers: Path | None = None
    """A file of findings that somebody accepted, with reason, owner and last day."""
    today: dt.date | None = None
    """The day waivers are held against; None: the day of the run. Nothing else asks for it."""
