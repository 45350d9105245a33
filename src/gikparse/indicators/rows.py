"""Indicators as flat records: one row a figure, with the report that states it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TypedDict

import attrs

from gikparse.indicators.indicator import Indicator
from gikparse.nodes import Section, Table
from gikparse.source import Source, Span


class IndicatorRow(TypedDict):
    """An indicator as a flat record; None where the report does not tell.

    Attributes:
        file: The name of the source, such as the path of the file.
        title: The title of the report.
        agency: The body that the report speaks for.
        year: The year of the data.
        published: The day of publication.
        form: The form of the table, such as `F2021`; None for a figure in a sentence.
        section: The numbering path of the innermost section, such as `二、/（一）`, with which
            `report[path]` finds it.
        section_title: The title of that section.
        table: The number of the table among those of the report, from 1.
        id: What the figure counts, an id of the catalogue.
        label: Its Chinese name in the catalogue.
        column: The column of the form, None in forms of one column.
        value: The figure as written, None unless `semantic` is `numeric` or `zero`.
        unit: The unit, as the cell, the row, the head or the form states it.
        base_value: The figure in its base unit.
        base_unit: The base unit: 元 for 万元.
        semantic: What the cell means: `numeric`, `zero`, `empty`, `na`, `text` or `ambiguous`.
        readings: For an ambiguous figure what it could be, as far as that can be told.
        origin: Where it is stated: `table` or `prose`.
        confidence: How sure the reading of a sentence is, from 0 to 1; 1 for a cell.
        period_start: The first day that the figure covers, where its sentence states it.
        period_end: The last day.
        text: The figure as written; for one that could not be placed, its row.
        line: The line on which it begins, from 1.
        start: Its first character, counted in code points from 0.
        end: Where it ends, likewise.

    Example:
        >>> import gikparse
        >>> row = gikparse.load("docs/examples/f2021.txt").indicators.to_rows()[0]
        >>> row["year"], row["id"], row["value"], row["origin"], row["line"]
        (2023, 'channel.website', 9276, 'prose', 7)
    """

    file: str | None
    title: str | None
    agency: str | None
    year: int | None
    published: date | None
    form: str | None
    section: str | None
    section_title: str | None
    table: int | None
    id: str
    label: str
    column: str | None
    value: int | Decimal | None
    unit: str | None
    base_value: int | Decimal | None
    base_unit: str | None
    semantic: str
    readings: tuple[str, ...]
    origin: str
    confidence: float
    period_start: date | None
    period_end: date | None
    text: str
    line: int
    start: int
    end: int


@attrs.frozen(kw_only=True)
class Provenance:
    r"""Where indicators come from: what each of their rows says of the report.

    Attributes:
        source: The text of the report.
        title: Its title.
        agency: The body that it speaks for.
        year: The year of the data.
        published: The day of publication.
        sections: Its sections with their numbering paths, in document order.
        tables: Its tables, in document order.

    Example:
        >>> from gikparse import IndicatorSet, parse
        >>> found = parse("一、概述\n全年收到政府信息公开申请7件。").indicators
        >>> here = Provenance(source=found[0].section.source, agency="某县民政局", year=2016)
        >>> [row] = IndicatorSet(found, provenance=here).to_rows()
        >>> row["agency"], row["year"], row["id"], row["value"]
        ('某县民政局', 2016, 'request.received', 7)
    """

    source: Source
    title: str | None = None
    agency: str | None = None
    year: int | None = None
    published: date | None = None
    sections: tuple[tuple[str, Section], ...] = ()
    tables: tuple[Table, ...] = ()


def rows_of(indicators: Iterable[Indicator], provenance: Provenance) -> list[IndicatorRow]:
    """Indicators as flat records.

    Args:
        indicators: The indicators.
        provenance: Where they come from.
    """
    starts = [section.span.start for _, section in provenance.sections]
    numbers = {table.span: number for number, table in enumerate(provenance.tables, 1)}

    def section_at(span: Span) -> tuple[str | None, str | None]:
        # Of the sections that have begun the last is the innermost, for children tile.
        place = bisect_right(starts, span.start) - 1
        if place < 0:
            return None, None
        path, section = provenance.sections[place]
        return (path, section.heading.title) if span.start < section.span.end else (None, None)

    return [
        _row(i, provenance, section_at(i.span), numbers.get(i.table.span) if i.table else None)
        for i in indicators
    ]


def _row(
    indicator: Indicator,
    provenance: Provenance,
    section: tuple[str | None, str | None],
    table: int | None,
) -> IndicatorRow:
    span = indicator.span
    return IndicatorRow(
        file=provenance.source.name,
        title=provenance.title,
        agency=provenance.agency,
        year=provenance.year,
        published=provenance.published,
        form=indicator.form.value if indicator.form else None,
        section=section[0],
        section_title=section[1],
        table=table,
        id=indicator.id,
        label=indicator.label,
        column=indicator.column,
        value=indicator.value,
        unit=indicator.unit,
        base_value=indicator.base_value,
        base_unit=indicator.base_unit,
        semantic=indicator.semantic.value,
        readings=indicator.readings,
        origin=indicator.origin.value,
        confidence=indicator.confidence,
        period_start=indicator.period[0] if indicator.period else None,
        period_end=indicator.period[1] if indicator.period else None,
        text=provenance.source.text[span],
        line=provenance.source.position(span.start).line,
        start=span.start,
        end=span.end,
    )
