"""`load`: a path or bytes to a report; a file that cannot be read is the caller's mistake."""

from pathlib import Path
from typing import Any

import pytest

import gikparse
from gikparse import UsageError

TEXT = "一、总体情况\r\n（一）主动公开。全年公开12条。\r\n"


def test_a_path_is_the_name_of_the_report(tmp_path: Path) -> None:
    path = tmp_path / "汀溪.txt"
    path.write_bytes(TEXT.encode())
    for argument in (path, str(path)):
        report = gikparse.load(argument)
        assert report.source.text == TEXT
        assert report.source.name == str(path)
    assert gikparse.load(path, name="汀溪县").source.name == "汀溪县"


def test_bytes_are_read() -> None:
    report = gikparse.load(TEXT.encode("gb18030"))
    assert report == gikparse.parse(TEXT)
    assert report.source.name is None


def test_hints_go_to_the_parser() -> None:
    report = gikparse.load(TEXT.encode(), title="年度报告", agency="汀溪县", year=2023)
    assert (report.title, report.agency, report.year) == ("年度报告", "汀溪县", 2023)


def test_what_could_not_be_decoded_is_among_the_diagnostics_in_order() -> None:
    report = gikparse.load("一、总\u200b体\u200b情况，公开信息，".encode() * 3 + b"\xff")
    codes = [found.code for found in report.diagnostics]
    assert "GIK020" in codes
    assert len(codes) > 1
    assert list(report.diagnostics) == sorted(report.diagnostics, key=lambda found: found.span)


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("nowhere.txt", "No such file or directory"),
        (".", "Is a directory"),
        ("", "Is a directory"),
        ("a\0b", "embedded null"),
    ],
)
def test_an_unreadable_file_is_named_with_the_cause(path: str, cause: str) -> None:
    with pytest.raises(UsageError) as caught:
        gikparse.load(path)
    assert str(caught.value).startswith(f"cannot read {path}" if path else "cannot read ''")
    assert cause in str(caught.value)


@pytest.mark.parametrize("text", [TEXT, "一、总体情况" * 1000])
def test_a_text_taken_for_a_path_is_pointed_out(text: str) -> None:
    with pytest.raises(UsageError, match=r"gikparse\.parse takes a text") as caught:
        gikparse.load(text)
    assert len(str(caught.value)) < 400


def test_a_file_of_another_kind_is_named(tmp_path: Path) -> None:
    path = tmp_path / "2023.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(UsageError, match=r"2023\.pdf is a PDF document"):
        gikparse.load(path)


@pytest.mark.parametrize("argument", [None, 5, ["a.txt"]])
def test_what_is_neither_path_nor_bytes_is_a_usage_error(argument: Any) -> None:
    with pytest.raises(UsageError, match="load takes a path or bytes, not"):
        gikparse.load(argument)
