"""Widths on the screen: nothing sticks out, nothing is lost, and nothing moves the cursor."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gikparse.cli.width import cut, is_figure, narrow, one_line, pad, visible, width, wrap

TEXTS = st.text("年度（，。a1 \u0301\u3000“…①", max_size=30)
LIMITS = st.integers(2, 40)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("年度", 4),
        ("（一）", 6),
        ("a年", 3),
        ("e\u0301", 1),
        ("“公开”", 6),
        ("①", 1),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(TEXTS, LIMITS)
def test_what_is_cut_fits_and_says_so(text: str, limit: int) -> None:
    shown = cut(text, limit)
    assert width(shown) <= limit
    assert shown == text if width(text) <= limit else shown.endswith("…")
    assert text.startswith(shown.removesuffix("…") if shown != text else text)


@given(TEXTS, LIMITS)
def test_a_cut_takes_no_more_than_it_must(text: str, limit: int) -> None:
    shown = cut(text, limit)
    if shown != text:
        assert width(shown) >= limit - 1


@given(TEXTS, st.integers(60, 90), st.booleans())
def test_what_is_padded_is_as_wide_as_asked(text: str, to: int, right: bool) -> None:
    padded = pad(text, to, right=right)
    assert width(padded) == to
    assert padded.endswith(text) if right else padded.startswith(text)


@given(TEXTS, LIMITS)
def test_what_is_wrapped_loses_nothing_and_fits_but_for_a_closing_mark(
    text: str, limit: int
) -> None:
    lines = list(wrap(text, limit))
    assert "".join(lines) == text
    for line in lines:
        assert width(line) <= limit or (
            width(line[:-1]) <= limit and unicodedata.category(line[-1])[0] == "P"
        )


def test_a_closing_mark_begins_no_line() -> None:
    assert list(wrap("全年公开，答复。", 8)) == ["全年公开，", "答复。"]


@given(st.text())
def test_what_is_visible_is_of_the_same_length_and_does_nothing_to_the_screen(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert not {unicodedata.category(character) for character in shown} & {
        "Cc",
        "Cf",
        "Cs",
        "Zl",
        "Zp",
    }


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("公\t开", "公 开"),
        ("\x1b[31m红", "␛[31m红"),
        ("公\u200b开\u202e", "公�开�"),
        ("公\xa0开\u3000", "公 开\u3000"),
        ("国𠮷é", "国𠮷é"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_one_line_is_one(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" 某某县 \r\n  2018年\n", "某某县2018年"),
        ("公开 \t 条例", "公开 条例"),
        ("annual\nreport", "annual report"),
        ("\n\n", ""),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8), st.integers(0, 200))
def test_columns_are_narrowed_as_far_as_needed_and_allowed(
    columns: list[tuple[int, int]], limit: int
) -> None:
    before = [column for column, _ in columns]
    least = [floor for _, floor in columns]
    after = list(before)
    narrow(after, limit, least)
    for was, now, floor in zip(before, after, least, strict=True):
        assert min(was, floor) <= now <= was
    if sum(before) <= limit:
        assert after == before
    elif sum(after) > limit:
        assert all(now <= max(floor, 0) for now, floor in zip(after, least, strict=True))
    else:
        assert limit - sum(after) < len(columns)


@pytest.mark.parametrize("cell", ["0", "1,234", "-5", "+4", "３４１５．７４", "98%", "—", "/", ""])
def test_figures(cell: str) -> None:
    assert is_figure(cell)


@pytest.mark.parametrize("cell", ["规章", "1.属于国家秘密", "251000元", "(一)"])
def test_words(cell: str) -> None:
    assert not is_figure(cell)


@given(st.text(alphabet="公开条例。，ab c.", max_size=60), st.integers(1, 20))
def test_wrapping_loses_nothing_and_divides_words_only_where_it_must(text: str, limit: int) -> None:
    lines = list(wrap(text, limit))
    assert "".join(lines) == text
    assert all(lines)
    for line, following in pairwise(lines):
        assert width(line) <= max(limit, 2) + 2  # a closing mark may hang over
        if is_letter(line[-1]) and is_letter(following[0]):
            assert " " not in line


def is_letter(character: str) -> bool:
    return character.isascii() and character not in " .,"
