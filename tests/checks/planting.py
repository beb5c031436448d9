"""A sound smart-city plan and a sound Renstra, and twenty faults for every check that are planted in them.

A fault is a plan with one thing wrong and the words by which its finding must be known. The plans stand in faults.yaml;
each fault is planted in another region, stretch of programs, year or figure of them.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

from alignment import yamlfile
from alignment.models import PILLARS

DATA: dict[str, Any] = yamlfile.load(Path(__file__).with_name("faults.yaml")).data
SAID: dict[str, list[Any]] = DATA["faults"]
YEARS = (2025, 2026, 2027, 2028, 2029)
COUNT = 20
_STRETCH = 8
_PERIOD = {"start": YEARS[0], "end": YEARS[-1]}
Plan = dict[str, Any]
"""The fields of a `Sketch`."""


class Fault(NamedTuple):
    """A plan with one thing wrong, and words that stand in the message or the quotes of the finding."""

    plan: Plan
    known_by: str
    variants: tuple[str, ...] = ()
    """The variants that may say it; none: any."""


# --- what is sound ---------------------------------------------------------------------------------------------------


def sound(number: int = 0, programs: int | None = _STRETCH) -> Plan:
    """A smart-city plan that keeps the form in every row, held against an RPJMD that carries it.

    Every `number` takes another region and begins with another program; `programs` None takes all of them.
    """
    rows = list(islice(cycle(DATA["programs"]), number, number + (programs or len(DATA["programs"]))))
    name, code = DATA["regions"][number % 4]
    carried = [_planned(row, place) for place, row in enumerate(rows)]
    return {
        "as_of": "2024-06-01",
        "period": dict(_PERIOD),
        "region": {"name": name, "code": code},
        "pages": 20,
        "text": DATA["text"],
        "legal_basis": [*DATA["law"], f"Perda {name} Nomor {number + 1} Tahun 2023 tentang Rencana Pembangunan"],
        "programs": [_form(row, place, name) for place, row in enumerate(rows)],
        "against": carried,
        "against_text": "\n".join(row[4] for row in rows),
    }


def renstra(number: int = 0) -> Plan:
    """Coded programs with two kegiatan of two sub kegiatan each, whose sums and targets are in order."""
    rows = []
    for at, row in enumerate(islice(cycle(DATA["coded"]), number, number + 4)):
        rows.extend(_coded(row, at, number))
    name, code = DATA["regions"][number % 4]
    region = {"name": name, "code": code}
    return {
        "kind": "renstra",
        "as_of": "2024-06-01",
        "period": dict(_PERIOD),
        "region": region,
        "legal_basis": list(DATA["law"]),
        "programs": rows,
    }


def _form(row: list[Any], place: int, region: str) -> Plan:
    """One program as the coaches' form has it."""
    name, part, goal, agency, indicator, unit, first, last, link = row
    return {
        "name": name,
        "fields": {
            "agency": agency,
            "declared_pillar": part.partition(".")[0],
            "declared_subdimension": part,
            "declared_sdg": [goal],
            "legal_basis": DATA["law"][place % len(DATA["law"])],
            "staffing": f"{4 + place} orang",
            "facilities_owned": f"{1 + place} unit kerja",
            "facilities_needed": f"{2 + place} kendaraan",
            "benefit": "Warga dilayani lebih mudah",
            "location": f"Seluruh kecamatan di {region}",
            "links": [link],
            "funding": ["APBD", "CSR"] if place % 3 == 0 else ["APBD"],
            "output": f"{2 + place} laporan pelaksanaan",
            "years": list(YEARS),
            "horizon": ("short", "medium", "long")[place % 3],
            "quick_win": True,
            "indicators": [_indicator(indicator, unit, first, last)],
        },
        "budget": {year: 150_000_000 + 10_000_000 * place + 5_000_000 * at for at, year in enumerate(YEARS)},
    }


def _planned(row: list[Any], place: int) -> Plan:
    """The same program as the RPJMD has it."""
    whole = _form(row, place, "")
    fields = {key: whole["fields"][key] for key in ("agency", "indicators")}
    return {"name": row[0], "level": "program", "fields": fields, "budget": whole["budget"]}


