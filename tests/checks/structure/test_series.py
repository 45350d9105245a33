"""`find_series`: which headings are numbered together, and where that cannot be told."""

import attrs
import pytest

import gikparse
from gikparse.checks.structure.series import find_series, is_nested


def series(text: str) -> list[tuple[str | None, str, bool]]:
    """Each series: the parent's marker, the markers, whether it may begin anywhere."""
    return [
        (
            found.parent and found.parent.marker,
            " ".join(mark.heading.marker for mark in found.marks),
            found.carried,
        )
        for found in find_series(gikparse.parse(text))
    ]


def test_one_rank_under_one_parent() -> None:
    text = (
        "一、甲类情况\n1.子项\n2.丑项\n（一）寅项\n1.卯项\n（二）辰项\n二、乙类情况\n（一）巳项\n"
    )
    assert series(text) == [
        (None, "一、 二、", True),
        ("一、", "1. 2.", True),  # 1 follows from nothing before it
        ("一、", "（一） （二）", True),
        ("（一）", "1.", False),
        ("二、", "（一）", False),
    ]


def test_numbers_that_go_on_from_the_series_before() -> None:
    text = "一、甲类情况\n（一）子项\n1.丑项\n2.寅项\n（二）卯项\n3.辰项\n4.巳项\n"
    assert ("（二）", "3. 4.", True) in series(text)
    assert ("（二）", "4. 5.", False) in series(text.replace("4.", "5.").replace("3.", "4."))


def test_no_sections() -> None:
    assert series("本年度无内容。\n") == []


def test_unreadable_number_ends_its_series() -> None:
    report = gikparse.parse("一、甲类情况\n无。\n二、乙类情况\n无。\n五、丙类情况\n无。\n")
    first, second, third = report.sections
    title = second.heading.title_span
    torn = attrs.evolve(second, heading=attrs.evolve(second.heading, marker_span=title))
    assert torn.heading.ordinal is None
    damaged = attrs.evolve(report, sections=(first, torn, third))
    found = list(find_series(damaged))
    assert [[mark.number for mark in s.marks] for s in found] == [[1], [5]]
    assert found[1].carried
    assert gikparse.check(damaged, select=["GIK101", "GIK102"]) == ()
    assert [d.code for d in gikparse.check(report, select="GIK10")] == ["GIK102"]


@pytest.mark.parametrize(
    ("line", "announced"),
    [
        ("针对以上问题，采取下列措施：", True),
        ("针对以上问题,采取下列措施:", True),
        ("改进措施", True),
        ("今年将加强检查。", False),
        ("今年将加强检查，", False),
        ("今年将加强检查；", False),
        (
            "今年将在上一年的基础上继续加强对各部门公开工作的日常检查和年终考核并将结果通报全县各有关单位",
            False,
        ),
    ],
)
def test_line_that_announces_a_list(line: str, announced: bool) -> None:
    text = f"一、问题和措施\n1.人手不足。多为兼职。\n2.更新不勤。\n{line}\n1.充实人员。\n2.加强检查。\n"
    (_, found) = find_series(gikparse.parse(text))
    assert [mark.number for mark in found.marks] == [1, 2, 1, 2]
    assert [mark.announced for mark in found.marks] == [False, False, announced, False]


def test_colon_before_a_heading_in_running_text() -> None:
    text = "一、问题和措施\n1.人手不足。多为兼职。2.更新不勤。改进措施：1.充实人员。2.加强检查。\n"
    assert gikparse.check(gikparse.parse(text), select="GIK10") == ()


def test_table_announces_nothing() -> None:
    text = (
        "一、公开情况\n（一）公开内容\n全年公开12条。\n（二）公开渠道\n各渠道的数量见下表。\n"
        "| 项目 | 数量 |\n| 网站 | 12 |\n（一）申请情况\n无。\n（二）办理情况\n无。\n"
    )
    assert [d.code for d in gikparse.check(gikparse.parse(text), select="GIK10")] == ["GIK103"]


@pytest.mark.parametrize(
    ("markers", "nested"),
    [
        ("1、 1. 2. 2、", True),
        ("1、 2、 1. 2. 3.", True),
        ("1. 2. 3.", False),
        ("1、 2. 3、", False),
        ("1、 2、 2.", False),
        ("1、 1. 2、", False),
        ("1、 1. 3. 2、", False),
        ("1、 1. 2. 4、", False),
    ],
)
def test_lists_inside_lists_told_apart_by_their_marks(markers: str, nested: bool) -> None:
    lines = "".join(f"{marker}公开事项\n公开{marker[0]}条信息。\n" for marker in markers.split())
    found = list(find_series(gikparse.parse(f"一、公开情况\n{lines}")))
    assert any(is_nested(s) for s in found) == nested
