"""The layout of a form's tables: rows, columns, heads and what must add up.

Pure data. The TOML files in `data/forms` use the same names for the same
things; `gikparse.data.building` turns the one into the other.
"""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from typing import NamedTuple

import attrs
from attrs.validators import instance_of, min_len, optional

from gikparse.data.form import Form
from gikparse.data.rules import AtMostRule, BalanceRule, ColumnRule, Rule, SumRule
from gikparse.data.validation import are_texts, is_flag, is_text, is_text_or_none


class TableKind(Enum):
    """How a table is built.

    Example:
        >>> [kind.value for kind in TableKind]  # as the TOML files call them
        ['list', 'block', 'matrix', 'single']
    """

    #: One row an indicator: label, unit, value.
    LIST = "list"
    #: A title over a header row of its own: label, values.
    BLOCK = "block"
    #: Nested row labels against nested column heads.
    MATRIX = "matrix"
    #: Nested column heads over one row of values, each an indicator of its own.
    SINGLE = "single"


class HeadRole(Enum):
    """What a header cell that heads no value column stands over.

    Example:
        >>> HeadSpec(role="number", text="序号").role
        <HeadRole.NUMBER: 'number'>
    """

    #: A column of ordinal numbers: 序号
    NUMBER = "number"
    #: The column of row labels: 指标, 信息内容
    LABEL = "label"
    #: A column of units: 单位, 计量单位
    UNIT = "unit"
    #: A column of codes: 代码
    CODE = "code"
    #: Several value columns: 申请人情况, 法人或其他组织
    SPAN = "span"


class Numbering(NamedTuple):
    """The mark of a row as numbers.

    Example:
        >>> Numbering(level=2, ordinal=6)  # （六）
        Numbering(level=2, ordinal=6)
    """

    #: 1 for 一、 2 for （一） 3 for 1. 4 for （1）
    level: int
    #: The number that the mark stands for.
    ordinal: int


@attrs.frozen(kw_only=True)
class HeadSpec:
    """A header cell that heads no value column.

    Example:
        >>> HeadSpec(role="unit", text="单位", aliases=("计量单位",)).names
        ('单位', '计量单位')
    """

    #: What it stands over.
    role: HeadRole = attrs.field(converter=HeadRole)
    #: As the form prints it.
    text: str = attrs.field(validator=is_text)
    #: Other wordings that documents use.
    aliases: tuple[str, ...] = attrs.field(default=(), validator=are_texts)

    @property
    def names(self) -> tuple[str, ...]:
        """All wordings, the form's own first."""
        return (self.text, *self.aliases)


@attrs.frozen(kw_only=True)
class ColumnSpec:
    """A value column, known by the path of its header cells.

    Example:
        >>> column = ColumnSpec(key="business", path=("法人或其他组织", "商业企业"), aliases=("企业",))
        >>> column.text, column.names
        ('商业企业', ('商业企业', '企业'))
    """

    #: The column's key, None in one-column forms and where each cell is an indicator.
    key: str | None = attrs.field(default=None, validator=is_text_or_none)
    #: The header cells over the column, the outermost first.
    path: tuple[str, ...] = attrs.field(validator=[are_texts, min_len(1)])
    #: The indicator of the column's one cell, in tables of kind `SINGLE`.
    id: str | None = attrs.field(default=None, validator=is_text_or_none)
    #: The unit, where the column has one of its own.
    unit: str | None = attrs.field(default=None, validator=is_text_or_none)
    #: What stands in brackets behind the head, without the brackets.
    note: str = attrs.field(default="", validator=is_text)
    #: Other wordings of the innermost head; `{year}` stands for a year.
    aliases: tuple[str, ...] = attrs.field(default=(), validator=are_texts)
    #: The keys (in a `SINGLE` table: the ids) that add up to this column.
    sum: tuple[str, ...] = attrs.field(default=(), validator=are_texts)
    #: Whether a figure may be negative, as that of 本年增/减.
    signed: bool = attrs.field(default=False, validator=is_flag)
    #: Whether a value asked for without a column is this column's.
    main: bool = attrs.field(default=False, validator=is_flag)
    #: Whether only some documents have the column; it then gives no indicator.
    optional: bool = attrs.field(default=False, validator=is_flag)

    @property
    def text(self) -> str:
        """The innermost head as the form prints it, without its note."""
        return self.path[-1]

    @property
    def names(self) -> tuple[str, ...]:
        """All wordings of the innermost head, the form's own first."""
        return (self.text, *self.aliases)


