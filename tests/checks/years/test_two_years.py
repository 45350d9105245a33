"""Two reports of one agency: what is told about the other one, and where it stands."""

from pathlib import Path

import pytest

import gikparse
from gikparse.checks.years.pairing import pair_with_previous

LAST = """青禾县2022年政府信息公开工作年度报告
一、总体情况
全年收到政府信息公开申请31件，结转下年度继续办理3件。
"""
THIS = """青禾县2023年政府信息公开工作年度报告
一、总体情况
全年收到政府信息公开申请27件，上年结转政府信息公开申请3件。
"""


def test_a_place_in_the_other_report_names_its_source() -> None:
    previous = gikparse.parse(LAST)
    report = gikparse.parse(THIS.replace("3件", "8件"))
    (found,) = gikparse.check(report, previous=previous, select="GIK5")
    (related,) = found.related
    assert related.source is previous.source
    assert related.source.text[related.span] == "3件"
    assert related.value == 3
    assert tuple(n for n in ("8", "3") if n in found.message) == ("8", "3")


def test_nothing_is_told_without_the_other_report() -> None:
    assert gikparse.check(gikparse.parse(THIS.replace("3件", "8件")), select="GIK5") == ()


@pytest.mark.parametrize("digit", "0124567")
def test_one_wrong_digit(digit: str) -> None:
    pairs = pair_with_previous(
        [gikparse.parse(THIS.replace("申请3件", f"申请{digit}件")), gikparse.parse(LAST)]
    )
    found = [
        d
        for report, previous in pairs
        for d in gikparse.check(report, previous=previous, select="GIK5")
    ]
    assert [d.code for d in found] == ["GIK501"]


def test_a_report_agrees_with_itself_in_all_but_its_stocks(examples: Path) -> None:
    """Stocks grow by what is added: a report cannot be its own year before."""
    for name in ("f2014", "f2019", "f2021"):
        report = gikparse.parse((examples / f"{name}.txt").read_text("utf-8"))
        earlier = gikparse.parse(
            report.source.text.replace(str(report.year), str((report.year or 0) - 1))
        )
        found = gikparse.check(report, previous=earlier, select="GIK5")
        assert {d.code for d in found} <= {"GIK501", "GIK502", "GIK503"}
        assert "GIK504" not in {d.code for d in found}
