"""Tidy tables in Arrow's form are the rows, and other libraries read them as they are."""

from pathlib import Path

import pytest

import gikparse
from gikparse import tidy

pa = pytest.importorskip("pyarrow")

TABLES = [table.name for table in tidy.tables()]


@pytest.fixture(scope="module")
def texts(examples: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(examples.glob("*.txt"))}


@pytest.fixture(scope="module")
def reports(texts: dict[str, str]) -> list[gikparse.Report]:
    return [gikparse.load(text.encode(), name=name) for name, text in texts.items()]


@pytest.mark.parametrize("table", TABLES)
def test_arrow_tables_hold_the_rows(table: str, reports: list[gikparse.Report]) -> None:
    made = tidy.to_arrow(reports, table)
    assert made.schema == gikparse.arrow.schema(table)
    assert made.to_pylist() == list(tidy.rows(reports, table))
    made.validate(full=True)


def test_all_tables_at_once_are_the_same(reports: list[gikparse.Report]) -> None:
    made = tidy.to_arrow(reports)
    assert list(made) == TABLES
    assert all(made[name] == tidy.to_arrow(reports, name) for name in TABLES)


def test_no_reports_are_an_empty_table() -> None:
    assert tidy.to_arrow([], "indicators").num_rows == 0


def batches(texts: dict[str, str], kind: object, size: int) -> list[object]:
    table = pa.table({"id": list(texts), "text": pa.array(texts.values(), pa.string()).cast(kind)})
    return table.to_batches(max_chunksize=size)


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary(), pa.large_binary()])
@pytest.mark.parametrize("size", [1, 3, 100])
def test_batches_hold_the_rows_of_the_documents(
    kind: object, size: int, texts: dict[str, str], reports: list[gikparse.Report]
) -> None:
    made = list(gikparse.arrow.parse_batches(batches(texts, kind, size)))
    assert len(made) == len(batches(texts, kind, size))
    table = pa.Table.from_batches(made)
    assert table.to_pylist() == list(tidy.rows(reports, "indicators"))


@pytest.mark.parametrize("table", TABLES)
def test_batches_of_any_table(table: str, texts: dict[str, str]) -> None:
    reports = [gikparse.load(text.encode(), name=name) for name, text in texts.items()]
    made = gikparse.arrow.parse_batches(batches(texts, pa.string(), 100), table=table)
    rows = list(tidy.rows(reports, table))
    assert pa.Table.from_batches(made).to_pylist() == rows


def test_documents_hold_the_rows_of_all_tables(
    texts: dict[str, str], reports: list[gikparse.Report]
) -> None:
    (made,) = gikparse.arrow.parse_batches(batches(texts, pa.string(), 100), table="documents")
    assert made.schema == gikparse.arrow.schema("documents")
    for name in TABLES[1:]:
        inner = [row for rows in made.column(name).to_pylist() for row in rows]
        assert inner == list(tidy.rows(reports, name))


def test_batches_are_made_when_they_are_asked_for() -> None:
    taken = []

    def endless() -> object:
        while True:
            taken.append(1)
            yield pa.record_batch({"text": ["一、概述"]})

    made = gikparse.arrow.parse_batches(endless())
    next(made)
    next(made)
    assert len(taken) == 2


def test_a_bad_document_is_a_row() -> None:
    batch = pa.record_batch({"id": ["a", "b", "c"], "bytes": [b"\x89PNG\r\n", None, b"ok"]})
    (made,) = gikparse.arrow.parse_batches([batch], table="reports")
    rows = made.to_pylist()
    assert [row["failure"] for row in rows] == ["unreadable", "unreadable", None]
    assert "a is a PNG image" in rows[0]["message"]
    (made,) = gikparse.arrow.parse_batches([batch], table="documents")
    assert [row["failure"] for row in made.to_pylist()] == ["unreadable", "unreadable", None]
    (made,) = gikparse.arrow.parse_batches([batch])
    assert made.num_rows == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"table": "figures"}, "no tidy table is called 'figures'"),
        ({"column": "page"}, "there is no column 'page': the columns are a, b"),
        ({}, "Give `column`: the columns are a, b"),
        ({"column": "a", "name": "id"}, "there is no column 'id'"),
    ],
)
def test_the_callers_mistakes_are_named(arguments: dict[str, str], said: str) -> None:
    batch = pa.record_batch({"a": ["一、"], "b": ["二、"]})
    with pytest.raises(gikparse.UsageError, match=said):
        list(gikparse.arrow.parse_batches([batch], **arguments))


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(gikparse.UsageError, match=r"pip install 'gikparse\[arrow\]'"):
        gikparse.arrow.schema("reports")


def test_duckdb_reads_them(reports: list[gikparse.Report]) -> None:
    duckdb = pytest.importorskip("duckdb")
    figures = tidy.to_arrow(reports, "indicators")
    connection = duckdb.connect()
    connection.register("figures", figures)
    (total,) = connection.execute("SELECT sum(value) FROM figures").fetchone()
    assert total == sum(row["value"] or 0 for row in tidy.rows(reports, "indicators"))


def test_polars_and_pandas_read_them(reports: list[gikparse.Report]) -> None:
    figures = tidy.to_arrow(reports, "indicators")
    polars = pytest.importorskip("polars")
    assert polars.DataFrame(figures).height == figures.num_rows
    pandas = pytest.importorskip("pandas")
    assert len(pandas.DataFrame.from_arrow(figures)) == figures.num_rows
