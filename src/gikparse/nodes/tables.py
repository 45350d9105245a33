"""Tables as the page has them: rows of cells with their raw text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import attrs

from gikparse.data.form import Form
from gikparse.nodes.base import Node
from gikparse.nodes.blocks import Block
from gikparse.source import Source, Span


@attrs.frozen(kw_only=True, eq=False)
class Cell(Node):
    r"""A cell. Its span leaves out the bars and the blanks around its text.

    The span of an empty cell is empty and lies where its text would stand.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、统计\n信息内容 | 件数 |\n规章 |  |")
        >>> [cell.text for cell in report.find_all(gikparse.Cell)]
        ['信息内容', '件数', '规章', '']
    """

    RULE: ClassVar[str] = "cell"


@attrs.frozen(kw_only=True, eq=False)
class Row(Node):
    r"""A row of a table.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、统计\n信息内容 | 件数 |\n规章 | 3 |")
        >>> [[cell.text for cell in row.cells] for row in report.find_all(gikparse.Row)]
        [['信息内容', '件数'], ['规章', '3']]
    """

    RULE: ClassVar[str] = "row"

    cells: tuple[Cell, ...]

    @property
    def children(self) -> tuple[Node, ...]:
        """The cells, from left to right."""
        return self.cells


@attrs.frozen(kw_only=True, eq=False)
class Table(Block):
    """A table, in the section where it stands; its own numbering starts no section.

    Attributes:
        rows: The rows, as the page has them.
        form: The statistics form that it fills in, told by its labels; None for any other table.

    Example:
        >>> import gikparse
        >>> report = gikparse.load("docs/examples/f2021.txt")
        >>> [(table.form.name, len(table.rows)) for table in report.find_all(gikparse.Table)]
        [('F2021', 14), ('F2021', 28), ('F2021', 4)]
    """

    RULE: ClassVar[str] = "TABLE"

    rows: tuple[Row, ...]
    form: Form | None = None

    @classmethod
    def from_rows(cls, rows: Iterable[Iterable[object]], *, name: str | None = None) -> Table:
        """A table of rows that another tool has read, such as those of a pandas data frame.

        Args:
            rows: The values of the cells. None and NaN are empty cells, and a float that is
                whole is written without its fraction: pandas makes floats of whole columns.
            name: What messages call the table.

        Returns:
            The table, in a source of its own; `gikparse.parse(table.text)` reads its figures.

        Example:
            >>> table = Table.from_rows([["信息内容", "本年处理决定数量"], ["行政许可", 35.0]])
            >>> print(table.text)
            | 信息内容 | 本年处理决定数量 |
            | 行政许可 | 35 |
        """
        texts = [[_as_text(value) for value in row] for row in rows]
        source = Source(text="\n".join("| " + " | ".join(row) + " |" for row in texts), name=name)
        place, made = 0, []
        for row in texts:
            start, cells = place, []
            for text in row:
                place += len("| ")
                cells.append(Cell(source=source, span=Span(place, place + len(text))))
                place += len(text) + len(" ")
            place += len("|") if row else len("|  |")
            made.append(Row(source=source, span=Span(start, place), cells=tuple(cells)))
            place += len("\n")
        return cls(source=source, span=Span(0, len(source.text)), rows=tuple(made))

    @property
    def children(self) -> tuple[Node, ...]:
        """The rows, from top to bottom."""
        return self.rows


def _as_text(value: object) -> str:
    """A value as it stands in a cell."""
    if value is None or value != value:  # NaN is no equal of itself
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).replace("|", "¦").split())
