"""Reports of a fictional regency: a small one, a hostile one, a big one."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from alignment.models import (
    Citation,
    Contribution,
    Coverage,
    Edition,
    Evidence,
    Finding,
    Indicator,
    Issue,
    Match,
    Matches,
    NotJudged,
    Period,
    Program,
    Region,
    Report,
    Source,
    Text,
    Unopened,
    Unread,
)

DRAFT, PLAN = "d1aaf7000001", "d1aaf7000002"
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
)


def match(entry: str, label: tuple[str, str], score: float, *parts: Contribution, evidence: tuple[Evidence, ...] = ()) -> Match:
    status = "supported" if score >= 0.6 else "ambiguous" if score >= 0.4 else "rejected"
    return Match(
        entry_id=entry,
        label=Text(id=label[0], en=label[1]),
        score=score,
        status=status,
        contributions=parts,
        evidence=evidence,
    )


def part(rule: str, words: str, weight: float, field: str = "name") -> Contribution:
    return Contribution(rule=rule, words=(words,), weight=weight, field=field)


def on_page(page: int, quote: str, document: str = DRAFT) -> Evidence:
    return Evidence(document=document, page=page, box=(72.0, 120.5, 523.25, 148.0), quote=quote)


def finding(code: str, severity: str, number: int, message: tuple[str, str], suggestion: tuple[str, str], **more) -> Finding:
    facts = {"outcome": "fail", "confidence": "high", "evidence": (on_page(12, "kutipan"),)} | more
    return Finding(
        code=code,
        severity=severity,
        message=Text(id=message[0], en=message[1]),
        suggestion=Text(id=suggestion[0], en=suggestion[1]),
        fingerprint=f"{number:016x}",
        **facts,
    )


def make_programs() -> tuple[Program, ...]:
    years = range(2026, 2031)

    def money(first: int) -> dict[int, Decimal]:
        return {year: Decimal(first) * (year - 2025) for year in years}

    return (
        Program(
            id="p1", document=DRAFT, level="program", code="2.16.03", name="Program Aplikasi Informatika",
            agency="Dinas Komunikasi dan Informatika", declared_pillar="governance", budget=money(2_150_000_000),
            outcome="Meningkatnya layanan publik berbasis elektronik",
            indicators=(Indicator(name="Indeks SPBE", unit="Indeks", baseline="2,61", targets={2026: "2,8", 2030: "3,6"}),),
            legal_basis="Peraturan Presiden Nomor 95 Tahun 2018", evidence=(on_page(41, "2.16.03 - Program Aplikasi Informatika"),),
        ),
        Program(
            id="p2", document=DRAFT, parent="p1", level="kegiatan", code="2.16.03.2.02",
            name="Pengelolaan E-Government di Lingkup Pemerintah Daerah Kabupaten/Kota",
            agency="Dinas Komunikasi dan Informatika", budget=money(1_400_000_000),
            evidence=(on_page(41, "2.16.03.2.02 - Pengelolaan E-Government di Lingkup Pemerintah Daerah"),),
        ),
        Program(
            id="p3", document=DRAFT, level="initiative", name="Tirta Siaga: pusat kendali kota dan layanan aduan warga",
            agency="Dinas Komunikasi dan Informatika", declared_pillar="governance", budget={2027: Decimal("4875500000.50")},
            application="Tirta Siaga", quick_win=True, years=(2026, 2027),
            evidence=(on_page(58, "Tirta Siaga: pusat kendali kota (command center) dan layanan aduan warga"),),
        ),
        Program(
            id="p4", document=DRAFT, level="initiative", name="Bank sampah digital di setiap desa",
            agency="Dinas Lingkungan Hidup", declared_pillar="society", budget={2026: Decimal(750_000_000)},
            legal_basis="Perpres 97/2017", evidence=(on_page(63, "Bank sampah digital di setiap desa"),),
        ),
        Program(
            id="p5", document=DRAFT, level="initiative", name="Selaras Wening", agency=None,
            evidence=(on_page(66, "Selaras Wening"),),
        ),
        Program(
            id="p6", document=DRAFT, level="initiative", name="Aplikasi e-Aduan untuk layanan pengaduan masyarakat",
            agency="Sekretariat Daerah", declared_pillar="governance", budget={2026: Decimal(0)},
            evidence=(on_page(71, "Aplikasi e-Aduan untuk layanan pengaduan masyarakat"),),
        ),
    )  # fmt: skip


def make_matches() -> dict[str, Matches]:
    service = ("Layanan publik", "Public service")
    carried = (on_page(212, "2.16.03 Program Aplikasi Informatika", PLAN),)
    perpres = Citation(
        kind="Perpres", number="95", year=2018, start=0, end=22, text="Peraturan Presiden Nomor 95 Tahun 2018", resolved="perpres-95-2018"
    )  # fmt: skip
    return {
        "p1": Matches(
            pillars=(
                match("governance.bureaucracy", ("Birokrasi", "Bureaucracy"), 0.81, part("governance.bureaucracy.spbe", "SPBE", 0.7, "indicator"), part("governance.bureaucracy.code", "2.16.03", 0.45, "code")),
                match("governance.public-service", service, 0.52, part("governance.public-service.layanan", "layanan publik", 0.45, "outcome")),
                match("society.learning", ("Pembelajaran", "Learning"), 0.2, part("society.learning.informatika", "Informatika", 0.2)),
            ),
            sdg=(
                match("16.6", ("Mengembangkan lembaga yang efektif, akuntabel, dan transparan di semua tingkat", "Develop effective, accountable and transparent institutions at all levels"), 0.72, part("sdg.16.6.spbe", "Indeks SPBE", 0.7, "indicator")),
                match("9.c", ("Akses teknologi informasi dan komunikasi", "Access to information and communications technology"), 0.3, part("sdg.9.c.informatika", "Aplikasi Informatika", 0.45), part("sdg.9.c.not-internal", "layanan", -0.5, "outcome")),
            ),
            support=(match("2.16.03", ("Program Pengelolaan Aplikasi Informatika", "Management of informatics applications"), 0.95, part("support.code", "2.16.03", 0.9, "code")),),
            rpjmn=(match("rpjmn-2025-2029.pn-7", ("Reformasi politik, hukum, dan birokrasi", "Political, legal and bureaucratic reform"), 0.61, part("rpjmn.pn-7.spbe", "SPBE", 0.6, "indicator")),),
            carried_by=(match("plan-1", ("Program Aplikasi Informatika", "Program Aplikasi Informatika"), 1.0, part("carried.code", "2.16.03", 0.9, "code"), evidence=carried),),
            citations=(perpres,),
        ),
        "p3": Matches(
            pillars=(match("governance.public-service", service, 0.66, part("governance.public-service.aduan", "layanan aduan", 0.66)),),
            sdg=(match("16.10", ("Akses publik terhadap informasi", "Public access to information"), 0.45, part("sdg.16.10.aduan", "layanan aduan warga", 0.45)),),
            support=(
                match("2.16.03", ("Program Pengelolaan Aplikasi Informatika", "Management of informatics applications"), 0.55, part("support.name", "pusat kendali", 0.55)),
                match("1.05.02", ("Program Peningkatan Ketenteraman dan Ketertiban Umum", "Public order"), 0.21, part("support.siaga", "Siaga", 0.21)),
            ),
        ),
        "p4": Matches(
            pillars=(
                match("environment.waste", ("Pengelolaan sampah", "Waste"), 0.88, part("environment.waste.bank", "Bank sampah", 0.7), part("environment.waste.agency", "Dinas Lingkungan Hidup", 0.45, "agency")),
                match("society.community", ("Komunitas", "Community"), 0.48, part("society.community.desa", "setiap desa", 0.45)),
            ),
            sdg=(match("12.5", ("Mengurangi produksi limbah secara substansial", "Substantially reduce waste generation"), 0.7, part("sdg.12.5.bank-sampah", "Bank sampah", 0.7)),),
            citations=(Citation(kind="Perpres", number="97", year=2017, start=0, end=15, text="Perpres 97/2017", resolved="perpres-97-2017"),),
        ),
        "p6": Matches(
            pillars=(match("governance.public-service", service, 0.7, part("governance.public-service.pengaduan", "layanan pengaduan masyarakat", 0.7)),),
        ),
    }  # fmt: skip


def make_findings() -> tuple[Finding, ...]:
    cited = ("Cantumkan peraturan yang menjadi dasar program ini.", "Name the regulation this program rests on.")
    return (
        finding(
            "PIL002", "warning", 1,
            ("Program dinyatakan pilar Smart Society, tetapi isinya menunjuk Smart Environment.", "The program is declared under Smart Society, but its content points to Smart Environment."),
            ("Pindahkan ke Smart Environment, atau jelaskan hubungannya dengan masyarakat.", "Move it to Smart Environment, or explain its bearing on society."),
            program="p4", confidence="medium", evidence=(on_page(63, "Bank sampah digital di setiap desa"),),
        ),
        finding(
            "OVL001", "error", 2,
            ("Dua perangkat daerah membangun layanan aduan warga: «Tirta Siaga» dan «e-Aduan». Anggaran yang dipertaruhkan Rp4.875.500.000,50.", "Two agencies build a complaints service: “Tirta Siaga” and “e-Aduan”. At stake: Rp4.875.500.000,50."),
            ("Gabungkan menjadi satu layanan dan pakai SP4N-LAPOR! sebagai kanal nasional.", "Merge them into one service and use SP4N-LAPOR! as the national channel."),
            program="p3",
            evidence=(on_page(58, "Tirta Siaga: pusat kendali kota (command center) dan layanan aduan warga"),),
            related=(on_page(71, "Aplikasi e-Aduan untuk layanan pengaduan masyarakat"),),
        ),
        finding("REG001", "warning", 3, ("Program tidak menyebut dasar hukum.", "The program names no legal basis."), cited, program="p3", evidence=(on_page(58, "Tirta Siaga: pusat kendali kota"),)),
        finding("REG001", "warning", 4, ("Program tidak menyebut dasar hukum.", "The program names no legal basis."), cited, program="p6", evidence=(on_page(71, "Aplikasi e-Aduan"),)),
        finding(
            "REG003", "info", 5,
            ("Status Perpres 97/2017 pada 1 Maret 2026 belum dapat dipastikan.", "The status of Perpres 97/2017 on 1 March 2026 cannot be confirmed."),
            ("Periksa status peraturan pada peraturan.go.id.", "Check the status of the regulation."),
            outcome="unknown", confidence="low", program="p4", evidence=(on_page(63, "Dasar hukum: Perpres 97/2017"),),
        ),
        finding(
            "SUP001", "error", 6,
            ("«Bank sampah digital di setiap desa» tidak ada dalam RPJMD yang diberikan.", "“Bank sampah digital di setiap desa” is in none of the plans given."),
            ("Ajukan pada perubahan RPJMD atau kaitkan dengan Program Pengelolaan Persampahan (2.11.11).", "Propose it for the RPJMD or tie it to the waste program (2.11.11)."),
            program="p4", evidence=(on_page(63, "Bank sampah digital di setiap desa"),),
        ),
        finding(
            "RDG001", "error", 7,
            ("Halaman 14 sampai 15 berupa gambar dan tidak terbaca.", "Pages 14 to 15 are pictures and were not read."),
            ("Jalankan dengan --ocr auto atau beri naskah digital.", "Run with --ocr auto or supply a digital file."),
            evidence=(Evidence(document=DRAFT, page=14),),
        ),
        finding("PIL001", "info", 8, ("Tidak ada kata yang menunjuk satu pilar pun.", "No word points to any pillar."), ("Uraikan apa yang dikerjakan.", "Say what is done."), program="p5", outcome="unknown", confidence="low", evidence=(on_page(66, "Selaras Wening"),)),
    )  # fmt: skip


def make_report(**more) -> Report:
    region, period = Region(name="Kabupaten Tirta Wening", code="99.01"), Period(start=2026, end=2030)
    facts = {
        "tool": "alignment-checker 0.1.0",
        "as_of": dt.date(2026, 3, 1),
        "sources": (
            Source(
                id=DRAFT, name="Master Plan Smart City – Draf 2.pdf", sha256="ab" * 32, role="draft", kind="master_plan",
                title="Master Plan Smart City Kabupaten Tirta Wening", region=region, period=period, date=dt.date(2026, 3, 1),
                engine="pypdfium2 5.15.2 + tablers 0.9.0", pages=96, unread_pages=(14, 15, 40),
                issues=(Issue(code="conflict", page=1, message=Text(id="Sampul menulis 2025-2029, isi menulis 2026-2030.", en="The cover says 2025-2029, the body 2026-2030.")),),
                programs=6,
            ),
            Source(
                id=PLAN, name="RPJMD Tirta Wening 2025-2029.pdf", sha256="cd" * 32, role="plan", kind="rpjmd",
                title="RPJMD Kabupaten Tirta Wening", region=region, period=Period(start=2025, end=2029),
                engine="pypdfium2 5.15.2 + tablers 0.9.0", pages=512, programs=204,
            ),
        ),
        "unopened": (
            Unopened(name="Buku 3 – Quick Win.doc", message=Text(id="Format .doc tidak dapat dibaca.", en=".doc cannot be read."), remedy=Text(id="Simpan sebagai .docx atau PDF.", en="Save it as .docx or PDF.")),
        ),
        "findings": make_findings(),
        "waived": (finding("SDG001", "warning", 9, ("Tidak ada target SDG.", "No SDG target."), ("Tetapkan target.", "Set a target."), program="p6", evidence=(on_page(71, "Aplikasi e-Aduan"),)),),
        "not_judged": (
            NotJudged(code="SUP003", reason=Text(id="Tidak ada Renstra atau RKPD yang diberikan.", en="No Renstra or RKPD was given.")),
            NotJudged(code="FIG001", reason=Text(id="Baris tanpa anggaran.", en="The row has no budget."), programs=("p5",)),
        ),
        "coverage": Coverage(pages=96, pages_read=93, programs=6, rows_unread=1, judged={"PIL001": 6, "REG001": 6, "SUP001": 5}),
        "programs": make_programs(),
        "matches": make_matches(),
        "unread": (Unread(evidence=on_page(72, "2.16.0? ... Rp 1.2?0.000"), reason=Text(id="Kode dan angka tidak terbaca.", en="Code and figures are illegible.")),),
        "editions": (
            Edition(name="regulations", edition="2026-11", sha256="ef" * 32),
            Edition(name="rules", edition="2026-11", sha256="12" * 32),
        ),
    } | more  # fmt: skip
    return Report(**facts)


def make_hostile_report() -> Report:
    """Every word that can come from a document is one of HOSTILE."""
    report = make_report()
    programs = tuple(
        Program(
            id=f"h{n}", document=DRAFT, level="initiative", name=words, code=words[:20], agency=words, unit=words, legal_basis=words, application=words,
            budget={2026: Decimal(n)}, indicators=(Indicator(name=words, unit=words, targets={2026: words}),), evidence=(on_page(n + 1, words),),
        )
        for n, words in enumerate(HOSTILE)
    )  # fmt: skip
    evil = [Text(id=words, en=words) for words in HOSTILE]
    findings = tuple(
        Finding(
            code="SUP001" if n % 2 else words[:12], outcome="fail", severity="error", confidence="low", message=evil[n], suggestion=evil[n], program=f"h{n}",
            evidence=(on_page(n + 1, words), Evidence(document=words, place=words, quote=words)), related=(on_page(n + 1, words, PLAN),), fingerprint=words[:16],
        )
        for n, words in enumerate(HOSTILE)
    )  # fmt: skip
    matches = {
        f"h{n}": Matches(
            pillars=(match(words, (words, words), 0.7, part(words, words, 0.7, words)),),
            sdg=(match(words, (words, words), 0.5, part(words, words, 0.5)),),
            carried_by=(match(words, (words, words), 0.9, evidence=(on_page(3, words, PLAN),)),),
            citations=(Citation(kind=words, number=words, start=0, end=1, text=words, resolved=None),),
        )
        for n, words in enumerate(HOSTILE)
    }
    source = report.sources[0].model_copy(update={"name": HOSTILE[0], "title": HOSTILE[1], "engine": HOSTILE[5], "region": Region(name=HOSTILE[8])})
    return make_report(
        tool=HOSTILE[0], sources=(source, report.sources[1]), programs=programs, findings=findings, matches=matches,
        unopened=tuple(Unopened(name=text.id, message=text, remedy=text) for text in evil),
        not_judged=tuple(NotJudged(code=text.id, reason=text, programs=(text.id,)) for text in evil),
        unread=tuple(Unread(evidence=on_page(n, text.id), reason=text) for n, text in enumerate(evil, 1)),
        editions=tuple(Edition(name=words, edition=words, sha256=words) for words in HOSTILE),
    )  # fmt: skip


def make_big_report(size: int = 5_000) -> Report:
    """A regency's whole plan: `size` rows in trees of one program, four kegiatan and twenty sub kegiatan, four findings a row."""
    model_programs, model_matches, model_findings = make_programs(), make_matches(), make_findings()
    programs, matches, findings = [], {}, []
    agencies = [f"Dinas {word} dan {other}" for word in ("Kesehatan", "Pendidikan", "Perhubungan", "Pertanian", "Sosial") for other in ("Pelayanan", "Penataan", "Perlindungan", "Pengelolaan")]
    for n in range(size):
        place = n % 25
        level = "program" if place == 0 else "kegiatan" if place % 6 == 1 else "sub_kegiatan"
        parent = None if place == 0 else f"b{n - place}" if level == "kegiatan" else f"b{n - (place - 1) % 6}"
        code = f"{1 + n % 2}.{n % 26 + 1:02}.{n % 9 + 1:02}"
        name = f"{model_programs[n % 5].name} wilayah {n}"
        evidence = (on_page(n // 8 + 1, f"{code} - {name}"),)
        programs.append(
            Program(
                id=f"b{n}", document=DRAFT, parent=parent, level=level, code=code, name=name, agency=agencies[n % len(agencies)],
                budget={year: Decimal(1_000_000 * (n + 1)) for year in range(2026, 2031)}, evidence=evidence,
                indicators=(Indicator(name="Persentase layanan yang terpenuhi", unit="%", baseline="81,2", targets={year: "90" for year in range(2026, 2031)}, evidence=evidence),),
            )
        )  # fmt: skip
        base = model_matches["p1"]
        matches[f"b{n}"] = base.model_copy(update={"sdg": base.sdg * 3, "support": base.support * 3, "pillars": base.pillars + base.pillars[:2]})
        for k in range(4):
            model = model_findings[(n + k) % 6]
            findings.append(model.model_copy(update={"program": f"b{n}", "evidence": evidence, "fingerprint": f"{4 * n + k:016x}"}))
    return make_report(programs=tuple(programs), matches=matches, findings=tuple(findings))


@pytest.fixture(scope="session")
def report() -> Report:
    return make_report()


@pytest.fixture(scope="session")
def hostile() -> Report:
    return make_hostile_report()


@pytest.fixture(scope="session")
def big() -> Report:
    return make_big_report()
