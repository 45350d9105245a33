"""Where the values of a row stand under its columns, and where that cannot be told."""

from __future__ import annotations

import pytest

import gikparse
from gikparse.values import Number

HEADS = "三、收到和处理政府信息公开申请情况\n"
APPLICANTS = "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计"
RECEIVED = "一、本年新收政府信息公开申请数量"
CARRIED = "二、上年结转政府信息公开申请数量"
Figures = list[Number | None]


def figures(rows: str, id_: str = "request.received") -> Figures:
    """The figures of a row of requests, from left to right; None for those that have none."""
    report = gikparse.parse(f"{HEADS}申请人情况 | {APPLICANTS} |\n{rows}\n")
    return [i.value for i in report.indicators.values(id_)]


def test_a_figure_for_each_column() -> None:
    assert figures(f"{RECEIVED} | 10 | 2 | 0 | 0 | 1 | 0 | 13 |") == [10, 2, 0, 0, 1, 0, 13]


def test_empty_cells_keep_their_places() -> None:
    assert figures(f"{RECEIVED} | 10 |  |  | 1 |  | 2 | 13 |") == [10, None, None, 1, None, 2, 13]


def test_a_span_of_the_label_leaves_an_empty_cell_before_the_values() -> None:
    assert figures(f"{RECEIVED} |  | 1 | 2 | 3 | 4 | 5 | 6 | 21 |") == [1, 2, 3, 4, 5, 6, 21]


def test_padding_behind_the_values() -> None:
    assert figures(f"{RECEIVED} | 1 | 2 | 3 | 4 | 5 | 6 | 21 |  |  |") == [1, 2, 3, 4, 5, 6, 21]


def test_a_cell_that_is_missing_leaves_its_row_open() -> None:
    row = f"{RECEIVED} | 1 | 2 | 3 | 5 | 6 | 21 |"
    assert figures(f"{row}\n{CARRIED} | 0 | 0 | 0 | 0 | 0 | 0 | 0 |") == [None] * 7


def test_rows_that_are_all_cut_short_end_with_their_total() -> None:
    rows = f"{RECEIVED} | 4 | 4 |  |  |  |  |  |  |\n{CARRIED} | 0 | 3 |  |  |  |  |  |  |"
    assert figures(rows) == [None] * 6 + [4]
    assert figures(rows, "request.carried_in") == [None] * 6 + [3]


@pytest.mark.parametrize("other", ["1 |  | 2", "1 | 0 | 1", "0 | 0 | 0 | 0 | 0 | 0 | 0"])
def test_they_do_not_where_another_row_shows_that_cells_keep_their_places(other: str) -> None:
    rows = f"{RECEIVED} | 4 | 4 |  |  |  |  |  |  |\n{CARRIED} | {other} |  |  |"
    assert figures(rows)[-1] is None


def test_they_do_not_where_the_last_figure_is_smaller_than_one_before_it() -> None:
    assert figures(f"{RECEIVED} | 4 | 3 |  |  |  |  |  |  |") == [None] * 7


def test_a_total_without_bars_may_be_any_figure() -> None:
    lines = f"{APPLICANTS.replace(' | ', ' ')}\n{RECEIVED} 4 4\n{CARRIED} 0 3\n"
    found = gikparse.parse(f"{HEADS}申请人情况\n{lines}").indicators
    assert {i.value for i in found} == {None}


# --- figures that are repeated in the places of their span

BLOCK = """二、主动公开政府信息情况
| 第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项 |
| 信息内容 | 上一年项目数量 | 本年增/减 | 本年增/减 |
| 行政事业性收费 | {} |
"""


@pytest.mark.parametrize(
    ("row", "expected"),
    [("5 | -3 | -3", [5, -3]), (" | 3 | 3", [None, None]), ("3 | 3 | 3", [3, 3])],
)
def test_a_copy_of_a_figure_is_no_figure_of_the_column_before_it(
    row: str, expected: Figures
) -> None:
    found = gikparse.parse(BLOCK.format(row)).indicators.values("proactive.fee_items")
    assert [i.value for i in found] == expected


# --- one row of values without a label

REVIEW = """四、政府信息公开行政复议、行政诉讼情况
行政复议
行政诉讼
未经复议直接起诉
复议后起诉
"""
OUTCOMES = "\n".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3)


def outcomes(cells: list[str]) -> Figures:
    heads = REVIEW.replace("\n", " |\n", 5).replace("情况 |", "情况")
    values = "\n".join(f"{cell} |".lstrip() for cell in cells)
    lines = OUTCOMES.replace("\n", " |\n")
    found = gikparse.parse(f"{heads}{lines} |\n{values}\n").indicators
    return [i.value for i in found]


def test_a_row_that_fills_its_columns() -> None:
    cells = ["1", "0", "0", "0", "1", "2", "0", "0", "0", "2", "0", "0", "0", "0", "0"]
    assert outcomes(cells) == list(map(int, cells))


def test_one_below_the_other_an_empty_cell_at_an_end_may_be_padding() -> None:
    cells = ["0", "0", "0", "1", "2", "0", "0", "0", "2", "0", "0", "0", "0", "0"]
    assert set(outcomes(["", *cells, ""])) == {None}


def test_a_lone_figure_below_its_heads_is_left_open() -> None:
    assert set(outcomes(["7"])) <= {None}
