"""Which columns a table has, told by the heads over its rows."""

import gikparse
from gikparse import Form
from gikparse.tables.entries import Kind, read_entries
from gikparse.tables.forms import index_form
from gikparse.tables.headers import Header, read_header, replaces
from gikparse.tables.labelling import label_items

FORM = gikparse.catalogue.forms[Form.F2021]


def header(key: str, *lines: str) -> Header:
    """What some lines of heads say, over a table of the form."""
    text = "".join(f"| {line} |\n" for line in lines) + "| 规章 | 0 |\n"
    entries = [e for e in read_entries(gikparse.parse(text).tables[0]) if e.line < len(lines)]
    items = label_items(entries, index_form(gikparse.catalogue, Form.F2021))
    return read_header(FORM.table(key), [item for item in items if item.kind is Kind.WORDS])


def columns(read: Header) -> list[str | None]:
    return [slot.column.key if slot.column else None for slot in read.slots]


def test_heads_side_by_side() -> None:
    read = header("article_20_1", "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数")
    assert columns(read) == ["issued", "repealed", "in_force"]
    assert (read.missing, read.width, read.assumed) == ((), 4, False)


def test_the_order_of_the_page_counts_where_heads_stand_side_by_side() -> None:
    read = header("article_20_1", "信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数")
    assert columns(read) == ["in_force", "issued", "repealed"]


def test_a_column_that_the_page_lacks() -> None:
    read = header("article_20_1", "信息内容 | 本年制发件数 | 现行有效件数")
    assert columns(read) == ["issued", "in_force"]
    assert [column.key for column in read.missing] == ["repealed"]


def test_a_column_that_the_form_does_not_know() -> None:
    read = header(
        "article_20_1", "信息内容 | 本年制发件数 | 备案情况 | 本年废止件数 | 现行有效件数"
    )
    assert columns(read) == ["issued", None, "repealed", "in_force"]
    assert [item.entry.content.text for item in read.unknown] == ["备案情况"]


def test_a_misspelt_head() -> None:
    read = header("article_20_1", "信息内容 | 本年制发件数 | 本年废止止件数 | 现行有效件数")
    assert columns(read) == ["issued", "repealed", "in_force"]
    assert [one.meant for one in read.misspelt] == ["本年废止件数"]


def test_a_head_may_state_a_unit() -> None:
    read = header("article_20_8", "信息内容 | 本年收费金额（单位：元）")
    assert [slot.unit for slot in read.slots] == ["元"]


def test_in_a_matrix_the_order_of_the_form_counts() -> None:
    read = header(
        "requests",
        "自然人 | 法人或其他组织 | 总计",
        "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他",
    )
    assert columns(read) == [column.key for column in FORM.table("requests").columns]


def test_the_heads_of_one_row_of_values() -> None:
    outcomes = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计"
    read = header("review", "行政复议 | 行政诉讼", " | ".join([outcomes] * 3))
    assert [slot.column.id for slot in read.slots if slot.column] == [
        column.id for column in FORM.table("review").columns
    ]


def test_without_heads_the_columns_are_assumed() -> None:
    read = header("article_20_1", "第二十条第（一）项")
    assert (columns(read), read.assumed) == (["issued", "repealed", "in_force"], True)


def test_heads_between_rows_replace_the_former_ones_if_they_name_enough() -> None:
    former = header("article_20_1", "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数")
    assert replaces(header("article_20_1", "信息内容 | 本年制发件数 | 现行有效件数"), former)
    assert not replaces(header("article_20_1", "信息内容 | 现行有效件数"), former)
    assert not replaces(header("article_20_1", "第二十条第（一）项"), former)
