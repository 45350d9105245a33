"""Totals and their parts."""

from readings import Row, each_row

import gikparse
from gikparse.facts.breakdowns import Breakdown


def written(breakdown: Breakdown) -> str:
    parts = "; ".join(f"{part.name} {part.quantity.text}" for part in breakdown.parts)
    return f"{breakdown.total.text} {'=' if breakdown.whole else '>'} {parts}"


@each_row("breakdowns.md")
def test_breakdown(row: Row) -> None:
    report = gikparse.parse(f"汐樟县2020年政府信息公开工作年度报告\n一、总体情况\n{row.sentence}\n")
    assert [written(found) for found in report.breakdowns] == (
        ["; ".join(row.readings)] if row.readings else []
    )


def test_totals_and_parts_have_their_indicators() -> None:
    text = "汐樟县2020年政府信息公开工作年度报告\n一、总体情况\n收到政府信息公开申请9件，其中当面6件，信函3件。"
    (breakdown,) = gikparse.parse(text).breakdowns
    assert breakdown.id == "request.received"
    assert [part.id for part in breakdown.parts] == [
        "request.received.in_person",
        "request.received.mail",
    ]
    assert sum(part.quantity.base_value for part in breakdown.parts) == breakdown.total.base_value
    assert text[breakdown.span.slice] == "9件，其中当面6件，信函3件"


def test_names_are_slices_of_the_source() -> None:
    text = "汐樟縣2020年政府信息公開工作年度報告\n一、概述\n公開信息９條，其中財政信息６條。"
    (breakdown,) = gikparse.parse(text).breakdowns
    (part,) = breakdown.parts
    assert (part.name, text[part.name_span.slice]) == ("財政信息", "財政信息")
