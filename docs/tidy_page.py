"""Write `reference/tidy.md` from the schema of the tidy tables.

Run it after the schema was changed: `python docs/tidy_page.py`. A test compares the page with
what this module makes of the schema.
"""

from collections.abc import Iterator
from pathlib import Path

from gikparse import tidy

PAGE = Path(__file__).parent / "reference" / "tidy.md"

HEAD = """\
# Tidy tables

<!-- Made by docs/tidy_page.py from src/gikparse/data/tidy.toml: change that and run it again. -->

Five tables hold what reports say, one row a thing. They are the same in Python, in Arrow, in
Parquet, CSV, JSON lines, Excel and DuckDB, and in an engine. `file` joins them.

A missing value is never 0. What it means stands in the column "null". In CSV it is an empty
cell, and lists of texts are divided by ` | `.

```{eval-rst}
.. automodule:: gikparse.tidy
   :members:
```
"""

TAIL = """\
## The key of an agency

```{eval-rst}
.. autofunction:: gikparse.agency_key
.. autoclass:: gikparse.AgencyKey
```

## Arrow

```{eval-rst}
.. automodule:: gikparse.arrow
   :members:
```
"""


def page() -> str:
    """The page, in MyST Markdown."""
    return "\n".join([HEAD, *(line for table in tidy.tables() for line in _table(table)), TAIL])


def _table(table: tidy.TidyTable) -> Iterator[str]:
    yield f"## {table.name}"
    yield ""
    yield f"{table.about} Key: {', '.join(f'`{key}`' for key in table.keys)}."
    yield ""
    yield "| column | type | what it says | null |"
    yield "| --- | --- | --- | --- |"
    for column in table.columns:
        yield f"| `{column.name}` | {column.type} | {column.about} | {column.null or 'never'} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
