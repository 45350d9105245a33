"""Where a title ends."""

import pytest

from gikparse.folding import fold
from gikparse.outline.titles import find_title

LONG = "在门户网站和政务新媒体同步发布各类惠民政策、项目进展和办事指南的基础上，进一步扩大了公开范围和受众面。"


def title(text: str, *, run_in: bool = False) -> tuple[str, str]:
    """The title of a text that begins with `一、`, and what is left behind its heading."""
    folded = fold(text)
    line_end = len(folded.partition("\n")[0])
    found = find_title(folded, 2, line_end, len(folded), run_in=run_in)
    return text[found.start : found.end], text[found.heading_end :]


@pytest.mark.parametrize(
    ("text", "expected", "rest"),
    [
        ("一、概述", "概述", ""),
        ("一、概述\n公开12条。", "概述", "\n公开12条。"),
        ("一、 概述 ", "概述", " "),
        ("一、概述。公开12条。", "概述", "公开12条。"),
        ("一、概述：公开12条。", "概述", "公开12条。"),
        ("一、概述；公开12条。", "概述", "公开12条。"),
        ("一、突出重点，丰富内容。公开12条。", "突出重点，丰富内容", "公开12条。"),
        ("一、（附：说明。略）情况", "（附：说明。略）情况", ""),
        ("一、" + "甲" * 60, "甲" * 60, ""),
        ("一、" + "甲" * 61, "", "甲" * 61),
        ("一、" + "甲" * 40 + "。", "甲" * 40, ""),
        ("一、" + "甲" * 41 + "。", "", "甲" * 41 + "。"),
        ("一、" + LONG, "", LONG),
        ("一、2020年，公开7条。", "", "2020年，公开7条。"),
        ("一、2020年度我局强化管理，公开7条。", "", "2020年度我局强化管理，公开7条。"),
        ("一、2020年工作情况", "2020年工作情况", ""),
        ("一、总体情况2019年，公开7条。", "总体情况", "2019年，公开7条。"),
        ("一、总体情况 全县公开7条。", "总体情况", " 全县公开7条。"),
        ("一、政府网站全年发布信息。", "政府网站全年发布信息", ""),
        ("一、", "", ""),
        ("一、。", "", "。"),
    ],
)
def test_title_at_a_line_start(text: str, expected: str, rest: str) -> None:
    assert title(text) == (expected, rest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、加强领导工作我局成立专班" + "甲" * 60, "加强领导工作"),
        ("一、加强领导 成立专班" + "甲" * 60, "加强领导"),
        ("一、人员培训2019年开班" + "甲" * 60, "人员培训"),
        ("一、" + "甲" * 80, ""),
    ],
)
def test_title_that_nothing_closes_in_running_text(text: str, expected: str) -> None:
    assert title(text, run_in=True)[0] == expected


def test_a_title_ends_before_the_next_heading() -> None:
    text = "一、公开情况(一)公开内容"
    found = find_title(text, 2, len(text), text.index("("), run_in=True)
    assert text[found.start : found.end] == "公开情况"