def _coded(row: list[Any], at: int, number: int) -> Iterable[Plan]:
    code, name, indicator, unit, first, last = row
    part = {year: 20_500_000 + 1_000_001 * (number + at) + 250_000 * step for step, year in enumerate(YEARS)}
    key = f"p{at}"

    def made(level: str, label: str, own: str, above: str | None, share: int, what: str) -> Plan:
        fields = {"code": own, "agency": "Dinas", "indicators": [_indicator(what, unit, first, last)]}
        budget = {year: amount * share for year, amount in part.items()}
        parent = {"parent": above} if above else {}
        return {"name": label, "level": level, "key": own, **parent, "fields": fields, "budget": budget}

    yield {**made("program", name, code, None, 4, indicator), "key": key}
    for one in (1, 2):
        kegiatan = f"{code}.2.0{one}"
        yield made("kegiatan", f"Kegiatan {one} {name[8:]}", kegiatan, key, 2, f"{indicator} bagian {one}")
        for two in (1, 2):
            label = f"Bagian {two} dari kegiatan {one} {name[8:]}"
            own = f"{kegiatan}.000{two}"
            yield made("sub_kegiatan", label, own, kegiatan, 1, f"{indicator} bagian {one} unsur {two}")


def _indicator(name: str, unit: str, first: Any, last: Any) -> Plan:
    return {"name": name, "unit": unit, "targets": dict(zip(YEARS, _between(first, last), strict=True))}


def _between(first: Any, last: Any) -> list[str]:
    """Five figures from the first to the last as a plan prints them."""
    low, high = (float(str(one).replace(",", ".")) for one in (first, last))
    figures = [low + (high - low) * step / 4 for step in range(5)]
    return [f"{figure:.2f}".rstrip("0").rstrip(".").replace(".", ",") for figure in figures]


# --- what is planted -------------------------------------------------------------------------------------------------

_PLANTERS: dict[str, Callable[[int], Fault]] = {}


def planted(code: str) -> list[Fault]:
    """The twenty faults of a check."""
    return [_PLANTERS[code](number) for number in range(COUNT)]


def codes() -> tuple[str, ...]:
    """The checks that faults are planted for."""
    return tuple(sorted(_PLANTERS))


def whole(code: str) -> list[Plan]:
    """The sound plans that a check must be silent on; the checks of a plan as a whole take whole ones."""
    if code in ("PIL003", "PIL008", "SDG004"):
        return [sound(number, None) for number in range(0, COUNT, 5)] + [renstra(1), renstra(6)]
    return [sound(number) for number in range(0, len(DATA["programs"]), 3)] + [sound(0, None), renstra(1), renstra(6)]


def _plants(*names: str) -> Callable[[Callable[[int], Fault]], Callable[[int], Fault]]:
    def kept(planter: Callable[[int], Fault]) -> Callable[[int], Fault]:
        _PLANTERS.update(dict.fromkeys(names, planter))
        return planter

    return kept


def _bare(name: str, plan: Plan, place: int = 3, **fields: Any) -> None:
    """Put in a row that says little beside its name, in the place of a sound one."""
    row = copy.deepcopy(plan["programs"][place])
    kept = ("staffing", "facilities_owned", "funding", "legal_basis", "location", "years", "quick_win")
    row["fields"] = {key: row["fields"][key] for key in kept if key in row["fields"]} | fields
    plan["programs"][place] = {**row, "name": name}


def _nameless(code: str, **fields: Any) -> None:
    def planter(number: int) -> Fault:
        name, plan = SAID[code][number], sound(number)
        _bare(name, plan, number % _STRETCH, **fields)
        return Fault(plan, name)

    _plants(code)(planter)


_nameless("PIL001", declared_sdg=["6.1"])
_nameless("SDG001", declared_pillar="living")
_nameless("SUP001", declared_pillar="society", declared_sdg=["4.1"])
_nameless("SUP002", declared_pillar="society")
_nameless("SUP003", declared_pillar="society")
_nameless("OVL003", declared_pillar="governance")


