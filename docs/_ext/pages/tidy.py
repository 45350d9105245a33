"""The columns of the tidy tables, from their schema."""

from __future__ import annotations

from collections.abc import Iterator

from gikparse import tidy


def pages() -> Iterator[tuple[str, str]]:
    """One fragment with all tables."""
    lines = [line for table in tidy.tables() for line in _table(table)]
    yield "generated/tidy.md", "\n".join(lines)


def _table(table: tidy.TidyTable) -> Iterator[str]:
    yield f"## {table.name}\n"
    yield f"{table.about} Key: {', '.join(f'`{key}`' for key in table.keys)}.\n"
    yield "| column | type | what it says | null |"
    yield "| --- | --- | --- | --- |"
    for column in table.columns:
        yield f"| `{column.name}` | {column.type} | {column.about} | {column.null or 'never'} |"
    yield ""
