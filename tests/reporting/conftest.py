"""Reports of a fictional regency: a small one (report.yaml), a hostile one, a big one."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import pytest

from alignment import yamlfile
from alignment.models import (
    Citation,
    Contribution,
    Edition,
    Evidence,
    Finding,
    Indicator,
    Match,
    Matches,
    NotJudged,
    Program,
    Region,
    Report,
    Text,
    Unopened,
    Unread,
)
from alignment.reporting import titles

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://evil.example/","klik")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "\tTab di depan",
    "NUL \x00 bel \x07 warna \x1b[31mmerah\x1b[0m",
    "kanan-ke-kiri \u202egpj.exe\u202c dan \u2066isolat\u2069",
    "]]> --> {{ 7*7 }} {% raw %}",
    "javascript:alert(1)",
    "Kata" + "panjang" * 400,
    "</title></style><style>body{display:none}</style>",
    "bukan huruf \ufffe\uffff, \u2028 baris \u2029 alinea",
    "_x0041_ &amp; \r\n baris kedua",
)


def small_report() -> Report:
    return yamlfile.load_model(Path(__file__).with_name("report.yaml"), Report)


def hostile_report() -> Report:
    """Every word that can come from a document is one of HOSTILE."""
    base = small_report()
    draft = base.sources[0].model_copy(
        update={"name": HOSTILE[0], "title": HOSTILE[1], "engine": HOSTILE[5], "region": Region(name=HOSTILE[8])}
    )
    evil = [Text(id=words, en=words) for words in HOSTILE]
    update = {
        "tool": HOSTILE[0],
        "sources": (draft, *base.sources[1:]),
        "programs": tuple(_hostile_program(n, words) for n, words in enumerate(HOSTILE)),
        "findings": tuple(_hostile_finding(n, words) for n, words in enumerate(HOSTILE)),
        "matches": {f"h{n}": _hostile_matches(words) for n, words in enumerate(HOSTILE)},
        "unopened": tuple(Unopened(name=text.id, message=text, remedy=text) for text in evil),
        "not_judged": tuple(NotJudged(code=text.id, reason=text, programs=(text.id,)) for text in evil),
        "unread": tuple(Unread(evidence=_seen(text.id), reason=text) for text in evil),
        "editions": tuple(Edition(name=words, edition=words, sha256=words) for words in HOSTILE),
    }
    return base.model_copy(update=update)


def big_report(size: int = 5_000) -> Report:
    """A regency's whole plan: `size` rows in trees of 25, each with matches of its own and four findings."""
    base = small_report()
    matches, programs, findings = base.matches["p1"], [], []
    ranked = {"sdg": matches.sdg * 2, "support": matches.support * 2, "pillars": matches.pillars * 2}
    for n in range(size):
        place = n % 25
        level = "program" if place == 0 else "kegiatan" if place % 6 == 1 else "sub_kegiatan"
        parent = n - place if level == "kegiatan" else n - (place - 1) % 6
        code = f"{1 + n % 2}.{n % 26 + 1:02}.{n % 9 + 1:02}"
        evidence = (Evidence(document=base.sources[0].id, page=n // 8 + 1, quote=f"{code} - baris {n}"),)
        programs.append(
            Program(
                id=f"b{n}",
                document=base.sources[0].id,
                parent=f"b{parent}" if place else None,
                level=level,
                code=code,
                name=f"{base.programs[n % 5].name} wilayah {n}",
                agency=f"Dinas nomor {n // 25 % 40}",
                budget={year: Decimal(1_000_000 * (n + 1)) for year in range(2026, 2031)},
                evidence=evidence,
            )
        )
        for k in range(4):
            update = {"program": f"b{n}", "evidence": evidence, "fingerprint": f"{4 * n + k:016x}"}
            findings.append(base.findings[(n + k) % 6].model_copy(update=update))
    of = {f"b{n}": matches.model_copy(update={**ranked, "rpjmn": _scored(matches.rpjmn, n)}) for n in range(size)}
    return base.model_copy(update={"programs": tuple(programs), "matches": of, "findings": tuple(findings)})


def _scored(ranked: tuple[Match, ...], n: int) -> tuple[Match, ...]:
    """No two programs have the very same reasons."""
    return tuple(match.model_copy(update={"score": 0.6 + n / 100_000}) for match in ranked)


def _seen(words: str) -> Evidence:
    return Evidence(document=words, page=3, box=(1.0, 2.0, 3.0, 4.0), quote=words, place=words)


def _hostile_program(n: int, words: str) -> Program:
    return Program(
        id=f"h{n}",
        document=small_report().sources[0].id,
        level="initiative",
        name=words,
        code=words[:20],
        agency=words,
        unit=words,
        legal_basis=words,
        application=words,
        budget={2026: Decimal(n)},
        indicators=(Indicator(name=words, unit=words, baseline=words, targets={2026: words}),),
        evidence=(_seen(words),),
    )


def _hostile_finding(n: int, words: str) -> Finding:
    text = Text(id=words, en=words)
    return Finding(
        code="SUP001" if n % 2 else words[:12],
        outcome="fail",
        severity="error",
        confidence="low",
        message=text,
        suggestion=text,
        program=f"h{n}",
        evidence=(_seen(words),),
        related=(_seen(words),),
        fingerprint=words[:16],
    )


def _hostile_matches(words: str) -> Matches:
    part = Contribution(rule=words, words=(words,), weight=0.7, field=words)
    text = Text(id=words, en=words)
    match = Match(
        entry_id=words, label=text, score=0.7, status="supported", contributions=(part,), evidence=(_seen(words),)
    )
    refused = match.model_copy(update={"status": "rejected"})
    cited = Citation(kind=words, number=words, title=words, start=0, end=1, text=words)
    ranked = (match, refused)
    return Matches(pillars=ranked, sdg=ranked, support=ranked, rpjmn=ranked, carried_by=ranked, citations=(cited,))


@pytest.fixture(scope="session")
def report() -> Report:
    return small_report()


@pytest.fixture(scope="session")
def hostile() -> Report:
    return hostile_report()


@pytest.fixture(scope="session")
def big() -> Report:
    return big_report()


@pytest.fixture
def snapshot() -> Path:
    return Path(__file__).parent / "snapshots"


@pytest.fixture
def updating() -> bool:
    return os.environ.get("UPDATE_SNAPSHOTS") == "1"


@pytest.fixture
def fixed_titles(monkeypatch: pytest.MonkeyPatch) -> None:
    """The names of checks belong to rules/, and may change there without a change here."""
    monkeypatch.setattr(titles, "title", lambda code: Text(id=f"Judul {code}", en=f"Title of {code}"))
