"""GIK212: a value cell with words or a dash in the place of a figure."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.tables.cells import FilledCell, filled_cells
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity
from gikparse.values import Semantic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK212",
    name="cell-without-figure",
    severity=Severity.WARNING,
    message="{written} stands in the place of a figure: {label}",
    chinese="“{label}”处应填数值，实为“{written}”",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A value cell holds no figure.

    ## What it reports

    A cell for which a statistics form asks a figure and which holds a dash, `/`, 无 or other words.
    Cells of one row that hold the same are one finding.
    The dashes of rows that only head other rows (一、主动公开情况 | —) are the form's own.

    ## Why it matters

    Whether 无 or a dash means that there was nothing or that the row does not apply, readers
    understand differently. gikparse never reads it as 0, so no sum over it can be checked.

    ## Example

    ```text
    二、主动公开政府信息情况
    | 第二十条第（一）项 |  |  |  |
    | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    | 规章 | / | 0 | 0 |
    | 行政规范性文件 | 12 | 1 | 48 |
    ```

    ## What to do

    Write the figure, 0 where there was nothing to count.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the tables of the report's second, third
    and fourth part; 国办发〔2014〕32号, the statistical table.
    """
    odd = [c for c in filled_cells(report) if c.figure.semantic in (Semantic.NA, Semantic.TEXT)]

    def row_and_words(cell: FilledCell) -> tuple[int, str, str]:
        row = cell.row.key if cell.row else cell.table.key
        return id(cell.figure.table), row, " ".join(report.source.text[cell.figure.span].split())

    for (_, _, written), group in groupby(odd, key=row_and_words):
        first, *others = group
        related = tuple(
            Related(span=cell.figure.span, message="here too", chinese="此处亦然")
            for cell in others
        )
        label = "、".join((first.label, *(cell.column.text for cell in others)))
        yield KIND.at(first.figure.span, related=related, label=label, written=written)


RULE = Rule(kind=KIND, find=find)
