"""Small rule sets for tests, built from YAML."""

from __future__ import annotations

from pathlib import Path

from alignment import rules

HEAD = "group: living\ntargets:\n  - id: living.health\n    rules:\n"
CASES = "        cases: [{text: a, expect: match}, {text: b, expect: no_match}]\n"


def ruleset(folder: Path, *bodies: str, target: str = "living.health") -> rules.RuleSet:
    """A rule set of one target; each body is the inside of a rule ("kind: phrase\\nany_of: [...]\\nweight: strong")."""
    (folder / "pillars").mkdir(exist_ok=True)
    text = HEAD.replace("living.health", target)
    for number, body in enumerate(bodies):
        lines = "".join(f"        {line}\n" for line in body.splitlines())
        text += f"      - id: living.health.rule-{number}\n{lines}{CASES}"
    (folder / "pillars" / "living.yaml").write_text(text, encoding="utf-8")
    rules.forget()
    return rules.load(folder)
