"""Report what was odd in a table: labels, rows, columns and cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gikparse.data.layout import RowSpec, TableKind, TableSpec
from gikparse.diagnostics import Diagnostic
from gikparse.diagnostics.tabular import (
    AMBIGUOUS_CELL,
    MISSING_COLUMN,
    MISSING_ROW,
    MISSPELT_LABEL,
    UNKNOWN_LABEL,
)
from gikparse.nodes import Table
from gikparse.tables.alignment import AlignedRow, Alignment
from gikparse.tables.telling import ReadRow
from gikparse.values import Semantic


def diagnose(table: Table, alignment: Alignment, rows: Sequence[ReadRow]) -> Iterator[Diagnostic]:
    """What was odd in a table.

    Args:
        table: The table on the page.
        alignment: Its alignment with the form.
        rows: What its cells hold.
    """
    for stray in alignment.strays:
        yield UNKNOWN_LABEL.at(stray.span, label=stray.content.text)
    for misspelling in alignment.misspelt:
        entry = misspelling.entry
        yield MISSPELT_LABEL.at(entry.span, label=entry.content.text, meant=misspelling.meant)
    yield from _ambiguous(table, rows)
    yield from _missing_columns(table, alignment)
    yield from _missing_rows(table, alignment)


def _ambiguous(table: Table, rows: Sequence[ReadRow]) -> Iterator[Diagnostic]:
    for read in rows:
        unplaced = [p.slot.column for p in read.placed if p.value.semantic is Semantic.AMBIGUOUS]
        names = [column.text for column in unplaced if column is not None]
        if names:
            name = read.row.row.text if read.row.row else read.row.table.key
            span = read.row.span or table.span
            yield AMBIGUOUS_CELL.at(span, label=name, columns="、".join(names))


def _missing_columns(table: Table, alignment: Alignment) -> Iterator[Diagnostic]:
    """The columns of the form that a table of it lacks, in one finding."""
    missing: dict[str, list[str]] = {}
    for spec, header in alignment.headers:
        labels = missing.setdefault(spec.key, [])
        labels += [p for c in header.missing if (p := "/".join(c.path)) not in labels]
    for labels in filter(None, missing.values()):
        yield MISSING_COLUMN.at(table.span, count=len(labels), label="、".join(labels))


# --- rows


def _missing_rows(table: Table, alignment: Alignment) -> Iterator[Diagnostic]:
    """The rows of the form that a table of it lacks; neighbours are reported together."""
    present = {id(aligned.row): aligned for aligned in alignment.rows}
    for spec in {spec.key: spec for spec, _ in alignment.headers}.values():
        before: AlignedRow | None = None
        gap: list[RowSpec] = []
        for row in (*spec.rows, None):
            aligned = present.get(id(row))
            if row is not None and aligned is None:
                gap += [row] if _is_due(spec, row) else []
                continue
            start = before.span.start if before else table.span.start
            end = aligned.span.start if aligned else table.span.end
            strays = sum(start < stray.span.start < end for stray in alignment.strays)
            # A label that the form does not know stands in the place of a missing one.
            if len(gap) > strays:
                where = before.span if before else table.span
                names = "、".join(missing.label for missing in gap)
                yield MISSING_ROW.at(where, count=len(gap), label=names)
            before, gap = aligned, []


def _is_due(spec: TableSpec, row: RowSpec) -> bool:
    """Whether each table of the form has a line for a row; in a matrix, groups have none."""
    return not row.optional and not (row.group and spec.kind is TableKind.MATRIX)
