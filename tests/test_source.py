"""Positions: lines end at CR LF, LF and CR and at nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gikparse.errors import UsageError
from gikparse.source import Position, Source, SourceText, Span

TEXTS = st.text("一a\n\r\u2028\x85\x0b𠮷", max_size=20)


def test_span_is_half_open() -> None:
    span = Span(2, 5)
    assert ("一、概述。"[span.slice], span.width) == ("概述。", 3)
    assert span.covers(Span(2, 5))
    assert span.covers(Span(3, 3))
    assert not span.covers(Span(1, 3))
    assert not span.covers(Span(4, 6))


def test_text_takes_a_span() -> None:
    text = SourceText("一、概述")
    assert text[Span(2, 4)] == text[2:4] == "概述"
    assert text[0] == "一"
    assert type(text[Span(0, 4)]) is str


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("一", ["一"]),
        ("一\n", ["一", ""]),
        ("一\r\n二\r三\n四", ["一", "二", "三", "四"]),
        ("一\n\r二", ["一", "", "二"]),
        ("一\u2028二\x85三\x0b四", ["一\u2028二\x85三\x0b四"]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    source = Source(text=text)
    assert [source.line(number) for number in range(1, source.line_count + 1)] == lines


@given(TEXTS)
def test_position_and_line_span_agree(text: str) -> None:
    source = Source(text=text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        start = source.line_span(line).start
        assert start + column - 1 == offset
        assert line == source.line_count or offset < source.line_span(line + 1).start


@given(TEXTS)
def test_utf16_offset_is_what_the_encoding_says(text: str) -> None:
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert Source(text=text).utf16_offset(offset) == units


def test_places_outside_the_text_are_the_callers_mistake() -> None:
    source = Source(text="一\n二")
    assert source.position(3) == Position(2, 2)
    for offset in (-1, 4):
        with pytest.raises(UsageError, match=rf"offset {offset} is outside .*0 to 3"):
            source.position(offset)
    for line in (0, 3):
        with pytest.raises(UsageError, match=f"no line {line}: the text has 2"):
            source.line(line)
