"""Views over the specs of a catalogue: its labels, its search, and which form has which figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from gikparse.data.specs import Label, LabelRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gikparse.data.form import Form
    from gikparse.data.layout import TableSpec
    from gikparse.data.specs import FormSpec, IndicatorSpec


def labels(forms: Iterable[FormSpec]) -> tuple[Label, ...]:
    """Every wording of a table's title, heads, columns and rows, in the order of the forms."""
    found: dict[tuple[str, str, LabelRole], dict[Form, None]] = {}
    for form in forms:
        for table in form.tables:
            for label in _table_labels(table):
                found.setdefault(label, {})[form.form] = None
    return tuple(
        Label(text=text, marker=marker, role=role, forms=tuple(having))
        for (text, marker, role), having in found.items()
    )


def _table_labels(table: TableSpec) -> Iterator[tuple[str, str, LabelRole]]:
    for text in (table.title, *table.title_aliases):
        if text:
            yield text, "", LabelRole.TITLE
    for head in table.heads:
        for text in head.names:
            yield text, "", LabelRole.HEAD
    for column in table.columns:
        for text in column.names:
            yield text, "", LabelRole.COLUMN
    for row in table.rows:
        for text in row.names:
            yield text, row.marker, LabelRole.ROW


def search(
    indicators: Iterable[IndicatorSpec], forms: Iterable[FormSpec], text: str
) -> tuple[IndicatorSpec, ...]:
    """The indicators one of whose case-folded names is a text or holds it, exact matches first."""
    wordings = _wordings(forms)
    exact: list[IndicatorSpec] = []
    partial: list[IndicatorSpec] = []
    for spec in indicators if text else ():
        names = {spec.id, spec.label.casefold(), spec.name.casefold(), *wordings.get(spec.id, ())}
        if text in names:
            exact.append(spec)
        elif any(text in name for name in names):
            partial.append(spec)
    return (*exact, *partial)


def _wordings(forms: Iterable[FormSpec]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for form in forms:
        for table in form.tables:
            for id_, carrier in table.carriers:
                found.setdefault(id_, set()).update(map(str.casefold, carrier.names))
    return found


def has_figure(form: FormSpec, indicator: str, column: str | None) -> bool:
    """Whether a form has a figure of an indicator in a column; None is the main column."""
    return any(_table_has_figure(table, indicator, column) for table in form.tables)


def _table_has_figure(table: TableSpec, indicator: str, column: str | None) -> bool:
    if any(own.id == indicator for own in table.columns):
        return column is None
    row = table.row(indicator)
    if row is None or (row.group and not row.sum):
        return False
    if column is None:
        return table.main_column is not None
    return table.column(column) is not None


def with_forms(
    indicators: Iterable[IndicatorSpec], forms: Iterable[FormSpec]
) -> tuple[IndicatorSpec, ...]:
    """The indicators, each with the forms that have it and their sources."""
    sources: dict[str, dict[Form, str]] = {}
    for form in forms:
        for table in form.tables:
            for id_, _ in table.carriers:
                sources.setdefault(id_, {})[form.form] = form.source
    return tuple(_with_forms(spec, sources.get(spec.id, {})) for spec in indicators)


def _with_forms(spec: IndicatorSpec, sources: dict[Form, str]) -> IndicatorSpec:
    source = "、".join(filter(None, sources.values()))
    return attrs.evolve(spec, forms=tuple(sources), source=source)
