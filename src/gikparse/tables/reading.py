"""From the tables of a report to its indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from gikparse.data.catalogue import Catalogue
from gikparse.data.form import Form
from gikparse.data.layout import ColumnSpec, TableKind, TableSpec
from gikparse.data.rules import BalanceRule, SumRule
from gikparse.diagnostics import Diagnostic
from gikparse.diagnostics.tabular import AMBIGUOUS_CELL, MISSING_COLUMN, MISSING_ROW, UNKNOWN_LABEL
from gikparse.grammar import pattern
from gikparse.indicators import Indicator, IndicatorSet, Origin
from gikparse.nodes import Table
from gikparse.source import Span
from gikparse.tables.alignment import AlignedRow, Entry, align, read_entries
from gikparse.tables.forms import index_form
from gikparse.tables.glued import Equation, Reading, Sum, divide, settle
from gikparse.tables.placing import Placed, place_values
from gikparse.values import AMBIGUOUS, Semantic, read_value


def read_indicators(tables: Sequence[Table], catalogue: Catalogue) -> IndicatorSet:
    """The indicators that the tables of a report state.

    Args:
        tables: The tables, in document order. A table whose form is not known has none.
        catalogue: The forms.

    Returns:
        The indicators, and what was odd.
    """
    indicators: list[Indicator] = []
    diagnostics: list[Diagnostic] = []
    for table in tables:
        if table.form is not None:
            reader = _TableReader(table, table.form, catalogue)
            indicators += reader.indicators()
            diagnostics += reader.diagnostics()
    diagnostics.sort(key=lambda d: d.span)
    return IndicatorSet(indicators, diagnostics)


@attrs.define(kw_only=True)
class _ReadRow:
    """An aligned row, and what its cells hold."""

    row: AlignedRow
    placed: list[Placed]
    readings: list[Reading] = attrs.field(factory=list)

    @property
    def key(self) -> str:
        return self.row.row.key if self.row.row else self.row.table.key

    @property
    def name(self) -> str:
        return self.row.row.text if self.row.row else self.row.table.key


class _TableReader:
    """Reads one table of a known form."""

    def __init__(self, table: Table, form: Form, catalogue: Catalogue) -> None:
        self._table = table
        self._form = form
        self._catalogue = catalogue
        self._index = index_form(catalogue, form)
        self._alignment = align(read_entries(table), self._index)
        self._barred = "|" in table.text or "｜" in table.text
        rows = [_ReadRow(row=row, placed=[]) for row in self._alignment.rows]
        self._rows = [read for read in rows if not (read.row.row and read.row.row.group)]
        for read in self._rows:
            self._read_row(read)
        self._settle()

    # --- rows

    def _read_row(self, read: _ReadRow) -> None:
        row = read.row
        if not self._barred and self._is_glued(row):
            runs = [_without_unit(entry.text) for entry in row.values]
            read.readings = divide(runs, len(row.columns), _sums_of(row))
            read.placed = [Placed(column, AMBIGUOUS, None) for column in row.columns]
        else:
            read.placed = place_values(row)

    def _is_glued(self, row: AlignedRow) -> bool:
        """Whether the figures of a row may be glued: they stand on one line, and are not one a column."""
        if not row.values:
            return False
        whole = len(row.values) == len(row.columns) and all(map(_is_plain, row.values))
        first, last = row.values[0].cell.span.start, row.values[-1].cell.span.end
        between = self._table.source.text[first:last]
        figures = all(pattern("values", "VALUE_RUN").fullmatch(e.text) for e in row.values)
        return figures and not whole and "\n" not in between and "\r" not in between

    def _settle(self) -> None:
        """Let the rows of each table of the form decide between each other's readings."""
        domains = {read.key: read.readings or _as_reading(read) for read in self._rows}
        known = {key: readings for key, readings in domains.items() if readings}
        if not any(read.readings for read in self._rows):
            return
        tables = {id(read.row.table): read.row.table for read in self._rows}.values()
        equations = [e for table in tables for e in _equations(table, known)]
        left = settle(known, equations)
        for read in self._rows:
            if read.readings:
                read.readings = left[read.key]
                read.placed = _agreed(read.row, read.readings)

    # --- what comes out

    def indicators(self) -> Iterator[Indicator]:
        for read in self._rows:
            for place, placed in enumerate(read.placed):
                id_ = placed.column.id or (read.row.row.id if read.row.row else None)
                if id_ and not placed.column.optional:
                    yield self._indicator(id_, read, place, placed)

    def _indicator(self, id_: str, read: _ReadRow, place: int, placed: Placed) -> Indicator:
        row, value, column = read.row, placed.value, placed.column
        spec = row.table.unit_of(row.row, column) if row.row else row.table.unit
        ambiguous = value.semantic is Semantic.AMBIGUOUS
        choices = {reading[place]: None for reading in read.readings} if ambiguous else {}
        return Indicator(
            id=id_,
            column=column.key,
            label=self._catalogue.indicators[id_].label,
            origin=Origin.TABLE,
            span=self._span(read, placed),
            semantic=value.semantic,
            value=value.number,
            unit=value.unit or row.units.get(column) or row.unit or spec,
            form=self._form,
            table=self._table,
            cell=placed.entry.cell if placed.entry else None,
            readings=tuple(choices),
        )

    def _span(self, read: _ReadRow, placed: Placed) -> Span:
        """The cell of a value; for one that could not be placed, the row's values or its label."""
        if placed.entry:
            return placed.entry.cell.span
        entries = read.row.values or [read.row.label]
        spans = [entry.cell.span for entry in entries if entry]
        return Span(spans[0].start, spans[-1].end) if spans else self._table.span

    def diagnostics(self) -> Iterator[Diagnostic]:
        for stray in self._alignment.strays:
            yield UNKNOWN_LABEL.at(stray.cell.span, label=stray.cell.text.strip())
        for read in self._rows:
            unplaced = [p.column.text for p in read.placed if p.value is AMBIGUOUS]
            if unplaced:
                span = self._span(read, Placed(read.row.columns[0], AMBIGUOUS, None))
                yield AMBIGUOUS_CELL.at(span, label=read.name, columns="、".join(unplaced))
        yield from self._missing()

    def _missing(self) -> Iterator[Diagnostic]:
        """Rows and columns that the form has and the table, begun and ended, has not."""
        present = {id(aligned.row) for aligned in self._alignment.rows}
        tables = {id(a.table): a for a in self._alignment.rows}
        for aligned in tables.values():
            places = [i for i, row in enumerate(aligned.table.rows) if id(row) in present]
            within = aligned.table.rows[places[0] : places[-1] + 1] if places else ()
            for row in within:
                if id(row) not in present and not row.optional and not row.group:
                    yield MISSING_ROW.at(self._table.span, label=row.label)
            for column in aligned.table.columns:
                if not column.optional and column not in aligned.columns:
                    yield MISSING_COLUMN.at(self._table.span, label=column.text)


