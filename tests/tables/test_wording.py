"""The wording of a label: what is left without its lead, its mark and its note."""

import pytest

from gikparse.data.layout import Numbering
from gikparse.tables.wording import Wording, plain, without_year, word


@pytest.mark.parametrize(
    ("label", "text", "numbering"),
    [
        ("规章", "规章", None),
        ("行政 规范性\n文件", "行政规范性文件", None),
        ("一、主动公开情况", "主动公开情况", Numbering(1, 1)),
        ("（六）其他处理", "其他处理", Numbering(2, 6)),
        ("１．网站公开", "网站公开", Numbering(3, 1)),
        ("其中：1. 当面申请数", "当面申请数", Numbering(3, 1)),
        ("1.其中：主要负责同志", "主要负责同志", Numbering(3, 1)),
        ("总计：", "总计", None),
        ("1.", "1.", None),
    ],
)
def test_lead_and_mark_are_no_part_of_it(
    label: str, text: str, numbering: Numbering | None
) -> None:
    assert word(label) == Wording(text, numbering)


def test_a_note_is_kept_apart() -> None:
    assert word("部分公开（区分处理的，只计这一情形）") == Wording(
        "部分公开", note="区分处理的,只计这一情形"
    )


def test_a_bracket_inside_is_no_note() -> None:
    assert word("第二十条第（一）项").text == "第二十条第(一)项"


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("本年收费金额（单位：万元）", "万元"),
        ("当面申请数（件）", "件"),
        ("总量", None),
        ("部分公开（区分处理的）", None),
    ],
)
def test_a_note_may_state_a_unit(label: str, unit: str | None) -> None:
    assert word(label).unit == unit


def test_a_year_is_left_open() -> None:
    assert plain("2016 年度") == "{year}年度"
    assert without_year("年度") == "年度"
