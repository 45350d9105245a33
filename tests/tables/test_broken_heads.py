"""Heads that the page has broken over two lines, or that say twice the same."""

import gikparse

TABLE = """三、收到和处理政府信息公开申请情况
自然人 | 法人或其他组织 | 总计 |
商业 | 科研 | 社会公益组织 | 法律服务机构 | 其他 |
企业 | 机构 |
一、本年新收政府信息公开申请数量 | 2 | | 1 | | | | 3 |
"""


def test_halves_of_a_head_are_its_column() -> None:
    report = gikparse.parse(TABLE)
    read = {i.column: i.value for i in report.indicators if i.value is not None}
    assert read == {"natural_person": 2, "research": 1, "total": 3}
    assert not [d for d in gikparse.check(report) if d.name == "unknown-label"]


def test_a_head_that_nothing_completes_stays_unknown() -> None:
    report = gikparse.parse(TABLE.replace("商业 |", "教育 |"))
    unknown = [report.source.text[d.span] for d in gikparse.check(report, select="unknown-label")]
    assert unknown == ["教育"]


def test_a_head_in_the_place_of_another_is_read_as_that_one() -> None:
    text = """二、主动公开政府信息情况
第二十条第（一）项 |
信息内容 | 本年新制作数量 | 本年新制作数量 | 对外公开总数量 |
规章 | 1 | 2 | 3 |
"""
    report = gikparse.parse(text)
    assert {i.column: i.value for i in report.indicators} == {
        "produced": 1,
        "newly_disclosed": 2,
        "total_disclosed": 3,
    }
    (found,) = gikparse.check(report, select="misspelt-label")
    assert report.source.text[found.span] == "本年新制作数量"
    assert "本年新公开数量" in found.message


def test_a_title_may_lack_its_second_ordinal_mark() -> None:
    text = "信息内容本年新制作数量本年新公开数量对外公开总数量\n规章000\n规范性文件000\n"
    text += "第二十条(五)项\n信息内容上一年项目数量本年增/减处理决定数量\n行政许可120\n"
    indicators = gikparse.parse("二、主动公开政府信息情况\n" + text).indicators
    assert [i.value for i in indicators.values("proactive.normative_document")] == [0, 0, 0]
