"""`gikparse indicators`: the figures of reports as a table, as CSV and as JSON."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

import gikparse
from gikparse.cli import main
from gikparse.cli.figures import FIELDS
from gikparse.cli.width import width

TEXT = """汀溪县2018年政府信息公开工作年度报告
一、统计表
指标 | 单位 | 数量 |
（一）收到申请数 | 件 | 1,204 |
1．当面申请数 | 件 | — |
2．传真申请数 | 件 | 0 |
（二）申请办结数 | 件 | |
七、依申请公开信息收取的费用 | 万元 | 1.5 |
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "汀溪.txt"
    path.write_text(TEXT, "utf-8")
    return path


def printed(*arguments: str | Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["indicators", *map(str, arguments)]) == 0
    shown = capsys.readouterr()
    assert not shown.err
    return shown.out


def test_a_table(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(report, capsys=capsys) == (
        "id                         │ label                        │ column │ value │ unit │ semantic │ origin │ line\n"
        "request.received           │ 本年新收政府信息公开申请数量 │        │  1204 │ 件   │ numeric  │ table  │    4\n"
        "request.received.in_person │ 当面申请数                   │        │     — │ 件   │ na       │ table  │    5\n"
        "request.received.fax       │ 传真申请数                   │        │     0 │ 件   │ zero     │ table  │    6\n"
        "request.closed             │ 申请办结数                   │        │       │ 件   │ empty    │ table  │    7\n"
        "request.fee                │ 依申请公开信息收取的费用     │        │   1.5 │ 万元 │ numeric  │ table  │    8\n"
    )


def test_a_table_is_cut_but_not_its_ids(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = examples / "f2021.txt"
    lines = printed(path, capsys=capsys).splitlines()
    assert len(lines) == len(gikparse.load(path).indicators) + 1
    assert max(map(width, lines)) <= 120
    ids = {line.split()[0] for line in lines[1:]}
    assert ids <= gikparse.catalogue.indicators.keys()


def test_an_ambiguous_figure_has_its_readings_and_no_value(
    examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = examples / "flat2021.txt"
    shown = printed("--id", "proactive.normative_document", path, capsys=capsys)
    row = next(line for line in shown.splitlines() if " issued " in line)
    _, _, _, value, unit, semantic, _, _ = (cell.strip() for cell in row.split("│"))
    (record,) = records(path, "--id=proactive.normative_document", column="issued", capsys=capsys)
    assert len(record["readings"]) > 1
    assert value == " or ".join(record["readings"])
    assert (unit, semantic) == ("件", "ambiguous")
    assert record["value"] is None


def test_several_files_have_their_names_above_them(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = tmp_path / "bare.txt"
    bare.write_text("一、总体情况\n", "utf-8")
    shown = printed(report, bare, "--id", "request.fee", capsys=capsys)
    first, second = shown.split("\n\n")
    assert first.startswith(f"{report}\nid ")
    assert second == f"{bare}\nno indicators\n"
    assert printed(bare, capsys=capsys) == "no indicators\n"


def test_csv_has_every_field_of_every_figure(
    report: Path, examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = printed("--format", "csv", report, examples / "f2021.txt", capsys=capsys)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert tuple(rows[0]) == FIELDS
    loaded = [gikparse.load(path) for path in (report, examples / "f2021.txt")]
    found = [(r, i) for r in loaded for i in r.indicators]
    assert len(rows) == len(found) > 200
    for row, (own, indicator) in zip(rows, found, strict=True):
        assert row["id"] == indicator.id
        assert row["column"] == (indicator.column or "")
        assert row["value"] == ("" if indicator.value is None else str(indicator.value))
        assert own.source.text[int(row["start"]) : int(row["end"])] == row["text"]
        assert row["file"] == own.source.name
        assert row["agency"] == own.agency
    fee = next(row for row in rows if row["id"] == "request.fee")
    assert (fee["value"], fee["unit"], fee["base_value"], fee["base_unit"]) == (
        "1.5",
        "万元",
        "15000",
        "元",
    )


def test_csv_of_nothing_has_its_header(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("一、总体情况\n", "utf-8")
    assert printed("--format=csv", path, capsys=capsys) == ",".join(FIELDS) + "\n"
    assert json.loads(printed("--format=json", path, capsys=capsys)) == []


def records(
    *arguments: str | Path, column: str | None = None, capsys: pytest.CaptureFixture[str]
) -> list[dict[str, Any]]:
    found = json.loads(printed("--format", "json", *arguments, capsys=capsys))
    return [record for record in found if column in (None, record["column"])]


def test_json_has_numbers_and_nulls(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = records(report, capsys=capsys)
    assert all(tuple(record) == FIELDS for record in found)
    by_id = {record["id"]: record for record in found}
    assert by_id["request.received"]["value"] == 1204
    assert by_id["request.received"]["text"] == "1,204"
    assert by_id["request.fee"]["value"] == 1.5
    assert by_id["request.fee"]["base_value"] == 15000
    assert by_id["request.received.in_person"]["value"] is None
    assert (
        by_id["request.closed"] | {"line": 7, "year": 2018, "form": "F2014"}
        == by_id["request.closed"]
    )


@pytest.mark.parametrize(
    ("prefix", "count"), [("", 5), ("request", 5), ("request.received", 3), ("proactive", 0)]
)
def test_ids_are_chosen_by_their_beginning(
    prefix: str, count: int, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = records(f"--id={prefix}", report, capsys=capsys)
    assert len(found) == count
    assert all(record["id"].startswith(prefix) for record in found)


@pytest.mark.parametrize("origin", ["table", "prose"])
def test_figures_are_chosen_by_where_they_are_stated(
    origin: str, examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = examples / "f2014.txt"
    found = records("--origin", origin, path, capsys=capsys)
    expected = [i for i in gikparse.load(path).indicators if i.origin.value == origin]
    assert [record["id"] for record in found] == [i.id for i in expected]
    assert found
    assert {record["origin"] for record in found} == {origin}


def test_an_id_that_there_is_not_is_wrong_usage(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["indicators", "--id", "request.recieved", str(report)]) == 2
    assert "did you mean request.received" in capsys.readouterr().err


def test_nothing_in_a_report_moves_the_cursor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(TEXT.replace("1.5", "详\x1b[2J见\x07附表"), "utf-8")
    for kind in ("table", "csv", "json"):
        shown = printed("--format", kind, path, capsys=capsys)
        assert not set("\x1b\x07") & set(shown)


def test_real_reports(real_reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = sorted(real_reports.glob("*.txt"))
    found = records(*paths, capsys=capsys)
    assert len(found) == sum(len(gikparse.load(path).indicators) for path in paths)
