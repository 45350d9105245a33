"""The parts of a line outside the sections."""

import pytest

from gikparse.frame.lines import read_frame_line, read_metadata_table
from gikparse.regions import Line


def parts(line: str) -> list[tuple[str, str]]:
    pieces = read_frame_line(line, Line(0, len(line.partition("\n")[0])), len(line))
    return [(piece.kind.value, line[piece.start : piece.end]) for piece in pieces]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("汀溪县2023年政府信息公开工作年度报告", "TITLE"),
        ("2016年度汀溪县政务公开工作总结", "TITLE"),
        ("汀溪县政府信息公开年报(2016年)", "TITLE"),
        ("汀溪县人民政府", "BYLINE"),
        ("市 民 政 局", "BYLINE"),
        ("2017年3月14日", "BYLINE"),
        ("(2017年3月14日)", "BYLINE"),
        ("二〇一三年一月", "BYLINE"),
        ("引 言", "RUBRIC"),
        ("名词解释:", "RUBRIC"),
        ("附件1:政府信息公开情况统计表", "ATTACHMENT"),
        ("附:汀溪县2016年统计表.doc", "ATTACHMENT"),
        ("QQ空间", "FURNITURE"),
        ("首页 > 政务公开 > 年报", "FURNITURE"),
        ("发布时间:2017-03-14", "METADATA"),
        ("本报告根据条例编制。", "PARAGRAPH"),
        ("关于发布汀溪县2016年政府信息公开年报的通知", "PARAGRAPH"),
    ],
)
def test_a_line_of_one_part(line: str, kind: str) -> None:
    assert parts(line) == [(kind, line)]


def test_a_title_ends_where_the_frame_does() -> None:
    text = "汀溪县民政(一)局2023年政府信息公开工作年度报告"
    for limit in (5, 12):
        pieces = read_frame_line(text, Line(0, limit), limit)
        assert all(piece.end <= limit and piece.kind.value != "TITLE" for piece in pieces)


def test_the_parts_of_a_flattened_line() -> None:
    line = "汀溪县2016年政府信息公开年报 日期:2017-03-14 来源:汀溪县"
    assert parts(line) == [
        ("TITLE", "汀溪县2016年政府信息公开年报"),
        ("METADATA", "日期:2017-03-14 来源:汀溪县"),
    ]


def test_a_title_runs_over_a_line_end() -> None:
    text = "汀溪县人民政府2016年\n政府信息公开工作年度报告"
    assert parts(text) == [("TITLE", text)]


def test_a_metadata_table() -> None:
    table = "索 引 号 | QX001 | 发布日期 | 2016-03-01 |\n文 号 | |"
    names = [field.name for field in read_metadata_table(table, 0, len(table))[1]]
    assert names == ["index", "published", "document_number"]


def test_another_table_has_no_fields() -> None:
    table = "规章 | 3 |\n文号 | 2 |"
    assert read_metadata_table(table, 0, len(table))[1] == ()
