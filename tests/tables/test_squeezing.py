"""A stretch without its blanks, and where the labels in it begin."""

import pytest

from gikparse.folding import fold
from gikparse.tables.squeezing import find_spots, squeeze


def test_blanks_bars_and_line_ends_are_left_out() -> None:
    text = "规章 | 3\n行政许可"
    squeezed = squeeze(text, 0, len(text))
    assert squeezed.text == "规章3行政许可"
    assert [text[squeezed.in_view(place)] for place in (0, 2, 3)] == ["规", "3", "行"]
    assert list(squeezed.split(0, 7)) == [(0, 2), (2, 3), (3, 7)]
    assert [squeezed.touches(place) for place in (1, 2, 4)] == [True, False, True]


def spots(text: str) -> list[str]:
    view = fold(text)
    squeezed = squeeze(view, 0, len(view))
    return [squeezed.text[spot.start : spot.end] for spot in find_spots(squeezed)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("规章 3 行政许可 5", ["规章", "行政许可"]),
        ("规章000行政规范性文件6233440", ["规章", "行政规范性文件"]),
        ("1.属于国家秘密0000000", ["1.属于国家秘密"]),
        ("80002.重复申请0", ["2.重复申请"]),  # 8000 and the mark 2.
        ("其中：1.当面申请数 3", ["其中:1.当面申请数"]),
        ("部分公开（区分处理的，只计这一情形）3", ["部分公开(区分处理的,只计这一情形)"]),
        ("本年新 制作\n数量 3", ["本年新制作数量"]),
    ],
)
def test_a_label_has_its_mark_and_its_note(text: str, found: list[str]) -> None:
    assert spots(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "其他法律3",  # a short label is part of a longer word
        "申请总量数量3",
        "四、行政复议议数量件11",  # a part of 行政复议数量, misspelt
        "其中：主公开规范性文件数 条 23",
        "（指行政许可的总计）",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert spots(text) == []
