"""The tree: equality of content, walking, and what the nodes derive from their spans."""

import attrs
import pytest

import gikparse
from gikparse import Field, Heading, NumberingScheme, Paragraph, Section, Table
from gikparse.nodes import Cell, Node, Unknown
from gikparse.source import Source, Span

TEXT = """\
索引号：QX001
汀溪县2023年政府信息公开工作年度报告
一、总体情况
全年公开12条。
（一）主动公开情况
规章 | 3 |
二、存在的主要问题
"""


@pytest.fixture(scope="module")
def report() -> gikparse.Report:
    return gikparse.parse(TEXT)


def leaf(text: str, span: Span, kind: type[Node] = Paragraph) -> Node:
    return kind(source=Source(text=text), span=span)


def test_every_node_is_a_slice_of_the_source(report: gikparse.Report) -> None:
    assert all(TEXT[node.span.slice] == node.text for node in report.walk())
    assert all(node.source is report.source for node in report.walk())


def test_walk_goes_in_document_order(report: gikparse.Report) -> None:
    kinds = [type(node).__name__ for node in report.walk()]
    assert kinds == [
        *("Report", "FrontMatter", "Metadata", "Field", "Title"),
        *("Section", "Heading", "Paragraph", "Section", "Heading"),
        *("Table", "Row", "Cell", "Cell", "Section", "Heading"),
    ]


def test_find(report: gikparse.Report) -> None:
    assert [s.title for s in report.find_all(Section)] == [
        "总体情况",
        "主动公开情况",
        "存在的主要问题",
    ]
    assert [cell.text for cell in report.find_all(Cell)] == ["规章", "3"]
    assert report.find(Table) is report.tables[0]
    assert report.find(Unknown) is None
    assert report.find(gikparse.Report) is report


def test_walk_needs_no_recursion() -> None:
    source = Source(text="一")
    heading = Heading(
        source=source,
        span=Span(0, 1),
        scheme=NumberingScheme.CHINESE,
        marker_span=Span(0, 1),
        title_span=Span(1, 1),
    )
    section = Section(source=source, span=Span(0, 1), heading=heading)
    for _ in range(2000):
        section = Section(source=source, span=Span(0, 1), heading=heading, sections=(section,))
    assert sum(1 for _ in section.walk()) == 2 * 2001


def test_section_and_heading(report: gikparse.Report) -> None:
    section = report.sections[0].sections[0]
    assert (section.level, section.title) == (2, "主动公开情况")
    heading = section.heading
    assert (heading.marker, heading.ordinal, heading.scheme) == (
        "（一）",
        1,
        NumberingScheme.CHINESE_PAREN,
    )
    assert section.topic is heading.topic is gikparse.Topic.PROACTIVE
    assert section.children == (heading, *section.blocks)


def test_field(report: gikparse.Report) -> None:
    field = report.find(Field)
    assert field is not None
    assert (field.name, field.label, field.value) == ("index", "索引号", "QX001")


def test_nodes_are_equal_by_content() -> None:
    node = leaf("一二三", Span(0, 1))
    assert node == leaf("一二三", Span(0, 1))
    assert hash(node) == hash(leaf("一二三", Span(0, 1)))
    assert node == leaf("一四五", Span(0, 1)), "the source around a node does not count"
    assert node != leaf("四二三", Span(0, 1)), "its text does"
    assert node != leaf("一二三", Span(0, 2))
    assert node != leaf("一二三", Span(0, 1), Unknown), "its class does"
    assert node != "一"


def test_equality_sees_what_is_deep_inside() -> None:
    changed = TEXT.replace("规章 | 3 |", "规章 | 4 |")
    assert gikparse.parse(TEXT) == gikparse.parse(TEXT)
    assert gikparse.parse(TEXT) != gikparse.parse(changed)
    assert gikparse.parse(TEXT).sections[1] == gikparse.parse(changed).sections[1]


def test_reports_differ_by_their_blanks() -> None:
    assert gikparse.parse("一、概述\n") != gikparse.parse("一、概述 ")


def test_nodes_do_not_change(report: gikparse.Report) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        report.sections[0].span = Span(0, 1)  # type: ignore[misc]
