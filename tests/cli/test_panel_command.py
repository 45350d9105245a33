"""`gikparse panel`: what a shell sees of a panel."""

from pathlib import Path

import pytest

from gikparse.cli import main

TEXT = "{agency}{year}年政府信息公开工作年度报告\n一、总体情况\n全年共收到政府信息公开申请{value}件。\n"


@pytest.fixture
def tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, (agency, year) in enumerate([("鹭汀区", 2017), ("云岫市鹭汀区政府", 2018)]):
        text = TEXT.format(agency=agency, year=year, value=number + 3)
        (folder / f"{number}.txt").write_text(text, "utf-8")
    (folder / "2.txt").write_text("一、概述\n无。", "utf-8")
    out = tmp_path / "tables"
    arguments = ["batch", str(folder), "-o", str(out), "--to", "jsonl", "--workers", "0", "--quiet"]
    assert main(arguments) == 0
    capsys.readouterr()
    return str(out)


def test_without_an_id_it_prints_the_coverage(
    tables: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["panel", tables]) == 0
    shown = capsys.readouterr()
    assert "2 of 4 places have a report" in shown.out
    assert "2.txt states no agency and year and is in no row" in shown.err
    assert "鹭汀区人民政府 and 云岫市鹭汀区人民政府 may be one agency" in shown.err


def test_figures_are_printed_with_their_marks(
    tables: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["panel", tables, "--id", "request.received", "--id", "request.carried_out"]) == 0
    rows = [[c.strip() for c in line.split("│")] for line in capsys.readouterr().out.splitlines()]
    assert rows == [
        ["agency", "year", "form", "request.received", "request.carried_out"],
        ["云岫市鹭汀区人民政府", "2018", "", "4 (prose)", "(absent)"],
        ["鹭汀区人民政府", "2017", "", "3 (prose)", "(absent)"],
    ]


def test_files_are_written_and_agencies_joined(tables: str, tmp_path: Path) -> None:
    (tmp_path / "join.csv").write_text("鹭汀区,云岫市鹭汀区人民政府\n", "utf-8")
    files = {name: tmp_path / name for name in ("a.csv", "plot.svg", "coverage.svg")}
    options = [f"--{f.stem if f.suffix == '.svg' else 'csv'}={f}" for f in files.values()]
    join = f"--join={tmp_path / 'join.csv'}"
    assert main(["panel", tables, "--id", "request.received", join, *options]) == 0
    assert len(files["a.csv"].read_text("utf-8").splitlines()) == 3
    assert "云岫市鹭汀区人民政府 2017: 3 件" in files["plot.svg"].read_text("utf-8")
    assert files["coverage.svg"].read_text("utf-8").startswith("<svg ")


@pytest.mark.parametrize(
    ("content", "said"), [(None, "cannot read"), ("a,b,c\n", "'a,b,c' has not two columns")]
)
def test_a_bad_list_of_agencies_is_named(
    content: str | None, said: str, tables: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content:
        (tmp_path / "join.csv").write_text(content, "utf-8")
    assert main(["panel", tables, f"--join={tmp_path / 'join.csv'}"]) == 2
    assert said in capsys.readouterr().err
