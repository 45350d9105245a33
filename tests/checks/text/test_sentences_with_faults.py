"""One wrong digit in a right report raises one rule about sentences, and points at both figures."""

from datetime import date
from pathlib import Path

import pytest

import gikparse
from gikparse import Diagnostic
from gikparse.indicators import Origin


def found(text: str) -> list[tuple[str, str]]:
    report = gikparse.parse(text)
    return [(d.code, report.source.text[d.span]) for d in gikparse.check(report, select="GIK4")]


def finding(text: str) -> Diagnostic:
    (diagnostic,) = gikparse.check(gikparse.parse(text), select="GIK4")
    return diagnostic


REPORT = """青禾县人民政府2023年政府信息公开工作年度报告
发布日期：2024-03-12
本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止（电子版可在门户网站下载）。
一、总体情况
（一）主动公开。全年主动公开政府信息2000条，分为财政信息160条、教育信息440条、规划信息1400条。其中政策类信息500条，占25.0%。
（二）依申请公开。全年收到政府信息公开申请31件，结转下年度继续办理3件。
（三）监督保障。有政务公开专职人员4名。召开座谈会12次，其中乡镇7次、县直单位5次。
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


def test_the_report_is_right() -> None:
    assert gikparse.check(gikparse.parse(REPORT), select=["GIK3", "GIK4"]) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "code", "place"),
    [
        ("申请31件，结转", "申请37件，结转", "GIK401", "37件"),
        ("继续办理3件", "继续办理8件", "GIK401", "8件"),
        ("配备政务公开专职人员4名", "配备政务公开专职人员9名", "GIK402", "9名"),
        ("教育信息440条", "教育信息410条", "GIK403", "2000条"),
        ("县直单位5次", "县直单位6次", "GIK403", "12次"),
        ("占25.0%", "占26.0%", "GIK404", "26.0%"),
        ("至2023年12月31日", "至2022年12月31日", "GIK405", "2023年1月1日起至2022年12月31日"),
        ("自2023年1月1日", "自2021年1月1日", "GIK405", "2021年1月1日起至2023年12月31日"),
        ("2024-03-12", "2024-05-12", "GIK407", "2024-05-12"),
    ],
)
def test_one_wrong_digit(right: str, wrong: str, code: str, place: str) -> None:
    assert REPORT.count(right) == 1
    assert found(REPORT.replace(right, wrong)) == [(code, place)]


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
    diagnostic = finding(REPORT.replace("申请31件，结转", "申请37件，结转"))
    assert "37" in diagnostic.message
    assert "31" in diagnostic.message
    assert [related.value for related in diagnostic.related] == [31, 31]


def test_every_sentence_that_the_table_confirms(examples: Path) -> None:
    """Where an example says the same twice, a wrong digit in the sentence is told from the table."""
    text = (examples / "f2021.txt").read_text("utf-8")
    report = gikparse.parse(text)
    tabled = {i.id for i in report.indicators if i.origin is Origin.TABLE}
    said = [i for i in report.indicators if i.origin is Origin.PROSE and i.id in tabled]
    sure = [i for i in said if i.confidence >= 0.8 and i.quantity]
    assert len(sure) >= 3
    for one in sure:
        digit = text[one.span.end - 1]
        wrong = text[: one.span.end - 1] + str((int(digit) + 1) % 10) + text[one.span.end :]
        diagnostics = gikparse.check(gikparse.parse(wrong), select="GIK4")
        assert [d.code for d in diagnostics] == ["GIK401"], one
        assert one.quantity is not None
        assert diagnostics[0].span == one.quantity.span


#: What the rules about sentences find in real reports; they find nothing in any other.
REAL = {
    "dongfenglu_2016.txt": [("GIK403", "318人次")],
    "hengyang_guoziwei_2016.txt": [("GIK401", "1件"), ("GIK401", "253条")],
    "pingtan_2019_guanweihui.txt": [("GIK403", "2599条")],
    "shanghai_2019_bangongting.html": [("GIK404", "33.9%")],
}


def test_real_reports(real_reports: Path) -> None:
    files = [
        p for p in sorted(real_reports.iterdir()) if p.suffix in (".txt", ".html", ".docx", ".pdf")
    ]
    assert {"hetang_2016.txt", "luoning_2016.txt", *REAL} <= {path.name for path in files}
    found = {}
    for path in files:
        report = gikparse.load(path)
        told = gikparse.check(report, select="GIK4", today=date(2026, 1, 1))
        found[path.name] = [(d.code, report.source.text[d.span]) for d in told]
    assert {name: told for name, told in found.items() if told} == REAL
