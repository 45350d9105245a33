"""Where tables lie: told by their bars, or by the labels of the forms."""

import pytest

from gikparse.folding import fold
from gikparse.lines import split_lines
from gikparse.tables.zones import bare_zones, barred_zones


def barred(text: str) -> list[str]:
    view = fold(text)
    lines = list(split_lines(view))
    found = barred_zones(view, lines)
    return ["/".join(view[line.start : line.end] for line in lines[a:b]) for a, b in found]


def bare(text: str) -> list[str]:
    view = fold(text)
    return ["".join(view[start:end].split()) for start, end in bare_zones(view, 0, len(view))]


def test_lines_with_bars() -> None:
    assert barred("前言\n规章 | 3 |\n行政许可 | 5 |\n后记") == ["规章 | 3 |/行政许可 | 5 |"]


def test_prose_between_two_tables_divides_them() -> None:
    assert barred("规章 | 3 |\n行政许可 | 5 |\n以上。\n规章 | 3 |") == [
        "规章 | 3 |/行政许可 | 5 |",
        "规章 | 3 |",
    ]


def test_cells_one_below_the_other_with_bars_on_lines_of_their_own() -> None:
    assert barred("规章\n|\n0\n|\n3\n|\n") == ["规章/|/0/|/3/|"]


def test_the_cell_before_a_bar_that_opens_a_line() -> None:
    assert barred("规章\n| 0\n| 3\n|") == ["规章/| 0/| 3/|"]


def test_a_heading_over_a_table_that_opens_with_a_bar_is_no_cell() -> None:
    assert barred("三、基础工作情况\n| 规章 | 3 |\n| 行政许可 | 5 |") == [
        "| 规章 | 3 |/| 行政许可 | 5 |"
    ]


def test_a_page_in_one_line_is_no_row() -> None:
    assert barred("一、概述 | " + "全年公开信息。" * 50) == []


TABLE = (
    "指标 单位 数量 1.政府公报公开政府信息数 条 3 2.政府网站公开政府信息数 条 2"
    " 3.政务微博公开政府信息数 条 1"
)


def test_labels_with_little_between_them_are_a_table() -> None:
    assert bare(f"概述如下。{TABLE} 。以上。") == ["".join(fold(TABLE).split())]


def test_labels_that_commas_divide_are_a_sentence() -> None:
    assert bare("未经复议直接起诉的行政诉讼5件，其中结果维持3件，结果纠正2件。") == []


def test_labels_in_sentences_are_none() -> None:
    assert bare("全年收到申请数有所上升，申请办结数与申请答复数持平，指标与数量见附表。") == []


@pytest.mark.parametrize(
    ("last", "end"),
    [
        ("4.政务微信公开政府息数 条 7", "4.政务微信公开政府息数条7"),  # misspelt, and with its mark
        ("五、特别关注事项数 件 7", "1"),  # no label of any form
        ("4.政务微信公开政府息数 若干", "1"),  # without a figure
    ],
)
def test_a_last_row_with_a_misspelt_label_belongs_to_its_table(last: str, end: str) -> None:
    (found,) = bare(f"{TABLE} {last}\n工作要点如下。")
    assert found.endswith(end)


def test_a_row_that_no_form_has_opens_no_section() -> None:
    stray = "二、回应解读情况 特别关注事项数 件 9 （一）回应公众关注热点或重大舆情数 次 6"
    (found,) = bare(f"指标 单位 数量 1.政府公报公开政府信息数 条 0 {stray} （二）申请办结数 件 1")
    assert "特别关注事项数件9(一)回应" in found
