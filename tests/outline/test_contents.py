"""Lists of contents: their entries start no section."""

import pytest

from gikparse.folding import fold
from gikparse.outline.candidates import find_candidates
from gikparse.outline.contents import contents_spans, outside

BODY = "一、概述\n平稳有序。\n二、公开情况\n公开9条。\n三、存在问题\n不够丰富。"


def contents(text: str) -> list[str]:
    folded = fold(text)
    found = list(find_candidates(folded, [(0, len(text))]))
    return [folded[start:end] for start, end in contents_spans(folded, found)]


@pytest.mark.parametrize(
    "listed",
    [
        "一、概述,二、公开情况,三、存在问题,",
        "一、概述,(一)领导。,(二)制度。,二、公开情况,三、存在问题",
        "一、概述 二、公开情况 三、存在问题",
    ],
)
def test_a_line_that_lists_the_headings(listed: str) -> None:
    assert contents(f"{listed}\n{BODY}") == [listed]


def test_a_report_without_contents() -> None:
    assert contents(BODY) == []


def test_two_repeated_headings_are_no_contents() -> None:
    assert contents("一、概述\n二、公开情况\n一、概述\n二、公开情况") == []


def test_a_run_that_does_not_come_again_is_the_report() -> None:
    assert contents(f"一、领导\n二、制度\n三、人员\n{BODY}") == []


def test_candidates_in_contents_are_left_out() -> None:
    text = f"一、概述,二、公开情况,三、存在问题,\n{BODY}"
    found = list(find_candidates(text, [(0, len(text))]))
    left = list(outside(found, contents_spans(text, found)))
    assert [candidate.ordinal for candidate in left] == [1, 2, 3]
    assert all(candidate.start > text.index("\n") for candidate in left)