@attrs.frozen(kw_only=True)
class RowSpec:
    """A row, known by its label and by the rows above it.

    Example:
        >>> row = RowSpec(id="proactive.total", marker="（一）", numbering=Numbering(2, 1),
        ...     text="主动公开政府信息数", note="不同渠道和方式公开相同信息计1条", path=("主动公开情况",))
        >>> row.label, row.key, row.names
        ('（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', 'proactive.total', ('主动公开政府信息数',))
    """

    #: The indicator; None for known rows that are none.
    id: str | None = attrs.field(default=None, validator=is_text_or_none)
    #: How deep the row stands under others, from 0.
    depth: int = attrs.field(default=0, validator=instance_of(int))
    #: What stands before the mark: 其中：
    lead: str = attrs.field(default="", validator=is_text)
    #: The row's own mark, as the form prints it.
    marker: str = attrs.field(default="", validator=is_text)
    #: The mark as numbers, None where the row has none.
    numbering: Numbering | None = None
    #: The label alone, without lead, mark and note.
    text: str = attrs.field(validator=is_text)
    #: What stands in brackets behind the label, without the brackets.
    note: str = attrs.field(default="", validator=is_text)
    #: Other wordings of `text`.
    aliases: tuple[str, ...] = attrs.field(default=(), validator=are_texts)
    #: Whether the row only heads the rows under it and has no value of its own.
    group: bool = attrs.field(default=False, validator=is_flag)
    #: Whether only some documents have the row.
    optional: bool = attrs.field(default=False, validator=is_flag)
    #: The unit, where the row has one of its own.
    unit: str | None = attrs.field(default=None, validator=is_text_or_none)
    #: The keys of the rows that add up to this one.
    sum: tuple[str, ...] = attrs.field(default=(), validator=are_texts)
    #: The keys of rows that are added where a document has them.
    sum_if_present: tuple[str, ...] = attrs.field(default=(), validator=are_texts)
    #: Whether the sum holds in most documents only.
    sum_usual: bool = attrs.field(default=False, validator=is_flag)
    #: The key of the row that this one counts a part of.
    at_most: str | None = attrs.field(default=None, validator=is_text_or_none)
    #: The index of the row above in `TableSpec.rows`.
    parent: int | None = None
    #: The texts of the rows above and of this one, the outermost first.
    path: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What rules call the row: its id, or its text where it has none."""
        return self.id or self.text

    @property
    def label(self) -> str:
        """The whole label as the form prints it."""
        note = f"（{self.note}）" if self.note else ""
        return f"{self.lead}{self.marker}{self.text}{note}"

    @property
    def names(self) -> tuple[str, ...]:
        """All wordings of the label, the form's own first."""
        return (self.text, *self.aliases)


@attrs.frozen(kw_only=True)
class TableSpec:
    """A table of a form.

    Example:
        >>> from gikparse import Form, catalogue
        >>> table = catalogue.forms[Form.F2021].table("requests")
        >>> row, column = table.row("request.received"), table.column("natural_person")
        >>> column.text, table.unit_of(row, column), table.main_column.text, table.carriers[0][1] is row
        ('自然人', '件', '总计', True)
    """

    #: Its name within the form.
    key: str = attrs.field(validator=is_text)
    #: The form that it belongs to.
    form: Form = attrs.field(validator=instance_of(Form))
    #: How it is built.
    kind: TableKind = attrs.field(converter=TableKind)
    #: What the form prints over it (第二十条第（一）项), or "".
    title: str = attrs.field(default="", validator=is_text)
    #: Other wordings of the title.
    title_aliases: tuple[str, ...] = attrs.field(default=(), validator=are_texts)
    #: The ordinal of the statutory section that holds it.
    section: int | None = attrs.field(default=None, validator=optional(instance_of(int)))
    #: The unit of the whole table, where it has one.
    unit: str | None = attrs.field(default=None, validator=is_text_or_none)
    #: The cells of a row that only names the columns (甲 乙 丙 1 2).
    guide: tuple[str, ...] = attrs.field(default=(), validator=are_texts)
    #: The header cells that head no value column.
    heads: tuple[HeadSpec, ...] = ()
    #: The value columns, from left to right.
    columns: tuple[ColumnSpec, ...]
    #: The rows, from top to bottom; none in a table of kind `SINGLE`.
    rows: tuple[RowSpec, ...] = ()
    #: What balances, in every column.
    balances: tuple[BalanceRule, ...] = ()

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All that must add up in the table."""
        return (*self._row_rules(), *self._column_rules(), *self.balances)

    @cached_property
    def cells(self) -> tuple[tuple[str, str | None], ...]:
        """Id and column key of every value that the form asks for, in reading order."""
        columns = [column for column in self.columns if not column.optional]
        if self.kind is TableKind.SINGLE:
            return tuple((column.id, None) for column in columns if column.id)
        rows = (row for row in self.rows if row.id and not row.group)
        return tuple((row.id, column.key) for row in rows if row.id for column in columns)

    @property
    def carriers(self) -> tuple[tuple[str, RowSpec | ColumnSpec], ...]:
        """The rows and columns that stand for an indicator, each with its id."""
        specs: tuple[RowSpec | ColumnSpec, ...] = (*self.rows, *self.columns)
        return tuple((spec.id, spec) for spec in specs if spec.id)

    @property
    def main_column(self) -> ColumnSpec | None:
        """The column that speaks for its row: the only one, the total, or the year's figure."""
        columns = [column for column in self.columns if not column.optional]
        if len(columns) == 1:
            return columns[0]
        return next((column for column in columns if column.main), None)

    def row(self, key: str) -> RowSpec | None:
        """The row with this key, or None."""
        return next((row for row in self.rows if row.key == key), None)

    def column(self, key: str | None) -> ColumnSpec | None:
        """The value column with this key, or None."""
        columns = (column for column in self.columns if not column.optional)
        return next((column for column in columns if column.key == key), None)

    def unit_of(self, row: RowSpec, column: ColumnSpec) -> str | None:
        """The unit that the form states for a cell, or None where it states none."""
        return None if row.group else column.unit or row.unit or self.unit

    def _row_rules(self) -> list[Rule]:
        rules: list[Rule] = []
        for row in self.rows:
            if row.sum or row.sum_if_present:
                rules.append(
                    SumRule(
                        total=row.key,
                        parts=row.sum,
                        optional=row.sum_if_present,
                        derived=row.group,
                        usual=row.sum_usual,
                    )
                )
            if row.at_most:
                rules.append(AtMostRule(part=row.key, whole=row.at_most))
        return rules

    def _column_rules(self) -> list[Rule]:
        summed = [column for column in self.columns if column.sum]
        if self.kind is TableKind.SINGLE:
            return [SumRule(total=column.id or "", parts=column.sum) for column in summed]
        return [ColumnRule(total=column.key or "", parts=column.sum) for column in summed]
