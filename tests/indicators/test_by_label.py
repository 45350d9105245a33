"""Indicators by their Chinese label."""

import pytest

import gikparse

TEXT = """一、统计表
指标 | 单位 | 数量 |
（一）收到申请数 | 件 | 12 |
（二）申请办结数 | 件 | 11 |
七、依申请公开信息收取的费用 | 万元 | 0.5 |
"""


@pytest.mark.parametrize(
    ("label", "id_"),
    [
        ("申请办结数", "request.closed"),
        ("办结", "request.closed"),
        ("本年新收政府信息公开申请数量", "request.received"),
        ("收到申请数", "request.received"),
    ],
)
def test_a_label_its_only_part_and_what_the_form_prints(label: str, id_: str) -> None:
    assert [i.id for i in gikparse.parse(TEXT).indicators.by_label(label)] == [id_]


def test_a_text_that_several_labels_hold_or_none() -> None:
    indicators = gikparse.parse(TEXT).indicators
    with pytest.raises(KeyError, match="3 labels hold '申请'"):
        indicators.by_label("申请")
    with pytest.raises(KeyError, match="0 labels hold '热线'"):
        indicators.by_label("热线")
