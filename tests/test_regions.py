"""Where prose, tables and furniture lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gikparse.regions import RegionKind, find_regions, split_lines

LINES = st.sampled_from(
    [
        "一、概述",
        "全年公开12条。",
        "规章 | 3 |",
        "|",
        "| 3",
        "- 3 -",
        "登录",
        "？！",
        "",
        " ",
        "首页 > 年报",
    ]
)
TEXTS = st.lists(LINES, max_size=12).map("\n".join)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(kind.value, text[start:end]) for kind, start, end in find_regions(text)]


def test_text_without_table_or_furniture_is_one_region() -> None:
    text = "一、概述\n\n全年公开12条。\n二、公开形式"
    assert kinds(text) == [("prose", text)]


def test_a_table_and_the_headings_around_it() -> None:
    assert kinds("二、主动公开\n规章 | 3 |\n文件 | 4 |\n\n三、存在问题") == [
        ("prose", "二、主动公开"),
        ("table", "规章 | 3 |\n文件 | 4 |"),
        ("prose", "三、存在问题"),
    ]


TABLES = ["| 规章 | 3 |", "| 信息内容 |\n| 规章 | 3 |", "|\n规章 | 3 |", "| 规章 |\n| 3 |"]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("title", ["二、统计情况", "二、 数据一览（附后）"])
def test_a_heading_that_no_form_knows_stands_over_a_table(title: str, table: str) -> None:
    assert kinds(f"{title}\n{table}") == [("prose", title), ("table", table)]


def test_a_numbered_label_is_the_first_cell_of_a_table() -> None:
    stacked = "一、本年新收政府信息公开申请数量（件）\n| 3\n|"
    assert kinds(stacked) == [("table", stacked)]


def test_cells_one_below_the_other_with_a_lone_bar_between() -> None:
    stacked = "规章\n|\n0\n|\n6\n|"
    assert kinds(f"全年公开6条。\n{stacked}\n二、存在问题") == [
        ("prose", "全年公开6条。"),
        ("table", stacked),
        ("prose", "二、存在问题"),
    ]


def test_cells_one_below_the_other_with_the_bar_at_the_line_end() -> None:
    stacked = "行政许可 |\n0 |\n|\n0 |\n|"
    assert kinds(stacked) == [("table", stacked)]


def test_a_sentence_between_two_tables_is_prose() -> None:
    found = kinds("规章 | 3 |\n以上为全年数据。\n文件 | 4 |")
    assert [kind for kind, _ in found] == ["table", "prose", "table"]


def test_a_heading_between_two_tables_is_prose() -> None:
    found = kinds("规章 |\n四、政府信息公开行政复议、行政诉讼情况\n文件 |")
    assert [kind for kind, _ in found] == ["table", "prose", "table"]


@pytest.mark.parametrize(
    "line",
    [
        "当前位置:首页 > 政务公开",
        "首页 > 政务公开 > 年报",
        "扫一扫在手机上查看当前页面",
        "登录 注册",
        "- 3 -",
        "第3页 共8页",
        "第 3 页",
        "======正文======",
        "======",
        "1.差错类型:*",
        "微信 微博 QQ空间 全真版 文字版 文件下载 相关链接:",
        "x1_close.png 关闭",
        "版权所有:汀溪县人民政府",
    ],
)
def test_furniture(line: str) -> None:
    assert kinds(f"全年公开6条。\n{line}\n全年公开7条。") == [
        ("prose", "全年公开6条。"),
        ("furniture", line),
        ("prose", "全年公开7条。"),
    ]


def test_a_long_line_is_prose_whatever_it_begins_with() -> None:
    line = "分享到" + "公开" * 100
    assert kinds(line) == [("prose", line)]


def test_marks_without_a_word_cannot_be_read() -> None:
    assert kinds("?!?!\n全年公开6条。") == [("unreadable", "?!?!"), ("prose", "全年公开6条。")]


def test_lines_end_at_three_marks_only() -> None:
    text = "一\r\n二\r三\n \n四"
    assert [text[start:end] for start, end in split_lines(text)] == ["一", "二", "三", "四"]


@given(TEXTS)
def test_regions_come_in_order_and_leave_out_blanks_only(text: str) -> None:
    place = 0
    for kind, start, end in find_regions(text):
        assert isinstance(kind, RegionKind)
        assert not text[place:start].strip()
        assert place <= start < end
        place = end
    assert not text[place:].strip()