@_plants("PIL002")
def _(number: int) -> Fault:
    name, pillar, agency, indicator = SAID["PIL002"][number]
    plan = sound(number)
    _bare(name, plan, number % _STRETCH, declared_pillar=pillar, agency=agency, indicators=[{"name": indicator}])
    return Fault(plan, name)


@_plants("SDG005")
def _(number: int) -> Fault:
    name, indicator, code = SAID["SDG005"][number]
    plan = sound(number)
    said: Plan = {"indicators": [{"name": indicator}]} if indicator else {"declared_sdg": [code]}
    _bare(name, plan, number % _STRETCH, declared_pillar="living", **said)
    return Fault(plan, f"indikator TPB {code}")


@_plants("SUP008")
def _(number: int) -> Fault:
    """A program without the objective that all others have, or missions that no program answers."""
    plan, objectives = sound(number), SAID["SUP008"]
    if number % 4 == 0:
        return Fault({**plan, "against": [], "missions": objectives[:4]}, "misi", ("none",))
    for place, row in enumerate(plan["programs"]):
        row["fields"]["objective" if place % 3 else "goal"] = objectives[(number + place) % len(objectives)]
    row = plan["programs"][number % _STRETCH]
    row["fields"] = {key: value for key, value in row["fields"].items() if key not in ("goal", "objective")}
    plan["against"] = [one for one in plan["against"] if one["name"] != row["name"]]
    return Fault(plan, row["name"], ("one",))


@_plants("SDG003")
def _(number: int) -> Fault:
    name, goal = SAID["SDG003"][number]
    plan = sound(number)
    _bare(name, plan, number % _STRETCH, declared_sdg=[goal])
    return Fault(plan, name)


def _missing(code: str, *keys: str, budget: bool = False) -> None:
    """The program of a form that leaves a part blank."""

    def planter(number: int) -> Fault:
        plan = sound(number)
        row = plan["programs"][(3 * number + 1) % _STRETCH]
        for key in keys:
            row["fields"].pop(key, None)
        if budget:
            row.pop("budget")
        return Fault(plan, row["name"])

    _plants(code)(planter)


_missing("CMP001", "agency")
_missing("CMP002", "indicators", "output")
_missing("CMP003", "funding", budget=True)
_missing("CMP004", "years", "horizon", "indicators", budget=True)


@_plants("CMP005")
def _(number: int) -> Fault:
    """A part of the form left blank, or answered with words that do not answer it."""
    plan = sound(number)
    row = plan["programs"][number % _STRETCH]
    part, instead = SAID["CMP005"][number % len(SAID["CMP005"])]
    keys = ("facilities_owned", "facilities_needed") if part == "facilities" else (_ANSWERED.get(part, part),)
    for key in keys:
        del row["fields"][key]
        row["fields"] |= {key: instead} if instead else {}
    return Fault(plan, row["name"], (f"one_{part}",))


_ANSWERED = {"headcount": "staffing", "benefit_kind": "benefit"}


@_plants("CMP006")
def _(number: int) -> Fault:
    plan = sound(number)
    rows = [row for row in plan["programs"] if "Komunikasi" not in row["fields"]["agency"]]
    row = rows[number % len(rows)]
    row["fields"]["application"] = SAID["CMP006"][0][number]
    return Fault(plan, row["name"])


@_plants("CMP007")
def _(number: int) -> Fault:
    plan = sound(number)
    row = plan["programs"][number % _STRETCH]
    del row["fields"]["indicators"][0]["targets"]
    return Fault(plan, row["name"])


@_plants("DOC001")
def _(number: int) -> Fault:
    """The reader's own doubts: tests/reading plants the words that raise them."""
    plan = sound(number)
    plan["issues"] = [f"conflict:{number + 1}"]
    return Fault(plan, "bertentangan")


@_plants("DOC002")
def _(number: int) -> Fault:
    words, plan = SAID["DOC002"][number], sound(number)
    lines = plan["text"].splitlines()
    lines.insert(number % len(lines), f"Disusun pada {words} oleh tim")
    plan["text"] = "\n".join(lines)
    return Fault(plan, words)


