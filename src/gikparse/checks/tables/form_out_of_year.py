"""GIK216: a form that was not made for the year of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.tables.cells import FilledCell, cell_in, filled_cells
from gikparse.data.form import Form
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.data.specs import FormSpec
    from gikparse.nodes import Table
    from gikparse.report import Report
    from gikparse.source import Span

KIND = Kind(
    code="GIK216",
    name="form-out-of-year",
    severity=Severity.WARNING,
    message="the tables are those of {source}, which is not for the data of {year}",
    chinese="统计表采用{source}的格式，该格式不适用于{year}年数据",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """The tables are those of another year's form.

    ## What it reports

    Tables of a national form in a report about a year for which that form was not made. The form is
    told by the labels of the tables, never by the year. Tables and parts of tables that the form
    for the year has in just the same way say nothing about it. Local tables, which no national
    document prescribes, are not looked at, nor are reports whose year the text does not tell.

    ## Why it matters

    Rows and columns of the forms differ in what they count: 本年新制作数量 of 2019 and 本年制发件数
    of 2021 make no series. Or the table is that of another year, under this year's text.

    ## Example

    ```text
    某某乡人民政府2022年政府信息公开工作年度报告
    一、总体情况
    2022年，本乡认真落实公开要求。
    二、主动公开政府信息情况
    | 第二十条第（一）项 |  |  |  |
    | 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
    | 规章 | 0 | 0 | 0 |
    | 规范性文件 | 2 | 2 | 9 |
    ```

    ## What to do

    Fill in the form for the year. If the table is the right one, correct the year.

    ## Source

    国办发〔2014〕32号 (data of 2014 to 2018), 国办公开办函〔2019〕60号 (2019 and 2020),
    国办公开办函〔2021〕30号 (from 2021 on).
    """
    year = report.year
    if year is None:
        return
    due = next((spec for spec in _national(report) if _fits(spec, year)), None)
    for spec in _national(report):
        tables = [] if _fits(spec, year) else _telling(report, spec.form, due)
        if not tables:
            continue
        first, *others = tables
        related = [
            Related(span=_head(table), message="this table too", chinese="此表亦然")
            for table in others
        ]
        if (span := report.identity.spans.get("year")) is not None:
            related.insert(
                0, Related(span=span, message=f"the year is {year}", chinese=f"年份为{year}")
            )
        yield KIND.at(
            _head(first),
            related=tuple(related),
            source=spec.source,
            year=year,
        )


def _national(report: Report) -> Iterator[FormSpec]:
    return (spec for form, spec in report.catalogue.forms.items() if form is not Form.LOCAL)


def _telling(report: Report, form: Form, due: FormSpec | None) -> list[Table]:
    """The tables of a form with a cell that the form for the year has not, or only as a sum."""
    tables: dict[int, Table] = {}
    for cell in filled_cells(report):
        table = cell.figure.table
        if table is None or cell.figure.form is not form or id(table) in tables:
            continue
        same = cell_in(report.catalogue, due.form, cell.figure) if due is not None else None
        if same is None or _is_group(same) != _is_group(cell):
            tables[id(table)] = table
    return list(tables.values())


def _is_group(cell: FilledCell) -> bool:
    return cell.row is not None and cell.row.group


def _head(table: Table) -> Span:
    """The first row of a table, which names it."""
    return table.rows[0].span if table.rows else table.span


def _fits(spec: FormSpec, year: int) -> bool:
    first, last = spec.years
    return first <= year and (last is None or year <= last)


RULE = Rule(kind=KIND, find=find)
