"""The cells of a table aligned with the rows and heads of its form."""

import gikparse
from gikparse import Form
from gikparse.tables.alignment import Alignment, align
from gikparse.tables.entries import read_entries
from gikparse.tables.forms import index_form

HEADS = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"


def aligned(text: str, form: Form = Form.F2021) -> Alignment:
    (table,) = gikparse.parse(text).tables
    return align(read_entries(table), index_form(gikparse.catalogue, form), barred="|" in text)


def values(alignment: Alignment) -> dict[str, list[str]]:
    return {
        row.row.key if row.row else row.table.key: [e.content.text for e in row.values]
        for row in alignment.rows
    }


def test_what_follows_a_label_are_its_values() -> None:
    found = aligned(HEADS + "规章 | 1 | 2 | 3 |\n行政规范性文件 | 4 |  | — |\n")
    assert values(found) == {
        "proactive.regulation": ["1", "2", "3"],
        "proactive.normative_document": ["4", "", "—"],
    }


def test_a_label_that_the_form_does_not_know_keeps_its_values_to_itself() -> None:
    found = aligned(HEADS + "规章 | 1 | 2 | 3 |\n信访答复 | 7 | 8 | 9 |\n")
    assert values(found) == {"proactive.regulation": ["1", "2", "3"]}
    assert [stray.content.text for stray in found.strays] == ["信访答复"]


def test_words_between_bars_may_stand_in_the_place_of_a_figure() -> None:
    found = aligned(HEADS + "规章 | 见附件 | 2 | 3 |\n行政规范性文件 | 4 | 5 | 6 |\n")
    assert values(found)["proactive.regulation"] == ["见附件", "2", "3"]


LIST = """一、统计表
指标 单位 数量
1.政府公报公开政府信息数 条
热线接听数 件 204
2.政府网站公开政府信息数 条 3
3.政务微博公开政府信息数 条 1
"""


def test_without_bars_they_are_the_label_of_another_row() -> None:
    found = aligned(LIST, Form.F2014)
    assert list(values(found).values()) == [[], ["3"], ["1"]]
    assert [stray.content.text for stray in found.strays] == ["热线接听数"]


def test_a_unit_behind_a_label_is_no_value() -> None:
    found = aligned(LIST, Form.F2014)
    assert [row.unit for row in found.rows] == ["条", "条", "条"]


NUMBERED = "序号 | 指标 | 单位 | 数量 |\n1 | （一）收到申请数 | 件 | 3 |\n2 | {} | 件 | 5 |\n3 | （三）申请答复数 | 件 | 1 |\n"


def test_the_ordinal_number_of_the_next_row_is_no_value() -> None:
    for label in ("（二）申请办结数", "热线接听数"):
        found = aligned(NUMBERED.format(label), Form.F2014)
        assert values(found)["request.received"] == ["3"]


def test_a_repeated_label_has_its_values_once() -> None:
    found = aligned(HEADS + "规章 | 规章 | 1 | 2 | 3 |\n行政规范性文件 | 4 | 5 | 6 |\n")
    assert values(found)["proactive.regulation"] == ["1", "2", "3"]
    assert found.repeats
    assert not aligned(HEADS + "规章 | 1 | 1 | 1 |\n").repeats


def test_heads_are_those_of_the_table_over_whose_rows_they_stand() -> None:
    more = "信息内容 | 本年处理决定数量 |\n行政许可 | 5 |\n行政处罚 | 6 |\n"
    found = aligned(HEADS + "规章 | 1 | 2 | 3 |\n" + more)
    assert [table.key for table, _ in found.headers] == [
        "article_20_1",
        "article_20_5",
        "article_20_6",
    ]
