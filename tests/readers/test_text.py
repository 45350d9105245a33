"""Bytes to text: which encoding it is, what was lost, what was read wrongly before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gikparse import UsageError
from gikparse.readers import read
from gikparse.readers.encodings import likeness
from gikparse.readers.mojibake import repair
from gikparse.readers.text import decode

REPORT = "汀溪县2023年政府信息公开工作年度报告\r\n一、总体情况\r（一）主动公开。\n" * 3
TRADITIONAL = "汀溪縣2023年政府資訊公開工作年度報告\r\n一、總體情況\n（一）主動公開。\n"
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("gb2312", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_an_encoding_is_told(encoding: str, read_as: str) -> None:
    decoded = decode(REPORT.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.diagnostics) == (REPORT, read_as, ())


@pytest.mark.parametrize("encoding", ["big5", "cp950", "big5hkscs"])
def test_big5_is_told_from_gbk(encoding: str) -> None:
    decoded = decode(TRADITIONAL.encode(encoding))
    assert (decoded.text, decoded.encoding) == (TRADITIONAL, "big5hkscs")


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-8", "utf-16-le"])
@pytest.mark.parametrize("length", [15, 60])
def test_a_few_characters_tell_it(encoding: str, length: int) -> None:
    text = TRADITIONAL[:length]
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_byte_order_mark_decides_and_is_no_text(encoding: str) -> None:
    decoded = decode(f"\ufeff{REPORT}".encode(encoding))
    assert (decoded.text, decoded.encoding) == (REPORT, encoding)


def test_a_character_that_gb2312_has_not_ends_nothing() -> None:
    text = "朱镕基" + REPORT
    assert decode(text.encode("gbk")).text == text


@given(TEXTS)
def test_any_text_in_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(f"政府信息公开。{text}".encode()).text == f"政府信息公开。{text}"


@pytest.mark.parametrize("cut", range(1, 3))
def test_a_file_that_ends_inside_a_character_stays_utf8(cut: int) -> None:
    decoded = decode(REPORT.rstrip().encode()[:-cut])
    assert decoded.encoding == "utf-8"
    assert decoded.text == REPORT.rstrip()[:-1] + "\ufffd"
    (found,) = decoded.diagnostics
    assert found.code == "GIK020"
    assert found.span == (len(decoded.text) - 1, len(decoded.text))


def test_a_mark_does_not_hide_a_loss() -> None:
    decoded = decode(b"\xff\xfe" + "一、".encode("utf-16-le") + b"\x00")
    assert decoded.text == "一、\ufffd"
    assert decoded.diagnostics[0].span == (2, 3)


def test_what_nothing_tells_is_said_to_be_uncertain() -> None:
    decoded = decode("楓橋夜泊".encode("gbk"))
    assert decoded.text == "楓橋夜泊"
    assert [found.code for found in decoded.diagnostics] == ["GIK021"]


@given(st.binary())
def test_bytes_are_decoded_or_their_loss_is_told(data: bytes) -> None:
    decoded = decode(data)
    if not decoded.diagnostics:
        assert decoded.text.encode(decoded.encoding) in data


def test_many_nul_bytes_are_no_text() -> None:
    with pytest.raises(UsageError, match=r"^2023\.dat is no text: it holds NUL bytes"):
        read(b"\x7fELF\x02\x01\x01\x00\x00" * 9, name="2023.dat")


def test_one_nul_in_a_text_is_damage_and_no_reason_to_refuse_it() -> None:
    text = REPORT * 5 + REPORT.replace("县", "\0")[:9]
    assert read(text.encode()).source.text.count("\0") == 1


# --- text that was decoded wrongly before it was saved


@pytest.mark.parametrize(
    ("real", "wrong"),
    [("utf-8", "latin-1"), ("gb18030", "latin-1"), ("gbk", "big5hkscs")],
)
def test_mojibake_that_lost_nothing_is_turned_back(real: str, wrong: str) -> None:
    text = "汀溪县政府信息公开工作年度报告\n一、总体情况\n" * 3
    data = text.encode(real)
    try:
        broken = data.decode(wrong)
    except UnicodeDecodeError:
        pytest.skip(f"{wrong} cannot read this text in {real}")
    decoded = decode(broken.encode())
    assert decoded.text == text
    assert [found.code for found in decoded.diagnostics] == ["GIK022"]


def test_utf8_read_as_gbk_is_named_and_turned_back() -> None:
    decoded = decode("涓€銆佹€讳綋鎯呭喌".encode())
    assert decoded.text == "一、总体情况"
    (found,) = decoded.diagnostics
    assert "UTF-8" in found.message
    assert "GBK" in found.message


def test_what_mojibake_lost_is_marked_and_counted() -> None:
    text = "一、总体情况\n（一）主动公开政府信息。\n（二）依申请公开。\n" * 3
    broken = text.encode().decode("gbk", "replace").replace("\ufffd", "?")
    assert broken.encode("gbk").decode("utf-8", "replace") != text  # it did lose something
    decoded = decode(broken.encode())
    (found,) = decoded.diagnostics
    assert found.code == "GIK023"
    assert decoded.text[found.span.start] == "\ufffd"
    assert "主动公\ufffd政府信息" in decoded.text


@pytest.mark.parametrize("text", [REPORT, TRADITIONAL, "plain ASCII", "", "naïve café", "12 条\n"])
def test_what_reads_well_is_left_alone(text: str) -> None:
    assert repair(text) is None


def test_likeness_ranks() -> None:
    assert likeness(REPORT) > likeness("槑囧靐") >= 0 > likeness("\ufffd\ufffd\ue000")
