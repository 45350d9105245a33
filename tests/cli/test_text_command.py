"""`gikparse text`, and `--from` of every command that reads files."""

from pathlib import Path

import pytest

from gikparse.cli import main

PAGE = (
    "<p><a href=/>首页</a></p>\n<h1>汀溪县2023年政府信息公开工作年度报告</h1>\n"
    "<p>一、总体情况</p>\n<p>全年公开12条。</p>\n<table><tr><td>规章</td><td>3</td></tr></table>"
)
TEXT = "汀溪县2023年政府信息公开工作年度报告\n一、总体情况\n全年公开12条。\n| 规章 | 3 |\n"

Output = pytest.CaptureFixture[str]


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "年报.dat"
    path.write_text(PAGE, "utf-8")
    return str(path)


def test_text_is_what_the_parser_sees(page: str, capsys: Output) -> None:
    assert main(["text", page]) == 0
    out, err = capsys.readouterr()
    assert out == TEXT
    assert err.startswith(f"{page}: GIK024 page-parts-left-out: ")


def test_places_are_those_of_the_file(page: str, capsys: Output) -> None:
    assert main(["text", "--places", page]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "line 3\t一、总体情况",
        "line 4\t全年公开12条。",
        "line 5, table 1, row 1, column 1\t| 规章 | 3 |",
    ]


def test_places_in_a_text_are_its_lines(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "年报.txt"
    path.write_text("一、\n\n二、\n", "utf-8")
    assert main(["text", "--places", str(path)]) == 0
    assert capsys.readouterr().out == "line 1\t一、\nline 2\t\nline 3\t二、\n"


def test_what_was_left_out_can_be_seen(page: str, capsys: Output) -> None:
    assert main(["text", "--omitted", page]) == 0
    assert capsys.readouterr().out == "首页\n"


def test_a_format_can_be_forced(page: str, capsys: Output) -> None:
    assert main(["text", "--from", "text", page]) == 0
    assert capsys.readouterr().out.rstrip("\n") == PAGE


@pytest.mark.parametrize("command", ["show", "check", "indicators", "json", "text"])
def test_every_command_can_be_told_the_format(command: str, page: str, capsys: Output) -> None:
    assert main([command, "--from", "pdf", page]) == 2
    assert f"{page} is a PDF document that cannot be read" in capsys.readouterr().err


def test_a_format_that_is_none_is_refused(page: str, capsys: Output) -> None:
    assert main(["text", "--from", "word", page]) == 2
    assert capsys.readouterr().err.startswith("gikparse: no format is called 'word': text, html, ")
