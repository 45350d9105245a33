"""Excerpts: the marks stand under what they mean, and long lines are cut round it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gikparse import Source, Span
from gikparse.cli.excerpt import Excerpt, window
from gikparse.cli.width import visible, width


def excerpt(span: Span, source: Source, limit: int) -> Excerpt:
    return window(span, source, limit).excerpt(span)


TEXTS = st.text("年度（a 1\u0301\u200b\n\r\t", min_size=1, max_size=200)


@given(TEXTS, st.data(), st.integers(20, 60))
def test_marks_stand_under_the_beginning_of_the_span(
    text: str, data: st.DataObject, limit: int
) -> None:
    source = Source(text=text)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    shown = excerpt(span, source, limit)
    marks = shown.marks("^")
    assert width(shown.text) <= limit
    assert set(marks) <= {" ", "^"}
    assert marks.index("^") == width(shown.before)
    line_end = source.line_span(source.position(start).line).end
    rest = visible(source.text[start:line_end])
    assert rest.startswith((shown.marked + shown.after).removesuffix("…"))
    assert visible(source.text[:start]).endswith(shown.before.removeprefix("…"))
    assert visible(source.text[span]).startswith(shown.marked)


def shown_at(span: Span, text: str, limit: int = 80) -> tuple[str, str]:
    shown = excerpt(span, Source(text=text), limit)
    return shown.text, shown.marks("^")


def test_under_double_width_characters_marks_are_double() -> None:
    assert shown_at(Span(2, 4), "一、总体情况") == ("一、总体情况", "    ^^^^")


def test_a_span_without_width_has_one_mark() -> None:
    assert shown_at(Span(2, 2), "ab") == ("ab", "  ^")


def test_of_a_span_over_lines_the_first_is_shown() -> None:
    assert shown_at(Span(1, 6), "abc\r\ndef") == ("abc", " ^^")


@pytest.mark.parametrize(
    ("start", "shown"),
    [
        (0, "0123456789012345…"),
        (50, "…56789012345678…"),
        (99, "…4567890123456789"),
    ],
)
def test_of_a_long_line_what_is_round_the_place_is_shown(start: int, shown: str) -> None:
    line, marks = shown_at(Span(start, start + 1), "0123456789" * 10, 18)
    assert width(line) <= 18
    assert line[marks.index("^")] == str(start % 10)
    assert line.startswith("…") is (start > 0)
    assert line.endswith("…") is (start < 99)
    assert len(line) >= len(shown) - 1


def test_a_long_line_is_not_read_for_each_diagnostic() -> None:
    class Counted(str):
        """Counts the characters that are taken out of it."""

        taken = 0

        def __getitem__(self, key: object) -> str:
            part = str.__getitem__(self, key.slice if isinstance(key, Span) else key)  # type: ignore[index]
            Counted.taken += len(part)
            return part

    source = Source(text="年" * 100_000)
    object.__setattr__(source, "text", Counted(source.text))
    source.line_span(1)  # finds the line ends, once
    Counted.taken = 0
    excerpt(Span(50_000, 50_001), source, 80)
    assert Counted.taken < 100_000 + 1000
