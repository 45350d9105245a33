"""A report as a page: whole, harmless, and linked both ways."""

from pathlib import Path

import attrs
import pytest
from html_page import Page
from hypothesis import given, settings
from hypothesis import strategies as st

import gikparse
from gikparse import Kind, Related, Severity, Source, Span, UsageError, parse, to_html

KIND = Kind(
    code="MY001", name="odd", severity=Severity.WARNING, message="{what}", chinese="“{what}”有误"
)
TEXT = """汀溪县2023年政府信息公开工作年度报告
一、总体情况
全年收到申请159件，网站访问70余万次。
指标 | 单位 | 数量 |
三、依申请公开情况 | — |
|
（一）收到申请数 | 件 | 4 |
（二）申请办结数 | 件 |  |
二、其他事项
无。
"""


def page_of(text: str = TEXT, *found: gikparse.Diagnostic, lang: str = "en") -> Page:
    return Page(to_html(parse(text), found, lang=lang))


def at(word: str, text: str = TEXT, related: tuple[Related, ...] = ()) -> gikparse.Diagnostic:
    start = text.index(word)
    return KIND.at(Span(start, start + len(word)), related=related, what=word)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_examples_are_whole_and_every_link_has_its_place(examples: Path, lang: str) -> None:
    for path in sorted(examples.glob("*.txt")):
        report = gikparse.load(path)
        found = gikparse.check(report)
        page = Page(to_html(report, found, lang=lang))
        assert len(set(page.ids)) == len(page.ids), path
        assert set(page.targets) <= set(page.ids), path
        # Each finding and each figure has an entry, and a place in the text.
        for key, entries in (("f", found), ("i", report.indicators)):
            for number in range(1, len(entries) + 1):
                assert {f"{key}{number}", f"at-{key}{number}"} <= set(page.ids), (path, number)
        assert not page.loaded
        shown = "".join(page.text.split())
        for node in report.walk():
            if not node.children:
                assert "".join(node.text.split()) in shown.replace("▸", ""), (path, node)


def test_real_reports(real_reports: Path) -> None:
    for path in sorted(real_reports.glob("*.*")):
        if path.suffix in (".txt", ".pdf", ".html", ".docx"):
            report = gikparse.load(path)
            page = Page(to_html(report, gikparse.check(report), lang="zh"))
            assert len(set(page.ids)) == len(page.ids), path
            assert set(page.targets) <= set(page.ids), path
            assert not page.loaded


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&lt;</style>"


def test_text_is_never_markup() -> None:
    text = TEXT.replace("汀溪", HOSTILE).replace("收到申请数", HOSTILE).replace("其他事项", HOSTILE)
    found = KIND.at(Span(0, 3), related=(), what=HOSTILE)
    report = parse(text + HOSTILE, name=HOSTILE)
    plain, page = page_of(), Page(to_html(report, [*gikparse.check(report), found]))
    assert page.tags.count("script") == plain.tags.count("script") == 1
    assert page.tags.count("style") == 1
    assert "img" not in page.tags
    assert not page.loaded
    assert HOSTILE in page.text


def test_a_policy_lets_nothing_in_but_the_page_itself() -> None:
    page = to_html(parse(TEXT))
    assert "default-src 'none'" in page
    assert "unsafe" not in page
    assert "http:" not in page
    assert "https:" not in page


TEXTS = st.text("<>&\"'一、（二）3件。\n| \x00\ud800\U0001f600", max_size=60)


@settings(max_examples=60)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_any_text_and_any_findings_make_a_sound_page(
    text: str, spans: list[tuple[int, int]]
) -> None:
    places = [sorted((min(a, len(text)), min(b, len(text)))) for a, b in spans]
    found = [KIND.at(Span(*place), what="x") for place in places]
    page = page_of(text, *found)
    page.text.encode("utf-8")
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.targets) <= set(page.ids)
    for number in range(1, len(found) + 1):
        assert f"at-f{number}" in page.ids


def test_a_finding_and_its_places_lead_to_each_other() -> None:
    related = Related(span=at("70余万次").span, message="here", chinese="此处")
    elsewhere = attrs.evolve(related, source=Source(text=TEXT, name="2022.txt"))
    page = page_of(TEXT, at("159件", related=(related, elsewhere)))
    assert {"f1", "at-f1", "at-f1-r1"} <= set(page.targets) & set(page.ids) | {"f1"}
    assert "at-f1-r2" not in page.ids
    assert "2022.txt:3:" in page.text


def test_figures_lead_to_their_cells_and_back() -> None:
    report = parse(TEXT)
    (received,) = (
        n
        for n, i in enumerate(report.indicators, 1)
        if i.id == "request.received" and i.origin is gikparse.Origin.TABLE
    )
    page = Page(to_html(report))
    assert {f"i{received}", f"at-i{received}"} <= set(page.targets)
    assert "request.received" in page.text


def test_an_empty_cell_has_a_pin() -> None:
    report = parse(TEXT)
    (empty,) = (i for i in report.indicators if i.semantic is gikparse.Semantic.EMPTY)
    assert not empty.span.width
    assert ">▸</a></td>" in to_html(report)


def test_what_is_about_the_whole_file_stands_at_the_top() -> None:
    page = page_of(TEXT, KIND.at(Span(0, 0), what="it"))
    assert "whole file" in page.text
    assert "at-f1" in page.ids


def test_the_page_speaks_chinese() -> None:
    page = page_of(TEXT, at("159件"), lang="zh")
    assert "目录" in page.text
    assert "“159件”有误" in page.text
    assert "Outline" not in page.text


def test_a_page_without_findings_says_so() -> None:
    assert "no findings" in page_of().text


def test_many_marks_over_each_other_stay_cheap() -> None:
    text = "一、总体情况\n" + "公开" * 2000
    found = [KIND.at(Span(7 + n, len(text)), what="x") for n in range(2000)]
    assert len(to_html(parse(text), found)) < 6_000_000


def test_wrong_arguments() -> None:
    with pytest.raises(UsageError, match="takes a Report, not str"):
        to_html(TEXT)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="'fr' is none of zh, en"):
        to_html(parse(TEXT), lang="fr")


# --- the command


def test_the_command_writes_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from gikparse.cli import main

    monkeypatch.setenv("LC_ALL", "C")
    report, page = tmp_path / "2023.txt", tmp_path / "2023.html"
    report.write_text(TEXT, "utf-8")
    assert main(["show", "--html", str(page), str(report)]) == 0
    assert "汀溪县2023年" in Page(page.read_text("utf-8")).text
    shown = capsys.readouterr().out
    assert shown.count("\n") == 1
    assert main(["show", "--html", str(tmp_path), str(report)]) == 2
    assert "cannot write" in capsys.readouterr().err
    assert main(["show", "--html", str(page), str(report), str(report)]) == 2
    assert "--html takes one report" in capsys.readouterr().err
