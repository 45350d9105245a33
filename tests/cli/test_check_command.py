"""`gikparse check`: what is wrong with reports, in a form that editors and shells understand."""

from pathlib import Path

import attrs
import pytest

import gikparse
from gikparse.cli import main

FAULTY = "一、总体情况\n（一）主动公开。\n（二）平台建设。\n三)监督保障。\n（二）其他。\n"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.txt"
    path.write_text(FAULTY, "utf-8")
    return path


@pytest.fixture
def fine(tmp_path: Path) -> Path:
    path = tmp_path / "fine.txt"
    path.write_text("一、总体情况\n全年公开12条。\n", "utf-8")
    return path


def check(*arguments: str | Path, capsys: pytest.CaptureFixture[str], status: int) -> list[str]:
    assert main(["check", "--lang=en", *map(str, arguments)]) == status
    shown = capsys.readouterr()
    assert not shown.err
    return shown.out.splitlines()


def codes(lines: list[str], path: Path) -> list[str]:
    """Place and code of each diagnostic."""
    own = [line.removeprefix(f"{path}:") for line in lines if line.startswith(str(path))]
    return [" ".join(line.replace(": ", " ").split(" ")[:2]) for line in own]


def test_it_prints_what_the_library_finds(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = gikparse.load(faulty)
    found = gikparse.check(report)
    assert {d.code for d in found} == {"GIK101", "GIK110"}
    lines = check(faulty, capsys=capsys, status=1)
    places = [report.source.position(d.span.start) for d in found]
    assert codes(lines, faulty) == [
        f"{place.line}:{place.column} {d.code}" for place, d in zip(places, found, strict=True)
    ]
    assert lines[1:3] == ["  三)监督保障。", "  ^^^"]
    assert lines[-1] == "2 warnings"


def test_nothing_to_say(fine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(fine, capsys=capsys, status=0) == ["no diagnostics"]


def test_the_last_line_counts_those_of_all_files(
    faulty: Path, fine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = check(faulty, fine, faulty, capsys=capsys, status=1)
    assert lines[-1] == "4 warnings"
    assert check(fine, fine, capsys=capsys, status=0) == ["no diagnostics"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--select", "GIK101"], ["GIK101"]),
        (["--select", "GIK1"], ["GIK110", "GIK101"]),
        (["--select=GIK101, GIK110"], ["GIK110", "GIK101"]),
        (["--select", "GIK101", "--select", "GIK110"], ["GIK110", "GIK101"]),
        (["--ignore", "GIK10"], ["GIK110"]),
        (["--select", "GIK1", "--ignore", "GIK110"], ["GIK101"]),
        (["--ignore", "GIK101,GIK110"], []),
    ],
)
def test_codes_are_chosen(
    options: list[str], expected: list[str], faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = check(*options, faulty, capsys=capsys, status=1 if expected else 0)
    assert [line.split()[1] for line in codes(lines, faulty)] == expected


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("code", ["GIK999", "", "duplicate"])
def test_a_code_that_nothing_has_is_wrong_usage(
    option: str, code: str, fine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", option, code, str(fine)]) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith(
        f"gikparse: {option[2:]}: no diagnostic has the code or name {code!r}"
    )
    assert not shown.out


@pytest.mark.parametrize(("severity", "status"), [("INFO", 0), ("WARNING", 1), ("ERROR", 1)])
def test_what_is_worse_than_a_remark_is_status_1(
    severity: str,
    status: int,
    fine: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    kind = gikparse.Kind(
        code="MY001",
        name="own",
        severity=gikparse.Severity[severity],
        message="no",
        chinese="错",
    )
    report = attrs.evolve(
        gikparse.parse("一、总体情况\n", name="x"), diagnostics=(kind.at(gikparse.Span(0, 3)),)
    )
    monkeypatch.setattr("gikparse.cli.inputs.read_report", lambda *_: report)
    assert check(fine, capsys=capsys, status=status)[0] == "x:1:1: MY001 own: no"


def test_messages_are_in_chinese_where_that_is_wanted(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--lang", "zh", str(faulty)]) == 1
    assert "缺少一侧括号" in capsys.readouterr().out
