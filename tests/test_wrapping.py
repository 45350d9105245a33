"""Pages whose lines a tool has broken at a width."""

import gikparse
from gikparse.wrapping import wrapped_breaks

LINE = "全县各部门按照要求认真做好政府信息公开各项工作并"
PAGE = "\n".join([LINE] * 9)


def joined(text: str) -> str:
    """The text without the breaks that are only the edge of the page."""
    places = {place for span in wrapped_breaks(text) for place in range(*span)}
    return "".join(character for i, character in enumerate(text) if i not in places)


def test_full_lines_go_on_in_the_next_one() -> None:
    assert joined(f"{PAGE}\n  公开。\n完。") == LINE * 9 + "公开。\n完。"


def test_a_full_line_that_ends_with_a_stop_ends_there() -> None:
    whole = LINE[:-1] + "。"
    assert joined(f"{PAGE}\n{whole}\n全县") == f"{LINE * 9}{whole}\n全县"


def test_a_mark_a_page_mark_and_a_table_begin_a_line() -> None:
    for following in ("一、概述", "- 3 -", "规章 | 3 |", ""):
        assert joined(f"{PAGE}\n{following}\n全县。") == f"{LINE * 9}\n{following}\n全县。"


def test_paragraphs_that_no_tool_has_wrapped_stay() -> None:
    for text in ("", "\n", f"{LINE * 6}\n" * 9, f"{LINE}\n{LINE}"):
        assert joined(text) == text


def test_lines_of_many_lengths_are_not_wrapped() -> None:
    text = "\n".join(LINE[:length] for length in range(2, 20))
    assert joined(text) == text


def test_a_heading_takes_the_line_that_it_was_wrapped_into() -> None:
    heading = "一、推进重点领域和关键环节政府信息公开工作的主要"
    report = gikparse.parse(f"{PAGE}\n{heading}\n做法和成效\n{PAGE}")
    assert [s.title for s in report.sections] == [heading[2:] + "\n做法和成效"]


def test_a_short_heading_ends_with_its_line() -> None:
    report = gikparse.parse(f"{PAGE}\n一、主要做法\n二、主要成效\n{PAGE}")
    assert [s.title for s in report.sections] == ["主要做法", "主要成效"]
