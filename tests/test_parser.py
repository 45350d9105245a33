"""From text to report: what is found, and what is said about what was not."""

import datetime
from pathlib import Path

import pytest

import gikparse
from fixtures import Case, each_case
from gikparse import UsageError
from gikparse.nodes import BackMatter, FrontMatter, Metadata, Section
from gikparse.testing import check_report


def headings(sections: tuple[Section, ...], indent: str = "") -> list[str]:
    return [
        line
        for section in sections
        for line in (
            f"{indent}{section.level} {section.heading.marker}|{section.title}",
            *headings(section.sections, indent + "  "),
        )
    ]


def blocks(matter: FrontMatter | BackMatter | None) -> list[str]:
    lines = []
    for block in matter.blocks if matter else ():
        name = type(block).__name__
        if isinstance(block, Metadata):
            fields = [f"  {f.name}|{f.label}|{f.value}" for f in block.fields]
            lines += [name, *fields]
        else:
            lines.append(f"{name}|{block.text}".replace("\n", "⏎"))
    return lines


def identity(report: gikparse.Report) -> list[str]:
    values = {name: getattr(report, name) for name in ("title", "agency", "year", "published")}
    lines = [f"{name}: {value}" for name, value in values.items() if value is not None]
    if report.period:
        lines.append("period: {} {}".format(*report.period))
    return lines


@each_case("outline.md")
def test_outline(case: Case) -> None:
    report = gikparse.parse(case.source)
    assert "\n".join(headings(report.sections)) == case.expected
    check_report(report)


@each_case("frame.md")
def test_frame(case: Case) -> None:
    report = gikparse.parse(case.source)
    assert "\n".join([*blocks(report.front), *blocks(report.back)]) == case.expected
    check_report(report)


@each_case("identity.md")
def test_identity(case: Case) -> None:
    assert "\n".join(identity(gikparse.parse(case.source))) == case.expected


def test_identity_names_its_places() -> None:
    text = (
        "汀溪縣2023年政府信息公開(kāi)年報(bào)\n统计期限为2023年1月1日至2023年12月31日\n一、概述"
    )
    report = gikparse.parse(text)
    places = {name: text[span.slice] for name, span in report.identity.spans.items()}
    assert places == {
        "title": "汀溪縣2023年政府信息公開(kāi)年報(bào)",
        "agency": "汀溪縣",
        "year": "2023年",
        "period": "2023年1月1日至2023年12月31日",
    }


def test_what_the_caller_knows_fills_gaps_only() -> None:
    report = gikparse.parse("松岭区2023年政府信息公开年报\n一、概述", agency="汀溪县", year=2020)
    assert (report.agency, report.year) == ("松岭区", 2023)
    report = gikparse.parse("一、概述", title="年报", agency="汀溪县", year=2020)
    assert (report.title, report.agency, report.year) == ("年报", "汀溪县", 2020)
    assert report.identity.spans == {}


def test_the_name_of_the_text_is_kept() -> None:
    assert gikparse.parse("一、概述", name="a.txt").source.name == "a.txt"


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\u3000", "\ufeff", "无", "|", "一、"])
def test_texts_that_say_next_to_nothing(text: str) -> None:
    check_report(gikparse.parse(text))


@pytest.mark.parametrize("wrong", [None, b"text", 3])
def test_only_a_string_is_a_text(wrong: object) -> None:
    with pytest.raises(UsageError, match=f"parse takes a str, not {type(wrong).__name__}"):
        gikparse.parse(wrong)  # type: ignore[arg-type]


def test_a_title_behind_a_marker_has_its_stop_outside() -> None:
    heading = gikparse.parse("一、概述。全年公开12条。").sections[0].heading
    assert (heading.text, heading.marker, heading.title) == ("一、概述。", "一、", "概述")


def test_paragraphs_are_the_lines_of_a_section() -> None:
    section = gikparse.parse("一、概述\n　　公开12条。  \n\n公开13条。\n二、问题").sections[0]
    assert [block.text for block in section.blocks] == ["公开12条。", "公开13条。"]


@pytest.mark.parametrize(
    ("text", "name", "place", "count"),
    [
        ("国(guó)家(jiā)公开", "injected-pinyin", "(guó)", "2 place(s)"),
        ("概\u200b述", "invisible-characters", "\u200b", "1 place(s)"),
        ("概述 -->", "markup-remains", "-->", "1 place(s)"),
        ("？！", "unreadable-text", "？！", ""),
        ("一、概述\n（一）甲乙。\n二)乙丙。\n（三）丙丁。", "lost-bracket", "二)", "二)"),
    ],
)
def test_diagnostics(text: str, name: str, place: str, count: str) -> None:
    (diagnostic,) = gikparse.parse(text).diagnostics
    assert (diagnostic.name, text[diagnostic.span.slice]) == (name, place)
    assert count in diagnostic.message
    assert diagnostic.chinese


def test_a_clean_report_has_no_diagnostics() -> None:
    assert gikparse.parse("汀溪县2023年政府信息公开年报\n一、概述\n公开12条。").diagnostics == ()


def test_parsing_twice_gives_the_same(examples: Path) -> None:
    text = (examples / "f2019.txt").read_text("utf-8")
    assert gikparse.parse(text) == gikparse.parse(text)


def test_published_is_a_day_and_period_are_two() -> None:
    text = (
        "汀溪县2016年政府信息公开年报\n2017年3月14日\n统计期限为2016年1月1日至12月31日。\n一、概述"
    )
    report = gikparse.parse(text)
    assert report.published == datetime.date(2017, 3, 14)
    assert report.period == (datetime.date(2016, 1, 1), datetime.date(2016, 12, 31))


@pytest.mark.parametrize(
    "text", ["索引号-->", "索引号：-->", "一、-->\n", "国(guó)一、概述\n一、(yī)"]
)
def test_what_is_left_out_behind_an_empty_part_is_outside_its_node(text: str) -> None:
    check_report(gikparse.parse(text))


@pytest.mark.parametrize("heading", ["二、附表", "二、 附表", "二、 统计数据"])
def test_a_heading_over_a_table_with_outer_bars_is_no_cell(heading: str) -> None:
    table = "| 指标 | 单位 | 数量 |\n| 制发规范性文件总数 | 件 | 0 |"
    report = gikparse.parse(f"汀溪县2008年政府信息公开年报\n一、概述\n{heading}\n{table}")
    assert [section.heading.text for section in report.sections] == ["一、概述", heading]


def test_a_row_without_a_label_goes_on_with_the_field_before_it() -> None:
    report = gikparse.parse("名称 |\n| 统计表 |\n| 二稿 |\n来源 | 某局")
    fields = [(field.name, field.value) for field in report.find_all(gikparse.Field)]
    assert fields == [("title", "统计表 |\n| 二稿"), ("source", "某局")]
    check_report(report)
