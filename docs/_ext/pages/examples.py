r"""Makes files of the examples on the pages of rules, which are text there whatever the format.

The first word behind the fence says what an example is: `text` and `previous` are texts, `bytes`
is a text with single bytes as `\xff`, `html` a web page, `docx` the body of a Word document, and
`pdf` the lines of a PDF document, a line of dashes between two pages. A page that says `[picture]`
shows one. `pdf cut` lacks its end.
"""

from __future__ import annotations

import io
import zipfile

import gikparse
from gikparse.report import Report

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PAGE_BREAK = "---\n"
_PICTURE = b"q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q "


def read_example(written_as: str, content: str) -> Report:
    """The report in an example.

    Args:
        written_as: What stands behind the fence.
        content: What stands between the fences.
    """
    match written_as.split():
        case ["text" | "previous"]:
            return gikparse.parse(content)
        case ["bytes"]:
            return gikparse.load(_bytes(content), name="2023.txt")
        case ["html"]:
            return gikparse.load(content.encode(), name="2023.html")
        case ["docx"]:
            return gikparse.load(_docx(content), name="2023.docx")
        case ["pdf"]:
            return gikparse.load(_pdf(content), name="2023.pdf")
        case ["pdf", "cut"]:
            return gikparse.load(_pdf(content).partition(b"startxref")[0], name="2023.pdf")
    raise ValueError(f"no example is written as {written_as!r}")


def _bytes(content: str) -> bytes:
    first, *rest = content.split("\\x")
    return first.encode() + b"".join(
        bytes.fromhex(piece[:2]) + piece[2:].encode() for piece in rest
    )


def _docx(body: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>')
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1"'
            f' Type="{_OFFICE}" Target="word/document.xml"/></Relationships>',
        )
        document = f"<w:document {_WORD}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
    return file.getvalue()


def _pdf(content: str) -> bytes:
    """A PDF document that names a font which every reader knows, and holds none."""
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts["
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/DW 1000/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor<</Type/FontDescriptor"
        b"/FontName/SimSun/Flags 4/Ascent 860/Descent -140>>>>]>>"
    )
    pages = [_page(page.splitlines()) for page in content.split(_PAGE_BREAK)]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        font,
    ]
    for page in pages:
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % (len(objects) + 2),
            b"<</Length %d>>stream\n%s\nendstream" % (len(page), page),
        ]
    return assemble(objects)


def assemble(objects: list[bytes]) -> bytes:
    """A PDF document of some objects, the first of which is its catalogue."""
    data, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n"
    return data + head + table + tail % (len(objects) + 1, len(data))


def _page(lines: list[str]) -> bytes:
    written = b"".join(
        b"<%s> Tj 0 -24 Td " % line.encode("utf-16-be").hex().encode()
        for line in lines
        if line != "[picture]"
    )
    return _PICTURE * ("[picture]" in lines) + b"BT /F 12 Tf 72 760 Td " + written + b"ET"
