"""Generated outlines and how they are written."""

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from gikparse import NumberingScheme
from gikparse.testing import (
    Brackets,
    Layout,
    Outline,
    OutlineSection,
    expected_shape,
    layouts,
    marker,
    outlines,
    render,
)


def sections(outline: Outline) -> list[OutlineSection]:
    found = list(outline.sections)
    for section in found:  # grows while it is read
        found.extend(section.children)
    return found


SAMPLE = Outline(
    title="汀溪县2023年政府信息公开年报",
    preface=("本报告根据条例编制。",),
    sections=(
        OutlineSection(
            scheme=NumberingScheme.CHINESE,
            ordinal=1,
            title="公开情况",
            paragraphs=("全年公开12条。", "比上年增加。"),
            children=(
                OutlineSection(
                    scheme=NumberingScheme.ARABIC_PAREN,
                    ordinal=2,
                    title="",
                    paragraphs=("2016年，公开7条。",),
                ),
            ),
        ),
    ),
)


def test_headings_on_lines_of_their_own() -> None:
    assert render(SAMPLE).splitlines() == [
        "汀溪县2023年政府信息公开年报",
        "本报告根据条例编制。",
        "一、公开情况",
        "全年公开12条。",
        "比上年增加。",
        "（2）2016年，公开7条。",
    ]


def test_headings_run_in() -> None:
    layout = Layout(
        run_in=True,
        stop="：",
        indent="　　",
        gap=" ",
        blank_lines=1,
        line_end="\r\n",
        brackets=Brackets.ONE_CHARACTER,
        chinese_mark="．",
    )
    assert render(SAMPLE, layout).split("\r\n\r\n") == [
        "汀溪县2023年政府信息公开年报",
        "　　本报告根据条例编制。",
        "　　一． 公开情况：全年公开12条。",
        "　　比上年增加。",
        "　　⑵ 2016年，公开7条。",
    ]


def test_expected_shape_names_the_markers_as_written() -> None:
    (section,) = expected_shape(SAMPLE, Layout(brackets=Brackets.HALF))
    assert (section.marker, section.level, section.title) == ("一、", 1, "公开情况")
    assert section.paragraphs == ("全年公开12条。", "比上年增加。")
    assert [(s.marker, s.level, s.title) for s in section.children] == [("(2)", 4, "")]


def test_markers_beyond_those_of_one_character() -> None:
    layout = Layout(brackets=Brackets.ONE_CHARACTER)
    assert marker(NumberingScheme.CHINESE_PAREN, 11, layout) == "（十一）"
    assert marker(NumberingScheme.PART, 23, layout) == "第二十三部分"


@pytest.mark.slow
@given(outlines())
def test_outlines_are_sound(outline: Outline) -> None:
    found = sections(outline)
    titles = [section.title for section in found if section.title]
    assert len(set(titles)) == len(titles)
    assert all(len(title) <= 40 and not set(title) & set("。：；:;!?！？\n") for title in titles)
    for parent in found:
        assert [child.ordinal for child in parent.children] == [*range(1, len(parent.children) + 1)]
        assert all(child.scheme.level > parent.scheme.level for child in parent.children)
        assert parent.title or parent.paragraphs


@given(outlines(max_depth=1, max_sections=2))
def test_limits_are_kept(outline: Outline) -> None:
    assert 1 <= len(outline.sections) <= 2
    assert all(not section.children for section in outline.sections)


@pytest.mark.slow
def test_faults_are_made_when_asked_for() -> None:
    def ordinals(outline: Outline) -> list[int]:
        return [section.ordinal for section in outline.sections]

    quick = settings(phases=[Phase.generate], max_examples=2000)
    strategy = outlines(max_depth=1, max_sections=3, faults=True)
    for wanted in ([1, 2, 4], [1, 2, 2], [1, 2, 1]):
        outline = find(strategy, lambda found, w=wanted: ordinals(found) == w, settings=quick)
        assert ordinals(outline) == wanted


@pytest.mark.slow
@given(outlines(max_depth=2), layouts(), st.data())
def test_every_line_of_a_rendering_is_accounted_for(
    outline: Outline, layout: Layout, data: st.DataObject
) -> None:
    layout = attrs.evolve(layout, above=(), below=(), page_marks=False, traditional=False)
    lines = [line for line in render(outline, layout).split(layout.line_end) if line]
    assert lines[0] == outline.title
    assert all(line.startswith(layout.indent) for line in lines[1:])
    section = data.draw(st.sampled_from(sections(outline)))
    written = marker(section.scheme, section.ordinal, layout) + layout.gap + section.title
    assert any(line.removeprefix(layout.indent).startswith(written) for line in lines)
