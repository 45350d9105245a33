"""Elision: what is left out, and the way back to the source."""

from hypothesis import given
from hypothesis import strategies as st

from fixtures import Case, each_case
from gikparse.elision import elide
from gikparse.folding import fold
from gikparse.source import Span

CLEAN = st.text("一、概述()app公开0", max_size=30)
NOISY = st.lists(
    st.sampled_from(
        [
            *(
                "国(guó)",
                "开(kāi)",
                "组(zu)",
                "(app)",
                "\u200b",
                "\ufeff",
                "-->",
                "一、",
                "\n",
                " ",
            ),
            *("地 址 : 滨 湖 路", " , 邮 编 。", "信息\n592\n条,", "达\r\n  90.3%\r\n。"),
        ]
    )
).map("".join)


@each_case("elision.md")
def test_view(case: Case) -> None:
    assert elide(fold(case.source)).text == case.expected


@given(CLEAN)
def test_clean_text_stays_as_it_is(text: str) -> None:
    reading = elide(text)
    assert reading.text is text
    assert reading.elisions == ()
    assert reading.source_span(0, len(text)) == Span(0, len(text))


@given(NOISY)
def test_the_map_leads_to_the_same_character(text: str) -> None:
    reading = elide(text)
    offsets = [reading.source_offset(place) for place in range(len(reading.text))]
    assert "".join(text[offset] for offset in offsets) == reading.text
    assert offsets == sorted(set(offsets))


@given(NOISY)
def test_elisions_and_view_are_the_whole_text(text: str) -> None:
    reading = elide(text)
    left_out = [place for elision in reading.elisions for place in range(*elision.span)]
    kept = [reading.source_offset(place) for place in range(len(reading.text))]
    assert sorted(left_out + kept) == list(range(len(text)))


def test_an_elision_belongs_to_the_character_before_it() -> None:
    reading = elide("国(guó)家")
    assert reading.source_span(0, 1) == Span(0, 6)
    assert reading.source_span(1, 2) == Span(6, 7)
    assert [(elision.kind, elision.span) for elision in reading.elisions] == [
        ("PINYIN", Span(1, 6))
    ]
