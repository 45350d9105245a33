"""Fingerprints outlive what does not concern their finding, and change with what does."""

import pytest

from gikparse import Kind, Severity, Span, UsageError, check, fingerprints, parse
from gikparse.checks import RULES, Rule

TEXT = "一、总体情况\n（一）主动公开。\n（二）平台建设。\n（二）监督保障，全年二次。\n"
KIND = Kind(code="MY001", name="odd", severity=Severity.INFO, message="odd", chinese="异")


def prints(text: str) -> tuple[str, ...]:
    report = parse(text)
    return fingerprints(report, check(report, select="GIK101"))


def print_at(text: str, word: str) -> str:
    """The fingerprint of a finding about a word of a text."""
    start = text.index(word)
    report = parse(text)
    found = KIND.at(Span(start, start + len(word)))
    (made,) = fingerprints(report, [found])
    return made


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param("汀溪县2023年年度报告\n\n" + TEXT, id="lines before"),
        pytest.param(TEXT + "二、其他\n无。\n", id="lines after"),
        pytest.param(TEXT.replace("平台建设", "网站建设"), id="another line"),
        pytest.param(TEXT.replace("（二）", "(二) "), id="width and blanks"),
        pytest.param(TEXT.replace("监督保障", "監督保障"), id="Traditional"),
        pytest.param(TEXT.replace("\n", "\r\n"), id="line ends"),
    ],
)
def test_what_does_not_concern_a_finding_leaves_its_fingerprint(changed: str) -> None:
    (made,) = prints(TEXT)
    assert len(made) == 16
    assert prints(changed) == (made,)


def test_another_text_or_code_is_another_finding() -> None:
    assert prints(TEXT.replace("全年二次", "全年三次")) != prints(TEXT)
    report = parse(TEXT)
    (found,) = check(report, select="GIK101")
    again = KIND.at(found.span)
    assert fingerprints(report, [found]) != fingerprints(report, [again])


def test_on_a_flat_page_what_is_near_counts() -> None:
    near, far = "全年收到申请3件" + "，均已答复" * 10, "公开" * 40
    assert print_at(far + near, "3件") == print_at("主动" + far + near + "。另有", "3件")
    assert print_at(far + near, "3件") != print_at(far + near.replace("收到", "受理"), "3件")


def test_equal_findings_are_told_apart_by_their_order() -> None:
    text = "一、总体情况\n无。\n二、其他\n无。\n"
    rule = Rule(
        kind=KIND,
        find=lambda _: [KIND.at(Span(start, start + 1)) for start in (7, 15)],
    )
    report = parse(text)
    found = check(report, rules=[*RULES, rule], select="MY001")
    assert [report.source.text[d.span] for d in found] == ["无", "无"]
    first, second = fingerprints(report, found)
    assert first != second
    assert fingerprints(report, found[:1]) == (first,)


def test_a_lone_surrogate_has_a_fingerprint() -> None:
    assert print_at("一、总体\ud800情况", "情况") == print_at("一、总体?情况", "情况")


def test_a_span_without_width_and_at_the_end() -> None:
    report = parse("一、总体情况\n")
    ends = KIND.at(Span(0, 0)), KIND.at(Span(7, 7))
    assert len(set(fingerprints(report, ends))) == 2


def test_only_of_a_report() -> None:
    with pytest.raises(UsageError, match="takes a Report, not str"):
        fingerprints(TEXT, [])  # type: ignore[arg-type]
