"""Regulations named in raw text: kind, number, year, region and title, each with its place.

A head ("Peraturan Menteri Dalam Negeri", "Perbup", "UU") is found first; after it must follow a number, a region or an
issuer and a number, or a nickname. Every pattern is bounded, so the time is linear in the length of the text whatever
it holds.
"""

from __future__ import annotations

from alignment.grammar import regions
from alignment.grammar.legal import issuers, kinds, nicknames, titles
from alignment.grammar.legal.issuers import Hit
from alignment.grammar.legal.kinds import Head, KindClass, Kinds
from alignment.grammar.legal.numbers import Number, printed, year_after
from alignment.grammar.legal.scan import Scan, ready
from alignment.models.match import Citation

_CODE = 3
"""Digits from which a decree's plain number is a code: "SK KMA 026/2012"."""


_NEAR = 60
"""Characters after a number in which its region's name may follow."""


def find(text: str) -> list[Citation]:
    """The regulations that `text` names, in order. Spans are in `text` as given; titles are not part of them."""
    scan = ready(text)
    lexicon = kinds.load()
    found: list[Citation] = []
    position = 0
    while head := lexicon.next_head(scan, position):
        hit = issuers.read(scan, lexicon, head)
        if hit:
            found.extend(_citations(scan, lexicon, head, hit))
            position = hit.numbers[-1].end
            continue
        position = head.end
        end = nicknames.end(scan, head)
        if end and not lexicon.foreign.match(scan.low, end):
            found.append(_nicknamed(scan, head, end))
            position = end
    return found


def kind_class(kind: str) -> KindClass:
    """Whether a kind ("Perpres", "Perbup", "Permendagri", "SE LKPP") is of the state or of a region.

    A decree or circular of an office that the lexicon does not have ("SK Kadis") is taken for a local one.
    """
    lexicon = kinds.load()
    known = lexicon.by_name.get(kind)
    if known:
        return "regional" if kind in ("SE", "SK") else known.scope
    base, _, issuer = kind.partition(" ")
    own = lexicon.by_name.get(base)
    if own and own.issuer == "body" and not issuer.startswith("Men") and issuer not in lexicon.bodies.values():
        return "regional"
    return "national"


def _citations(scan: Scan, lexicon: Kinds, head: Head, hit: Hit) -> list[Citation]:
    """One citation a number; a title belongs to the last of a list."""
    made = [_citation(scan, head, hit, number, None) for number in hit.numbers[:-1]]
    last = hit.numbers[-1]
    return [*made, _citation(scan, head, hit, last, titles.find(scan, lexicon, last.end))]


def _citation(scan: Scan, head: Head, hit: Hit, number: Number, title: str | None) -> Citation:
    region = hit.region
    if region is None and head.kind.seat:
        region = regions.follows(scan.raw[number.end : number.end + _NEAR], head.kind.seat)
    if region is None and title and head.kind.seat:
        region = regions.titled(title, head.kind.seat)
    start = head.start if number is hit.numbers[0] else number.start
    begin, end = scan.span(start, number.end)
    return Citation(
        kind=hit.kind,
        number=_shown(scan, head, number),
        year=number.year,
        region=region,
        title=title,
        start=begin,
        end=end,
        text=scan.given[begin:end],
    )


def _shown(scan: Scan, head: Head, number: Number) -> str | None:
    """The number as written. A leading zero counts only in the code of a decree: "Perda 03/2014" is number 3."""
    shown = printed(scan.raw, number)
    if number.plain and not (head.kind.decree and len(shown) >= _CODE):
        shown = shown.lstrip("0") or shown
    return shown or None


def _nicknamed(scan: Scan, head: Head, stop: int) -> Citation:
    year, last = year_after(scan.low, stop) or (None, stop)
    begin, end = scan.span(head.start, last)
    return Citation(kind=head.kind.kind, year=year, start=begin, end=end, text=scan.given[begin:end])
