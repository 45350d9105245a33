"""Files that are made to do harm, or that ran into it: a clear error, soon and in little memory."""

import io
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Iterator

import pytest
from writing import TYPES, W, docx, example, to_docx

from gikparse import UsageError, load
from gikparse.readers import Limits, read
from gikparse.readers.grid import SpanningCell, lay_out
from gikparse.readers.limits import Job

MEGABYTE = 1_000_000


@pytest.fixture(autouse=True)
def _bounded() -> Iterator[None]:
    """Ten seconds on a slow machine; what is measured here takes less than one."""
    start = time.monotonic()
    yield
    assert time.monotonic() - start < 10


def document(xml: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", xml)
    return file.getvalue()


def test_a_zip_bomb_is_not_unpacked() -> None:
    data = document(b"<w>" + b" " * (150 * MEGABYTE))
    tracemalloc.start()
    try:
        with pytest.raises(
            UsageError, match=r"^年报\.docx holds word/document\.xml, which unpacks to more"
        ):
            read(data, name="年报.docx")
        assert tracemalloc.get_traced_memory()[1] < 110 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_an_archive_of_many_files_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(2_001):
            archive.writestr(f"word/{number}", "")
    with pytest.raises(UsageError, match="2001 files in its archive; gikparse reads up to 2000"):
        read(file.getvalue())


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY a{i} "{"&a;" * 10}">' for i in range(9)),
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        "",
    ],
    ids=["billion laughs", "external", "none"],
)
def test_entities_are_never_read(declaration: str) -> None:
    xml = f"<!DOCTYPE x [{declaration}]><w:document {W}><w:body>&a;</w:body></w:document>"
    with pytest.raises(UsageError, match=r"has a document type in word/document\.xml"):
        read(document(xml.encode()))


@pytest.mark.parametrize(
    "page",
    [
        b"<div>" * 100_000,
        b"<table><tr><td>" * 30_000,
        b"<b>" * 100_000,
        b"<p>" + b"".join(b"<font size=%d><p>x" % n for n in range(20_000)),
    ],
    ids=["div", "table", "b", "font"],
)
def test_pages_nested_too_deeply_are_refused(page: bytes) -> None:
    with pytest.raises(UsageError, match="levels of elements; gikparse reads up to 500"):
        read(page)


def test_elements_that_open_again_and_again_are_refused() -> None:
    page = b"".join(b"<b class=%d>" % n for n in range(400)) + b"<p>x" * 10_000
    with pytest.raises(UsageError, match="opens elements again and again"):
        read(page)


def test_elements_that_end_themselves_are_not_nested() -> None:
    assert read(b"<p>" + "一、概述<p>".encode() * 5_000).source.line_count == 5_001


def test_a_word_document_nested_too_deeply_is_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 20_000 + "</w:tc></w:tr></w:tbl>" * 20_000
    with pytest.raises(UsageError, match=r"501 levels of elements in word/document\.xml"):
        read(docx(deep))


def test_nesting_below_the_limit_needs_no_more_of_pythons_stack_than_there_is() -> None:
    deep = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>" * 150
    assert sys.getrecursionlimit() <= 1_000
    assert read(docx(deep + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 150)).source.text


def test_a_text_too_long_is_refused() -> None:
    with pytest.raises(UsageError, match="has 210000000 bytes; gikparse reads up to 100000000"):
        read(b"\xe4\xb8\x80" * 70_000_000)
    with pytest.raises(
        UsageError, match="11000000 characters of text; gikparse reads up to 10000000"
    ):
        read(b"1" * 11_000_000)


def test_a_file_too_large_is_not_read(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "年报.txt"
    with path.open("wb") as file:
        file.truncate(101 * MEGABYTE)
    with pytest.raises(UsageError, match=r"年报\.txt is larger than 100000000 bytes, the limit"):
        load(path)


@pytest.mark.parametrize(
    "page",
    [
        b"<table>" + (b"<tr>" + b"<td colspan=1000 rowspan=60000>x" * 2_000),
        b"<table>" + b"<tr><td>x<td>y" * 300_000,
    ],
    ids=["spans", "cells"],
)
def test_tables_too_large_are_refused(page: bytes) -> None:
    with pytest.raises(
        UsageError, match=r"cells in (a table|its tables); gikparse reads up to 500000"
    ):
        read(page)


def test_spans_are_no_wider_and_higher_than_html_allows() -> None:
    wide = [[SpanningCell("a", 10**9, 10**9), SpanningCell("b")], [SpanningCell("c")]]
    assert lay_out(wide, Job()) == [["a", "b"], ["", "c"]]


def test_limits_can_be_set() -> None:
    from pathlib import Path

    pdf = (Path(__file__).with_name("fixtures") / "f2021.chromium.pdf").read_bytes()
    with pytest.raises(UsageError, match="pages; gikparse reads up to 2"):
        read(pdf, limits=Limits(pages=2))
    with pytest.raises(UsageError, match="up to 10"):
        read("一、总体情况".encode() * 9, limits=Limits(text_chars=10))


@pytest.mark.parametrize("share", [0.01, 0.5, 0.9])
def test_a_word_document_cut_short_is_an_error_that_names_it(share: float) -> None:
    data = to_docx(example())
    with pytest.raises(UsageError, match=r"^年报\.docx is a ZIP archive that cannot be read"):
        read(data[: max(int(len(data) * share), 4)], name="年报.docx")


@pytest.mark.parametrize("damage", range(100, 3_000, 290))
def test_a_damaged_word_document_is_read_or_refused(damage: int) -> None:
    data = bytearray(to_docx(example()))
    data[damage : damage + 40] = b"\xff" * 40
    said = "read"
    try:
        found = read(bytes(data)).source.text
    except UsageError as error:
        found, said = "", str(error)
    assert found or said.startswith("the data is ")
