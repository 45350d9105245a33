"""Dates, periods and agencies as they are written."""

from datetime import date

import pytest

import gikparse
from gikparse.frame.identity import read_date


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2017-03-14", date(2017, 3, 14)),
        ("2017/3/14", date(2017, 3, 14)),
        ("2013年1月16日", date(2013, 1, 16)),
        ("2013 年 1 月 16 日", date(2013, 1, 16)),
        ("二○一二年二月二十日", date(2012, 2, 20)),
        ("二〇一三年十二月三十一日", date(2013, 12, 31)),
        ("2013年1月", None),
        ("2013年2月30日", None),
        ("2013年13月1日", None),
        ("", None),
    ],
)
def test_read_date(written: str, day: date | None) -> None:
    assert read_date(written) == day


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("本报告由汀溪县民政局编制。", "汀溪县民政局"),
        ("本报告由汀溪新区管理委员会办公室编制。", "汀溪新区管理委员会"),
        ("现发布汀溪县人民政府2017年政府信息公开年报。", "汀溪县人民政府"),
        ("归纳2018年度南汀乡的政务公开情况编制。", "南汀乡"),
        ("2010年度汀溪县园林局(以下简称“本局”)工作情况。", "汀溪县园林局"),
        ("由我局编制。", None),
        ("由各乡镇编制。", None),
        ("由政府办公室编制。", None),
    ],
)
def test_agency_that_a_sentence_names(sentence: str, agency: str | None) -> None:
    assert gikparse.parse(f"{sentence}\n一、概述").agency == agency


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("2016年1月1日起至2016年12月31日止", (date(2016, 1, 1), date(2016, 12, 31))),
        ("自 2018 年 1 月 1 日起至 2018年 12 月 31日止", (date(2018, 1, 1), date(2018, 12, 31))),
        ("1月1日至12月31日", None),
        ("2016年1月1日至2016年2月30日", None),
        ("201711日至20171231日", None),
    ],
)
def test_period(sentence: str, period: tuple[date, date] | None) -> None:
    assert gikparse.parse(f"统计期限为{sentence}。\n一、概述").period == period
