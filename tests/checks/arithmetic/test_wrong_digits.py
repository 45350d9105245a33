"""One wrong digit in a right report is one finding, at the figure or pointing at it."""

from pathlib import Path

import pytest

import gikparse
from gikparse.indicators import Indicator, Origin

#: So many cells are changed: each takes a reading of its report.
STEP = 7


def changed(text: str, indicator: Indicator) -> str:
    """The text with the last digit of a figure raised by one, and 9 lowered."""
    digit = int(text[indicator.span.end - 1])
    wrong = str(digit + 1 if digit < 9 else digit - 1)
    return text[: indicator.span.end - 1] + wrong + text[indicator.span.end :]


def is_summed(indicator: Indicator) -> bool:
    """Whether a sum holds the cell to the others of its table."""
    return indicator.id.startswith(("request.", "review", "litigation", "org.staff")) and (
        indicator.id != "request.fee"
    )


@pytest.mark.parametrize("name", ["f2014", "f2019", "f2021"])
def test_a_wrong_digit_is_one_finding_that_leads_to_it(examples: Path, name: str) -> None:
    text = (examples / f"{name}.txt").read_text("utf-8")
    report = gikparse.parse(text)
    assert gikparse.check(report, select="GIK3") == ()
    cells = [i for i in report.indicators if i.origin is Origin.TABLE and i.value is not None]
    for cell in [i for i in cells if is_summed(i)][::STEP]:
        wrong = gikparse.parse(changed(text, cell))
        found = gikparse.check(wrong, select="GIK3")
        assert len(found) == 1, (cell, found)
        assert cell.span in (found[0].span, *(related.span for related in found[0].related)), cell
        others = {i.span: i.value for i in wrong.indicators}
        assert all(r.value == others[r.span] for r in found[0].related)


@pytest.mark.parametrize(
    ("name", "id_", "column", "code"),
    [
        ("f2021", "request.answered.partial", "total", "GIK301"),
        ("f2019", "request.received", "total", "GIK301"),
        ("f2021", "request.answered", "business", "GIK302"),
        ("f2014", "request.answered.denied", None, "GIK302"),
        ("f2014", "review", None, "GIK302"),
        ("f2021", "review", None, "GIK305"),
        ("f2019", "litigation.after_review", None, "GIK305"),
    ],
)
def test_a_wrong_total_is_reported_where_it_stands(
    examples: Path, name: str, id_: str, column: str | None, code: str
) -> None:
    text = (examples / f"{name}.txt").read_text("utf-8")
    total = gikparse.parse(text).indicators.get(id_, column)
    assert total is not None
    found = gikparse.check(gikparse.parse(changed(text, total)), select="GIK3")
    assert [(d.code, d.span) for d in found] == [(code, total.span)]


def test_a_wrong_part_that_two_sums_show_comes_first(examples: Path) -> None:
    text = (examples / "f2021.txt").read_text("utf-8")
    id_ = "request.answered.denied.third_party"
    (part,) = gikparse.parse(text).indicators.values(id_, "business")
    (found,) = gikparse.check(gikparse.parse(changed(text, part)), select="GIK3")
    assert found.related[0].span == part.span
    assert found.related[0].message.startswith("1 here would make")


def test_a_column_of_the_balance() -> None:
    """Where a row has no sum of its own, only the balance tells a wrong figure."""
    text = (
        "三、收到和处理政府信息公开申请情况\n"
        "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |\n| | 总计 |\n"
        "| 一、本年新收政府信息公开申请数量 | 31 |\n| 二、上年结转政府信息公开申请数量 | 2 |\n"
        "| （七）总计 | 30 |\n| 四、结转下年度继续办理 | 3 |\n"
    )
    report = gikparse.parse(text)
    assert gikparse.check(report, select="GIK3") == ()
    for cell in report.indicators:
        (found,) = gikparse.check(gikparse.parse(changed(text, cell)), select="GIK3")
        assert found.code == "GIK304"
        assert cell.span in (found.span, *(related.span for related in found.related))


#: What the rules of arithmetic find in real reports, with what the parts add up to; they find
#: nothing in any other.
REAL = {
    "huaian_hongze_2023.pdf": [("GIK305", "0", 11), ("GIK305", "0", 5)],
    "huaian_hongze_2023.pymupdf.txt": [("GIK305", "0", 11), ("GIK305", "0", 5)],
}


def test_real_reports(real_reports: Path) -> None:
    files = [
        p for p in sorted(real_reports.iterdir()) if p.suffix in (".txt", ".html", ".docx", ".pdf")
    ]
    assert {"shanghai_2019_bangongting.html", *REAL} <= {path.name for path in files}
    found = {}
    for path in files:
        report = gikparse.load(path)
        told = gikparse.check(report, select="GIK3", ignore="GIK306")
        found[path.name] = [
            (d.code, report.source.text[d.span], sum(r.value or 0 for r in d.related)) for d in told
        ]
    assert {name: told for name, told in found.items() if told} == REAL
