"""A run writes the tables of its documents, whole or not at all, and goes on where it was stopped."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from itertools import zip_longest
from pathlib import Path

import pytest

import gikparse
from gikparse import tidy
from gikparse.corpus.sources import Sources
from gikparse.stores import parts as parts_module
from gikparse.stores.batch import Options, run_batch

TABLES = [table.name for table in tidy.tables()]
TEXT = """汀溪县{year}年政府信息公开工作年度报告
一、总体情况
全年主动公开{count}条，收到申请{requests}件。
二、统计表
指标 | 单位 | 数量 |
三、依申请公开情况 | — |
|
（一）收到申请数 | 件 | {requests} |
1.当面申请数 | 件 | |
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty documents, three of which are none."""
    made = tmp_path / "in"
    made.mkdir()
    for number in range(40):
        values = {"year": 2000 + number, "count": number, "requests": number % 9}
        (made / f"{number:03}.txt").write_text(TEXT.format(**values), "utf-8")
    for number in (5, 17, 39):
        (made / f"{number:03}.txt").write_bytes(b"\x89PNG\r\n")
    return made


def run(folder: Path, out: Path, **options: object) -> object:
    chosen = Options(**{"format": "jsonl", "workers": 0, **options})
    return run_batch(Sources(paths=[str(folder)], without=out), out, chosen)


def content(out: Path) -> dict[str, str]:
    return {table: (out / f"{table}.jsonl").read_text("utf-8") for table in TABLES}


def one_by_one(folder: Path, table: str) -> list[dict[str, object]]:
    """The rows as they are without a run, as JSON has them."""
    rows = []
    for path in sorted(folder.iterdir()):
        try:
            report = gikparse.load(path)
        except gikparse.UsageError:
            continue
        rows += tidy.rows(report, table)
    return [json.loads(json.dumps(row, default=str)) for row in rows]


@pytest.mark.parametrize("workers", [0, 2])
def test_tables_hold_what_one_by_one_gives(workers: int, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    summary = run(folder, out, workers=workers)
    assert summary.documents == 40
    assert summary.failures == {"unreadable": 3}
    assert [Path(name).name for name, _ in summary.named] == ["005.txt", "017.txt", "039.txt"]
    for table in TABLES[1:]:
        rows = [json.loads(line) for line in content(out)[table].splitlines()]
        assert rows == one_by_one(folder, table)
    reports = [json.loads(line) for line in content(out)["reports"].splitlines()]
    assert [Path(row["file"]).name for row in reports if row["failure"]] == [
        "005.txt",
        "017.txt",
        "039.txt",
    ]
    read = [row for row in reports if not row["failure"]]
    expected = one_by_one(folder, "reports")
    assert [row | {"sha256": ""} for row in read] == [row | {"sha256": ""} for row in expected]


def test_csv_opens_in_a_spreadsheet_and_does_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "040.txt").write_text("一、=1+2\n无。\n（一）+3\n-6件。", "utf-8")
    run(folder, tmp_path / "out", format="csv")
    path = tmp_path / "out" / "sections.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbffile,number,")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == tidy.schema("sections").names
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "'=1+2" in [row["title"] for row in rows]
    with (tmp_path / "out" / "indicators.csv").open(encoding="utf-8-sig", newline="") as file:
        figures = list(csv.DictReader(file))
    assert {row["value"] for row in figures if row["semantic"] == "empty"} == {""}
    assert "0" in {row["value"] for row in figures if row["semantic"] == "zero"}


@pytest.mark.parametrize("format_", ["parquet", "duckdb", "xlsx"])
def test_every_format_holds_the_same(format_: str, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / format_
    run(folder, out, format=format_)
    for table in TABLES:
        found = read(out, table)
        expected = [*map(json.loads, content_of(folder, tmp_path)[table].splitlines())]
        if format_ == "xlsx":  # which knows neither lists nor texts without a character
            lists = {"agency_rules", "readings"}
            expected, found = (
                [{k: None if k in lists or v == "" else v for k, v in row.items()} for row in rows]
                for rows in (expected, found)
            )
        assert json.loads(json.dumps(found, default=str)) == expected


def content_of(folder: Path, tmp_path: Path) -> dict[str, str]:
    out = tmp_path / "as_jsonl"
    if not out.exists():
        run(folder, out)
    return content(out)


def read(out: Path, table: str) -> list[dict[str, object]]:
    if out.name == "parquet":
        from pyarrow import parquet

        found = parquet.read_table(out / f"{table}.parquet")
        assert found.schema == gikparse.arrow.schema(table)
        return found.to_pylist()
    if out.name == "duckdb":
        import duckdb

        with duckdb.connect(out / "tables.duckdb", read_only=True) as connection:
            return connection.sql(f'SELECT * FROM "{table}"').to_arrow_table().to_pylist()  # noqa: S608
    from openpyxl import load_workbook

    workbook = load_workbook(out / "tables.xlsx", read_only=True)
    head, *rows = workbook[table].iter_rows(values_only=True)
    workbook.close()
    return [dict(zip_longest(head, row)) for row in rows]


def test_a_folder_that_holds_something_is_not_touched(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(gikparse.UsageError, match="holds other files"):
        run(folder, folder)
    out = tmp_path / "out"
    run(folder, out)
    with pytest.raises(gikparse.UsageError, match="--resume goes on with it"):
        run(folder, out)
    with pytest.raises(gikparse.UsageError, match="names_hint True and this is"):
        run(folder, out, resume=True, names_hint=False)
    run(folder, out, overwrite=True)


def test_tables_of_other_columns_are_not_gone_on_with(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out)
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    manifest["settings"]["columns"] = "other"
    (out / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(gikparse.UsageError, match=r"columns other, .* --overwrite begins anew"):
        run(folder, out, resume=True)


def test_a_run_that_was_killed_before_it_began_can_be_resumed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "manifest.json.unfinished").write_text("{", "utf-8")
    run(folder, out, resume=True)
    assert content(out) == content_of(folder, tmp_path)
    assert not list(out.glob("*.unfinished"))


class Stop(BaseException):
    pass


def stop_after(monkeypatch: pytest.MonkeyPatch, count: int, error: type[BaseException]) -> None:
    """Let a run raise an error when it has done so many documents, two of them a part."""
    monkeypatch.setattr(parts_module, "DOCUMENTS", 2)
    add = parts_module.Parts.add

    def stop(self: parts_module.Parts, encoded: dict[str, bytes]) -> None:
        nonlocal count
        count -= 1
        if count < 0:
            raise error
        add(self, encoded)

    monkeypatch.setattr(parts_module.Parts, "add", stop)


@pytest.mark.parametrize("count", [0, 1, 11, 39])
def test_a_stopped_run_goes_on(
    count: int, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        stop_after(patch, count, Stop)
        with pytest.raises(Stop):
            run(folder, out)
    assert not list(out.glob("*.jsonl"))
    summary = run(folder, out, resume=True)
    assert summary.skipped == count
    assert content(out) == content_of(folder, tmp_path)


def test_an_interrupted_run_has_tables_of_what_is_done(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        stop_after(patch, 11, KeyboardInterrupt)
        summary = run(folder, out)
    assert (summary.state, summary.documents) == ("interrupted", 11)
    assert json.loads((out / "manifest.json").read_text("utf-8"))["state"] == "interrupted"
    assert content(out)["reports"].count("\n") == 11
    run(folder, out, resume=True)
    assert content(out) == content_of(folder, tmp_path)


def test_resuming_parses_only_what_changed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out)
    assert run(folder, out, resume=True).skipped == 40
    (folder / "003.txt").write_text(TEXT.format(year=1999, count=1, requests=1), "utf-8")
    (folder / "004.txt").unlink()
    (folder / "005.txt").unlink()
    (folder / "0055.txt").write_text(TEXT.format(year=1998, count=2, requests=2), "utf-8")
    for skipped in (37, 39):
        summary = run(folder, out, resume=True)
        assert (summary.skipped, summary.documents, summary.years[1999]) == (skipped, 39, 1)
        assert content(out) == content_of(folder, tmp_path)


def test_a_changed_document_stands_once_in_interrupted_tables(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    run(folder, out)
    for name in ("003.txt", "030.txt"):
        (folder / name).write_text(TEXT.format(year=1999, count=1, requests=1), "utf-8")
    with monkeypatch.context() as patch:
        stop_after(patch, 1, KeyboardInterrupt)
        summary = run(folder, out, resume=True)
    assert (summary.state, summary.years[1999]) == ("interrupted", 1)
    files = [json.loads(line)["file"] for line in content(out)["reports"].splitlines()]
    assert len(files) == len(set(files))
    run(folder, out, resume=True)
    assert content(out) == content_of(folder, tmp_path)


def test_tables_have_the_order_of_the_sources(folder: Path, tmp_path: Path) -> None:
    """However often a run is gone on with, and in whatever order its sources were then."""
    out = tmp_path / "out"
    for ending in ("7", "3", "[0-9]"):
        sources = Sources(paths=[f"{folder}/*{ending}.txt"], without=out)
        run_batch(sources, out, Options(format="jsonl", workers=0, resume=True))
    assert content(out) == content_of(folder, tmp_path)
    paths = [f"{folder}/02*.txt", f"{folder}/0[013]*.txt"]
    for target, resume in ((out, True), (tmp_path / "other", False)):
        options = Options(format="jsonl", workers=0, resume=resume)
        run_batch(Sources(paths=paths, without=target), target, options)
    assert content(out) == content(tmp_path / "other")


def test_resuming_in_another_format_replaces_the_tables(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out, format="csv")
    assert run(folder, out, resume=True).skipped == 40
    assert content(out) == content_of(folder, tmp_path)
    assert not list(out.glob("*.csv"))


def test_failures_are_tried_again_when_asked(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out)
    assert run(folder, out, resume=True).skipped == 40
    assert run(folder, out, resume=True, retry=True).skipped == 37
    assert sum(run(folder, out, resume=True).failures.values()) == 3


@pytest.mark.slow
def test_what_ran_into_a_limit_is_tried_again(folder: Path, tmp_path: Path) -> None:
    (folder / "040.txt").write_text(TEXT.format(year=2040, count=1, requests=1) * 1200, "utf-8")
    out = tmp_path / "out"
    assert run(folder, out, workers=1, seconds=0.5).failures == {"unreadable": 3, "time": 1}
    summary = run(folder, out, resume=True)
    assert (summary.skipped, summary.failures) == (40, {"unreadable": 3})
    assert content(out) == content_of(folder, tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="killed otherwise")
def test_a_killed_run_goes_on(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code = (
        "import sys, time; from pathlib import Path\n"
        "import gikparse.stores.parts as parts; parts.DOCUMENTS, parts.SECONDS = 2, 60\n"
        "from gikparse.corpus.sources import Sources\n"
        "from gikparse.stores.batch import Options, run_batch\n"
        "out = Path(sys.argv[2])\n"
        "run_batch(Sources(paths=[sys.argv[1]]), out, Options(format='jsonl', workers=1),"
        " lambda *_: time.sleep(0.05))"
    )
    with subprocess.Popen([sys.executable, "-c", code, folder, out]) as process:
        limit = time.monotonic() + 60
        while len(list(out.glob(".parts/*.zip"))) < 3 and time.monotonic() < limit:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
    done = len(list(out.glob(".parts/*.zip")))
    assert 3 <= done < 20
    assert run(folder, out, resume=True).skipped == 2 * done
    assert content(out) == content_of(folder, tmp_path)


def test_hints_are_marked(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "汀溪县"
    folder.mkdir(parents=True)
    (folder / "2016.txt").write_text("一、概述\n无。", "utf-8")
    run(tmp_path / "in", tmp_path / "out")
    row = json.loads(content(tmp_path / "out")["reports"])
    assert (row["agency"], row["agency_key"], row["agency_from"]) == (
        "汀溪县",
        "汀溪县人民政府",
        "file name",
    )
    assert (row["year"], row["year_from"]) == (2016, "file name")
    run(tmp_path / "in", tmp_path / "plain", names_hint=False)
    row = json.loads(content(tmp_path / "plain")["reports"])
    assert (row["agency"], row["year"], row["agency_from"]) == (None, None, None)


def test_a_damaged_manifest_or_part_is_named(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out)
    (part,) = out.glob(".parts/*.zip")
    part.write_bytes(b"PK")
    with pytest.raises(gikparse.UsageError, match=r"00000001.zip is damaged"):
        run(folder, out, resume=True)
    (out / "manifest.json").write_text("[]", "utf-8")
    with pytest.raises(gikparse.UsageError, match=r"manifest.json is no manifest"):
        run(folder, out, resume=True)
