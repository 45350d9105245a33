"""Each rule has a page of the site in both languages, and all codes are in the tables."""

import pytest
from pages import rules

from gikparse.checks import RULES, Cause, Rule

PAGES = dict(rules.pages())
each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.kind.name for rule in RULES])


@each_rule
def test_rule_has_an_english_page(rule: Rule) -> None:
    page = PAGES[f"reference/rules/{rule.kind.code}.md"]
    assert page.startswith(f"# {rule.kind.code} {rule.kind.name}\n")
    assert "\n## What it reports\n" in page
    assert f" {rule.kind.code} " in page.split("\n## Example\n")[1]  # what its example gives


@each_rule
def test_rule_has_a_chinese_page(rule: Rule) -> None:
    page = PAGES[f"zh/rules/{rule.kind.code}.md"]
    for title in ("检查内容", "为何重要", "示例", "如何处理", "依据"):
        assert f"\n## {title}\n" in page
    assert f" {rule.kind.code} " in page.split("\n## 示例\n")[1]


@pytest.mark.parametrize("page", ["reference/rules/index.md", "zh/rules/index.md"])
def test_every_code_is_in_the_table(page: str) -> None:
    rows = [line for line in PAGES[page].splitlines() if line.startswith("| ")]
    for kind in (rule.kind for rule in RULES):
        assert any(kind.code in row and f"| {kind.name} |" in row for row in rows)


@each_rule
def test_pages_tell_the_source_from_the_reading(rule: Rule) -> None:
    limit = rule.cause is Cause.READING
    english, chinese = (
        PAGES[f"{folder}/rules/{rule.kind.code}.md"] for folder in ("reference", "zh")
    )
    assert (" · about the reading · " in english) is (" · 读取所限 · " in chinese) is limit
    assert (" · about the source · " in english) is (" · 来源问题 · " in chinese) is not limit
