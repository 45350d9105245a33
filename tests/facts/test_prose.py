"""Quantities and indicators of prose as the report gives them."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gikparse
from gikparse import Origin, Paragraph, Section
from gikparse.testing import WrittenReport, check_report, noisy, reports

TEXT = """\
汐樟县2020年政府信息公开工作年度报告
索引号：A12条
一、总体情况
2020年，主动公开政府信息12条，收到申请3件。
（一）培训。举办政务公开培训2期。
二、统计表
指标 | 单位 | 数量 |
三、依申请公开情况 | — |
（一）收到申请数 | 件 | 4 |
三、其他
未收取任何费用，占50%。
"""


@pytest.fixture(scope="module")
def report() -> gikparse.Report:
    return gikparse.parse(TEXT)


def test_quantities_stand_in_document_order_and_outside_tables_and_metadata(
    report: gikparse.Report,
) -> None:
    assert [q.text for q in report.quantities] == ["12条", "3件", "2期", "50%"]
    assert all(TEXT[q.span.slice] == q.text for q in report.quantities)
    assert all(q.source is report.source for q in report.quantities)


def test_quantities_of_a_node(report: gikparse.Report) -> None:
    paragraph = report.find(Paragraph)
    assert paragraph is not None
    assert [q.text for q in report.quantities_in(paragraph)] == ["12条", "3件"]
    assert [q.text for q in report.quantities_in(report["一"])] == ["12条", "3件", "2期"]
    assert [q.text for q in report.quantities_in(report["一/(一)"])] == ["2期"]
    assert report.quantities_in(report["二"]) == ()
    assert report.quantities_in(report) == report.quantities


def test_indicators_of_tables_and_prose_stand_together(report: gikparse.Report) -> None:
    found = [(i.id, i.origin, i.value) for i in report.indicators]
    assert found == [
        ("proactive.total", Origin.PROSE, 12),
        ("training.classes", Origin.PROSE, 2),
        ("request.received", Origin.TABLE, 4),
        ("request.fee", Origin.PROSE, 0),
    ]
    starts = [i.span.start for i in report.indicators]
    assert starts == sorted(starts)


def test_a_table_speaks_before_a_sentence() -> None:
    text = TEXT.replace("收到申请3件", "收到政府信息公开申请3件")
    indicators = gikparse.parse(text).indicators
    assert indicators.value("request.received") == 4
    assert [i.value for i in indicators.values("request.received")] == [3, 4]


def test_an_indicator_knows_where_and_when(report: gikparse.Report) -> None:
    indicator = report.indicators.get("training.classes")
    assert indicator is not None
    assert isinstance(indicator.section, Section)
    assert indicator.section.title == "培训"
    assert indicator.period == report.period
    assert indicator.quantity is report.quantities[2]
    assert 0 < indicator.confidence < 1


def test_reports_of_no_known_year_tell_this_year_from_others() -> None:
    report = gikparse.parse("一、总体情况\n今年主动公开政府信息12条，去年公开政府信息9条。")
    assert report.year is None
    assert [i.value for i in report.indicators] == [12]


def test_equal_reports_have_equal_quantities() -> None:
    assert gikparse.parse(TEXT).quantities == gikparse.parse(TEXT).quantities
    changed = gikparse.parse(TEXT.replace("12条，", "13条，"))
    assert changed.quantities != gikparse.parse(TEXT).quantities


def test_nothing_is_read_before_it_is_asked_for() -> None:
    code = (
        "import gikparse; from gikparse.facts import frames, measures, words;"
        "report = gikparse.parse('一、概述\\n公开信息12条。'); list(report.walk());"
        "known = (measures.measures, frames.frames, words.lexicon);"
        "assert not any(cached.cache_info().currsize for cached in known)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


PIECES = [
    *(
        "2020年",
        "今年",
        "全县",
        "各乡镇",
        "县水利局",
        "收到",
        "政府信息公开申请",
        "主动公开",
        "信息",
        "网站",
    ),
    *(
        "12条",
        "3件",
        "五次",
        "约30%",
        "0件",
        "5万元",
        "其中",
        "当面",
        "和",
        "、",
        "，",
        "；",
        "：",
        "。",
        "\n",
    ),
    *(
        "未",
        "没有",
        "无",
        "行政复议",
        "行政诉讼",
        "费用",
        "收取",
        "（",
        "）",
        "“",
        "”",
        "（一）",
        "一、",
        "| ",
    ),
    *(
        "（其中",
        "结转",
        "下年度",
        "答复",
        "同意公开",
        "分别",
        "均",
        "因",
        "引起的",
        "培训",
        "情况",
        "國(guó)",
    ),
]


SENTENCES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
SMALL = reports(min_depth=2, max_depth=2, max_sections=1, forms=False)


@settings(max_examples=settings.default.max_examples // 2)
@given(SENTENCES)
def test_no_text_makes_it_raise(text: str) -> None:
    report = gikparse.parse("汐樟县2020年政府信息公开工作年度报告\n一、总体情况\n" + text)
    check_report(report)


@settings(max_examples=settings.default.max_examples // 4)
@given(SMALL, st.data())
def test_no_sentence_in_a_report_makes_it_raise(
    written: WrittenReport, data: st.DataObject
) -> None:
    for number in range(6):
        text = data.draw(noisy(written.text, pieces=SENTENCES))
        check_report(gikparse.parse(text), rewritten=not number)
