"""What sentences state: invented ones, and those of the example reports."""

from pathlib import Path

import pytest
from readings import Row, each_row, in_report, read_rows

import gikparse
from gikparse import Origin, Semantic

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def stated(report: gikparse.Report) -> list[str]:
    prose = (i for i in report.indicators if i.origin is Origin.PROSE)
    return sorted(f"{i.id} {i.base_value}" for i in prose)


@each_row("sentences.md")
def test_sentence(row: Row) -> None:
    agency, section = (part.strip() for part in row.heading.split("·"))
    report = gikparse.parse(in_report(agency, section, row.sentence))
    assert stated(report) == sorted(row.readings)


@each_row("sentences.md")
def test_spans_are_the_number_or_the_worded_zero(row: Row) -> None:
    agency, section = (part.strip() for part in row.heading.split("·"))
    report = gikparse.parse(in_report(agency, section, row.sentence))
    for indicator in report.indicators:
        text = report.source.text[indicator.span.slice]
        assert text in row.sentence
        if indicator.quantity is None:
            assert (indicator.semantic, indicator.value) == (Semantic.ZERO, 0)
        else:
            assert indicator.span == indicator.quantity.number_span
            assert indicator.value == indicator.quantity.value


@pytest.mark.parametrize("name", sorted({row.heading for row in read_rows("examples.md")}))
def test_example(name: str) -> None:
    report = gikparse.parse((EXAMPLES / f"{name}.txt").read_bytes().decode("utf-8"))
    wanted = [row.readings[0] for row in read_rows("examples.md") if row.heading == name]
    assert stated(report) == sorted(wanted)


def test_every_example_has_a_reading() -> None:
    names = {row.heading for row in read_rows("examples.md")}
    assert names == {path.stem for path in EXAMPLES.glob("*.txt")}


SCRIPTS = {
    "traditional": "全縣共受理政府信息公開申請１２件，其中網絡申請７件，信函申請５件；未發生行政複議。",
    "pinyin": "全縣(xiàn)共受理政府信息公開(kāi)申請12件，其中網(wǎng)絡申請7件，信函申請5件；未發(fā)生行政復議。",
    "line breaks": "2020年，全县共受理政府信息公开申\n请12件，其中网络申请7件，信函申请5件；未发生行政\n复议。",
    "page break": "全县共受理政府信息公开申请12件，其中网络\n- 2 -\n申请7件，信函申请5件；未发生行政复议。",
    "blanks": "全县共受理政府信息公开申请 12 件，其中网络申请 7 件，信函申请 5 件；未发生行政复议。",
}


@pytest.mark.parametrize("written", SCRIPTS.values(), ids=SCRIPTS)
def test_scripts_and_damage(written: str) -> None:
    report = gikparse.parse(in_report("汐樟县", "依申请公开政府信息情况", written))
    assert stated(report) == [
        "request.received 12",
        "request.received.mail 5",
        "request.received.online 7",
        "review 0",
    ]
    for indicator in report.indicators:
        if indicator.quantity is not None:
            assert indicator.quantity.value in (12, 7, 5)


def test_plans_go_on_to_the_end_of_their_section() -> None:
    text = (
        "汐樟县2020年政府信息公开工作年度报告\n一、总体情况\n2021年，我县将做好以下工作。\n"
        "（一）抓培训。举办政务公开培训4期。\n二、其他\n举办政务公开培训2期。\n"
    )
    assert stated(gikparse.parse(text)) == ["training.classes 2"]


def test_what_a_section_is_about_goes_on_below_it() -> None:
    text = (
        "汐樟县2020年政府信息公开工作年度报告\n一、申请情况\n（一）数量\n共收到政府信息公开申请9件。\n"
        "（二）结果\n同意公开6件。\n"
    )
    assert stated(gikparse.parse(text)) == ["request.answered.granted 6", "request.received 9"]
