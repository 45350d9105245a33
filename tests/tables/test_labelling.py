"""Which cells are labels of the form, those put together that the page has broken."""

import gikparse
from gikparse import Form
from gikparse.tables.entries import read_entries
from gikparse.tables.forms import index_form
from gikparse.tables.labelling import label_items

REST = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"


def items(text: str) -> list[tuple[str, bool]]:
    """What each item says, and whether the form knows it."""
    entries = read_entries(gikparse.parse(REST + text).tables[0])
    index = index_form(gikparse.catalogue, Form.F2021)
    found = [item for item in label_items(entries, index) if item.entry.line]
    return [(i.wording.text if i.wording else i.entry.content.text, bool(i.known)) for i in found]


def test_labels_and_figures() -> None:
    assert items("| 规章 | 3 |\n") == [("规章", True), ("3", False)]


def test_a_label_broken_into_cells_is_one() -> None:
    assert items("| 行政规范 | 性文件 | 3 |\n") == [("行政规范性文件", True), ("3", False)]


def test_a_label_written_a_character_a_line() -> None:
    assert items("| 行 |\n| 政 |\n| 许 |\n| 可 |\n| 3 |\n")[0] == ("行政许可", True)


def test_two_labels_side_by_side_stay_two() -> None:
    assert items("| 规章 | 行政许可 |\n") == [("规章", True), ("行政许可", True)]


def test_a_note_belongs_to_the_label_before_it() -> None:
    assert items("| 规章 | （指本级） | 3 |\n") == [("规章", True), ("3", False)]


def test_unknown_words_repeated_in_their_span_are_one() -> None:
    assert items("| 信访答复 | 信访答复 | 3 |\n") == [("信访答复", False), ("3", False)]
    assert items("| 信访答复 |\n| 信访答复 |\n| 3 |\n") == [("信访答复", False), ("3", False)]
