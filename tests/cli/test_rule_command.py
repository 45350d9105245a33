"""`gikparse rule`: what a code means."""

import pytest

from gikparse.checks import RULES
from gikparse.cli import main


def rule(*arguments: str, capsys: pytest.CaptureFixture[str], status: int = 0) -> str:
    assert main(["rule", *arguments]) == status
    shown = capsys.readouterr()
    assert not shown.err
    return shown.out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_codes_one_a_line(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = rule("--lang", lang, capsys=capsys).splitlines()
    kinds = {rule.kind.code: rule.kind for rule in RULES}
    assert [line.split()[0] for line in lines] == sorted(kinds)
    for line in lines:
        code, severity, name, *said = line.split()
        assert name == kinds[code].name
        assert said
        assert lang == "zh" or severity == kinds[code].severity.name.lower()


def test_the_beginning_of_a_code_lists_what_begins_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = rule("GIK10", "--lang=en", capsys=capsys).splitlines()
    assert lines
    assert all(line.startswith("GIK10") for line in lines)


@pytest.mark.parametrize("called", ["GIK101", "duplicate-ordinal"])
def test_a_page(called: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = rule(called, "--lang=en", capsys=capsys)
    assert shown.startswith(
        "GIK101 duplicate-ordinal (warning, about the source)\nthe number of {marker} is used"
    )
    for heading in ("What it reports", "Why it matters", "Example", "What to do", "Source"):
        assert f"\n## {heading}\n" in shown


def test_a_page_of_what_reading_reports(capsys: pytest.CaptureFixture[str]) -> None:
    shown = rule("ambiguous-cell", "--lang=en", capsys=capsys)
    assert shown.startswith("GIK203 ambiguous-cell (warning, about the reading)\nthe figures of")
    assert "\n## What to do\n" in shown
    shown = rule("GIK203", "--lang=zh", capsys=capsys)
    assert shown.startswith("GIK203 ambiguous-cell（警告，读取所限）\n")
    assert "\n## 如何处理\n" in shown


def test_an_unknown_code_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "GIK10x"]) == 2
    assert capsys.readouterr().err.startswith(
        "gikparse: rule: no diagnostic has the code or name 'GIK10x'; did you mean GIK1"
    )


def test_a_page_in_colours_has_the_same_words(capsys: pytest.CaptureFixture[str]) -> None:
    text = pytest.importorskip("rich.text", reason="the extra cli is not installed")
    painted = text.Text.from_ansi(rule("GIK101", "--color=always", capsys=capsys)).plain
    assert "Why it matters" in painted
    assert "##" not in painted
