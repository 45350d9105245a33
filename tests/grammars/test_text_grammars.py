"""The grammars that read text take what they generate; where two terminals take the same, it is written down here."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from generating import Piece, streams, written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gikparse
from gikparse.folding import fold
from gikparse.grammar import find_all, pattern, terminal_patterns
from gikparse.numbering import NumberingScheme
from gikparse.tables.pipes import read_rows
from gikparse.testing import check_report
from gikparse.values import read_value

#: There are many terminals, and what some of them match is dear to make.
FEWER = settings(
    max_examples=settings.default.max_examples // 5,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
#: Terminals that the code looks for in one go, first choice first.
TOGETHER = [
    ("numbering", tuple(scheme.name for scheme in NumberingScheme)),
    ("context", ("NOTHING", "CLAUSE_WORD", "NUMBER_LIST", "MARK")),
    ("context", ("OWN_LINE", "SHORT_TITLE")),
    ("context", ("OPEN", "CLOSE", "TITLE_STOP")),
    ("frame", ("BREADCRUMB", "FORM_PROMPT", "PAGE_MARK", "RULE_LINE")),
    ("frame", ("DATE_LINE", "AGENCY_LINE")),
    ("values", ("VALUE_RUN", "NOTE", "ROW_MARK")),
    (
        "quantity",
        ("CITATION", "LINK", "DOCUMENT", "SPAN_OF_YEARS", "DATE", "CLOCK", "ORDINAL", "RANGE"),
    ),
    ("quantity", ("LEAST_AFTER", "MOST_AFTER", "ABOUT_AFTER")),
]
#: Pairs of a terminal and an earlier one that may take its text, and why that does no harm.
RIVALS = {
    ("FORM_PROMPT", "BREADCRUMB"): "both are furniture",
    ("PAGE_MARK", "BREADCRUMB"): "both are furniture",
    ("PAGE_MARK", "FORM_PROMPT"): "both are furniture",
    ("RULE_LINE", "BREADCRUMB"): "both are furniture",
    ("RULE_LINE", "FORM_PROMPT"): "both are furniture",
    ("RULE_LINE", "PAGE_MARK"): "---3--- is either, and furniture both times",
    ("ROW_MARK", "VALUE_RUN"): "1. begins like a figure; what is asked is whether values go on",
    ("MARK", "NOTHING"): "a line may end with blanks",
    ("DATE", "SPAN_OF_YEARS"): "2014年-2015年 is read as a span",
    ("ORDINAL", "DOCUMENT"): "第3号 names a document; neither counts",
    ("SHORT_TITLE", "OWN_LINE"): "a title with its colon may be all of a line",
}


def together() -> list[tuple[str, str, tuple[str, ...]]]:
    return [(grammar, name, group) for grammar, group in TOGETHER for name in group]


@pytest.mark.parametrize(("grammar", "name", "group"), together())
@settings(FEWER)
@given(data=st.data())
def test_what_a_terminal_generates_is_found_as_it(
    grammar: str, name: str, group: tuple[str, ...], data: st.DataObject
) -> None:
    text = data.draw(written(terminal_patterns(grammar)[name]))
    match = pattern(grammar, *group).match(text)
    assert match is not None
    assert match.lastgroup == name or (name, match.lastgroup) in RIVALS


# --- whole start rules, read by the parser

#: What cannot be generated from its pattern, because it looks at what stands around it.
AWKWARD = {
    "numbering": {
        "CHINESE_PAREN_LOST": st.sampled_from(["一)", "(十二"]),
        "ARABIC_PAREN_LOST": st.sampled_from(["1)", "12)"]),
    },
    "context": {"NOTHING": st.sampled_from(["", "  "]), "OWN_LINE": st.just("加强领导\n")},
    "frame": {
        "MENTIONED_AGENCY": st.sampled_from(["由汀溪县民政局编制", "年青禾市教育局2016年"]),
        "SIGNATURE": st.sampled_from(["。汀溪县民政局2017年3月1日\n", " 2017-03-01"]),
        "ACTING_AGENCY": st.just("年青禾市教育局认真贯彻"),
        "YEAR": st.sampled_from(["2016年", "2016 年度"]),
        "LISTED": st.just("附件：1.统计表\n2.目录\n"),
    },
    "values": {"VALUE_RUN": st.sampled_from(["12件", "0", "3—0"])},
    "quantity": {
        "FIGURE": st.sampled_from(["12", "60余万", "三十", "2,543", "两百多"]),
        "SHARE": st.sampled_from(["百分之三十", "千分之5"]),
        "MORE": st.just("余万"),
    },
    "elision": {
        "PINYIN": st.just("国(guó)"),
        "SPACED": st.just("邮 编 : 九 九 零 "),
        "BREAK": st.just("信息\n5928\n条，"),
        "MARKUP": st.sampled_from(["-->", "**", "## "]),
    },
    "actors": {"ACTOR": st.sampled_from(["县国土资源局", "云岫市交通运输局"])},
}
STARTS = {name: streams(name, explicit=explicit) for name, explicit in AWKWARD.items()}


@pytest.mark.parametrize("grammar", AWKWARD)
@settings(FEWER)
@given(data=st.data())
def test_whatever_a_grammar_generates_is_a_report(grammar: str, data: st.DataObject) -> None:
    pieces = data.draw(STARTS[grammar])
    joint = data.draw(st.sampled_from(["", "信息", "\n"]))
    body = joint.join(piece.text for piece in pieces)
    title = data.draw(st.sampled_from(["", "汀溪县2016年政府信息公开年报\n", "一、概述\n"]))
    check_report(gikparse.parse(title + body), rewritten=False)


# --- tables and values, whose meaning can be told from the tokens

BARE = st.text("规章 0-", max_size=3)
CELLS = st.lists(BARE, min_size=1, max_size=4).filter(lambda cells: any(map(str.strip, cells)))
TABLES = streams(
    "table",
    "table",
    {
        # A line each: the grammar passes over line ends, which is why it does not ask for them.
        "CELLS": st.builds(
            lambda cells, opening, closing: f"\n{opening}{'|'.join(cells)}{closing}",
            CELLS,
            st.sampled_from(["", "|", " | "]),
            st.sampled_from(["|", " |"]),
        ),
        "OPENED_CELL": BARE.map(lambda text: f"\n| 文{text}"),
        "OUTER_BAR": st.sampled_from(["\n|", "\n |"]),
        "SLIPPED_CELLS": st.sampled_from(["\n|", "\n || "]),
        "_SEPARATOR": st.just("\n|---|:--:|"),
        "_LINE_END": st.sampled_from(["\n", "\r\n", "\n\n"]),
    },
)


@given(TABLES)
def test_a_table_that_is_generated_has_its_cells(pieces: list[Piece]) -> None:
    text = "".join(piece.text for piece in pieces).strip("\n")
    lines = [p.text for p in pieces if p.terminal in ("CELLS", "OPENED_CELL")]
    meant = [bare for line in lines for cell in line.split("|") if (bare := cell.strip(" \n"))]
    found = [text[start:end] for row in read_rows(text, 0, len(text)) for start, end in row]
    assert _told(found) == _told(meant)


def _told(cells: list[str]) -> list[str]:
    """The cells that say something; dashes may be part of a line that divides."""
    return [cell for cell in cells if cell.strip("-")]


VALUES = streams("values", "value")


@given(VALUES)
def test_a_value_that_is_generated_is_read(pieces: list[Piece]) -> None:
    number, *unit = [piece.text for piece in pieces]
    read = read_value(number + "".join(unit))
    assert read.number == Decimal(number.replace(",", ""))
    assert read.unit == (unit[0] if unit else None)


@given(streams("numbering"), st.sampled_from(["加强领导", "公开12条。"]))
def test_a_mark_is_a_mark_in_any_width(pieces: list[Piece], title: str) -> None:
    text = "".join(piece.text for piece in pieces) + title
    assert fold(text) == text


@given(st.lists(STARTS["numbering"] | st.text("第一十、.．() 0123a章①㈠⒈廿xlsx年条"), max_size=8))
def test_marks_are_found_by_their_first_characters_as_without(
    parts: list[list[Piece] | str],
) -> None:
    text = "".join(p if isinstance(p, str) else "".join(mark.text for mark in p) for p in parts)
    known = terminal_patterns("numbering")
    anywhere = "|".join(f"(?P<{name}>{known[name]})" for name in known if name != "FIRST")
    found = [(m.lastgroup, m.span()) for m in find_all("numbering", text=text)]
    assert found == [(m.lastgroup, m.span()) for m in re.finditer(anywhere, text)]
