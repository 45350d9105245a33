"""Panels join the figures that compare, mark the others, and say why one is missing."""

import csv
import itertools
from pathlib import Path

import pytest

import gikparse
from gikparse.panels import Mark

HEAD = "{agency}{year}年政府信息公开工作年度报告\n"
F2014 = "一、统计表\n指标 | 单位 | 数量 |\n三、依申请公开情况 | — |\n|\n（一）收到申请数 | 件 | {value} |\n"
COUNTER = itertools.count()


def report(agency: str, year: int, body: str, **values: object) -> gikparse.Report:
    text = HEAD.format(agency=agency, year=year) + body.format(**values)
    return gikparse.parse(text, name=f"{next(COUNTER)}.txt")


def figure(*reports: gikparse.Report, name: str = "request.received", **options: object) -> object:
    (row,) = gikparse.panel(reports, name, **options).rows
    return row.figures[name]


def test_spellings_and_forms_are_one_series(examples: Path) -> None:
    text = (examples / "f2021.txt").read_text("utf-8")
    reports = [
        report("云岫市鹭汀区政府", 2018, F2014, value=4),
        gikparse.parse(text, name="a"),
        report("云岫市鹭汀区", 2022, "一、概述\n全年共收到政府信息公开申请7件。"),
    ]
    found = gikparse.panel(reports, "request.received")
    assert found.agencies == ("云岫市鹭汀区人民政府",)
    assert found.years == tuple(range(2018, 2024))
    read = [(row.year, row.forms, *row.figures.values()) for row in found.rows]
    assert [(year, forms, f.value, f.mark) for year, forms, f in read] == [
        (2018, ("F2014",), 4, Mark.STATED),
        (2022, (), 7, Mark.PROSE),
        (2023, ("F2021",), 159, Mark.STATED),
    ]
    assert [row.names for row in found.rows][:2] == [("云岫市鹭汀区政府",), ("云岫市鹭汀区",)]


@pytest.mark.parametrize(
    ("value", "mark"),
    [("", Mark.EMPTY), ("—", Mark.NA), ("详见附表", Mark.TEXT), ("0", Mark.STATED)],
)
def test_what_is_no_figure_has_no_value(value: str, mark: Mark) -> None:
    found = figure(report("汀溪县", 2018, F2014, value=value))
    assert (found.value, found.mark) == (0 if value == "0" else None, mark)


def test_statements_that_differ_are_a_conflict() -> None:
    one, other = (report("汀溪县", 2018, F2014, value=value) for value in (4, 5))
    found = figure(one, other)
    assert (found.value, found.mark) == (None, Mark.CONFLICT)
    assert found.files == (one.source.name, other.source.name)
    same = figure(one, report("汀溪县人民政府", 2018, F2014, value=4))
    assert (same.value, same.mark) == (4, Mark.STATED)


def test_a_heading_of_the_form_is_added_up(examples: Path) -> None:
    loaded = gikparse.load(examples / "f2021.txt")
    found = figure(loaded, name="request.answered.unable")
    parts = gikparse.catalogue.derivation("request.answered.unable", gikparse.Form.F2021).parts
    assert found.mark is Mark.DERIVED
    assert found.value == sum(loaded.indicators.value(part) for part in parts)


def test_a_sum_with_a_missing_part_is_none(examples: Path) -> None:
    text = (examples / "f2021.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if "没有现成信息" not in line]
    assert len(lines) == len(text.splitlines()) - 1
    found = figure(gikparse.parse("\n".join(lines), name="a"), name="request.answered.unable")
    assert (found.value, found.mark) == (None, Mark.ABSENT)


def test_what_a_form_does_not_ask_for_is_told_from_what_is_absent() -> None:
    old = report("汀溪县", 2018, F2014, value=4)
    assert figure(old, name="request.carried_out").mark is Mark.NOT_IN_FORM
    assert figure(old, name="proactive.total").mark is Mark.ABSENT


def test_a_column_can_be_asked_for(examples: Path) -> None:
    name = "request.received:natural_person"
    loaded = gikparse.load(examples / "f2021.txt")
    assert figure(loaded, name=name).value == 128


def test_figures_are_in_base_units(examples: Path) -> None:
    found = figure(gikparse.load(examples / "f2021.txt"), name="proactive.fee")
    assert (found.value, found.unit) == (52384600, "元")


def test_agencies_can_be_joined_by_hand() -> None:
    short, long = (
        report("鹭汀区", 2017, F2014, value=1),
        report("云岫市鹭汀区", 2018, F2014, value=2),
    )
    found = gikparse.panel([short, long], "request.received")
    assert found.similar_agencies == (("鹭汀区人民政府", "云岫市鹭汀区人民政府"),)
    for name in ("鹭汀区", "鹭汀区人民政府"):
        joined = {name: "云岫市鹭汀区人民政府"}
        found = gikparse.panel([short, long], "request.received", agencies=joined)
        assert found.agencies == ("云岫市鹭汀区人民政府",)
        assert not found.similar_agencies


def test_reports_without_agency_or_year_are_named() -> None:
    nameless = gikparse.parse("一、概述\n无。", name="a.txt")
    found = gikparse.panel([nameless, report("汀溪县", 2018, F2014, value=4)], "request.received")
    assert found.without_place == (("a.txt", "agency and year"),)
    assert len(found.rows) == 1


def test_places_without_a_report_say_so() -> None:
    found = gikparse.panel([report("汀溪县", 2018, F2014, value=4)], "request.received")
    assert found.figure("request.received", "汀溪县", 2018).value == 4
    assert found.figure("request.received", "汀溪县", 2017).mark is Mark.NO_REPORT
    assert found.get("白露市", 2018) is None


def test_ids_that_must_not_be_joined_are_told() -> None:
    group = gikparse.catalogue.lookalikes[0]
    shown = [i for i in group.ids if gikparse.catalogue.comparable(i)][:2]
    found = gikparse.panel([report("汀溪县", 2018, F2014, value=4)], shown)
    assert group in found.lookalikes


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        ("request.recieved", "there is no indicator 'request.recieved'"),
        ("request.received:men", "there is no column 'men'"),
        ("request", "no form has a figure for request"),
        ([], "at least one indicator"),
    ],
)
def test_wrong_ids_are_named(ids: object, said: str) -> None:
    with pytest.raises(gikparse.UsageError, match=said):
        gikparse.panel([], ids)


def test_csv_has_value_unit_and_mark(tmp_path: Path) -> None:
    found = gikparse.panel(
        [report("汀溪县", 2018, F2014, value=4)], ["request.received", "request.carried_out"]
    )
    found.to_csv(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["agency_key"], row["agency"], row["year"]) == ("汀溪县人民政府", "汀溪县", "2018")
    assert (row["request.received"], row["request.received.unit"]) == ("4", "件")
    assert (row["request.carried_out"], row["request.carried_out.mark"]) == ("", "not in form")


def test_a_folder_without_tables_is_named(tmp_path: Path) -> None:
    with pytest.raises(gikparse.UsageError, match="no run has written tables into"):
        gikparse.panel(tmp_path, "request.received")