def _is_plain(entry: Entry) -> bool:
    """Whether an entry is one figure or mark, and not several glued together."""
    return divide([_without_unit(entry.text)], 1) != [] or read_value(entry.text).semantic in (
        Semantic.EMPTY,
        Semantic.NA,
    )


def _without_unit(run: str) -> str:
    unit = pattern("values", "UNIT").search(run)
    return run[: unit.start()] if unit else run


def _as_reading(read: _ReadRow) -> list[Reading]:
    """The one reading of a row whose figures are all known; none for another row."""
    figures = tuple(str(p.value.number) for p in read.placed if p.value.number is not None)
    return [figures] if figures and len(figures) == len(read.placed) else []


def _agreed(row: AlignedRow, readings: Sequence[Reading]) -> list[Placed]:
    """The figures that all readings of a row share; the others stay ambiguous."""
    placed = []
    for place, column in enumerate(row.columns):
        figures = {reading[place] for reading in readings}
        entry = row.values[0] if len(row.values) == 1 else None
        if len(figures) == 1:
            placed.append(Placed(column, read_value(figures.pop()), entry or row.values[0]))
        else:
            placed.append(Placed(column, AMBIGUOUS, entry))
    return placed


# --- the form's arithmetic


def _sums_of(row: AlignedRow) -> list[Sum]:
    """What adds up within a row, by the places of its columns."""
    places = {_name(column): place for place, column in enumerate(row.columns)}
    sums = []
    for column in row.columns:
        if column.sum and all(part in places for part in column.sum):
            parts = tuple(places[part] for part in column.sum)
            sums.append(Sum(total=places[_name(column)], parts=parts))
    return sums


def _name(column: ColumnSpec) -> str:
    return column.id or column.key or column.text


def _equations(table: TableSpec, present: dict[str, list[Reading]]) -> Iterator[Equation]:
    """What adds up between the rows of a table, as far as the page has them."""
    if table.kind is TableKind.SINGLE:
        return
    for rule in table.rules:
        if isinstance(rule, SumRule) and not rule.derived and not rule.usual:
            parts = (*rule.parts, *(part for part in rule.optional if part in present))
            yield Equation(terms=((rule.total, -1), *((part, 1) for part in parts)))
        elif isinstance(rule, BalanceRule):
            left, right = ((r, 1) for r in rule.left), ((r, -1) for r in rule.right)
            yield Equation(terms=(*left, *right))
