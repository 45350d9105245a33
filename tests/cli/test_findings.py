"""Diagnostics on the screen: a headline, the text, and what explains it."""

import pytest

from gikparse import Diagnostic, Kind, Related, Severity, Source, Span
from gikparse.cli.findings import explain
from gikparse.cli.painting import plain
from gikparse.source import Place

KIND = Kind(
    code="GIK999",
    name="odd-thing",
    severity=Severity.WARNING,
    message="{what} is odd",
    chinese="“{what}”有误",
)
SOURCE = Source(text="一、概述\n三)其他", name="汀溪.txt")


def lines(
    found: Diagnostic, source: Source = SOURCE, lang: str = "en", limit: int = 80
) -> list[str]:
    return [plain(line) for line in explain(found, source, lang=lang, limit=limit)]


def related(span: Span, source: Source | None = None, message: str = "it is here") -> Related:
    return Related(span=span, message=message, chinese="在此", source=source)


@pytest.mark.parametrize(
    ("lang", "said", "aside"),
    [
        ("en", "warning GIK999 odd-thing: 三) is odd", "it is here"),
        ("zh", "警告 GIK999 odd-thing: “三)”有误", "在此"),
    ],
)
def test_a_diagnostic_names_file_line_and_column(lang: str, said: str, aside: str) -> None:
    found = KIND.at(Span(5, 7), related=(related(Span(0, 2)),), what="三)")
    assert lines(found, lang=lang) == [
        f"汀溪.txt:2:1: {said}",
        "  2:1 │ 三)其他",
        "      │ ^^^",
        "  1:1 │ 一、概述",
        f"      │ ---- {aside}",
    ]


def test_places_stand_below_each_other() -> None:
    source = Source(text="\n" * 9 + "甲乙")
    found = KIND.at(Span(9, 10), related=(related(Span(3, 3)),), what="甲")
    assert lines(found, source)[1:] == [
        "  10:1 │ 甲乙",
        "       │ ^^",
        "   4:1 │ ",
        "       │ - it is here",
    ]


def test_a_place_in_another_report_names_its_file() -> None:
    before = Source(text="结转 3", name="2022.txt")
    found = KIND.at(Span(0, 1), related=(related(Span(3, 4), before),), what="一")
    assert lines(found)[3:] == ["  2022.txt:1:4 │ 结转 3", "               │      - it is here"]


def test_a_line_is_shown_once_for_all_places_on_it() -> None:
    source = Source(text="甲 10 | 乙 1 | 计 0")
    parts = related(Span(2, 4), message="is 10"), related(Span(9, 10), message="is 1")
    assert lines(KIND.at(Span(15, 16), related=parts, what="0"), source)[1:] == [
        "  1:16 │ 甲 10 | 乙 1 | 计 0",
        "       │                   ^",
        "   1:3 │    -- is 10",
        "  1:10 │            - is 1",
    ]


def test_on_a_long_line_a_place_far_away_is_shown_by_itself() -> None:
    source = Source(text="年" * 200)
    found = KIND.at(Span(100, 101), related=(related(Span(5, 6)), related(Span(7, 8))), what="一")
    shown = lines(found, source)
    assert [line.split("│")[0].strip() for line in shown[1:]] == ["1:101", "", "1:6", "", "1:8"]


def test_of_many_places_of_which_the_same_is_said_the_last_are_listed() -> None:
    source = Source(text="\n".join("一二三四五六"))
    places = tuple(related(Span(2 * n, 2 * n + 1)) for n in range(1, 6))
    shown = lines(KIND.at(Span(0, 1), related=places, what="一"), source)
    assert [line for line in shown if "it is here" in line] == [
        "      │ -- it is here",
        "      │ -- it is here",
        "      │ it is here: 4:1, 5:1, 6:1",
    ]
    few = lines(KIND.at(Span(0, 1), related=places[:3], what="一"), source)
    assert sum("it is here" in line for line in few) == 3


def test_a_long_remark_stands_below_the_marks() -> None:
    found = KIND.at(Span(0, 1), related=(related(Span(5, 6), message="word " * 12),), what="一")
    shown = lines(found, limit=40)
    assert shown[4] == "      │ --"
    assert shown[5].startswith("      │ word word")
    assert max(map(len, shown[1:])) <= 40


def test_a_diagnostic_about_a_document_names_the_place_in_it() -> None:
    source = Source(text="一、概述\n三)其他", name="2023.pdf", places=((5, Place(page=3)),))
    found = KIND.at(Span(5, 7), what="三)")
    assert lines(found, source)[0] == "2023.pdf:2:1: warning GIK999 odd-thing: 三) is odd (page 3)"
    assert lines(found, source, "zh")[0].endswith("“三)”有误（第3页）")


def test_what_is_about_a_whole_file_shows_no_text() -> None:
    assert lines(KIND.at(Span(0, 0), what="it")) == [
        "汀溪.txt:1:1: warning GIK999 odd-thing: it is odd"
    ]


def test_nothing_moves_the_cursor() -> None:
    source = Source(text="一\x1b[2J二", name="a\x1b.txt")
    shown = "".join(lines(KIND.at(Span(1, 2), what="\x1b"), source))
    assert "\x1b" not in shown
