"""Misspelt row labels are told by the rows that are missing where they stand."""

import gikparse

HEADS = "| 信息内容 | 本年处理决定数量 |\n"


def read(*rows: str) -> tuple[list[tuple[str, object]], list[str]]:
    """What is read of a table of sanctions, and what was misspelt."""
    lines = "".join(f"| {row} |\n" for row in rows)
    report = gikparse.parse(f"二、主动公开政府信息情况\n| 第二十条第（六）项 |\n{HEADS}{lines}")
    found = [(i.id, i.value) for i in report.indicators]
    return found, [d.message for d in gikparse.check(report, select="misspelt-label")]


def test_a_row_missing_between_its_neighbours() -> None:
    found, odd = read("行政处处罚 | 3", "行政强制 | 5")
    assert found == [("proactive.penalty", 3), ("proactive.coercion", 5)]
    assert odd == ["the label 行政处处罚 was read as 行政处罚"]


def test_a_row_that_is_there_already_is_not_told_twice() -> None:
    found, odd = read("行政处罚 | 1", "行政处处罚 | 3", "行政强制 | 5")
    assert found == [("proactive.penalty", 1), ("proactive.coercion", 5)]
    assert odd == []


def test_a_label_is_never_told_against_its_mark() -> None:
    page = (
        "三、收到和处理政府信息公开申请情况\n"
        "| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
        "| {}属于国国家秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
    )
    for mark, value in (("1.", 1), ("", 1), ("7.", None)):
        found = gikparse.parse(page.format(mark)).indicators
        assert found.value("request.answered.denied.state_secret") == value
