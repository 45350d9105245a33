"""Indicators as flat records."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import gikparse
from gikparse.indicators import IndicatorRow

TEXT = """岚溪县2018年政府信息公开工作年度报告
一、概述
（一）依申请公开。全年收取费用0.5万元。
二、统计表
指标 | 单位 | 数量 |
（一）收到申请数 | 件 | 1,204 |
1．当面申请数 | 件 | — |
发布日期：2019年3月1日
"""


def test_a_row_tells_the_figure_and_its_report() -> None:
    rows = gikparse.parse(TEXT).indicators.to_rows()
    received = next(row for row in rows if row["id"] == "request.received")
    start = TEXT.index("1,204")
    assert received == {
        "file": None,
        "title": "岚溪县2018年政府信息公开工作年度报告",
        "agency": "岚溪县",
        "year": 2018,
        "published": date(2019, 3, 1),
        "form": "F2014",
        "section": "二、",
        "section_title": "统计表",
        "table": 1,
        "id": "request.received",
        "label": "本年新收政府信息公开申请数量",
        "column": None,
        "value": 1204,
        "unit": "件",
        "base_value": 1204,
        "base_unit": "件",
        "semantic": "numeric",
        "readings": (),
        "origin": "table",
        "confidence": 1.0,
        "period_start": None,
        "period_end": None,
        "text": "1,204",
        "line": 6,
        "start": start,
        "end": start + len("1,204"),
    }


def test_a_figure_in_a_sentence_has_its_section_and_no_table() -> None:
    rows = gikparse.parse(TEXT).indicators.to_rows()
    fee = next(row for row in rows if row["id"] == "request.fee")
    assert (fee["section"], fee["table"], fee["form"]) == ("一、/（一）", None, None)
    assert (fee["value"], fee["base_value"], fee["origin"]) == (Decimal("0.5"), 5000, "prose")


def test_tables_are_numbered_and_their_sections_found(examples: Path) -> None:
    for path in sorted(examples.glob("*.txt")):
        report = gikparse.load(path)
        rows = report.indicators.to_rows()
        assert len(rows) == len(report.indicators)
        for row, indicator in zip(rows, report.indicators, strict=True):
            assert tuple(row) == tuple(IndicatorRow.__annotations__)
            if indicator.table is not None:
                assert row["table"] is not None
                assert report.tables[row["table"] - 1] is indicator.table
            if row["section"] is not None:
                sections = report.all(row["section"])
                within = [s for s in sections if s.span.start <= row["start"] < s.span.end]
                assert [s.heading.title for s in within] == [row["section_title"]]


def test_a_table_before_all_sections_has_none() -> None:
    rows = gikparse.parse(
        "指标 | 单位 | 数量 |\n（一）收到申请数 | 件 | 4 |\n"
    ).indicators.to_rows()
    assert [(row["id"], row["section"], row["section_title"]) for row in rows] == [
        ("request.received", None, None)
    ]


def test_no_figures_are_no_rows() -> None:
    assert gikparse.parse("一、概述").indicators.to_rows() == []


def test_the_keys_are_documented() -> None:
    assert IndicatorRow.__doc__
    for key in IndicatorRow.__annotations__:
        assert f"        {key}: " in IndicatorRow.__doc__
