"""The figure of one agency and year: which of several statements speaks, and what must be said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from gikparse.data.form import Form
from gikparse.errors import UsageError
from gikparse.indicators.collection import MAIN_COLUMNS

if TYPE_CHECKING:
    from gikparse.data.catalogue import Catalogue
    from gikparse.tidy.rows import Row


class Mark(StrEnum):
    """What must be said of a figure of a panel, or why there is none.

    Example:
        >>> Mark("not in form")
        <Mark.NOT_IN_FORM: 'not in form'>
    """

    #: A table states it.
    STATED = "stated"
    #: Only a sentence states it.
    PROSE = "prose"
    #: The form has only a heading for it; the rows below it were added up.
    DERIVED = "derived"
    #: A table of a form states it whose figure does not mean the same as that of other forms.
    NOT_COMPARABLE = "not comparable"
    #: None: its statements, or those of several documents, differ.
    CONFLICT = "conflict"
    #: None: the cell is empty.
    EMPTY = "empty"
    #: None: the cell says that it does not apply.
    NA = "na"
    #: None: the cell holds words.
    TEXT = "text"
    #: None: it could be read in several ways.
    AMBIGUOUS = "ambiguous"
    #: None: the form of the report does not ask for it, and no sentence states it.
    NOT_IN_FORM = "not in form"
    #: None: the report does not state it.
    ABSENT = "absent"
    #: None: there is no report.
    NO_REPORT = "no report"


@attrs.frozen(kw_only=True)
class PanelFigure:
    """A figure of a panel.

    Attributes:
        value: In its base unit; None where there is none.
        unit: The base unit.
        mark: What must be said of it.
        forms: The forms of the tables that state it.
        files: The documents that state it.

    Example:
        >>> import gikparse
        >>> report = gikparse.load("docs/examples/f2021.txt")
        >>> figure = gikparse.panel([report], ["request.received"]).rows[0].figures["request.received"]
        >>> figure.value, figure.unit, str(figure.mark)
        (159.0, '件', 'stated')
    """

    value: float | None = None
    unit: str | None = None
    mark: Mark = Mark.ABSENT
    forms: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Series:
    """What a panel shows: an indicator, and a column where it has several.

    Attributes:
        name: As it was asked for: `request.received` or `request.received:natural_person`.
        id: The indicator.
        column: The column; None for the one that speaks for the row.
        label: Its Chinese name.
        english: Its English name.
        forms: The forms whose figures compare.

    Example:
        >>> from gikparse import catalogue
        >>> series = Series.of("request.received:natural_person", catalogue)
        >>> series.id, series.column, [form.name for form in series.forms]
        ('request.received', 'natural_person', ['F2019', 'F2021'])
    """

    name: str
    id: str
    column: str | None
    label: str
    english: str
    forms: tuple[Form, ...]

    @classmethod
    def of(cls, name: str, catalogue: Catalogue) -> Series:
        """The series with a name.

        Raises:
            UsageError: There is no such indicator or column.
        """
        id_, _, column = name.partition(":")
        spec = catalogue.indicator(id_)
        forms = catalogue.comparable(id_, column or None)
        if not forms:
            raise UsageError(f"no form has a figure for {name}: it heads other rows only")
        return cls(
            name=name,
            id=id_,
            column=column or None,
            label=spec.label,
            english=spec.name,
            forms=forms,
        )

    def needs(self, catalogue: Catalogue) -> frozenset[str]:
        """The ids whose rows are needed: its own, and those that are added up for it.

        Example:
            >>> from gikparse import catalogue
            >>> sorted(Series.of("request.answered.unable", catalogue).needs(catalogue))[:2]
            ['request.answered.unable', 'request.answered.unable.needs_creation']
        """
        rules = (catalogue.derivation(self.id, form) for form in Form)
        parts = (part for rule in rules if rule for part in (*rule.parts, *rule.optional))
        return frozenset((self.id, *parts))


def figure_of(
    series: Series, rows: Mapping[str, Sequence[Row]], forms: Sequence[str], catalogue: Catalogue
) -> PanelFigure:
    """The figure of an agency and year.

    Args:
        series: What is asked for.
        rows: The rows of the table `indicators` of its documents, by id.
        forms: The forms of these documents.
        catalogue: The statistics forms.
    """
    found = _speaking(rows.get(series.id, ()), series.column)
    stated = [row for row in found if row["base_value"] is not None]
    tabled = [row for row in stated if row["origin"] == "table"]
    if tabled:
        known = {form.value for form in series.forms}
        is_comparable = all(row["form"] in known for row in tabled)
        return _joined(tabled, Mark.STATED if is_comparable else Mark.NOT_COMPARABLE)
    derived = _derived(series, rows, forms, catalogue)
    if derived is not None:
        return derived
    if stated:
        return _joined(stated, Mark.PROSE)
    if found:
        return PanelFigure(
            mark=Mark(found[0]["semantic"]), unit=found[0]["base_unit"], files=_files(found)
        )
    asked = any(Form(form) in series.forms for form in forms)
    return PanelFigure(mark=Mark.ABSENT if asked or not forms else Mark.NOT_IN_FORM)


def _speaking(rows: Sequence[Row], column: str | None) -> list[Row]:
    """The rows that speak for an id, as `IndicatorSet.get` chooses them."""
    if column is not None:
        return [row for row in rows if row["column"] == column]
    main = [row for row in rows if row["column"] in MAIN_COLUMNS]
    is_alone = len({row["column"] for row in rows}) == 1
    return main or ([*rows] if is_alone else [])


def _joined(rows: Sequence[Row], mark: Mark) -> PanelFigure:
    """One figure of statements that agree; none where they do not."""
    values = {row["base_value"] for row in rows}
    is_one = len(values) == 1
    return PanelFigure(
        value=float(values.pop()) if is_one else None,
        unit=rows[0]["base_unit"],
        mark=mark if is_one else Mark.CONFLICT,
        forms=tuple(dict.fromkeys(row["form"] for row in rows if row["form"])),
        files=_files(rows),
    )


def _derived(
    series: Series, rows: Mapping[str, Sequence[Row]], forms: Sequence[str], catalogue: Catalogue
) -> PanelFigure | None:
    """The sum that the form defines, if the document has all rows that are added."""
    rules = [rule for form in forms if (rule := catalogue.derivation(series.id, Form(form)))]
    if len(forms) != 1 or not rules:
        return None
    (rule,) = rules
    parts = []
    for id_ in (*rule.parts, *rule.optional):
        found = [r for r in _speaking(rows.get(id_, ()), series.column) if r["origin"] == "table"]
        stated = [row for row in found if row["base_value"] is not None]
        if not found and id_ in rule.optional:
            continue
        part = _joined(stated, Mark.STATED) if stated else PanelFigure()
        if part.value is None:
            return None
        parts.append(part)
    if not parts:
        return None
    return PanelFigure(
        value=sum(part.value or 0.0 for part in parts),
        unit=parts[0].unit,
        mark=Mark.DERIVED,
        forms=tuple(forms),
        files=tuple(dict.fromkeys(file for part in parts for file in part.files)),
    )


def _files(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row["file"] for row in rows))
