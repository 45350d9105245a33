"""What holds for every text, and for every report that was written from an outline."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark

import gikparse
from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.grammar.making import compile_grammar
from gikparse.numbering import NumberingScheme, ordinal, scheme_of
from gikparse.testing import (
    SectionShape,
    WrittenReport,
    check_reading,
    check_report,
    noise,
    noisy,
    reports,
    shape_of,
)

#: Small reports with two levels of headings: noise in them reaches what stands behind the outline.
SMALL = reports(min_depth=2, max_depth=2, max_sections=1, forms=False)
#: Drawing a report costs more than reading some others.
EACH = 6


@settings(max_examples=settings.default.max_examples // 2)
@given(noise() | st.text(max_size=40))
def test_every_text_gives_a_report(text: str) -> None:
    report = gikparse.parse(text)
    assert report.source.text == text
    check_report(report)


@settings(max_examples=settings.default.max_examples // 4)
@given(SMALL, st.data())
def test_noise_in_a_report_breaks_no_promise(written: WrittenReport, data: st.DataObject) -> None:
    for number in range(EACH):
        report = gikparse.parse(data.draw(noisy(written.text)))
        check_report(report, rewritten=not number)


@pytest.mark.slow
@given(reports())
def test_a_report_is_read_as_it_was_meant(written: WrittenReport) -> None:
    report = gikparse.parse(written.text)
    if not written.layout.traditional:
        assert shape_of(report) == written.sections  # character for character
    check_reading(report, written)


@pytest.mark.slow
@given(reports(max_depth=2, max_sections=2))
def test_a_generated_report_keeps_its_promises(written: WrittenReport) -> None:
    check_report(gikparse.parse(written.text))


@pytest.mark.slow
@given(reports(faults=True, forms=False, max_depth=2))
def test_sections_with_wrong_numbers_are_kept(written: WrittenReport) -> None:
    check_reading(gikparse.parse(written.text), written)


@given(reports(max_depth=2, max_sections=3), st.data())
def test_a_report_cut_short_keeps_its_promises(written: WrittenReport, data: st.DataObject) -> None:
    text = written.text
    check_report(gikparse.parse(text[: data.draw(st.integers(0, len(text)))]), rewritten=False)


@pytest.mark.slow
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
    assert scheme_of(match.lastgroup or "") in NumberingScheme
    assert ordinal(mark) is not None
