"""What coverage-guided fuzzing runs: each target takes any bytes, and raises only what is a bug."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import gikparse
from gikparse import UsageError
from gikparse.readers import Limits, read
from gikparse.testing import check_report

ROOT = Path(__file__).parents[2]
READERS = ROOT / "tests" / "readers"
sys.path.append(str(READERS))

from writing import W, docx, example, made, numbering, to_docx, to_html  # noqa: E402

EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.txt"))
#: Bounds within which an input takes no second.
LIMITS = Limits(text_chars=200_000, pages=5, cells=20_000, unpacked_bytes=1_000_000)
#: Between the parts of a Word document; no XML holds it.
PART = b"\0"


def parse(data: bytes) -> None:
    """Any text, with lone surrogates where the bytes are no UTF-8."""
    check_report(gikparse.parse(data.decode("utf-8", "surrogateescape")))


def text(data: bytes) -> None:
    """Plain text in any encoding."""
    _read(data, "text")


def html(data: bytes) -> None:
    """Web pages."""
    _read(data, "html")


def word(data: bytes) -> None:
    """Word documents: an archive, or the body, numbering and styles of one."""
    if data.startswith(b"PK"):
        _read(data, "docx")
        return
    parts = [part.decode("utf-8", "replace") for part in data.split(PART)]
    body, numbers, styles = (*parts, "", "")[:3]
    _read(docx(body, numbers=numbers, styles=styles), "docx")


def pdf(data: bytes) -> None:
    """PDF documents."""
    _read(data, "pdf")


def file(data: bytes) -> None:
    """Files whose format has to be told by their content."""
    _read(data, None)


def _read(data: bytes, format_: str | None) -> None:
    try:
        document = read(data, format=format_, limits=LIMITS)
    except UsageError:
        return
    for found in document.diagnostics:
        assert 0 <= found.span.start <= found.span.end <= len(document.source.text)


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (parse, text, html, word, pdf, file)
}


# --- what to begin with


def seeds(target: str) -> Iterator[bytes]:
    """Sound inputs of a target, made of our examples."""
    texts = [path.read_bytes() for path in EXAMPLES]
    page = to_html(example()[:12])
    if target in ("parse", "text", "file"):
        yield from texts
    if target in ("text", "file"):
        yield from (data.decode().encode("gb18030") for data in texts)
    if target in ("html", "file"):
        yield page.encode()
        frame = (READERS / "fixtures" / "page.html").read_text("utf-8")
        yield frame.replace("{{report}}", page).encode("gbk")
    if target == "word":
        yield from _words()
    if target in ("word", "file"):
        yield to_docx(example()[:6])
    if target in ("pdf", "file"):
        yield from _pdfs()


def _words() -> Iterator[bytes]:
    """Bodies of Word documents, each followed by its numbering and its styles."""
    for blocks in (example()[:6], example()[6:9]):
        body = _body(to_docx(blocks))
        yield PART.join([body, numbering().encode()])
    style = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    heading = '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>'
    yield PART.join([heading.encode(), numbering().encode(), style.encode()])


def _body(document: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        xml = archive.read("word/document.xml").decode()
    return (
        xml.removeprefix(f"<w:document {W}><w:body>")
        .removesuffix("</w:body></w:document>")
        .encode()
    )


def _pdfs() -> Iterator[bytes]:
    """Pages with text and rules, small enough to be changed anywhere."""
    drawn = (
        b"BT /F 12 Tf 72 700 Td (Report 2023) Tj 0 -20 Td (1. Overview) Tj ET\n"
        b"72 600 200 -40 re S 172 600 m 172 560 l S\n"
        b"BT /F 12 Tf 80 580 Td (rules) Tj 100 0 Td (12) Tj ET"
    )
    yield made(drawn, drawn)
    yield made(b"q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q", drawn)
