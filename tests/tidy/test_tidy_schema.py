"""One schema: what the data file says is what the rows and Arrow have."""

import datetime
from pathlib import Path

import pytest

import gikparse
from gikparse import tidy
from gikparse.tidy import ColumnType

DOCS = Path(__file__).parents[2] / "docs"
TABLES = [table.name for table in tidy.tables()]
KINDS = {
    ColumnType.STRING: str,
    ColumnType.INT64: int,
    ColumnType.DOUBLE: int | float,
    ColumnType.DATE: datetime.date,
    ColumnType.STRINGS: list,
}


@pytest.fixture(scope="module")
def reports() -> list[gikparse.Report]:
    return [gikparse.load(path) for path in sorted((DOCS / "examples").glob("*.txt"))]


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_as_the_schema_says(table: str, reports: list[gikparse.Report]) -> None:
    schema = tidy.schema(table)
    rows = list(tidy.rows(reports, table))
    assert rows
    for row in rows:
        assert tuple(row) == schema.names
        for column in schema.columns:
            value = row[column.name]
            if value is None:
                assert column.null, f"{column.name} is missing in {row}"
            else:
                assert isinstance(value, KINDS[column.type])
                assert not isinstance(value, bool)
    keys = [tuple(row[key] for key in schema.keys) for row in rows]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_that_may_be_missing_says_what_that_means(table: str) -> None:
    for column in tidy.schema(table).columns:
        assert column.about.endswith(".")
        assert column.null is None or (column.null and not column.null.endswith("."))


def test_a_wrong_table_is_named() -> None:
    with pytest.raises(gikparse.UsageError, match="'figures': there are reports, sections"):
        tidy.schema("figures")
    with pytest.raises(gikparse.UsageError, match="'figures'"):
        tidy.rows([], "figures")
