"""What holds for every text, and for every report that was written from an outline."""

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark

import gikparse
from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.grammar.making import compile_grammar
from gikparse.numbering import ordinal, scheme_of
from gikparse.testing import (
    SectionShape,
    WrittenReport,
    check_reading,
    check_report,
    reports,
    shape_of,
)

# Half-valid documents find more than noise, and noise finds the rest.
FRAGMENTS = st.sampled_from(
    [
        *(
            "一、",
            "（一）",
            "(二)",
            "三)",
            "（四",
            "1.",
            "2、",
            "（3）",
            "①",
            "㈠",
            "⑴",
            "第一部分",
            "第",
        ),
        *(
            "|",
            " | ",
            "|---|",
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "。",
            "；",
            "：",
            ":",
            "，",
            "？",
            "*",
            "—",
        ),
        *("（", "）", "《", "》", "“", "”", "【", "项", "条", "0", "12", "3.5亿", "2016年", "98%"),
        *("2016年1月1日", "起至", "2016年12月31日", "2017-03-14", "二○一二年二月二十日"),
        *(
            "某市",
            "人民政府",
            "民政局",
            "政府信息公开",
            "工作年度报告",
            "統計表",
            "國(guó)",
            "家(jiā)",
            "(app)",
        ),
        *("概述", "总体情况", "主动公开情况", "收到和处理政府信息公开申请情况", "存在的主要问题"),
        *(
            "规章",
            "其他",
            "总计",
            "行政许可",
            "本年新收政府信息公开申请数量",
            "处理决定数量",
            "信息内容",
        ),
        *(
            "索引号",
            "发布时间",
            "来源",
            "标题",
            "首页 > ",
            "- 3 -",
            "=====",
            "附件1：统计表",
            "目录",
            "微信",
        ),
        *("\u200b", "\ufeff", "\u00a0", "\u3000", "\u2028", "\x85", "\x1c", "\x00", "\ud800", "𠮷"),
        *("-->", "<!--[if !supportLists]-->", "?。ㄒ唬", "涓€"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(FRAGMENTS | st.text(max_size=2), max_size=40).map("".join),
)


@given(TEXTS)
def test_every_text_gives_a_report(text: str) -> None:
    report = gikparse.parse(text)
    assert report.source.text == text
    check_report(report)


@given(reports())
def test_a_report_is_read_as_it_was_meant(written: WrittenReport) -> None:
    report = gikparse.parse(written.text)
    if not written.layout.traditional:
        assert shape_of(report) == written.sections  # character for character
    check_reading(report, written)


@given(reports(max_depth=2, max_sections=2))
def test_a_generated_report_keeps_its_promises(written: WrittenReport) -> None:
    check_report(gikparse.parse(written.text))


@given(reports(faults=True, forms=False, max_depth=2))
def test_sections_with_wrong_numbers_are_kept(written: WrittenReport) -> None:
    check_reading(gikparse.parse(written.text), written)


@given(reports(max_depth=2, max_sections=3), st.data())
def test_a_report_cut_short_keeps_its_promises(written: WrittenReport, data: st.DataObject) -> None:
    text = written.text
    check_report(gikparse.parse(text[: data.draw(st.integers(0, len(text)))]), rewritten=False)


@given(reports(max_depth=2, max_sections=3), st.data())
def test_characters_that_nobody_sees_change_no_outline(
    written: WrittenReport, data: st.DataObject
) -> None:
    text = written.text
    place = data.draw(st.integers(0, len(text)))
    report = gikparse.parse(f"{text[:place]}\u200b{text[place:]}")
    check_report(report, rewritten=False)
    assert _without_invisible(shape_of(report)) == shape_of(gikparse.parse(text))


def _without_invisible(sections: tuple[SectionShape, ...]) -> tuple[SectionShape, ...]:
    return tuple(
        SectionShape(
            section.marker.replace("\u200b", ""),
            section.level,
            section.title.replace("\u200b", ""),
            tuple(paragraph.replace("\u200b", "") for paragraph in section.paragraphs),
            _without_invisible(section.children),
        )
        for section in sections
    )


# What follows a mark decides whether a bracket was lost, so the mark alone is not enough.
NUMERALS = st.sampled_from(["一", "四", "十", "十二"])
MARKS = from_lark(
    compile_grammar("numbering", start="start"),
    start="start",
    explicit={
        "CHINESE_PAREN_LOST": st.builds(str.format, st.sampled_from(["{})", "({}"]), NUMERALS),
        "ARABIC_PAREN_LOST": st.sampled_from(["1)", "12)"]),
    },
)


@given(MARKS)
def test_every_mark_of_the_grammar_is_found_and_has_a_number(mark: str) -> None:
    match = pattern("numbering").match(f"{mark}加强领导")
    assert match is not None
    assert match.group() == mark == fold(mark)
    assert 0 <= scheme_of(match.lastgroup or "").level <= 5
    assert ordinal(mark) is not None
