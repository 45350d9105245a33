"""How the values of a row can fill its columns, told by the row and by those beside it."""

import gikparse
from gikparse import Form
from gikparse.tables.alignment import AlignedRow, align
from gikparse.tables.entries import read_entries
from gikparse.tables.fitting import Custom, Fit, is_whole
from gikparse.tables.forms import index_form

HEADS = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"


def rows(*lines: str) -> list[AlignedRow]:
    (table,) = gikparse.parse(HEADS + "".join(f"| {line} |\n" for line in lines)).tables
    index = index_form(gikparse.catalogue, Form.F2021)
    return [*align(read_entries(table), index, barred=True).rows]


def fits(*lines: str, repeats: bool = False) -> list[Fit]:
    return [Fit.of(row, regular=False, repeats=repeats) for row in rows(*lines)]


def starts(line: str, *, repeats: bool = False) -> list[int]:
    (fit,) = fits(line, repeats=repeats)
    return [*fit.starts]


def test_a_row_that_fits_can_begin_in_one_place() -> None:
    assert starts("规章 | 1 | 2 | 3") == [0]


def test_empty_cells_may_lie_around_the_values() -> None:
    assert starts("规章 |  | 1 | 2 | 3") == [1]
    assert starts("规章 | 1 | 2 | 3 |  |  ") == [0]
    assert starts("规章 |  | 1 | 2 |  ") == [0, 1]


def test_a_block_whose_spans_are_repeated_has_none_before_its_values() -> None:
    assert starts("规章 |  | 1 | 2 |  ", repeats=True) == [0]


def test_a_row_with_more_figures_than_columns_begins_nowhere() -> None:
    assert starts("规章 | 1 | 2 | 3 | 4") == []


def test_a_row_is_whole_that_is_as_wide_as_its_heads() -> None:
    whole, short = rows("规章 | 1 | 2 | 3", "行政规范性文件 | 4 | 5")
    assert is_whole(whole)
    assert not is_whole(short)


def test_rows_that_tell_show_where_those_begin_that_do_not() -> None:
    found = fits("规章 |  | 1 | 2 | 3", "行政规范性文件 |  | 1 | 2 |  ")
    assert Custom(found).start(found[1]) == 1