_PARTS = {
    "vision": ("Visi dan misi", "Cita-cita"),
    "readiness": ("Analisis kesiapan daerah", "Keadaan daerah"),
    "gap": ("analisis kesenjangan", "keadaan lain"),
    "swot": ("analisis SWOT", "keadaan lain"),
    "legal_document": ("akan ditetapkan dengan peraturan", "akan dilaksanakan dengan arahan"),
    "rpjmd": ("RPJMD", "niat"),
    "agencies": ("Renstra", "tugas"),
    "quick_win": ("quick win", "program"),
    "risk": ("mitigasi risiko", "harapan"),
    "road_map": ("peta jalan", "program"),
    "action_plan": ("rencana aksi", "uraian"),
    "people": ("SDM", "niat"),
    "infrastructure": ("jaringan", "niat"),
    "applications": ("perangkat lunak", "niat"),
    "literacy": ("edukasi", "niat"),
    "council": ("Dewan Smart City", "Bupati"),
    "executive_team": ("Tim Pelaksana", "Bupati"),
    "forum": ("Forum Smart City", "warga"),
    "budget": ("anggaran", "waktu"),
    "neighbours": ("Kerja sama daerah dijalin dengan daerah sekitar", "Semua dikerjakan sendiri"),
    "standard": ("SNI ISO 37122", "sendiri"),
    "survey": ("survei", "teliti"),
    "evaluation": ("Monitoring dan evaluasi", "Rapat"),
}


@_plants("DOC003")
def _(number: int) -> Fault:
    plan = sound(number)
    part, (said, instead) = list(_PARTS.items())[number]
    plan["text"] = " ".join(plan["text"].split()).replace(said, instead)
    return Fault(plan, "", (part,))


def _in_renstra(number: int) -> tuple[Plan, Plan, int]:
    """A Renstra, one of its rows without rows below it, and a year."""
    plan = renstra(number)
    rows = [row for row in plan["programs"] if row["level"] == "sub_kegiatan"]
    return plan, rows[(5 * number) % len(rows)], YEARS[number % len(YEARS)]


