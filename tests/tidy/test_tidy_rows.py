"""What the rows of the tidy tables say, and that nothing in them is guessed."""

import gikparse
from gikparse import tidy

TEXT = """汀溪县2018年政府信息公开工作年度报告
一、总体情况
（一）主动公开。全年主动公开1.3万余条。
二、统计表
指标 | 单位 | 数量 |
三、依申请公开情况 | — |
|
（一）收到申请数 | 件 | 0 |
1.当面申请数 | 件 | |
2.传真申请数 | 件 | — |
"""


def test_empty_and_inapplicable_are_null_and_not_zero() -> None:
    report = gikparse.parse(TEXT, name="a.txt")
    figures = {row["id"]: row for row in tidy.rows(report, "indicators")}
    read = {id_: (figures[id_]["value"], figures[id_]["semantic"]) for id_ in figures}
    assert read["request.received"] == (0, "zero")
    assert read["request.received.in_person"] == (None, "empty")
    assert read["request.received.fax"] == (None, "na")


def test_the_key_stands_beside_the_name_as_written() -> None:
    (row,) = tidy.rows(gikparse.parse(TEXT, name="a.txt"), "reports")
    assert (row["agency"], row["agency_key"]) == ("汀溪县", "汀溪县人民政府")
    assert (row["agency_rules"], row["agency_from"]) == (["bare-division"], "text")
    assert (row["year"], row["year_from"]) == (2018, "text")


def test_what_the_caller_said_is_told_from_what_the_text_says() -> None:
    (row,) = tidy.rows(gikparse.parse("一、概述", agency="汀溪县", year=2018), "reports")
    assert (row["agency_from"], row["year_from"]) == ("caller", "caller")
    (row,) = tidy.rows(gikparse.parse("一、概述"), "reports")
    assert (row["agency"], row["agency_key"], row["agency_from"], row["year_from"]) == (None,) * 4


def test_sections_know_the_section_around_them() -> None:
    report = gikparse.parse("一、甲\n（一）乙\n1.丙\n二、丁\n（一）戊\n", name="a.txt")
    rows = list(tidy.rows(report, "sections"))
    assert [row["parent"] for row in rows] == [None, 1, 2, None, 4]
    assert [row["path"] for row in rows][2:] == ["一、/（一）/1.", "二、", "二、/（一）"]


def test_places_lead_back_to_the_text() -> None:
    report = gikparse.parse(TEXT, name="a.txt")
    for table in ("sections", "indicators", "quantities", "diagnostics"):
        for row in tidy.rows(report, table):
            assert row["line"] == report.source.position(row["start"]).line
    for row in tidy.rows(report, "quantities"):
        assert row["text"] == report.source.text[row["start"] : row["end"]]


def test_findings_are_counted() -> None:
    report = gikparse.parse("一、甲\n情况。\n二、乙\n情况。\n二、丙\n情况。\n", name="a.txt")
    (row,) = tidy.rows(report, "reports")
    found = list(tidy.rows(report, "diagnostics"))
    assert row["warnings"] == sum(f["severity"] == "warning" for f in found) > 0


def test_a_report_without_a_name_is_called_by_its_hash() -> None:
    one, other, again = (gikparse.parse(text) for text in ("一、甲", "一、乙", "一、甲"))
    names = [row["file"] for row in tidy.rows([one, other, again], "reports")]
    assert names[0] == names[2] != names[1]
    assert names[0].startswith("sha256:")
