"""What a run has written is read again as it was."""

from pathlib import Path

import pytest

import gikparse
from gikparse import tidy
from gikparse.corpus.sources import Sources
from gikparse.stores.batch import Options, run_batch
from gikparse.stores.reading import read_rows

TEXT = "汀溪县2018年政府信息公开工作年度报告\n一、=概述\n全年共收到政府信息公开申请7件。\n2019年1月16日\n"


@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet", "duckdb", "xlsx"])
def test_rows_come_back(format_: str, tmp_path: Path, examples: Path) -> None:
    texts = (TEXT, (examples / "local.txt").read_text("utf-8"))
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    paths = sorted(map(str, tmp_path.glob("*.txt")))
    run_batch(Sources(paths=paths), tmp_path / "out", Options(format=format_, workers=0))
    reports = [*map(gikparse.load, paths)]
    for table in tidy.tables():
        found = list(read_rows(tmp_path / "out", table.name))
        for row, wanted in zip(found, tidy.rows(reports, table.name), strict=True):
            loose = {"sha256"} if table.name == "reports" else set()
            if format_ in ("csv", "xlsx"):  # which do not tell "" from nothing
                loose |= {name for name, value in wanted.items() if value == ""}
            assert {k: v for k, v in row.items() if k not in loose} == {
                k: v for k, v in wanted.items() if k not in loose
            }
