"""Without the packages of an extra, the message names the command that installs it."""

import sys
from pathlib import Path

import pytest

from gikparse import UsageError, load

PDF = (Path(__file__).with_name("fixtures") / "f2021.libreoffice.pdf").read_bytes()


@pytest.mark.parametrize(
    ("data", "package", "command"),
    [
        ("<p>一、总体情况</p>".encode(), "selectolax", "pip install 'gikparse[html]'"),
        (PDF, "pypdfium2", "pip install 'gikparse[pdf]'"),
    ],
    ids=["html", "pdf"],
)
def test_a_missing_extra_is_named(
    data: bytes, package: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [*sys.modules]:
        if name.partition(".")[0] == package or name.startswith(
            ("gikparse.readers.html", "gikparse.readers.pdf")
        ):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UsageError) as caught:
        load(data, name="年报")
    assert str(caught.value).startswith("年报: to read ")
    assert str(caught.value).endswith(command)
    assert "\n" not in str(caught.value)


def test_texts_and_word_documents_need_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    from writing import docx

    for package in ("selectolax", "pypdfium2"):
        monkeypatch.setitem(sys.modules, package, None)
    assert load("一、总体情况".encode())["一"].title == "总体情况"
    assert load(docx("")).source.format == "docx"
