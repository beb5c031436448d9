"""Draws findings at default settings on the real documents, and writes them for readers who are not to see the rules.

Run by hand from the project root, with the folder of real documents beside the checkout:

    python -m tests.gold.findings.draw --sample tests/gold/findings/sample.jsonl --cards cards.md

Every plan is checked alone, and a yearly plan also against the five-year plan of its agency; documents without programs
say so and give no findings. The findings of all runs are one pool, each once, of which `--size` are drawn by the seed
and by nothing else; a smaller pool is taken whole. The sample keeps facts only. The cards hold words of the documents
and are not committed.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import alignment
from alignment.errors import RuleError
from alignment.models import Finding

DOCUMENTS = Path(__file__).resolve().parents[4] / "shared" / "documents"
AGAINST = {"renja-kota-semarang-satpolpp-2022.pdf": ("renstra-kota-semarang-satpolpp-2021-2026.pdf",)}
SEED = 20261124
"""Of the pass that is labelled now."""
_WORDS_KEPT = 8
_QUOTES_SHOWN = 6


class Drawn(NamedTuple):
    """A finding, the document it was found in, and the plans that document was held against."""

    document: str
    against: tuple[str, ...]
    finding: Finding


def runs(documents: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every file as a draft: alone, then against the plan that a reviewer would lay beside it."""
    for path in sorted(documents.rglob("*")):
        if path.is_file():
            name = path.relative_to(documents).as_posix()
            yield name, ()
            if name in AGAINST:
                yield name, AGAINST[name]


def findings_of(documents: Path, name: str, against: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """The findings of one run at default settings; none where the file holds no programs or no text."""
    try:
        report = alignment.check(documents / name, [documents / plan for plan in against])
    except RuleError:  # while somebody edits a rule every document would be silent
        raise
    except alignment.AlignmentError:
        return ()
    return report.findings


def pool(documents: Path = DOCUMENTS) -> list[Drawn]:
    """The findings of all runs in their order; what two runs of one document say alike is one."""
    found: dict[tuple[str, str], Drawn] = {}
    for name, against in runs(documents):
        for finding in findings_of(documents, name, against):
            found.setdefault((name, finding.fingerprint), Drawn(name, against, finding))
    return list(found.values())


def draw(everything: list[Drawn], seed: int, size: int) -> list[Drawn]:
    """`size` of them by the seed alone, all where there are fewer, in an order that the seed gives too."""
    return random.Random(seed).sample(everything, min(size, len(everything)))


def record(drawn: Drawn) -> dict[str, object]:
    """What the repository keeps: facts and the first words of the first quote. The code is not for the readers."""
    first = next((place for place in drawn.finding.evidence if place.quote), None)
    return {
        "document": drawn.document,
        "against": list(drawn.against),
        "pages": _pages(drawn.finding),
        "fingerprint": drawn.finding.fingerprint,
        "quote_starts": " ".join(first.quote.split()[:_WORDS_KEPT]) if first else "",
        "claim": "",
        "hidden": {"code": drawn.finding.code, "outcome": drawn.finding.outcome, "severity": drawn.finding.severity},
    }


def card(number: int, drawn: Drawn) -> str:
    """What a reader sees: the place, the printed words, what is said of them. No code, no rule, no severity."""
    finding = drawn.finding
    shown = finding.evidence[:_QUOTES_SHOWN]
    lines = [f"## {number}. {finding.fingerprint}", "", f"Dokumen: {drawn.document}"]
    lines += [f"Dibandingkan dengan: {', '.join(drawn.against)}"] if drawn.against else []
    lines += [f"- {_place(page, place)}: {quote}" for page, place, quote in _quotes(shown)]
    lines += [f"- dan {len(finding.evidence) - len(shown)} tempat lain"] if len(finding.evidence) > len(shown) else []
    lines += [f"- terkait, {_place(*at)}: {quote}" for *at, quote in _quotes(finding.related[:_QUOTES_SHOWN])]
    lines += ["", f"**Temuan:** {finding.message.id}", "", f"Saran: {finding.suggestion.id}", ""]
    return "\n".join([*lines, "keep / wrong: ____  alasan: ____", ""])


def _quotes(places: tuple[alignment.models.Evidence, ...]) -> Iterator[tuple[int | None, str | None, str]]:
    for place in places:
        yield place.page, place.place, " ".join(place.quote.split()) or "(tanpa kutipan)"


def _place(page: int | None, place: str | None) -> str:
    return f"hlm. {page}" if page else place or "seluruh dokumen"


def _pages(finding: Finding) -> list[int | str | None]:
    return list(dict.fromkeys(place.page or place.place for place in finding.evidence))[:_QUOTES_SHOWN]


def _claims(path: Path) -> dict[tuple[str, str], str]:
    """Our short wordings of an earlier draw, kept where the same finding is drawn again."""
    if not path.exists():
        return {}
    known = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {(one["document"], one["fingerprint"]): one["claim"] for one in known}


def main() -> None:
    """Draw, and write the sample and the cards."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--sample", type=Path, required=True)
    parser.add_argument("--cards", type=Path, required=True)
    chosen = parser.parse_args()
    everything = pool()
    drawn = draw(everything, chosen.seed, chosen.size)
    claims = _claims(chosen.sample)
    records = [{**record(one), "claim": claims.get((one.document, one.finding.fingerprint), "")} for one in drawn]
    chosen.sample.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
    chosen.cards.write_text("\n".join(card(number, one) for number, one in enumerate(drawn, 1)), encoding="utf-8")
    print(f"{len(drawn)} of {len(everything)} findings, seed {chosen.seed}")


if __name__ == "__main__":
    main()
