"""What the cells of a table hold, those included that the page has glued together."""

import gikparse
from gikparse.values import Number

HEADS = (
    "三、收到和处理政府信息公开申请情况\n申请人情况\n"
    "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
)
ROWS = """一、本年新收政府信息公开申请数量{received}
二、上年结转政府信息公开申请数量{carried_in}
三、本年度办理结果
（一）予以公开{granted}
（七）总计{closed}
四、结转下年度继续办理{carried_out}
"""
ZEROS = "0000000"


def report(**rows: str) -> gikparse.Report:
    given = dict.fromkeys(("received", "carried_in", "granted", "closed", "carried_out"), ZEROS)
    return gikparse.parse(HEADS + ROWS.format(**given | rows))


def figures(read: gikparse.Report, id_: str) -> list[Number | None]:
    return [i.value for i in read.indicators.values(id_)]


def test_glued_figures_whose_sum_leaves_one_reading() -> None:
    read = report(received="21710000218", granted="21710000218", closed="21710000218")
    assert figures(read, "request.received") == [217, 1, 0, 0, 0, 0, 218]


def test_each_is_a_slice_of_the_source() -> None:
    read = report(received="21710000218", granted="21710000218", closed="21710000218")
    (total,) = [i for i in read.indicators.values("request.received") if i.column == "total"]
    assert read.source.text[total.span] == "218"


def test_what_readings_do_not_agree_on_stays_open_and_keeps_them() -> None:
    read = report(received="110000011", closed="110000011")
    found = read.indicators.values("request.received")
    assert all(i.value is not None or len(i.readings) > 1 for i in found)
    assert None in [i.value for i in found]


def test_nothing_is_read_where_no_reading_keeps_the_sums_of_most_rows() -> None:
    read = report(received="21710000219", carried_in="1200009", granted="31000006", closed="500009")
    assert {i.value for i in read.indicators if i.column == "natural_person"} == {None}


def test_figures_that_blanks_divide_are_not_divided_again() -> None:
    rows = dict.fromkeys(("received", "carried_in", "granted", "closed"), " 469 0 3 0 480")
    assert figures(report(carried_out=" 0 0 0 0 0", **rows), "request.received") == [None] * 7


def test_a_group_that_is_filled_in_as_one_row_states_its_figures() -> None:
    text = (
        "三、收到和处理政府信息公开申请情况\n"
        "| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
        "| （六）其他处理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| （七）总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
    )
    assert gikparse.parse(text).indicators.value("request.answered.other") == 1
