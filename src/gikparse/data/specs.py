"""Forms, the sections they prescribe, and the indicators they ask for. Pure data."""

from __future__ import annotations

from enum import Enum

import attrs
from attrs.validators import instance_of, optional

from gikparse.data.form import Form
from gikparse.data.layout import TableSpec
from gikparse.data.validation import are_texts, is_text, is_text_or_none


@attrs.frozen(kw_only=True)
class SectionSpec:
    """A section that a form prescribes.

    Example:
        >>> from gikparse import Form, catalogue
        >>> catalogue.forms[Form.F2021].sections[0]
        SectionSpec(marker='一、', title='总体情况', aliases=())
    """

    #: Its mark: 一、
    marker: str = attrs.field(validator=is_text)
    #: Its title.
    title: str = attrs.field(validator=is_text)
    #: Other wordings of the title.
    aliases: tuple[str, ...] = attrs.field(default=(), validator=are_texts)


@attrs.frozen(kw_only=True)
class FormSpec:
    """A statistics form: where it comes from, and what it prints.

    Example:
        >>> from gikparse import Form, catalogue
        >>> form = catalogue.forms[Form.F2021]
        >>> form.source, form.years, form.table("requests").section
        ('国办公开办函〔2021〕30号', (2021, None), 3)
    """

    #: Which form it is.
    form: Form = attrs.field(converter=Form)
    #: The name that its source gives it.
    title: str = attrs.field(validator=is_text)
    #: The same in English.
    name: str = attrs.field(validator=is_text)
    #: The official document that prescribes it, or "".
    source: str = attrs.field(default="", validator=is_text)
    #: The first year of data that it was made for.
    first_year: int = attrs.field(validator=instance_of(int))
    #: The last one, None while it is in use.
    last_year: int | None = attrs.field(default=None, validator=optional(instance_of(int)))
    #: The sections that it prescribes; none where a report orders itself.
    sections: tuple[SectionSpec, ...] = ()
    #: Its tables, in order.
    tables: tuple[TableSpec, ...] = ()

    @property
    def years(self) -> tuple[int, int | None]:
        """The first and the last year of data that the form was made for; None while in use."""
        return self.first_year, self.last_year

    def table(self, key: str) -> TableSpec | None:
        """The table with this key, or None."""
        return next((table for table in self.tables if table.key == key), None)


@attrs.frozen(kw_only=True)
class IndicatorSpec:
    """A figure that the forms ask for, under the id that all of gikparse uses.

    Example:
        >>> from gikparse import catalogue
        >>> fee = catalogue.indicator("request.fee")
        >>> fee.label, fee.unit, [form.name for form in fee.forms]
        ('依申请公开信息收取的费用', '万元', ['F2014'])
    """

    #: The id: a path of English words.
    id: str = attrs.field(validator=is_text)
    #: The Chinese name, without numbering and notes.
    label: str = attrs.field(validator=is_text)
    #: The English name.
    name: str = attrs.field(validator=is_text)
    #: The base unit, as the forms print it; None for a mere heading or where units differ.
    unit: str | None = attrs.field(default=None, validator=is_text_or_none)
    #: The id of the subject that it belongs to.
    parent: str | None = attrs.field(default=None, validator=is_text_or_none)
    #: The forms that have it.
    forms: tuple[Form, ...] = ()
    #: The official documents that prescribe it, separated by 、.
    source: str = attrs.field(default="", validator=is_text)
    #: What to mind when its figures are compared.
    note: str = attrs.field(default="", validator=is_text)


@attrs.frozen(kw_only=True)
class Lookalikes:
    """Indicators that look alike and must not be joined into one series.

    Example:
        >>> from gikparse import catalogue
        >>> catalogue.lookalikes[0].ids
        ('proactive.fee', 'proactive.fee_items', 'request.fee')
    """

    #: Their ids.
    ids: tuple[str, ...] = attrs.field(validator=are_texts)
    #: Why they do not compare.
    reason: str = attrs.field(validator=is_text)


@attrs.frozen(kw_only=True)
class CellMarks:
    """What stands in a value cell that is no plain number; empty and inapplicable are never 0.

    Example:
        >>> from gikparse import catalogue
        >>> "零" in catalogue.cells.zero, "不适用" in catalogue.cells.na, "" in catalogue.cells.empty
        (True, True, True)
    """

    #: Worded zeros.
    zero: frozenset[str] = attrs.field(converter=frozenset)
    #: Nothing, and characters that look like nothing.
    empty: frozenset[str] = attrs.field(converter=frozenset)
    #: Not applicable.
    na: frozenset[str] = attrs.field(converter=frozenset)
    #: Words that send the reader elsewhere.
    text: frozenset[str] = attrs.field(converter=frozenset)


class LabelRole(Enum):
    """What a label of a table names.

    Example:
        >>> from gikparse import catalogue
        >>> {label.role for label in catalogue.labels() if label.text == "自然人"}
        {<LabelRole.COLUMN: 'column'>}
    """

    #: The table: 第二十条第（一）项
    TITLE = "title"
    #: No value column: 指标, 单位, 申请人情况
    HEAD = "head"
    #: A value column
    COLUMN = "column"
    #: A row
    ROW = "row"


@attrs.frozen(kw_only=True)
class Label:
    """A wording that stands in tables of some forms.

    Example:
        >>> from gikparse import catalogue
        >>> [found] = [label for label in catalogue.labels() if label.text == "尚未审结"]
        >>> found.role.name, [form.name for form in found.forms]
        ('COLUMN', ['F2019', 'F2021'])
    """

    #: The wording, without mark and note.
    text: str
    #: The mark before it, or "".
    marker: str
    #: What it names.
    role: LabelRole
    #: The forms that have it.
    forms: tuple[Form, ...]
