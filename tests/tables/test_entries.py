"""The cells of a table as the alignment reads them."""

import pytest

import gikparse
from gikparse.tables.entries import Kind, read_content, read_entries


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.BLANK),
        ("12", Kind.FIGURE),
        ("1,204", Kind.FIGURE),
        ("251000元", Kind.FIGURE),
        ("—", Kind.FIGURE),
        ("详见附表", Kind.FIGURE),
        ("2648-18538", Kind.RUN),
        ("件", Kind.UNIT),
        ("规章", Kind.WORDS),
        ("1.", Kind.WORDS),
        ("12个工作日", Kind.WORDS),
    ],
)
def test_what_a_cell_is_by_its_look(text: str, kind: Kind) -> None:
    assert read_content(text).kind is kind


def entries(text: str) -> list[tuple[str, int, int]]:
    found = read_entries(gikparse.parse(text).tables[0])
    return [(entry.content.text, entry.line, entry.place) for entry in found]


def test_each_knows_its_line_and_its_place() -> None:
    assert entries("| 规章 |  | ３ |\n| 规范性 文件 | 8 | 9 |\n") == [
        ("规章", 0, 0),
        ("", 0, 1),
        ("3", 0, 2),
        ("规范性文件", 1, 0),
        ("8", 1, 1),
        ("9", 1, 2),
    ]


def test_two_figures_in_a_cell_are_two_entries() -> None:
    report = gikparse.parse("| 规章 | 12 3 |\n| 规范性文件 | 0 0 |\n")
    found = read_entries(report.tables[0])[1:3]
    assert [report.source.text[entry.span] for entry in found] == ["12", "3"]
    assert found[0].cell is found[1].cell


def test_pinyin_is_no_part_of_a_cell() -> None:
    page = "國(guó)家統(tǒng)計(jì)局\n| 規(guī)章(zhāng) | 3 |\n| 規(guī)範(fàn)性文件 | 5 |\n"
    assert ("规章", 1, 0) in entries(page)
