"""Heads that the page has broken over two lines."""

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
