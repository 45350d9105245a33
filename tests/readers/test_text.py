"""Bytes to text: which encoding it is, what was lost, and what is no text at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gikparse import UsageError
from gikparse.readers import read_text

REPORT = "汀溪县2023年政府信息公开工作年度报告\r\n一、总体情况\r（一）主动公开。\n" * 3
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("gb2312", "gb18030"),
    ],
)
def test_an_encoding_is_told(encoding: str, read_as: str) -> None:
    decoded = read_text(REPORT.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.diagnostics) == (REPORT, read_as, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_byte_order_mark_decides_and_is_no_text(encoding: str) -> None:
    decoded = read_text(f"\ufeff{REPORT}".encode(encoding))
    assert (decoded.text, decoded.encoding) == (REPORT, encoding)


@given(TEXTS)
def test_any_text_in_utf8_is_read_as_it_is(text: str) -> None:
    if (
        not text.lstrip()
        .lower()
        .startswith(("<!doctype html", "<html", "%pdf", "{\\rtf", "gif8", "pk"))
    ):
        assert read_text(f"。{text}".encode()).text == f"。{text}"


@pytest.mark.parametrize("cut", range(1, 3))
def test_a_file_that_ends_inside_a_character_stays_utf8(cut: int) -> None:
    data = REPORT.rstrip().encode()[:-cut]
    decoded = read_text(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text == REPORT.rstrip()[:-1] + "\ufffd"
    (found,) = decoded.diagnostics
    assert found.code == "GIK004"
    assert found.span == (len(decoded.text) - 1, len(decoded.text))


def test_what_is_neither_is_read_as_utf8_with_its_losses_told() -> None:
    decoded = read_text(b"a\xff\xfeb")
    assert decoded.text == "a\ufffd\ufffdb"
    (found,) = decoded.diagnostics
    assert found.span == (1, 2)
    assert "UTF-8" in found.message
    assert "2" in found.message


def test_a_mark_does_not_hide_a_loss() -> None:
    decoded = read_text(b"\xff\xfe" + "一、".encode("utf-16-le") + b"\x00")
    assert decoded.text == "一、\ufffd"
    assert decoded.diagnostics[0].span == (2, 3)


@given(st.binary())
def test_bytes_never_do_worse_than_a_usage_error(data: bytes) -> None:
    try:
        decoded = read_text(data)
    except UsageError:
        return
    assert decoded.diagnostics or decoded.text.encode(decoded.encoding) in data


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive, as Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Office document"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\n <!DOCTYPE HTML><html>", "a web page"),
        (b"<html lang=zh>", "a web page"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "no text"),
        ("一、总体情况\n2023".encode("utf-16-le"), "no text"),
    ],
)
def test_other_files_are_named_for_what_they_are(data: bytes, kind: str) -> None:
    with pytest.raises(UsageError, match=rf"^2023\.dat is {kind}") as caught:
        read_text(data, name="2023.dat")
    assert "gikparse reads text only" in str(caught.value)


def test_one_nul_in_a_text_is_damage_and_no_reason_to_refuse_it() -> None:
    text = REPORT.replace("县", "\0")
    assert read_text((REPORT * 5 + text[:9]).encode()).text.count("\0") == 1
