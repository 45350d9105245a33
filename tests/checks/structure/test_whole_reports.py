"""Reports that follow their form raise nothing; one fault raises its rule, there and nowhere else."""

from collections.abc import Sequence
from pathlib import Path

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import gikparse
from gikparse import Form, NumberingScheme, Severity
from gikparse.data.catalogue import default_catalogue
from gikparse.testing import Layout, OutlineSection, layouts, outlines, paragraphs, render
from gikparse.testing.filling import FilledForm, filled_forms
from gikparse.testing.outlines import Outline
from gikparse.testing.tables import Shape, TableLayout, render_table

#: A whole form takes long to fill in, and longer to make smaller.
whole = settings(max_examples=15, phases=[Phase.explicit, Phase.generate])
TABLES = TableLayout(shape=Shape.BARS_AROUND, headings=False)
#: Which section holds which tables.
HOLDS = {2: "article", 3: "requests", 4: "review"}
SIGNED = "某某县人民政府\n{}年1月15日\n"


@attrs.frozen(kw_only=True)
class Written:
    """A report of the form of 2019 or 2021, section by section."""

    year: int
    preface: str
    sections: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        body = "".join(f"{marked}\n{text}" for marked, text in self.sections)
        title = f"某某县人民政府{self.year}年政府信息公开工作年度报告"
        return f"{title}\n{self.preface}\n{body}{SIGNED.format(self.year + 1)}"


@st.composite
def written(draw: st.DrawFn, *, announced: bool = True) -> Written:
    form = draw(st.sampled_from([Form.F2019, Form.F2021]))
    spec = default_catalogue().forms[form]
    filled = draw(filled_forms(form=form))
    titles = [draw(st.sampled_from([s.title, *s.aliases])) for s in spec.sections]
    sections = tuple(
        (f"{s.marker}{title}", f"{_table(filled, number)}{draw(paragraphs()).text}\n")
        for number, (s, title) in enumerate(zip(spec.sections, titles, strict=True), 1)
    )
    listed = draw(st.sampled_from(["、", "，"])).join(titles)
    ending = draw(st.sampled_from(["组成", "六个部分组成", "共6个部分", "等六部分"]))
    preface = f"本报告由{listed}{ending}。" if announced else "现将有关情况报告如下。"
    return Written(year=spec.first_year, preface=preface, sections=sections)


def _table(filled: FilledForm, number: int) -> str:
    tables = tuple(t for t in filled.tables if t.spec.section == number)
    return render_table(attrs.evolve(filled, tables=tables), TABLES) + "\n" if tables else ""


def found(text: str) -> list[tuple[str, str]]:
    """Code and text of each warning and error about structure and tables."""
    report = gikparse.parse(text)
    return [
        (d.code, report.source.text[d.span])
        for d in gikparse.check(report, select=["GIK1", "GIK2"])
        if d.severity >= Severity.WARNING
    ]


@whole
@given(written())
def test_a_report_that_follows_its_form_raises_nothing(report: Written) -> None:
    assert found(report.text) == []


#: What may be found in sections and words at random, of which no form is made.
NOT_MADE = ["GIK11", "GIK13", "GIK14"]


@settings(max_examples=40)
@given(outlines(), layouts())
def test_numbers_at_random_that_count_on_raise_nothing(outline: Outline, layout: Layout) -> None:
    report = gikparse.parse(render(outline, layout))
    found = gikparse.check(report, select="GIK1", ignore=NOT_MADE)
    assert [d for d in found if d.severity >= Severity.WARNING] == []


# --- one fault


def without(report: Written, number: int, *, renumbered: bool) -> Written:
    """The report without one of its headings and what stands under it."""
    sections = list(report.sections)
    del sections[number - 1]
    if renumbered:
        marks = [marked.partition("、")[0] for marked, _ in report.sections]
        sections = [
            (f"{mark}、{marked.partition('、')[2]}", text)
            for mark, (marked, text) in zip(marks, sections, strict=False)
        ]
    return attrs.evolve(report, sections=tuple(sections))


@whole
@given(written(), st.integers(1, 6), st.booleans())
def test_a_section_left_out(report: Written, number: int, renumbered: bool) -> None:
    text = without(report, number, renumbered=renumbered).text
    assert [code for code, _ in found(text)] == ["GIK131"]


@whole
@given(written(), st.integers(1, 6))
def test_a_heading_lost(report: Written, number: int) -> None:
    sections = list(report.sections)
    sections[number - 1] = "", sections[number - 1][1]
    said = found(attrs.evolve(report, sections=tuple(sections)).text)
    assert [code for code, _ in said if code.startswith("GIK1")] == ["GIK131"]


