"""Pictures are SVG that says what it shows, and no text of a report is markup in them."""

import itertools
import re
from xml.etree import ElementTree

import pytest

import gikparse
from gikparse.panels.coverage import coverage_svg, draw_coverage

SVG = "{http://www.w3.org/2000/svg}"
F2014 = (
    "{agency}{year}年政府信息公开工作年度报告\n一、统计表\n指标 | 单位 | 数量 |\n"
    "三、依申请公开情况 | — |\n|\n（一）收到申请数 | 件 | {value} |\n"
)


def panel(values: dict[tuple[str, int], int]) -> gikparse.Panel:
    reports = [
        gikparse.parse(F2014.format(agency=agency, year=year, value=value), name=f"{agency}{year}")
        for (agency, year), value in values.items()
    ]
    return gikparse.panel(reports, "request.received")


SMALL = {("汀溪县", 2014): 4, ("汀溪县", 2015): 9, ("汀溪县", 2018): 7, ("白露市", 2015): 0}


def parsed(svg: str) -> ElementTree.Element:
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text
    assert root.find(f"{SVG}desc").text.endswith(".")
    return root


def test_a_plot_has_a_point_for_each_figure() -> None:
    root = parsed(panel(SMALL).plot())
    said = [dot.find(f"{SVG}title").text for dot in root.iter(f"{SVG}circle")]
    assert sorted(said) == [
        "汀溪县人民政府 2014: 4 件 (F2014)",
        "汀溪县人民政府 2015: 9 件 (F2014)",
        "汀溪县人民政府 2018: 7 件 (F2014)",
        "白露市人民政府 2015: 0 件 (F2014)",
    ]


def test_a_line_does_not_cross_a_missing_year() -> None:
    root = parsed(panel(SMALL).plot(agencies=["汀溪县"]))
    (path,) = [p.get("d") for p in root.iter(f"{SVG}path")]
    assert re.findall("[ML]", path) == ["M", "L", "M"]


def test_many_agencies_are_a_median() -> None:
    values = {(f"{one}{two}县", 2015): 3 for one in "汀鹭棠岚" for two in "溪泽浦"}
    root = parsed(panel(values).plot())
    assert len(values) == 12
    assert [d.find(f"{SVG}title").text for d in root.iter(f"{SVG}circle")] == [
        "median of 12 in 2015: 3"
    ]


def test_names_do_not_stand_over_each_other() -> None:
    values = {(f"{one}溪县", 2015): 3 for one in "汀鹭棠岚"}
    root = parsed(panel(values).plot())
    heights = [float(t.get("y")) for t in root.iter(f"{SVG}text") if t.text.endswith("县人民政府")]
    assert len(heights) == 4
    assert min(b - a for a, b in itertools.pairwise(heights)) >= 10


def test_without_figures_the_plot_says_so() -> None:
    found = gikparse.panel(
        [gikparse.parse("汀溪县2015年政府信息公开工作年度报告\n一、无\n")], "request.carried_out"
    )
    assert "no figures" in found.plot()


def test_an_unknown_agency_or_series_is_named() -> None:
    found = panel(SMALL)
    with pytest.raises(gikparse.UsageError, match="no agency 云岫市"):
        found.plot(agencies=["云岫市"])
    with pytest.raises(gikparse.UsageError, match=r"no 'request.carried_out'"):
        found.plot("request.carried_out")


def test_texts_are_escaped() -> None:
    report = gikparse.parse(
        "一、概述\n全年共收到政府信息公开申请7件。", agency="<b>&县", year=2015, name="a"
    )
    found = gikparse.panel([report], "request.received")
    for svg in (found.plot(), found.coverage_svg()):
        parsed(svg)
        assert "<b>" not in svg


def test_coverage_has_a_letter_for_each_report() -> None:
    found = panel(SMALL | {("汀溪县人民政府", 2014): 4})
    lines = draw_coverage(found).splitlines()
    assert lines[0].split() == ["2014", "2015", "2016", "2017", "2018"]
    assert lines[1].split() == ["汀溪县人民政府", "+", "A", ".", ".", "A"]
    assert lines[2].split() == ["白露市人民政府", ".", "A", ".", ".", "."]
    assert lines[-1] == "2 agencies, 5 years; 4 of 10 places have a report"


def test_the_picture_of_coverage_says_the_same() -> None:
    root = parsed(coverage_svg(panel(SMALL)))
    said = [title.text for title in root.iter(f"{SVG}title")][1:]
    assert "汀溪县人民政府 2014: F2014" in said
    assert "白露市人民政府 2014: no report" in said
    assert len(said) == 10
