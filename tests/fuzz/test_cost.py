"""No input makes any stage super-linear: hostile inputs four times as long cost four times as much."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from costs import (
    FREE,
    LONG,
    MARGIN,
    SIZE,
    SLOWEST,
    TIMES,
    assert_calls_grow_as,
    assert_time_grows_as,
    events,
    peak,
    seconds,
)
from writing import docx

import gikparse
from gikparse import UsageError, tidy
from gikparse.readers import read as read_file
from gikparse.testing import hostile_texts

SMALL, LARGE = hostile_texts(SIZE), hostile_texts(SIZE * TIMES)
#: Peak memory in bytes a character.
MEMORY = 4_000


def read(text: str) -> None:
    """Parse a text, and find everything that is found on demand."""
    report = gikparse.parse(text)
    assert len(report.indicators) >= 0
    assert len(report.quantities) >= 0
    assert len(report.breakdowns) >= 0
    gikparse.check(report, previous=report)


def write(text: str) -> None:
    """Write what was read in every format."""
    report = gikparse.parse(text)
    gikparse.from_dict(report.to_dict())
    gikparse.to_html(report, gikparse.check(report))
    for table in tidy.tables():
        assert len(list(tidy.rows(report, table.name))) >= 0


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What is loaded once is not measured."""
    for text in SMALL.values():
        read(text[:100])
    write(gikparse.parse("一、概述").source.text)


def test_what_grows_as_a_square_is_found() -> None:
    def square(text: str) -> int:
        return sum(abs(0) for _ in text for _ in text)

    short, long = (events(square, texts["甲"]) for texts in (SMALL, LARGE))
    assert long > short * TIMES * MARGIN + FREE
    assert seconds(square, "甲" * 2400) > SLOWEST * seconds(square, "甲" * 600)


@pytest.mark.parametrize("name", SMALL, ids=repr)
def test_calls_grow_as_the_text_does(name: str) -> None:
    assert_calls_grow_as(read, SMALL[name], LARGE[name])


@pytest.mark.parametrize("name", list(SMALL)[:: 1 if LONG else 5], ids=repr)
def test_calls_to_write_grow_as_the_text_does(name: str) -> None:
    assert_calls_grow_as(write, SMALL[name], LARGE[name])


@pytest.mark.slow
def test_time_grows_as_the_text_does() -> None:
    if not LONG:
        assert sum(seconds(read, t) for t in LARGE.values()) <= SLOWEST * sum(
            seconds(read, t) for t in SMALL.values()
        )
        return
    for name, text in LARGE.items():
        assert_time_grows_as(read, SMALL[name], text)


def test_memory_is_bounded_by_the_length() -> None:
    texts = list(LARGE.items())[:: 1 if LONG else 7]
    worst = max((peak(read, text) / len(text), name) for name, text in texts)
    assert worst[0] <= MEMORY, worst


# --- the readers

#: What is repeated on a page, and what in a Word document: before it, it, and behind it.
PAGES = [
    *("<p>甲", "<td>甲", "<td colspan=9 rowspan=9>甲", "<td rowspan=65534>甲<tr>", "<tr>", "</p>"),
    *("<br>", "<a href=x>甲</a>", "<p> </p>", "<input value=甲>", "<!--", "&lt;", "<", "<caption>"),
    *(
        "<div>",
        "<table><tr><td>甲",
        "<ul><li>",
        "<span style='display:none'>",
        "<script>甲</script>",
    ),
]
BODIES = [
    ("<w:p><w:r><w:t>甲</w:t></w:r></w:p>", ""),
    ("<w:p><w:r><w:tab/><w:br/></w:r></w:p>", ""),
    ("<w:r><w:t>甲</w:t></w:r>", ""),
    ("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", ""),
    ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
]
BYTES = [
    b"\x81",
    b"\xff",
    "甲".encode("gb18030"),
    "甲".encode("utf-16-le"),
    b"\xa4\x40",
    b"\0",
    b"\r\n",
]


def refusing(format_: str) -> Callable[[bytes], None]:
    """Read a file, or be told that it is not read."""

    def stage(data: bytes) -> None:
        try:
            read_file(data, format=format_)
        except UsageError:
            return

    return stage


def files() -> list[tuple[str, str, Callable[[int], bytes]]]:
    """Format, what is repeated, and the file in which it stands so many times."""
    pages = [(before, piece) for piece in PAGES for before in ("", "<table><tr>")]
    return [
        *(("html", b + piece, lambda n, b=b, p=piece: (b + p * n).encode()) for b, piece in pages),
        *(("docx", start, lambda n, s=start, e=end: docx(s * n + e * n)) for start, end in BODIES),
        *(("text", repr(data), lambda n, d=data: d * n) for data in BYTES),
    ]


FILES = files()


@pytest.mark.parametrize(
    ("format_", "made"), [(f, made) for f, _, made in FILES], ids=[piece for _, piece, _ in FILES]
)
def test_calls_to_read_a_file_grow_as_it_does(format_: str, made: Callable[[int], bytes]) -> None:
    stage = refusing(format_)
    short, long = made(SIZE // 5), made(SIZE * TIMES // 5)
    stage(short)  # what is loaded once is not measured
    assert_calls_grow_as(stage, short, long)
    if LONG:
        assert_time_grows_as(stage, short, long)