@whole
@given(written(announced=False), st.integers(2, 6))
def test_a_number_used_twice(report: Written, number: int) -> None:
    sections = list(report.sections)
    before, (marked, text) = sections[number - 2][0], sections[number - 1]
    mark = before.partition("、")[0]
    sections[number - 1] = f"{mark}、{marked.partition('、')[2]}", text
    wrong = attrs.evolve(report, sections=tuple(sections))
    assert found(wrong.text) == [("GIK101", f"{mark}、")]


@whole
@given(written(), st.integers(1, 6))
def test_a_section_renamed(report: Written, number: int) -> None:
    others = ["概述", "公开形式", "申请受理情况", "复议案件", "短板和不足", "其它有关事项"]
    sections = list(report.sections)
    mark = sections[number - 1][0].partition("、")[0]
    sections[number - 1] = f"{mark}、{others[number - 1]}", sections[number - 1][1]
    wrong = attrs.evolve(report, sections=tuple(sections))
    assert found(wrong.text) == [("GIK132", others[number - 1])]


@whole
@given(written(announced=False), st.integers(1, 5))
def test_two_sections_exchanged(report: Written, number: int) -> None:
    marks = [marked.partition("、")[0] for marked, _ in report.sections]
    order = list(report.sections)
    order[number - 1], order[number] = order[number], order[number - 1]
    sections = tuple(
        (f"{mark}、{marked.partition('、')[2]}", text)
        for mark, (marked, text) in zip(marks, order, strict=True)
    )
    wrong = attrs.evolve(report, sections=sections)
    assert found(wrong.text) == [("GIK133", sections[number][0])]


@whole
@given(written(), st.sampled_from([1, 5]), st.sampled_from(["", "无。\n", "暂无\n"]))
def test_a_section_emptied(report: Written, number: int, text: str) -> None:
    sections = list(report.sections)
    sections[number - 1] = sections[number - 1][0], text
    wrong = attrs.evolve(report, sections=tuple(sections))
    assert found(wrong.text) == [("GIK141", sections[number - 1][0])]


@whole
@given(written(), st.integers(1, 6), st.sampled_from(["（文字描述）", "（请填写有关情况）"]))
def test_a_prompt_left_in(report: Written, number: int, prompt: str) -> None:
    sections = list(report.sections)
    marked, text = sections[number - 1]
    sections[number - 1] = marked, f"{text}{prompt}\n"
    wrong = attrs.evolve(report, sections=tuple(sections))
    assert found(wrong.text) == [("GIK161", prompt)]


PARTS = (
    "概述",
    "主动公开政府信息情况",
    "依申请公开政府信息情况",
    "收费及减免情况",
    "复议、诉讼情况",
)


def report_of_2016(announced: Sequence[str], present: Sequence[str]) -> str:
    sections = tuple(
        OutlineSection(
            scheme=NumberingScheme.CHINESE, ordinal=number, title=title, paragraphs=("情况良好。",)
        )
        for number, title in enumerate(present, 1)
    )
    preface = f"本报告由{'、'.join(announced)}{len(announced)}个部分组成。"
    outline = Outline(
        title="某某县2016年政府信息公开工作年度报告", preface=(preface,), sections=sections
    )
    return f"{render(outline)}\n申请中的问题另行处理。\n某某县\n2017年1月15日\n"


@pytest.mark.parametrize("place", range(len(PARTS)))
def test_parts_announced_and_parts_present(place: int) -> None:
    fewer = [part for part in PARTS if part is not PARTS[place]]
    assert found(report_of_2016(PARTS, PARTS)) == []
    assert [code for code, _ in found(report_of_2016(fewer, PARTS))] == ["GIK121"]
    lost = [code for code, _ in found(report_of_2016(PARTS, fewer)) if code != "GIK134"]
    assert lost == ["GIK121"]


# --- real reports

REAL = {
    "luoning_2016": ["42:1 GIK101", "56:1 GIK151"],
    "open_empty_sections_2018": ["2:1 GIK141", "9:1 GIK141"],
    "open_pipes_on_own_lines_2019": ["4:1 GIK102"],
    "qingyunpu_2014_trad": ["3:86 GIK121"],
}


def test_real_reports(real_reports: Path) -> None:
    said = {}
    for path in sorted(real_reports.glob("*.txt")):
        report = gikparse.load(path)
        codes = [
            "{}:{} {}".format(*report.source.position(d.span.start), d.code)
            for d in gikparse.check(report, select="GIK1", ignore="GIK11")
            if d.severity >= Severity.WARNING
        ]
        if codes:
            said[path.stem] = codes
    assert said == REAL
