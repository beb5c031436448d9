"""Two drafts of the example: typeset anew nothing changes; of twenty edits each is told once, under its heading."""

from __future__ import annotations

import copy
import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("reportlab", reason="reportlab typesets the drafts")

import alignment
from alignment.models import Finding, Report
from alignment.review.diff import diff

MAKER = Path(__file__).resolve().parents[2] / "examples" / "make.py"
PROGRAM, OUTPUT, INDICATOR, LAW, AGENCY, YEARS, FUNDING, TPB = range(8)
COMPLAINTS = "Aplikasi Sagara Lapor untuk pengaduan masyarakat atas pelayanan publik"
CIVIL_REGISTRY = "Digitalisasi pelayanan administrasi kependudukan jemput bola"
VILLAGES = "Pengembangan desa wisata bahari dan pemasaran pariwisata digital"
BRAND = "Selaras Sagara"
TRAINING = "Pelatihan kewirausahaan dan pemasaran daring"
MARKETS = "Pembayaran nontunai di pasar rakyat"
JOBS = "Pelatihan kerja berbasis kompetensi bagi pencari kerja"
EMERGENCIES = "Pengembangan layanan kesehatan gawat darurat PSC 119"
BUSES = "Penataan angkutan umum perkotaan dengan bus pengumpan"
LIBRARY = "Perpustakaan digital dan peningkatan budaya baca masyarakat"
TSUNAMI = "Sistem peringatan dini dan mitigasi bencana tsunami di desa pesisir"
SCHOLARSHIPS = "Beasiswa bagi siswa sekolah dasar dan menengah pertama dari keluarga miskin"
WASTE = "Pengelolaan sampah berbasis bank sampah di desa pesisir"
MANGROVES = "Penanaman bakau dan pemulihan pesisir"
PARK = "Penataan ruang terbuka hijau alun-alun"


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("example_maker", MAKER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _reviewed(maker: ModuleType, folder: Path, plan: Path) -> Report:
    folder.mkdir()
    maker.main(folder)
    return alignment.check(folder / "masterplan-draft.pdf", plan, options={"cache": False})


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The RPJMD both drafts are held against."""
    folder = tmp_path_factory.mktemp("plan")
    _maker().main(folder)
    return folder / "rpjmd.pdf"


@pytest.fixture(scope="module")
def before(plan: Path, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The example as it ships."""
    return _reviewed(_maker(), tmp_path_factory.mktemp("old") / "draft", plan)


def _bigger(maker: ModuleType) -> None:
    """Larger print: cells wrap elsewhere and tables break onto other pages."""
    for style in (maker.CELL, maker.CELL_HEAD, maker.FIGURE):
        style.fontSize, style.leading = 9.5, 12
    maker.BODY.fontSize, maker.BODY.leading = 13, 20


def _another_face(maker: ModuleType) -> None:
    maker.CELL.fontName = maker.BODY.fontName = "Courier"
    maker.CELL.fontSize, maker.CELL.leading = 6.2, 9.6
    maker.HEAD.fontName = maker.SUBHEAD.fontName = "Times-Bold"


def _narrow_paper(maker: ModuleType) -> None:
    maker.A4 = (540.0, 700.0)
    maker.MASTER_WIDTHS = [8, 40, 34, 32, 28, 28, 16, 16, 12]


def _other_columns(maker: ModuleType) -> None:
    maker.MASTER_WIDTHS = [10, 38, 36, 50, 42, 40, 16, 16, 16]


@pytest.mark.parametrize("typeset", [_bigger, _another_face, _narrow_paper, _other_columns])
def test_draft_typeset_anew_has_no_finding_new_or_lost(
    typeset: Callable[[ModuleType], None], before: Report, plan: Path, tmp_path: Path
) -> None:
    maker = _maker()
    typeset(maker)
    after = _reviewed(maker, tmp_path / "draft", plan)
    boxes = [[place.box for place in program.evidence] for program in after.programs]
    assert boxes != [[place.box for place in program.evidence] for program in before.programs]
    told = diff(before, after)
    _is_told(told.new, {})
    _is_told(told.fixed, {})
    assert (told.added, told.gone, told.changed) == ((), (), ())


def test_twenty_edits_are_told_once_each_under_their_heading(before: Report, plan: Path, tmp_path: Path) -> None:
    maker = _maker()
    _edit(maker)
    told = diff(before, _reviewed(maker, tmp_path / "draft", plan))

    _is_told(told.fixed, {
        "REG002": ["UU 11/2020"], "REG005": ["Perpres 39/2019"], "REG003": ["Perpres 987/2022"], "REG001": [TSUNAMI],
        "SDG002": ["8.15"], "PIL003": ["Smart Environment"], "OVL001": [TRAINING],
        "SUP001": [BRAND], "SUP002": [BRAND], "SUP003": [BRAND], "SUP004": [f"{TRAINING} untuk"],
    })  # fmt: skip
    _is_told(told.new, {
        "REG003": ["Perpres 871/2021"], "SDG002": ["3.99"], "OVL001": [LIBRARY], "SUP004": [LIBRARY],
        "PIL002": [LIBRARY, JOBS], "SUP001": [WASTE, MANGROVES, PARK],
        "SDG003": [PARK], "CMP006": [COMPLAINTS],
    })  # fmt: skip
    assert {program.name for program in told.added} == {LIBRARY, WASTE, MANGROVES, PARK}
    assert {program.name for program in told.gone} == {f"{TRAINING} untuk usaha mikro", MARKETS, BRAND}
    assert {change.after.name: change.fields for change in told.changed} == {
        COMPLAINTS: ("agency",),
        CIVIL_REGISTRY: ("years",),
        JOBS: ("declared_pillar", "declared_sdg"),
        EMERGENCIES: ("declared_sdg",),
        BUSES: ("funding",),
        TSUNAMI: ("indicators", "legal_basis"),
        SCHOLARSHIPS.replace("miskin", "kurang mampu"): ("name",),
        VILLAGES: ("output",),
    }


def _edit(maker: ModuleType) -> None:
    """Twenty edits: three laws, eight cells, two names, a row moved, two out, two in, one doubled, a pillar filled."""
    for old, new in (
        ("Nomor 11 Tahun 2020 tentang Cipta Kerja", "Nomor 6 Tahun 2023 tentang Cipta Kerja"),
        ("39 Tahun 2019 tentang Sistem Pemerintahan Berbasis Elektronik", "39 Tahun 2019 tentang Satu Data Indonesia"),
        ("987 Tahun 2022 tentang Percepatan Kabupaten Pesisir Cerdas", "871 Tahun 2021 tentang Desa Bahari"),
    ):
        maker.LEGAL_BASIS = [law.replace(old, new) for law in maker.LEGAL_BASIS]
    pillars = copy.deepcopy(dict(maker.PILLARS))
    row = {line[PROGRAM]: line for lines in pillars.values() for line in lines}
    row[COMPLAINTS][AGENCY] = "Sekretariat Daerah"
    row[CIVIL_REGISTRY][YEARS] = "2025-2029"
    row[JOBS][TPB] = "8.5"
    row[EMERGENCIES][TPB] = "3.99"
    row[BUSES][FUNDING] = "APBD, CSR"
    row[TSUNAMI][LAW] = "UU 24/2007"
    row[TSUNAMI][INDICATOR] = "Jumlah sirene tsunami (Unit)"
    row[VILLAGES][OUTPUT] = "Kalender acara wisata tahunan"
    row[SCHOLARSHIPS][PROGRAM] = SCHOLARSHIPS.replace("miskin", "kurang mampu")
    row[BRAND][PROGRAM] = PARK  # gone, and another stands in its place
    society, economy = pillars["3.5 Smart Society"], pillars["3.3 Smart Economy"]
    economy.remove(row[JOBS])
    society.append(row[JOBS])
    society.remove(row[f"{TRAINING} untuk usaha mikro"])
    economy.remove(row[MARKETS])
    library = list(row[LIBRARY])
    library[AGENCY] = "Dinas Pendidikan"
    pillars["3.4 Smart Living"].append(library)
    agency = "Dinas Lingkungan Hidup"
    pillars["3.6 Smart Environment"] = [
        [WASTE, "Bank sampah", "Persentase sampah terkelola (%)", "UU 18/2008", agency, "2025-2029", "APBD", "11.6"],
        [MANGROVES, "Pesisir pulih", "Luas pesisir (Hektare)", "UU 27/2007", agency, "2025-2029", "APBD", "14.2"],
    ]  # fmt: skip
    maker.PILLARS = list(pillars.items())


def _is_told(findings: tuple[Finding, ...], expected: dict[str, list[str]]) -> None:
    """Each expected code speaks of each of its words once, and nothing else is said."""
    said = [f"{finding.code} {finding.message.en}" for finding in findings]
    for code, words in expected.items():
        for word in words:
            assert sum(one.startswith(code) and word in one for one in said) == 1, (code, word, said)
    assert len(said) == sum(map(len, expected.values())), said
