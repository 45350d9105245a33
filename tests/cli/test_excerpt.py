"""Diagnostics on the screen: the carets stand under what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gikparse import Kind, Related, Severity, Source, Span
from gikparse.cli.excerpt import excerpt, explain
from gikparse.cli.width import visible, width
from gikparse.source import Place

KIND = Kind(
    code="GIK999",
    name="odd-thing",
    severity=Severity.WARNING,
    message="{what} is odd",
    chinese="“{what}”有误",
)
TEXTS = st.text("年度（a 1\u0301\u200b\n\r\t", min_size=1, max_size=200)


@given(TEXTS, st.data(), st.integers(20, 60))
def test_carets_stand_under_the_beginning_of_the_span(
    text: str, data: st.DataObject, limit: int
) -> None:
    source = Source(text=text)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    shown, carets = excerpt(span, source, limit)
    assert width(shown) <= limit
    assert set(carets) <= {" ", "^"}
    indent = carets.index("^")
    before = next(place for place in range(len(shown) + 1) if width(shown[:place]) == indent)
    line_end = source.line_span(source.position(start).line).end
    rest = visible(source.text[start:line_end])
    under = shown[before:].removesuffix("…").lstrip("\u0301")
    assert rest.lstrip("\u0301").startswith(under)
    assert len(carets) <= max(width(shown), indent + 1)


def test_under_double_width_characters_carets_are_double() -> None:
    source = Source(text="一、总体情况")
    assert excerpt(Span(2, 4), source, 80) == ("  一、总体情况", "      ^^^^")


def test_a_span_without_width_has_one_caret() -> None:
    assert excerpt(Span(2, 2), Source(text="ab"), 80) == ("  ab", "    ^")


def test_of_a_span_over_lines_the_first_is_shown() -> None:
    assert excerpt(Span(1, 6), Source(text="abc\r\ndef"), 80) == ("  abc", "   ^^")


@pytest.mark.parametrize(
    ("start", "shown"),
    [
        (0, "  0123456789012345…"),
        (50, "  …56789012345678…"),
        (99, "  …4567890123456789"),
    ],
)
def test_of_a_long_line_what_is_round_the_place_is_shown(start: int, shown: str) -> None:
    line, carets = excerpt(Span(start, start + 1), Source(text="0123456789" * 10), 20)
    assert width(line) <= 20
    assert line[carets.index("^")] == str(start % 10)
    assert line.startswith("  …") is (start > 0)
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


@pytest.mark.parametrize(("chinese", "message"), [(False, "三) is odd"), (True, "“三)”有误")])
def test_a_diagnostic_names_file_line_and_column(chinese: bool, message: str) -> None:
    source = Source(text="一、概述\n三)其他", name="汀溪.txt")
    related = Related(span=Span(0, 2), message="the first is here", chinese="首次出现于此")
    found = KIND.at(Span(5, 7), related=(related,), what="三)")
    assert list(explain(found, source, chinese=chinese, limit=80)) == [
        f"汀溪.txt:2:1: GIK999 odd-thing: {message}",
        "  三)其他",
        "  ^^^",
        f"  汀溪.txt:1:1: {'首次出现于此' if chinese else 'the first is here'}",
        "  一、概述",
        "  ^^^^",
    ]


def test_a_diagnostic_about_a_document_names_the_place_in_it() -> None:
    source = Source(text="一、概述\n三)其他", name="2023.pdf", places=((5, Place(page=3)),))
    first, *_ = explain(KIND.at(Span(5, 7), what="三)"), source, chinese=False, limit=80)
    assert first == "2023.pdf:2:1: GIK999 odd-thing: 三) is odd (page 3)"
