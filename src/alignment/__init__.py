"""Rule-based policy alignment checker for Indonesian development plans.

    import alignment

    report = alignment.check("draft.pdf", against=["rpjmd.pdf"])
    document = alignment.read("draft.pdf")
    extraction = alignment.extract_programs(document)
    matches = alignment.match("Aplikasi antrean puskesmas")
    citations = alignment.find_citations("Perpres Nomor 95 Tahun 2018")
    overlap = alignment.compare("jamban sehat", "jambanisasi")

Names are loaded when first used: importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from alignment.config import Options
    from alignment.errors import AlignmentError
    from alignment.extraction import extract_programs
    from alignment.matching.citation import find_citations
    from alignment.matching.compare import compare
    from alignment.matching.resolve import match
    from alignment.models import Citation, Document, Extraction, Finding, Match, Matches, Overlap, Program, Report
    from alignment.pipeline import check
    from alignment.reading import read

_PLACES = {
    "check": "pipeline",
    "read": "reading",
    "extract_programs": "extraction",
    "match": "matching.resolve",
    "find_citations": "matching.citation",
    "compare": "matching.compare",
    "Options": "config",
    "AlignmentError": "errors",
    "Citation": "models",
    "Document": "models",
    "Extraction": "models",
    "Finding": "models",
    "Match": "models",
    "Matches": "models",
    "Overlap": "models",
    "Program": "models",
    "Report": "models",
}

__all__ = [
    "AlignmentError",
    "Citation",
    "Document",
    "Extraction",
    "Finding",
    "Match",
    "Matches",
    "Options",
    "Overlap",
    "Program",
    "Report",
    "__version__",
    "check",
    "compare",
    "extract_programs",
    "find_citations",
    "match",
    "read",
]


def __getattr__(name: str) -> Any:
    place = _PLACES.get(name)
    if place is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{place}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
