"""Strategies for filled forms: the figures of a report, before anybody has decided how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
from hypothesis import strategies as st

from gikparse.data.catalogue import default_catalogue
from gikparse.data.form import Form
from gikparse.data.layout import ColumnSpec, RowSpec, TableKind, TableSpec
from gikparse.data.rules import AtMostRule, BalanceRule, SumRule
from gikparse.values import Number, Semantic

#: A row, or in a table of kind `SINGLE` a column, and the key of a column.
CellKey = tuple[str, str | None]

#: No figure that is counted is larger, unless it is a sum.
_MOST = 99_999
_MONEY = st.one_of(
    st.just(0),
    st.decimals(0, 99_999, places=2),
    st.decimals(0, 9999, places=6),
    st.integers(1, 9999),
)
_MONEY_UNITS = ("元", "万元")
#: One cell in so many is left empty, or marked as one that does not apply.
_BLANK_EVERY = 8


def _counts(most: int) -> st.SearchStrategy[int]:
    """Counts: most cells of real forms are 0, most others small."""
    sizes = (st.integers(0, min(size, most)) for size in (9, 999, most))
    return st.one_of(st.just(0), st.just(0), *sizes)


@attrs.frozen(kw_only=True)
class Figure:
    """What stands in a value cell.

    Attributes:
        written: The cell as written.
        semantic: What that means.
        value: The figure, None unless `NUMERIC` or `ZERO`.
        unit: A unit that stands in the cell itself.

    Example:
        >>> Figure(written="1,204", semantic=Semantic.NUMERIC, value=1204).value
        1204
    """

    written: str
    semantic: Semantic
    value: Number | None = None
    unit: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class FilledTable:
    """A table of a form with its figures.

    Attributes:
        spec: The table.
        rows: The rows that the document has; none in a table of kind `SINGLE`.
        figures: The figures, by `(row.key, column.key)`, and by `(column.id, None)` in a
            table of kind `SINGLE`.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=1)
        ... @given(filled_forms(form=Form.F2021, tables=("article_20_1",)))
        ... def show_the_table(filled):
        ...     [table] = filled.tables
        ...     print(table.spec.key, [column.key for column in table.columns])
        >>> show_the_table()
        article_20_1 ['issued', 'repealed', 'in_force']
    """

    spec: TableSpec
    rows: tuple[RowSpec, ...]
    figures: Mapping[CellKey, Figure]

    def __repr__(self) -> str:
        """The key of the table and its figures, without what every such table has."""
        rows: dict[str, list[str]] = {}
        for (key, _), figure in self.figures.items():
            rows.setdefault(key, [key]).append(figure.written or "_")
        return f"<{self.spec.key}: {'; '.join(map(' '.join, rows.values()))}>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002
        """What Hypothesis prints: without it, every field of the form."""
        printer.text(repr(self))

    @property
    def columns(self) -> tuple[ColumnSpec, ...]:
        """The value columns, from left to right."""
        return tuple(column for column in self.spec.columns if not column.optional)


@attrs.frozen(kw_only=True)
class FilledForm:
    """A statistics form with its figures.

    Attributes:
        form: The form.
        tables: Its tables, all or some of them, in the order of the form.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=1)
        ... @given(filled_forms(form=Form.F2021))
        ... def show_the_form(filled):
        ...     print(filled.form.name, len(filled.tables))
        >>> show_the_form()
        F2021 6
    """

    form: Form
    tables: tuple[FilledTable, ...]


@st.composite
def filled_forms(
    draw: st.DrawFn,
    *,
    form: Form | None = None,
    tables: Sequence[str] | None = None,
    blanks: bool = False,
    spellings: bool = False,
    most: int = _MOST,
) -> FilledForm:
    """Statistics forms that somebody has filled in, and whose sums hold.

    Args:
        draw: Supplied by Hypothesis.
        form: The form; None for any.
        tables: The keys of the tables wanted; None for all.
        blanks: Whether cells may be left empty or hold a dash. A row then still has its
            total, unless all of it is empty.
        spellings: Whether figures may be written with full-width digits, commas or a unit.
        most: The largest count that is no sum.

    Returns:
        A strategy for `FilledForm`.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=1)
        ... @given(filled_forms(form=Form.F2021))
        ... def show_the_tables(filled):
        ...     print([table.spec.key for table in filled.tables][-2:])
        >>> show_the_tables()
        ['requests', 'review']
    """
    form = form or draw(st.sampled_from(Form))
    specs = default_catalogue().forms[form].tables
    wanted = [spec for spec in specs if tables is None or spec.key in tables]
    return FilledForm(
        form=form,
        tables=tuple(
            draw(_filled_tables(spec, blanks=blanks, spellings=spellings, most=most))
            for spec in wanted
        ),
    )


@st.composite
def _filled_tables(
    draw: st.DrawFn, spec: TableSpec, *, blanks: bool, spellings: bool, most: int
) -> FilledTable:
    rows = tuple(row for row in spec.rows if not row.optional or draw(st.booleans()))
    numbers = _Filler(draw, spec, rows, most).numbers()
    figures = {key: _written(number) for key, number in numbers.items()}
    if spellings:
        units = {key: _unit_of(spec, key) for key in figures}
        figures = {key: draw(_spelled(figure, units[key])) for key, figure in figures.items()}
    if blanks:
        figures = draw(_with_blanks(spec, figures))
    return FilledTable(spec=spec, rows=rows, figures=figures)


# --- figures that add up


class _Filler:
    """Fills a table, column by column, so that its rules hold."""

    def __init__(
        self, draw: st.DrawFn, spec: TableSpec, rows: Sequence[RowSpec], most: int
    ) -> None:
        self._draw = draw
        self._counts = _counts(most)
        self._spec = spec
        self._rows = {row.key: row for row in rows}
        self._columns = {column.key or column.id: column for column in spec.columns}

    def numbers(self) -> dict[CellKey, Number]:
        """All figures."""
        if self._spec.kind is TableKind.SINGLE:
            return {(key, None): number for key, number in self._single()}
        found: dict[CellKey, Number] = {}
        for column in self._spec.columns:
            if not column.optional and not column.sum:
                filled = self._column(column)
                found |= {(key, column.key): number for key, number in filled.items()}
        if cumulative := self._columns.get("cumulative"):
            # What has been counted over the years includes what was counted in this one.
            for key in self._valued():
                found[key, cumulative.key] += found[key, "year"]
        for column in self._spec.columns:
            if column.sum:
                for key in self._valued():
                    found[key, column.key] = sum(found[key, part] for part in column.sum)
        return {(k, c.key): found[k, c.key] for k in self._valued() for c in self._shown()}

    def _shown(self) -> Iterator[ColumnSpec]:
        return (column for column in self._spec.columns if not column.optional)

    def _valued(self) -> list[str]:
        return [row.key for row in self._rows.values() if not row.group]

    def _single(self) -> Iterator[tuple[str, Number]]:
        found: dict[str, Number] = {}
        for column in self._spec.columns:
            if column.id and not column.sum:
                found[column.id] = self._draw(self._counts)
        for column in self._spec.columns:
            if column.id:
                yield column.id, found.get(column.id, sum(found[part] for part in column.sum))

    def _column(self, column: ColumnSpec) -> dict[str, Number]:
        rules = self._spec.rules
        sums = {r.total: r for r in rules if isinstance(r, SumRule) and not r.derived}
        found: dict[str, Number] = {}

        def fill(key: str) -> Number:
            if key not in found:
                rule = sums.get(key)
                parts = (
                    [p for p in (*rule.parts, *rule.optional) if p in self._rows] if rule else []
                )
                found[key] = sum(map(fill, parts)) if parts else self._any(self._rows[key], column)
            return found[key]

        for key in self._valued():
            fill(key)
        for rule in rules:
            if isinstance(rule, BalanceRule):
                self._balance(rule, found)
            elif isinstance(rule, AtMostRule) and {rule.part, rule.whole} <= found.keys():
                found[rule.part] = self._up_to(found[rule.whole])
        return found

    def _balance(self, rule: BalanceRule, found: dict[str, Number]) -> None:
        rest = sum(found[key] for key in rule.right)
        first, *others = rule.left
        for key in others:
            found[key] = self._up_to(rest)
            rest -= found[key]
        found[first] = rest

    def _up_to(self, most: Number) -> Number:
        return self._draw(st.integers(0, int(most)))

    def _any(self, row: RowSpec, column: ColumnSpec) -> Number:
        if self._spec.unit_of(row, column) in _MONEY_UNITS or column.key == "amount":
            return self._draw(_MONEY)
        number = self._draw(self._counts)
        return -number if column.signed and self._draw(st.booleans()) else number


# --- how figures are written


def _written(number: Number) -> Figure:
    number = int(number) if number == int(number) else number
    semantic = Semantic.NUMERIC if number else Semantic.ZERO
    return Figure(written=f"{number}", semantic=semantic, value=number)


def _unit_of(spec: TableSpec, key: CellKey) -> str:
    """The unit that a cell could state itself."""
    row, column = spec.row(key[0]), spec.column(key[1])
    stated = spec.unit_of(row, column) if row and column else spec.unit
    return stated or ("元" if key[1] == "amount" else "件")


def _spelled(figure: Figure, unit: str) -> st.SearchStrategy[Figure]:
    """The figure, written in any of the ways that reports know."""
    wide = figure.written.translate(str.maketrans("0123456789.-", "０１２３４５６７８９．－"))
    return st.sampled_from(
        [
            figure,
            attrs.evolve(figure, written=wide),
            attrs.evolve(figure, written=f"{figure.value:,}"),
            attrs.evolve(figure, written=figure.written + unit, unit=unit),
        ]
    )


@st.composite
def _with_blanks(
    draw: st.DrawFn, spec: TableSpec, figures: Mapping[CellKey, Figure]
) -> dict[CellKey, Figure]:
    blank = st.sampled_from(
        [
            Figure(written="", semantic=Semantic.EMPTY),
            Figure(written="—", semantic=Semantic.NA),
            Figure(written="/", semantic=Semantic.NA),
        ]
    )
    one_in_many = st.integers(1, _BLANK_EVERY).map(_BLANK_EVERY.__eq__)
    empty_rows = {key for key in _row_keys(figures) if draw(one_in_many)}
    found = dict(figures)
    for key, column in figures:
        if spec.kind is not TableKind.SINGLE and key in empty_rows:
            found[key, column] = Figure(written="", semantic=Semantic.EMPTY)
        elif column != "total" and draw(one_in_many):
            found[key, column] = draw(blank)
    return found


def _row_keys(figures: Iterable[CellKey]) -> list[str]:
    return list(dict.fromkeys(key for key, _ in figures))
