"""The shipped example: every planted fault is found, nothing is invented, and the script makes the same files."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from pathlib import Path

import pytest

import alignment
from alignment import yamlfile

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PLANTED = yamlfile.load(EXAMPLES / "planted.yaml").data


@pytest.fixture(scope="module")
def report() -> alignment.Report:
    options = alignment.Options(cache=False)
    return alignment.check(EXAMPLES / "masterplan-draft.pdf", EXAMPLES / "rpjmd.pdf", options=options)


def _is(planted: dict[str, object], finding: alignment.Finding, names: dict[str, str]) -> bool:
    if (finding.code, finding.outcome) != (planted["code"], planted["outcome"]):
        return False
    program = planted.get("program")
    if (program is None) != (finding.program is None):
        return False
    return program is None or names[finding.program or ""].startswith(str(program))


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted['code']}-{planted.get('program', '')}")
def test_every_planted_fault_is_found_at_its_page(report, planted):
    names = {program.id: program.name for program in report.programs}
    found = [finding for finding in report.findings if _is(planted, finding, names)]
    assert len(found) == 1, [f.message.id for f in found]
    assert found[0].evidence
    if planted["page"] is not None:
        assert planted["page"] in [place.page for place in (*found[0].evidence, *found[0].related)]


def test_nothing_is_invented(report):
    found = Counter((finding.code, finding.outcome) for finding in report.findings)
    planted = Counter((planted["code"], planted["outcome"]) for planted in PLANTED)
    assert found == planted, [f.message.id for f in report.findings]


def test_every_quote_stands_on_its_page_inside_its_box(report):
    document = alignment.read(EXAMPLES / "masterplan-draft.pdf", alignment.Options(cache=False))
    squeeze = re.compile(r"\W+")
    checked = 0
    for finding in report.findings:
        for place in finding.evidence:
            if place.document != document.id or not place.quote or place.box is None:
                continue
            page = document.pages[place.page - 1]
            assert 0 <= place.box[0] < place.box[2] <= page.width + 0.5
            assert 0 <= place.box[1] < place.box[3] <= page.height + 0.5
            first = squeeze.sub("", place.quote.split()[0])
            inside = [
                line.text
                for line in page.lines
                if line.box and line.box[3] > place.box[1] and line.box[1] < place.box[3]
            ]
            assert first in squeeze.sub("", " ".join(inside))
            checked += 1
    assert checked >= 8


def test_the_plan_is_read_whole_though_its_head_stands_on_one_page():
    plan = alignment.extract_programs(alignment.read(EXAMPLES / "rpjmd.pdf"))
    assert len(plan.programs) == 12
    assert all(set(program.budget) == {2026, 2027, 2028, 2029, 2030} for program in plan.programs)


def test_the_readme_lists_every_planted_check():
    listed = set(
        re.findall(r"^\| ([A-Z]{3}\d{3}) \|", (EXAMPLES / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert listed == {planted["code"] for planted in PLANTED}


def test_the_script_makes_the_shipped_files_again(tmp_path):
    spec = importlib.util.spec_from_file_location("make_example", EXAMPLES / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.main(tmp_path)
    for name in ("masterplan-draft.pdf", "rpjmd.pdf"):
        made, shipped = alignment.read(tmp_path / name), alignment.read(EXAMPLES / name)
        assert [page.text for page in made.pages] == [page.text for page in shipped.pages]


def test_the_fictional_regency_does_not_exist():
    from alignment import corpora

    assert not any("sagara" in region.label.id.casefold() for region in corpora.load("regions").entries)
