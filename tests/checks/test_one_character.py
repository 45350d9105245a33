"""A right report with one character changed, mostly a digit, raises one rule, where it was changed."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

import gikparse
from gikparse.checks import arithmetic, text

TODAY = date(2024, 6, 1)

#: Tables and sentences that say the same.
REPORT = """青禾县人民政府2023年政府信息公开工作年度报告
发布日期：2024-03-12
本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止（电子版可在门户网站下载）。
一、总体情况
（一）主动公开。全年主动公开政府信息2000条，分为财政信息160条、教育信息440条、规划信息1400条。其中政策类信息500条，占25.0%。
（二）依申请公开。全年收到政府信息公开申请31件，结转下年度继续办理3件。
（三）监督保障。有政务公开专职人员4名。召开座谈会12次，其中乡镇7次、县直单位5次。通过通道公告栏、网站和公众号公开。
二、收到和处理政府信息公开申请情况
| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |
| | 总计 |
| 一、本年新收政府信息公开申请数量 | 31 |
| 二、上年结转政府信息公开申请数量 | 2 |
| （七）总计 | 30 |
| 四、结转下年度继续办理 | 3 |
三、其他需要报告的事项
配备政务公开专职人员4名。全年收到政府信息公开申请31件。
"""
#: A table of 2014, in which figures are parts of others.
PARTS = """青禾县人民政府2016年政府信息公开工作年度报告
一、概述
全年公开各项工作按计划完成。
二、附表
| 指标 | 单位 | 数量 |
| 二、回应解读情况 | — | |
| 1．参加或举办新闻发布会总次数 | 次 | 5 |
| 其中：主要负责同志参加新闻发布会次数 | 次 | 3 |
| 三、依申请公开情况 | — | |
| （二）申请办结数 | 件 | 8 |
| 1．按时办结数 | 件 | 6 |
| 2．延期办结数 | 件 | 2 |
"""
#: A report whose requests were all closed.
CLOSED = """青禾县人民政府2023年政府信息公开工作年度报告
一、总体情况
全年收到政府信息公开申请13件，全部按时办结。
二、收到和处理政府信息公开申请情况
| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |
| | 总计 |
| 四、结转下年度继续办理 | 0 |
"""


class Change(NamedTuple):
    """What is changed in a right report, and where its rule has to say so.

    Attributes:
        report: The report, or the name of an example.
        right: What stands there, once.
        wrong: The same with one character changed.
        place: What the rule marks.
    """

    report: str
    right: str
    wrong: str
    place: str


#: For each rule of arithmetic and of text at least one change.
CHANGES = {
    "GIK301": [
        Change("f2021", "| 12 | 3 | 0 | 0 | 1 | 0 | 16 |", "| 12 | 3 | 0 | 0 | 1 | 0 | 17 |", "17"),
        Change("f2019", "| 3 | 1 | 0 | 0 | 0 | 0 | 4 |", "| 3 | 1 | 0 | 0 | 0 | 0 | 5 |", "5"),
    ],
    "GIK302": [
        Change("f2021", "（七）总计 | 128 | 19 |", "（七）总计 | 128 | 18 |", "18"),
        Change("f2014", "申请办结数 | 件 | 37 |", "申请办结数 | 件 | 38 |", "38"),
    ],
    "GIK303": [Change(PARTS, "发布会次数 | 次 | 3", "发布会次数 | 次 | 7", "7")],
    "GIK304": [Change(REPORT, "（七）总计 | 30 |", "（七）总计 | 36 |", "36")],
    "GIK305": [Change("f2021", "| 1 | 10 | 3 |", "| 1 | 16 | 3 |", "16")],
    "GIK306": [Change(PARTS, "申请办结数 | 件 | 8", "申请办结数 | 件 |  ", "")],
    "GIK401": [
        Change(REPORT, "申请31件，结转", "申请37件，结转", "37件"),
        Change(REPORT, "继续办理3件", "继续办理8件", "8件"),
    ],
    "GIK402": [
        Change(REPORT, "配备政务公开专职人员4名", "配备政务公开专职人员9名", "9名"),
    ],
    "GIK403": [
        Change(REPORT, "教育信息440条", "教育信息410条", "2000条"),
        Change(REPORT, "县直单位5次", "县直单位6次", "12次"),
    ],
    "GIK404": [Change(REPORT, "占25.0%", "占26.0%", "26.0%")],
    "GIK405": [
        Change(REPORT, "至2023年12月", "至2022年12月", "2023年1月1日起至2022年12月31日"),
        Change(REPORT, "自2023年1月1日", "自2021年1月1日", "2021年1月1日起至2023年12月31日"),
    ],
    "GIK406": [Change(REPORT, "2024-03-12", "2026-03-12", "2026-03-12")],
    "GIK407": [Change(REPORT, "2024-03-12", "2024-05-12", "2024-05-12")],
    "GIK408": [Change(CLOSED, "继续办理 | 0 |", "继续办理 | 2 |", "全部按时办结")],
    "GIK409": [Change(REPORT, "通过通道", "通过通过", "通过通过")],
    "GIK410": [Change(REPORT, "日止（电子版", "日止，电子版", "）")],
}


def text_of(change: Change, examples: Path) -> str:
    """The right report of a change."""
    path = examples / f"{change.report}.txt"
    return change.report if "\n" in change.report else path.read_text("utf-8")


def found(written: str) -> list[tuple[str, str]]:
    """What the rules of arithmetic and text find: the code, and what stands there."""
    report = gikparse.parse(written)
    told = gikparse.check(report, select=["GIK3", "GIK4"], today=TODAY)
    return [(d.code, report.source.text[d.span]) for d in told]


EACH = [
    pytest.param(code, change, id=f"{code}:{change.wrong}")
    for code, changes in CHANGES.items()
    for change in changes
]


@pytest.mark.parametrize(("code", "change"), EACH)
def test_one_character(code: str, change: Change, examples: Path) -> None:
    right = text_of(change, examples)
    assert right.count(change.right) == 1
    differing = [(a, b) for a, b in zip(change.right, change.wrong, strict=True) if a != b]
    assert len(differing) == 1
    assert found(right) == []
    assert found(right.replace(change.right, change.wrong)) == [(code, change.place)]


def test_every_rule_has_a_change() -> None:
    rules = (*arithmetic.RULES, *text.RULES)
    assert list(CHANGES) == [rule.kind.code for rule in rules]


# --- more than a character


@pytest.mark.parametrize(
    ("right", "wrong", "code", "place"),
    [
        ("申请31件，结转", "申请31件，全部按时办结。结转", "GIK408", "全部按时办结"),
        ("全年主动公开", "全年通过通过网站主动公开", "GIK409", "通过通过"),
        ("（电子版", "电子版", "GIK410", "）"),
    ],
)
def test_one_wrong_word(right: str, wrong: str, code: str, place: str) -> None:
    assert (code, place) in found(REPORT.replace(right, wrong))


def test_a_date_in_the_future_needs_the_day_of_the_check() -> None:
    report = gikparse.parse(REPORT)
    assert gikparse.check(report, select="GIK406", today=date(2024, 3, 12)) == ()
    (diagnostic,) = gikparse.check(report, select="GIK406", today=date(2024, 3, 11))
    assert report.source.text[diagnostic.span] == "2024-03-12"


def test_the_figures_of_both_sides_are_told() -> None:
    wrong = REPORT.replace("申请31件，结转", "申请37件，结转")
    (diagnostic,) = gikparse.check(gikparse.parse(wrong), select="GIK4")
    assert "37" in diagnostic.message
    assert "31" in diagnostic.message
    assert [related.value for related in diagnostic.related] == [31, 31]
