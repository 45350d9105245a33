"""Whatever the bytes are: text or a `UsageError`, and nothing that shows is lost."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writing import docx

from gikparse import UsageError
from gikparse.readers import read

BEGINNINGS = [b"", b"<p>", b"<table><tr><td>", b"PK\x03\x04", b"%PDF-1.7\n"]
CHROMIUM = (Path(__file__).with_name("fixtures") / "f2021.chromium.pdf").read_bytes()
FORMATS = ["text", "html", "docx", "pdf"]

TAGS = [
    "p", "div", "span", "b", "a", "br", "table", "tr", "td", "th", "tbody", "ul", "ol", "li", "h1",
    "pre", "font", "caption", "center", "dl", "dd", "blockquote", "sup",
]  # fmt: skip
#: One character for each place, none of which means anything.
MARKS = [chr(code) for code in range(0x4E2D, 0x4E2D + 40)]


def read_or_refuse(data: bytes, **options: str) -> str:
    try:
        return read(data, **options).source.text  # type: ignore[arg-type]
    except UsageError:
        return ""


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=300))
def test_bytes_are_read_or_refused(beginning: bytes, data: bytes) -> None:
    assert isinstance(read_or_refuse(beginning + data), str)


@pytest.mark.parametrize("format_", FORMATS)
@given(data=st.binary(max_size=300))
def test_so_they_are_in_a_format_that_is_forced(format_: str, data: bytes) -> None:
    assert isinstance(read_or_refuse(data, format=format_), str)


@pytest.mark.parametrize("seed", range(25))
def test_so_are_damaged_pdf_documents(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    data = bytearray(CHROMIUM)
    for _ in range(chance.choice([1, 10, 200])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert isinstance(read_or_refuse(bytes(data)), str)


@st.composite
def soups(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Tags that fit together or not, with marks between them, and the marks."""
    pieces: list[str] = []
    marks = iter(MARKS)
    used = []
    for _ in range(draw(st.integers(1, len(MARKS)))):
        used.append(next(marks))
        slash = draw(st.sampled_from(["", "", "/"]))
        span = draw(st.sampled_from(["", "", " rowspan=2", " colspan=3"]))
        pieces += [f"<{slash}{draw(st.sampled_from(TAGS))}{span}>", used[-1]]
    return "".join(pieces), used


@given(soups())
def test_everything_that_a_page_shows_is_read_or_told(soup: tuple[str, list[str]]) -> None:
    html, marks = soup
    document = read(f"<p>{html}".encode(), format="html")
    said = document.source.text + "".join(document.omitted)
    assert [mark for mark in marks if said.count(mark) != 1] == []


WORD = ["p", "r", "t", "tbl", "tr", "tc", "tcPr", "vMerge", "gridSpan", "sdt", "sdtContent", "ins",
        "del", "drawing", "txbxContent", "numPr", "pPr", "br"]  # fmt: skip


@given(st.recursive(st.just(""), lambda inner: st.lists(
    st.tuples(st.sampled_from(WORD), inner), max_size=4).map(
        lambda items: "".join(f'<w:{tag} w:val="2">甲{content}</w:{tag}>' for tag, content in items))))  # fmt: skip
def test_any_tree_of_elements_is_a_document(body: str) -> None:
    assert isinstance(read(docx(body)).source.text, str)
