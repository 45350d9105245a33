"""Report what was odd in a table: labels, rows, columns and cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gikparse.data.layout import RowSpec, TableKind, TableSpec
from gikparse.diagnostics import Diagnostic, Related
from gikparse.diagnostics.tabular import (
    AMBIGUOUS_CELL,
    CUT_TABLE,
    MISSING_COLUMN,
    MISSING_ROW,
    MISSPELT_LABEL,
    TORN_LABEL,
    UNKNOWN_LABEL,
    UNREAD_HEADS,
)
from gikparse.folding import fold
from gikparse.nodes import Table
from gikparse.tables.alignment import AlignedRow, Alignment
from gikparse.tables.entries import Entry
from gikparse.tables.forms import FormIndex
from gikparse.tables.telling import ReadRow
from gikparse.values import Semantic

#: A table that lacks more columns than this has heads that nobody could read.
MOST_MISSING_COLUMNS = 3
#: So many characters behind a table at the end of a text are the beginning of its next row.
LONGEST_REMAINDER = 20
#: More missing rows in a row than this are named by the first and the last.
MOST_NAMED = 5


def diagnose(
    table: Table, alignment: Alignment, rows: Sequence[ReadRow], index: FormIndex
) -> Iterator[Diagnostic]:
    """What was odd in a table.

    Args:
        table: The table on the page.
        alignment: Its alignment with the form.
        rows: What its cells hold.
        index: The labels of the form.
    """
    torn = [stray for stray in alignment.strays if index.has_part(stray.content.text)]
    for stray in alignment.strays:
        if stray not in torn:
            yield UNKNOWN_LABEL.at(stray.span, label=stray.content.text)
    if torn:
        pieces = "、".join(stray.content.text for stray in torn)
        yield TORN_LABEL.at(torn[0].span, related=_places(torn), count=len(torn), label=pieces)
    for misspelling in alignment.misspelt:
        entry = misspelling.entry
        yield MISSPELT_LABEL.at(entry.span, label=entry.content.text, meant=misspelling.meant)
    yield from _ambiguous(table, rows)
    yield from _missing_columns(table, alignment)
    if not torn:  # whose label was torn apart, is not missing
        yield from _missing_rows(table, alignment)


def _places(torn: Sequence[Entry]) -> tuple[Related, ...]:
    return tuple(
        Related(span=entry.span, message="another piece", chinese="另一处") for entry in torn[1:]
    )


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
    due = {}
    cut = _cut_in_heads(table, alignment)
    for spec, header in alignment.headers:
        if spec is cut:
            continue
        due[spec.key] = sum(not column.optional for column in spec.columns)
        labels = missing.setdefault(spec.key, [])
        labels += [p for c in header.missing if (p := "/".join(c.path)) not in labels]
    for key, labels in missing.items():
        if not labels:
            continue
        unread = len(labels) == due[key] > MOST_MISSING_COLUMNS
        kind = UNREAD_HEADS if unread else MISSING_COLUMN
        yield kind.at(table.span, count=len(labels), label="、".join(labels))


# --- rows


def _missing_rows(table: Table, alignment: Alignment) -> Iterator[Diagnostic]:
    """The rows of the form that a table of it lacks; neighbours are reported together."""
    present = {id(aligned.row): aligned for aligned in alignment.rows}
    cut = _cut_in_heads(table, alignment)
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
            if aligned is None and gap and _goes_on_with(table, gap[0]):
                gap = gap[1:]
            strays = sum(start < stray.span.start < end for stray in alignment.strays)
            # A label that the form does not know stands in the place of a missing one.
            if len(gap) > strays:
                where = before.span if before else table.span
                is_last = aligned is None and before is not None and before is alignment.rows[-1]
                is_cut = spec is cut or (is_last and _is_cut(table, len(gap)))
                kind = CUT_TABLE if is_cut else MISSING_ROW
                yield kind.at(where, count=len(gap), label=_named(gap))
            before, gap = aligned, []


def _named(gap: Sequence[RowSpec]) -> str:
    if len(gap) > MOST_NAMED:
        return f"{gap[0].label}……{gap[-1].label}"
    return "、".join(row.label for row in gap)


def _goes_on_with(table: Table, row: RowSpec) -> bool:
    """Whether the label of a row stands right behind a table: it is there, without figures."""
    return (
        fold(table.source.text[table.span.end : table.span.end + LONGEST_REMAINDER])
        .lstrip("\n| ")
        .startswith(row.text)
    )


def _cut_in_heads(table: Table, alignment: Alignment) -> TableSpec | None:
    """The table of the form, if any, of which the text shows the heads alone, and then ends."""
    spec, _ = alignment.headers[-1] if alignment.headers else (None, None)
    if spec is None or not spec.rows or any(row.table is spec for row in alignment.rows):
        return None
    return spec if _is_cut(table, len(spec.rows) + 1) else None


def _is_cut(table: Table, missing: int) -> bool:
    """Whether the text ends inside a table that lacks its last rows.

    One row alone may have been left out; with more, or with the beginning of a label behind
    the table, the page was cut off.
    """
    rest = _remainder(table)
    return rest is not None and "。" not in rest and (bool(rest) or missing > 1)


def _remainder(table: Table) -> str | None:
    """What follows a table, without blanks; None if it is longer than the beginning of a label.

    No more of the text is read than that takes, for it may hold many tables.
    """
    text, rest = table.source.text, ""
    for start in range(table.span.end, len(text), LONGEST_REMAINDER):
        rest += "".join(fold(text[start : start + LONGEST_REMAINDER]).split())
        if len(rest) > LONGEST_REMAINDER:
            return None
    return rest


def _is_due(spec: TableSpec, row: RowSpec) -> bool:
    """Whether each table of the form has a line for a row; in a matrix, groups have none."""
    return not row.optional and not (row.group and spec.kind is TableKind.MATRIX)
