from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from alignment.evaluation import compare_rules, lint, texts_of
from alignment.evaluation.circles import all_circles, circles

FILE = """\
group: living
targets:
  - id: {target}
    rules:
      - id: {target}.one
        kind: phrase
        any_of: [{phrases}]
        weight: strong
        cases: [{{text: a, expect: match}}, {{text: b, expect: no_match}}]
"""


def folder(root: Path, *targets: tuple[str, str]) -> Path:
    (root / "pillars").mkdir(parents=True)
    for target, phrases in targets:
        text = FILE.format(target=target, phrases=phrases)
        (root / "pillars" / f"{target}.yaml").write_text(text, encoding="utf-8")
    return root


def test_a_change_of_rules_shows_what_it_gains_and_loses(tmp_path: Path) -> None:
    old = folder(tmp_path / "old", ("living.health", "puskesmas, gizi"))
    new = folder(tmp_path / "new", ("living.health", "puskesmas, posyandu"))
    gains = compare_rules(old, new, ["Antrean puskesmas", "Kader posyandu", "Perbaikan gizi", "Kader posyandu"])
    assert gains.texts == 3
    assert [(one.text, one.gained, one.lost) for one in gains.changes] == [
        ("Kader posyandu", ("living.health",), ()),
        ("Perbaikan gizi", (), ("living.health",)),
    ]
    assert gains.changes[1].reasons == ("-living.health.one: gizi",)
    assert "pillars: +1 -1" in gains.as_text("en")


def test_the_same_rules_change_nothing() -> None:
    assert compare_rules(None, None, ["Pengelolaan sampah"]).changes == ()


def test_doubts_are_named_with_rule_and_place(tmp_path: Path) -> None:
    rules = folder(
        tmp_path,
        ("living.health", "air bersih, sarana air bersih, untuk pekerja"),
        ("environment.waste", "air bersih"),
    )
    doubts = lint(rules, ["Sarana air bersih"])
    kinds = {(one.kind, one.rule) for one in doubts}
    assert ("phrase_covered", "living.health.one") in kinds
    assert ("phrase_shrinks", "living.health.one") in kinds
    assert ("phrase_shared", "environment.waste.one") in kinds
    assert any(one.kind == "entry_without_rule" and "branding.tourism" in one.message.en for one in doubts)
    never = next(one for one in doubts if one.kind == "never_hit")
    assert never.message.en.endswith("untuk pekerja.")
    assert never.where.endswith("living.health.yaml:5")


def test_texts_of_case_files_and_plans_come_once_each(tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text('{"a": "Satu", "b": "Dua"}\n{"text": "Satu"}\n', encoding="utf-8")
    assert texts_of([cases]) == ("Satu", "Dua")


def test_links_that_run_in_a_circle_are_found_once_and_shipped_corpora_have_none() -> None:
    links = {"a": ("b",), "b": ("c", "d"), "c": ("a",), "d": (), "e": ("e",), "f": ("a", "missing")}
    entries = [SimpleNamespace(id=name, parent=None, after=after) for name, after in links.items()]
    columns = (SimpleNamespace(name="after", references="own"), SimpleNamespace(name="other", references="regions"))
    corpus = SimpleNamespace(name="own", manifest=SimpleNamespace(columns=columns), entries=entries)
    assert list(circles(corpus)) == [("a", "b", "c"), ("e",)]
    assert list(all_circles()) == []
