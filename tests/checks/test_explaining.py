"""The pages of rules in Chinese: of rules that there are, with the examples of the English ones."""

import pytest

from gikparse.checks import RULES, Rule
from gikparse.checks.explaining import explanation_of
from gikparse.data.files import read_toml

PAGES = read_toml("explanations")


def test_pages_are_of_rules_that_there_are() -> None:
    assert set(PAGES) == {rule.kind.code for rule in RULES}
    assert list(PAGES) == sorted(PAGES)


@pytest.mark.parametrize("code", PAGES)
def test_a_page_says_everything(code: str) -> None:
    page = PAGES[code]
    assert set(page) == {"summary", "reports", "matters", "action", "source"}
    assert all(text.strip() == text and text.endswith("。") for text in page.values())
    assert "\n" not in page["summary"]


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.kind.code in PAGES], ids=lambda rule: rule.kind.code
)
def test_both_languages_have_the_same_examples(rule: Rule) -> None:
    english, chinese = (explanation_of(rule, lang) for lang in ("en", "zh"))
    assert chinese.split("```")[1::2] == english.split("```")[1::2]
    assert chinese.startswith(PAGES[rule.kind.code]["summary"])


def test_a_rule_of_ones_own_has_its_docstring_in_both() -> None:
    def find(_: object) -> tuple[()]:
        """Nothing at all."""
        return ()

    kind = RULES[0].kind.__class__(
        code="MY001", name="own", severity=RULES[0].kind.severity, message="m", chinese="文"
    )
    assert explanation_of(Rule(kind=kind, find=find), "zh") == "Nothing at all."
