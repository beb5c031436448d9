"""report.json: exact, readable back, described by a schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from alignment.models import Report
from alignment.reporting import as_json
from alignment.reporting.schema import report_schema

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "report.schema.json"


@pytest.mark.parametrize("name", ["report", "hostile"])
def test_reads_back_equal(name: str, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(name)

    assert Report.model_validate_json(as_json.render(report, "id")) == report


def test_money_keeps_every_digit_as_a_string(report: Report) -> None:
    data = json.loads(as_json.render(report, "id"))

    assert data["programs"][2]["budget"] == {"2027": "4875500000.50"}


def test_is_indented_utf8_in_both_languages_whatever_the_language_of_the_page(report: Report) -> None:
    made = as_json.render(report, "id")

    assert made == as_json.render(report, "en")
    assert made.startswith(b'{\n  "tool"')
    assert made.endswith(b"}\n")
    assert b"Draf 2" in made
    assert "–".encode() in made


def test_the_published_schema_is_the_schema_of_the_model() -> None:
    """After a change of the models: python -m alignment.reporting.schema > docs/report.schema.json"""
    assert SCHEMA.read_text("utf-8") == report_schema()


@pytest.mark.parametrize("name", ["report", "hostile"])
def test_reports_keep_the_published_schema(name: str, request: pytest.FixtureRequest) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    validator.check_schema(validator.schema)
    data = json.loads(as_json.render(request.getfixturevalue(name), "id"))

    assert list(validator.iter_errors(data)) == []
    data["findings"][0]["severity"] = "grave"
    assert [error.json_path for error in validator.iter_errors(data)] == ["$.findings[0].severity"]


def test_the_json_is_the_one_that_was_looked_at(report: Report, snapshot: Path, updating: bool) -> None:
    kept = snapshot / "report.json"
    made = as_json.render(report, "id")
    if updating:
        kept.write_bytes(made)

    assert made.decode() == kept.read_text("utf-8")
