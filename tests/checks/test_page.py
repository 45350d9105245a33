"""The page of rules in the documentation is what the rules say of themselves."""

import importlib.util
from pathlib import Path

import pytest

from gikparse.checks import RULES, Rule, parsing_kinds

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "reference" / "rules.md").read_text("utf-8")


def test_page_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("rules_page", DOCS / "rules_page.py")
    assert spec is not None
    assert spec.loader is not None
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    assert generator.page() == PAGE, "run `python docs/rules_page.py`"


@pytest.mark.parametrize("rule", RULES, ids=[rule.kind.name for rule in RULES])
def test_rule_has_its_section(rule: Rule) -> None:
    _, _, after = PAGE.partition(f"\n## {rule.kind.code} {rule.kind.name}\n")
    section = after.partition("\n## ")[0]
    assert "\n### What it reports\n" in section
    assert f" {rule.kind.code} " in section  # what its example gives


def test_every_code_is_in_the_table() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")]
    for kind in [*parsing_kinds(), *(rule.kind for rule in RULES)]:
        assert any(kind.code in row and f"| {kind.name} |" in row for row in rows)
