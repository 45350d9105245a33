"""Which row each label opens: order decides where one wording stands for several rows."""

import gikparse
from gikparse import Form
from gikparse.tables.entries import read_entries
from gikparse.tables.forms import index_form
from gikparse.tables.labelling import label_items
from gikparse.tables.ordering import choose_rows

HEADS = "| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 总计 |\n"


def chosen(*labels: str) -> list[str]:
    """The keys of the rows that some labels open, `-` for none."""
    rows = "".join(f"| {label} | 0 | 1 | 2 | 3 |\n" for label in labels)
    entries = read_entries(gikparse.parse(HEADS + rows).tables[0])
    index = index_form(gikparse.catalogue, Form.F2021)
    items = label_items(entries, index)
    pairs = zip(items, choose_rows(items, index), strict=True)
    return [
        "-" if row is None else index.order[row].row.key
        for item, row in pairs
        if item.wording and item.entry.line
    ]


def test_rows_in_the_order_of_the_form() -> None:
    assert chosen("一、本年新收政府信息公开申请数量", "四、结转下年度继续办理") == [
        "request.received",
        "request.carried_out",
    ]


def test_a_wording_is_the_next_row_of_that_name() -> None:
    after = chosen(
        "（六）其他处理",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "3.其他",
    )
    assert after[-1] == "request.answered.other.other"


def test_a_row_that_is_missing_leaves_those_behind_it_in_place() -> None:
    assert chosen("（一）予以公开", "1.属于国家秘密", "3.危及“三安全一稳定”") == [
        "request.answered.granted",
        "request.answered.denied.state_secret",
        "request.answered.denied.security_stability",
    ]


def test_a_label_out_of_order_opens_no_row() -> None:
    rows = chosen(
        "（一）予以公开",
        "四、结转下年度继续办理",
        "1.属于国家秘密",
        "3.危及“三安全一稳定”",
        "（七）总计",
    )
    assert rows[1] == "-"
    assert rows[-1] == "request.answered"
