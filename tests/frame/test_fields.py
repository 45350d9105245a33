"""Metadata fields on a line."""

import pytest

from gikparse.frame.fields import field_name, read_fields


def fields(line: str) -> list[tuple[str | None, str, str]]:
    return [
        (f.name, line[f.label_start : f.label_end], line[f.value_start : f.value_end])
        for f in read_fields(line, 0, len(line))
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("索引号:QX001", [("index", "索引号", "QX001")]),
        ("索 引 号 : QX001 ", [("index", "索 引 号", "QX001")]),
        ("文号:", [("document_number", "文号", "")]),
        ("文号", [("document_number", "文号", "")]),
        ("• 有效性:有效", [("validity", "有效性", "有效")]),
        ("发布日期 | 2016-03-01 |", [("published", "发布日期", "2016-03-01")]),
        (
            "文 号 | 有 效 性 | 有效 |",
            [("document_number", "文 号", ""), ("validity", "有 效 性", "有效")],
        ),
        (
            "日期: 2017-03-14 浏览量:354 来源:汀溪县",
            [
                ("dated", "日期", "2017-03-14"),
                ("views", "浏览量", "354"),
                ("source", "来源", "汀溪县"),
            ],
        ),
        ("中文名汀溪县年报", [("title", "中文名", "汀溪县年报")]),
        ("日期正确无误。", []),
        ("时间表已经公布", []),
        ("全年公开12条", []),
    ],
)
def test_fields(line: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert fields(line) == expected


def test_in_a_long_line_a_value_ends_at_a_blank_or_with_its_date() -> None:
    line = "发布时间:2017-03-14 来源:汀溪县 " + "本报告根据条例编制。" * 20
    assert fields(line) == [
        ("published", "发布时间", "2017-03-14"),
        ("source", "来源", "汀溪县"),
    ]


def test_field_name() -> None:
    assert field_name("发 布 机 构") == "publisher"
    assert field_name("机构") is None
