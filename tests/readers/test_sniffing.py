"""What a file is, told by its content and not by its name."""

import io
import zipfile

import pytest
from writing import docx

from gikparse import UsageError
from gikparse.readers import Format, read
from gikparse.readers.limits import Job
from gikparse.readers.sniffing import sniff


def archive(*names: str, **content: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, content.get(name, "x"))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"\r\n%PDF-1.4\n", Format.PDF),
        (docx(""), Format.DOCX),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", Format.DOC),
        (b"{\\rtf1\\ansi", Format.RTF),
        (archive("mimetype", mimetype="application/vnd.oasis.opendocument.text"), Format.ODT),
        (b"\n <!DOCTYPE HTML><html>", Format.HTML),
        ("<html lang=zh>".encode("utf-16"), Format.HTML),
        (b'<?xml version="1.0"?>\n<!-- saved -->\n<html>', Format.HTML),
        ("<p style='x'>一、总体情况".encode("gbk"), Format.HTML),
        ("一、总体情况<br></p><td>1</td><td>2</td>".encode(), Format.HTML),
        ("一、总体情况\n".encode(), Format.TEXT),
        ("<通知> 一、总体情况\n印发<中华人民共和国政府信息公开条例>的通知".encode(), Format.TEXT),
        ("<!--[if !supportLists]-->7、<!--[endif]-->加强领导".encode(), Format.TEXT),
        ("# 年度报告\n\n## 一、总体情况\n\n| a | b |\n|---|---|\n".encode(), Format.TEXT),
        (b"", Format.TEXT),
    ],
)
def test_a_format_is_told(data: bytes, format_: Format) -> None:
    assert sniff(data, Job()) is format_


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG image: recognise its text first"),
        (b"\x1f\x8b\x08", "a gzip archive: unpack it first"),
        (archive("xl/workbook.xml"), "an Excel workbook; gikparse does not read it"),
        (archive("OFD.xml"), "an OFD document"),
        (archive("年报.txt"), "a ZIP archive with 年报.txt in it: unpack it first"),
        (b"PK\x03\x04 and no archive", "a ZIP archive that cannot be read"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
            "an old Excel workbook",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_named_for_what_it_is(data: bytes, kind: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(data, name="2023.dat")
    assert str(caught.value).startswith(f"2023.dat is {kind}")


def test_a_format_can_be_forced() -> None:
    assert read(b"<p>1</p>", format="text").source.text == "<p>1</p>"
    assert read("一、总体情况".encode(), format="html").source.format == "html"


def test_an_unknown_format_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UsageError, match=f"no format is called 'word': {', '.join(Format)}$"):
        read(b"", format="word")