@_plants("FIG001")
def _(number: int) -> Fault:
    plan, row, year = _in_renstra(number)
    row["budget"][year] += (1_000_000, 1_234_567, -900_000, 10_000_003, -5_000_000)[number // 4]
    parent = next(one for one in plan["programs"] if one["key"] == row["parent"])
    return Fault(plan, parent["name"])


def _targets(row: Plan) -> dict[int, str]:
    targets: dict[int, str] = row["fields"]["indicators"][0]["targets"]
    return targets


@_plants("FIG002")
def _(number: int) -> Fault:
    plan = sound(number)
    worse = [
        row
        for row in plan["programs"]
        if row["fields"]["indicators"][0]["name"].split()[0] not in ("Jumlah", "Nilai", "Panjang", "Produktivitas")
    ]
    row = worse[number % len(worse)]
    targets = _targets(row)
    early, late = YEARS[number % 4], YEARS[number % 4 + 1]
    targets[early], targets[late] = targets[late], targets[early]
    return Fault(plan, row["fields"]["indicators"][0]["name"])


@_plants("FIG003")
def _(number: int) -> Fault:
    plan, row, year = _in_renstra(number)
    if number % 2:
        row["budget"][year] = row["budget"][year] * 10 if number % 4 == 1 else row["budget"][year] // 10
    else:
        target = _targets(row)[year].replace(",", "")
        _targets(row)[year] = target + ("0" if "," not in _targets(row)[year] else "")
    return Fault(plan, row["name"])


@_plants("FIG004")
def _(number: int) -> Fault:
    plan, row, year = _in_renstra(number)
    if number % 2:
        del row["budget"][year]
        return Fault(plan, row["name"], ("no_money",))
    del _targets(row)[year]
    return Fault(plan, row["name"], ("no_target",))


@_plants("FIG005")
def _(number: int) -> Fault:
    plan, row, year = _in_renstra(number)
    _targets(row)[year] += " " + ("Dokumen", "Orang", "Unit", "Kali", "Lembaga")[number // 4]
    return Fault(plan, row["fields"]["indicators"][0]["name"])


@_plants("FIG006")
def _(number: int) -> Fault:
    plan = sound(number) if number % 2 else renstra(number)
    row = plan["programs"][number % _STRETCH]
    year = (2020, 2023, 2024, 2031, 2032, 2035, 2021, 2022, 2033, 2034)[number // 2]
    if number % 2:
        row["fields"]["years"] = [*YEARS[:3], year]
    else:
        row["budget"] = {**row["budget"], year: 75_000_000}
    return Fault(plan, row["name"])


@_plants("OVL001")
def _(number: int) -> Fault:
    first, second = SAID["OVL001"][number]
    plan = sound(number)
    _bare(
        first, plan, 1, declared_pillar=PILLARS[number % 6], agency="Dinas Sosial" if number % 2 else "Dinas Kesehatan"
    )
    _bare(second, plan, 5, declared_pillar=PILLARS[(number // 2) % 6], agency="Badan Perencanaan Pembangunan Daerah")
    return Fault(plan, first)


@_plants("OVL002")
def _(number: int) -> Fault:
    first, second = SAID["OVL002"][number]
    plan = sound(number)
    _bare(first, plan, 1, agency="Dinas Sosial" if number % 2 else "Dinas Kesehatan")
    _bare(second, plan, 5, agency="Badan Perencanaan Pembangunan Daerah")
    return Fault(plan, first)


@_plants("PIL003")
def _(number: int) -> Fault:
    plan = sound(number, None)
    pillar = PILLARS[number % 6]
    plan["programs"] = [row for row in plan["programs"] if row["fields"]["declared_pillar"] != pillar][number // 6 :]
    return Fault(plan, f"Smart {pillar.title()}")


@_plants("PIL004")
def _(number: int) -> Fault:
    plan = sound(number, None)
    pillar = PILLARS[number % 6]
    plan["programs"] = plan["programs"][number // 6 :]
    for row in plan["programs"]:
        if row["fields"]["declared_pillar"] == pillar:
            row["fields"]["quick_win"] = (None, False)[number % 2]
    return Fault(plan, f"Smart {pillar.title()}")


@_plants("PIL005")
def _(number: int) -> Fault:
    plan = sound(number)
    heads = (
        "Pengembangan aplikasi",
        "Sistem informasi",
        "Portal",
        "Pembuatan website",
        "Dashboard",
        "Aplikasi",
        "Platform",
    )
    about = SAID["PIL005"][0]
    for place in range(2, _STRETCH):
        row = plan["programs"][place]
        row["name"] = f"{heads[(number + place) % len(heads)]} {about[(number + 3 * place) % len(about)]}"
        row["fields"]["output"] = "1 aplikasi"
    return Fault(plan, "aplikasi")


@_plants("PIL006")
def _(number: int) -> Fault:
    plan = sound(number)
    left = ("short", "medium", "long")[number % 3]
    others = [horizon for horizon in ("short", "medium", "long") if horizon != left]
    for place, row in enumerate(plan["programs"]):
        row["fields"]["horizon"] = others[(place + number) % 2]
    return Fault(plan, {"short": "pendek", "medium": "menengah", "long": "panjang"}[left])


@_plants("PIL007")
def _(number: int) -> Fault:
    plan = sound(number)
    row = plan["programs"][number % _STRETCH]
    if number % 2:
        row["fields"].pop("funding")
        row.pop("budget")
        return Fault(plan, row["name"], ("unfunded",))
    begin = 1 + number % 4
    row["fields"]["years"] = list(YEARS[begin:])
    row["budget"] = {year: amount for year, amount in row["budget"].items() if year in YEARS[begin:]}
    return Fault(plan, row["name"], ("late",))


@_plants("PIL008")
def _(number: int) -> Fault:
    part, places = SAID["PIL008"][number]
    return Fault(_without(number, places), _label("pillars", part))


def _without(number: int, places: list[int]) -> Plan:
    """A plan of the sound programs but some."""
    plan = sound(number, None)
    rows = sound(0, None)["programs"]
    return plan | {"programs": [row for place, row in enumerate(rows) if place not in places]}


@_plants("SDG004")
def _(number: int) -> Fault:
    goal, places = SAID["SDG004"][number]
    return Fault(_without(number, places), f"{goal} ({_label('sdg', goal)})")


def _label(corpus: str, entry: str) -> str:
    from alignment import corpora

    return corpora.load(corpus).get(entry).label.id


@_plants("RDG001")
def _(number: int) -> Fault:
    plan = sound(number)
    code = ("no_text", "unreadable_page", "picture_table", "truncated")[number % 4]
    plan["issues"] = [f"{code}:{page}" for page in range(2, 3 + number // 4)]
    return Fault(plan, "draft.pdf", (code,))


@_plants("RDG002")
def _(number: int) -> Fault:
    plan = sound(number)
    plan["unread"] = [f"{row[0]}.2.0 {row[1][:20]}" for row in DATA["coded"][number % 8 : number % 8 + 1 + number // 8]]
    return Fault(plan, plan["unread"][0])


@_plants("REG001")
def _(number: int) -> Fault:
    if number % 4 == 0:
        plan = renstra(number) | {"legal_basis": [], "pages": 20}
        return Fault(plan, "draft.pdf", ("draft",))
    plan = sound(number)
    row = plan["programs"][number % _STRETCH]
    del row["fields"]["legal_basis"]
    return Fault(plan, row["name"], ("one",))


@_plants("REG002")
def _(number: int) -> Fault:
    words, day = SAID["REG002"][number]
    plan = renstra(number) | {"as_of": day, "legal_basis": [words]}
    return Fault(plan, words.split(" tentang ")[0])


def _resting_on(code: str) -> None:
    """A plan whose legal basis, or a program's, or whose text names a regulation wrongly."""

    def planter(number: int) -> Fault:
        words, plan = SAID[code][number], sound(number) | {"as_of": "2025-06-01"}
        if number % 2:
            plan["legal_basis"] = [*plan["legal_basis"], words]
        else:
            plan["programs"][number % _STRETCH]["fields"]["legal_basis"] = words
        return Fault(plan, words.split(" tentang ")[0])

    _plants(code)(planter)


for _code in ("REG003", "REG004", "REG005"):
    _resting_on(_code)


@_plants("REG006")
def _(number: int) -> Fault:
    plan = sound(number)
    region = DATA["regions"][number % 4][0]
    start = 2010 + number % 10
    words = (
        f"Perda {region} Nomor {number + 2} Tahun {start} tentang Rencana Pembangunan Daerah Tahun {start}-{start + 5}",
        f"Peraturan Daerah {region} Nomor {number + 2} Tahun {start + 1} tentang RPJMD Tahun {start} - {start + 4}",
        "Peraturan Presiden Nomor 18 Tahun 2020 tentang Rencana Pembangunan Jangka Menengah Nasional Tahun 2020-2024",
        f"Perbup Nomor {number + 2} Tahun {start} tentang Rencana Induk SPBE Tahun {start} sampai dengan {start + 4}",
    )[number % 4]
    plan["legal_basis"] = [*plan["legal_basis"], words]
    return Fault(plan, words.split(" tentang ")[0])


@_plants("REG007")
def _(number: int) -> Fault:
    plan = sound(number)
    name = DATA["regions"][4 + number % 8][0]
    kind = ("Perda", "Peraturan Daerah", "Peraturan Bupati", "Peraturan Wali Kota", "Perwali")[number // 4]
    if kind != "Perda" and kind != "Peraturan Daerah":
        kind = (
            {"Kab": "Peraturan Bupati", "Kot": "Peraturan Wali Kota"}[name[:3]]
            if number % 2
            else {"Kab": "Perbup", "Kot": "Perwali"}[name[:3]]
        )
        name = name.partition(" ")[2]
    words = f"{kind} {name} Nomor {number + 3} Tahun {2015 + number % 8} tentang Penyelenggaraan Kota Cerdas"
    plan["legal_basis"] = [*plan["legal_basis"], words]
    return Fault(plan, words.split(" tentang ", maxsplit=1)[0])


@_plants("SDG002")
def _(number: int) -> Fault:
    plan = sound(number)
    plan["text"] += "\n" + SAID["SDG002"][number]
    return Fault(plan, "")


@_plants("SUP004")
def _(number: int) -> Fault:
    plan = sound(number)
    row = plan["against"][number % _STRETCH]
    others = [
        one["fields"]["agency"]
        for one in sound(number + 9)["programs"]
        if one["fields"]["agency"] != row["fields"]["agency"]
    ]
    row["fields"]["agency"] = others[number % len(others)]
    return Fault(plan, row["name"])


@_plants("SUP005")
def _(number: int) -> Fault:
    plan = sound(number)
    row = plan["against"][number % _STRETCH]
    year, fault = YEARS[1 + number % 3], ("budget", "target", "indicator", "year")[number % 4]
    row["fields"] = copy.deepcopy(row["fields"])
    if fault == "budget":
        row["budget"] = {**row["budget"], year: row["budget"][year] + (500_000, 7_500_000, -20_000_000)[number % 3]}
    elif fault == "year":
        row["budget"] = {at: amount for at, amount in row["budget"].items() if at != year}
    elif fault == "indicator":
        row["fields"]["indicators"] = [{"name": SAID["SUP005"][number // 4], "unit": "Dokumen", "targets": {year: "1"}}]
    else:
        targets = _targets(row)
        targets[year] = f"{float(targets[year].replace(',', '.')) + 1:.2f}".replace(".", ",")
    return Fault(plan, row["name"], (fault,))


@_plants("SUP006")
def _(number: int) -> Fault:
    plan = sound(number)
    row = DATA["coded"][number % len(DATA["coded"])]
    plan["programs"] = plan["programs"][: 2 + number // 12]
    unserved = {"name": row[1], "level": "program", "fields": {"code": row[0]}}
    plan["against"] = [*plan["against"][: 2 + number // 12], unserved]
    return Fault(plan, row[1][8:])


@_plants("CMP008")
def _(number: int) -> Fault:
    plan = sound(number)
    sources = ("APBD", "APBD Kabupaten", "APBD Kota", "PAD", "DAU")
    for place, row in enumerate(plan["programs"]):
        row["fields"]["funding"] = [sources[(number // 4 + place % 2 * (number % 4)) % len(sources)]]
    return Fault(plan, "APBD")


@_plants("PIL009")
def _(number: int) -> Fault:
    if number % 4 == 3:
        return _focus_of_one_agency(number)
    plan = sound(number)
    pillar = PILLARS[number % 6]
    agency = DATA["programs"][number][3]
    for row in plan["programs"][number % 4 : number % 4 + 4]:
        row["fields"] |= {"declared_pillar": pillar, "agency": agency}
        del row["fields"]["links"]
    for row in plan["programs"]:
        if row["fields"]["declared_pillar"] == pillar and row["fields"]["agency"] != agency:
            row["fields"]["declared_pillar"] = PILLARS[(number + 1) % 6]
    return Fault(plan, agency)


def _focus_of_one_agency(number: int) -> Fault:
    plan, focus = sound(number), SAID["PIL009"][number // 4]
    plan["text"] += f"\nMaster plan smart city ini berfokus pada {focus} sebagai kebutuhan utama."
    for row in plan["programs"][2:4]:
        row["name"] = f"{row['name']} untuk {focus}"
        row["fields"]["agency"] = plan["programs"][2]["fields"]["agency"]
        del row["fields"]["links"]
    return Fault(plan, focus, ("focus",))


@_plants("SUP007")
def _(number: int) -> Fault:
    rows = list(islice(cycle(DATA["coded"]), number, number + 5))
    plan = renstra(number)
    plan["programs"] = [{"name": row[1], "level": "program", "fields": {"code": row[0]}} for row in rows]
    plan["against"] = copy.deepcopy(plan["programs"])
    row = plan["programs"][number % 5]
    if number % 2:
        row["fields"]["code"] = row["fields"]["code"][:-1] + str(5 + number % 4)
    else:
        row["name"] = DATA["coded"][(number + 7) % len(DATA["coded"])][1]
    return Fault(plan, row["name"][8:])
