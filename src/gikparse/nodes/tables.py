"""Tables as the page has them: rows of cells with their raw text."""

from __future__ import annotations

from typing import ClassVar

import attrs

from gikparse.data.form import Form
from gikparse.nodes.base import Node
from gikparse.nodes.blocks import Block


@attrs.frozen(kw_only=True, eq=False)
class Cell(Node):
    """A cell. Its span leaves out the bars and the blanks around its text.

    The span of an empty cell is empty and lies where its text would stand.
    """

    RULE: ClassVar[str] = "cell"


@attrs.frozen(kw_only=True, eq=False)
class Row(Node):
    """A row of a table."""

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
    """

    RULE: ClassVar[str] = "TABLE"

    rows: tuple[Row, ...]
    form: Form | None = None

    @property
    def children(self) -> tuple[Node, ...]:
        """The rows, from top to bottom."""
        return self.rows
