"""One report reads to the same sections, cells and facts in every format."""

from pathlib import Path

import pytest
from writing import EXAMPLE, example, to_docx, to_html

import gikparse
from gikparse.testing import check_report, content_of, same_content

FIXTURES = Path(__file__).with_name("fixtures")
TEXT = EXAMPLE.read_text("utf-8")
#: The example's lines that a web page has around the report.
FURNITURE = ("当前位置", "附件下载", "扫一扫", "打印", "网站地图")


def in_page() -> str:
    report = [
        block for block in example() if not (isinstance(block, str) and block.startswith(FURNITURE))
    ]
    page = (FIXTURES / "page.html").read_text("utf-8")
    return page.replace("{{report}}", to_html(report))


FILES = {
    **{
        encoding: TEXT.encode(encoding)
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk")
    },
    "flat.html": to_html(example()).encode(),
    "page.html": in_page().encode("gbk"),
    "numbered.docx": to_docx(example()),
    "chromium.pdf": (FIXTURES / "f2021.chromium.pdf").read_bytes(),
    "libreoffice.pdf": (FIXTURES / "f2021.libreoffice.pdf").read_bytes(),
}


@pytest.fixture(scope="module")
def written() -> gikparse.Report:
    report = gikparse.parse(TEXT)
    content = content_of(report)
    # What is compared is worth comparing.
    assert len(content.sections) == 18
    assert len(content.cells) == 200
    return report


@pytest.mark.parametrize("name", FILES)
def test_every_format_says_the_same(name: str, written: gikparse.Report) -> None:
    report = gikparse.load(FILES[name], name=name)
    found, expected = content_of(report), content_of(written)
    assert found.sections == expected.sections
    assert found.cells == expected.cells
    assert found.facts == expected.facts
    assert same_content(report, written)
    assert (report.title, report.year, report.form) == (written.title, written.year, written.form)


@pytest.mark.parametrize("name", FILES)
def test_the_invariants_hold(name: str) -> None:
    check_report(gikparse.load(FILES[name], name=name))


@pytest.mark.parametrize("name", ["page.html", "numbered.docx", "chromium.pdf"])
def test_everything_has_a_place(name: str) -> None:
    source = gikparse.load(FILES[name]).source
    assert source.format == Path(name).suffix[1:]
    marked = [i for i, character in enumerate(source.text) if character in "规总"]
    assert all(source.locate(gikparse.Span(i, i + 1)) for i in marked)


def test_other_content_is_told_apart(written: gikparse.Report) -> None:
    assert not same_content(written, gikparse.parse(TEXT.replace("128 | 19", "129 | 19")))
    assert not same_content(written, gikparse.parse(TEXT.replace("（五）监督保障。", "监督保障。")))
    assert not same_content(written, gikparse.parse(TEXT.replace("一级栏目", "二级栏目")))
    assert same_content(
        written, gikparse.parse(TEXT.replace("（一）", "(一)").replace("，", "， "))
    )


MARKDOWN = """\
# 汀溪县2023年政府信息公开工作年度报告

## 一、总体情况

**（一）主动公开。** 全年公开12条。

## 二、主动公开政府信息情况

| 信息内容 | 本年处理决定数量 |
| --- | --- |
| 行政许可 | 35 |
"""


def test_markdown_is_text() -> None:
    report = gikparse.load(MARKDOWN.encode())
    assert [section.title for section in report.find_all(gikparse.Section)] == [
        "总体情况",
        "主动公开",
        "主动公开政府信息情况",
    ]
    assert len(report.tables) == 1
