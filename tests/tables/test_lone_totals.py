"""Rows that state nothing but their total, with padding where the page had spans."""

from decimal import Decimal

import gikparse

HEAD = """三、收到和处理政府信息公开申请情况
申请人情况 |
||||||||
自然人 |
法人或其他组织 |
总计 |
|||||||
商业企业 |
科研机构 |
社会公益组织 |
法律服务机构 |
其他 |
|||||
"""


def row(label: str, cells: list[str], padding: str) -> str:
    return "\n".join([f"{label} |", *(f"{cell} |".strip() for cell in cells), padding]) + "\n"


def totals(text: str) -> list[tuple[str, int | Decimal | None]]:
    return [(i.id, i.value) for i in gikparse.parse(text).indicators if i.column == "total"]


def test_a_lone_figure_is_the_total_where_rows_without_padding_say_so() -> None:
    text = (
        HEAD
        + row("一、本年新收政府信息公开申请数量", [""] * 6 + ["4"], "||")
        + row("三、本年度办理结果 |\n(一)予以公开", [""] * 6 + ["3"], "|")
        + row("(三)不予公开 |\n1.属于国家秘密", [""] * 6 + ["1"], "")
    )
    assert totals(text) == [
        ("request.received", 4),
        ("request.answered.granted", 3),
        ("request.answered.denied.state_secret", 1),
    ]


def test_it_stays_open_where_no_row_says_so() -> None:
    text = HEAD + row("一、本年新收政府信息公开申请数量", [""] * 6 + ["4"], "||")
    assert totals(text) == [("request.received", None)]


def test_it_stays_open_where_a_row_denies_it() -> None:
    text = (
        HEAD
        + row("一、本年新收政府信息公开申请数量", [""] * 6 + ["4"], "||")
        + row("(三)不予公开 |\n1.属于国家秘密", ["1"] + [""] * 6, "")
    )
    assert ("request.received", 4) not in totals(text)
