"""GIK211: a value cell in which nothing stands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.tables.cells import FilledCell, filled_cells
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity
from gikparse.source import Span
from gikparse.values import Semantic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gikparse.report import Report

KIND = Kind(
    code="GIK211",
    name="empty-cell",
    severity=Severity.WARNING,
    message="empty cells: {count} of the {total} read from this table, the first at {label}",
    chinese="本表读取的{total}个数值单元格中有{count}个空白，首个为“{label}”",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A value cell is empty.

    ## What it reports

    The cells of a table of a statistics form in which nothing stands, once for each table, with
    each row that has such cells. A dash or `/` is `cell-without-figure`. Cells that were left out
    of a row, so that nobody can tell which column a figure belongs to, are `ambiguous-cell`.

    ## Why it matters

    An empty cell can mean 0, not counted, or forgotten. No sum over it can be checked, and whoever
    collects the figures of many agencies has to guess. gikparse never reads it as 0.

    ## Example

    ```text
    二、主动公开政府信息情况
    | 第二十条第（一）项 |  |  |  |
    | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    | 规章 | 0 | 0 | 0 |
    | 行政规范性文件 | 12 |  | 48 |
    ```

    ## What to do

    Write 0 where there was nothing to count, and the figure where there was.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the tables of the report's second, third
    and fourth part; 国办发〔2014〕32号, the statistical table.
    """
    for _, group in groupby(filled_cells(report), key=lambda cell: id(cell.figure.table)):
        cells = list(group)
        empty = [cell for cell in cells if cell.figure.semantic is Semantic.EMPTY]
        if empty:
            rows = [list(row) for _, row in groupby(empty, key=_row_of)]
            first, *others = (_place(report, cells, row) for row in rows)
            related = tuple(
                Related(span=span, message=f"empty: {_named(row)}", chinese=f"空白：{_named(row)}")
                for span, row in zip(others, rows[1:], strict=True)
            )
            yield KIND.at(
                first, related=related, count=len(empty), total=len(cells), label=empty[0].label
            )


def _row_of(cell: FilledCell) -> str:
    return cell.row.key if cell.row else cell.table.key


def _place(report: Report, cells: Sequence[FilledCell], row: Sequence[FilledCell]) -> Span:
    """From the first to the last value cell of the row that some empty cells stand in.

    Where each cell has a line of its own, the line of the first empty one is the place.
    """
    whole = [cell.figure.span for cell in cells if _row_of(cell) == _row_of(row[0])]
    hull = Span(min(span.start for span in whole), max(span.end for span in whole))
    if "\n" not in report.source.text[hull]:
        return hull
    start = row[0].figure.span.start
    return Span(start, min(start + 1, len(report.source.text)))


def _named(row: Sequence[FilledCell]) -> str:
    """The row, and its empty columns where some are filled in."""
    columns = "、".join(cell.column.text for cell in row)
    if row[0].row is None:
        return columns
    is_whole = len(row) == sum(not column.optional for column in row[0].table.columns)
    return row[0].row.text if is_whole else f"{row[0].row.text}（{columns}）"


RULE = Rule(kind=KIND, find=find)
