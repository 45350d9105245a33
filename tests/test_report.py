"""How a report is asked for its parts."""

import pytest

import gikparse
from gikparse import FindingsError, Severity, Topic

TEXT = """\
汀溪县2023年政府信息公开工作年度报告
一、总体情况
（一）主动公开情况
1.政策文件
（二）依申请公开情况
二、主动公开情况
（六）政策解读
（六）回应关切
二、存在的主要问题
三)改进措施
"""


@pytest.fixture(scope="module")
def report() -> gikparse.Report:
    return gikparse.parse(TEXT)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("一", "总体情况"),
        ("1", "总体情况"),
        ("一/(一)", "主动公开情况"),
        ("1/1/1", "政策文件"),
        ("一、/（二）", "依申请公开情况"),
        ("2", "主动公开情况"),
        ("二/6", "政策解读"),
    ],
)
def test_section_by_path(report: gikparse.Report, path: str, title: str) -> None:
    assert report[path].title == title
    assert path in report


def test_all_sections_at_a_path(report: gikparse.Report) -> None:
    assert [s.title for s in report.all("二")] == ["主动公开情况", "存在的主要问题"]
    assert [s.title for s in report.all("二/六")] == ["政策解读", "回应关切"]
    assert list(report.all("九")) == []


def test_a_marker_asks_for_its_scheme(report: gikparse.Report) -> None:
    assert "一/1." not in report
    assert "一/1/1." in report
    assert 1 not in report


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("一/(三)", r"no section '一/\(三\)'; near it: .*一、/（一）"),
        ("概述", "the step '概述' holds no number"),
    ],
)
def test_a_wrong_path_names_the_nearest(report: gikparse.Report, path: str, said: str) -> None:
    with pytest.raises(KeyError, match=said):
        report[path]


def test_a_report_without_sections_says_so() -> None:
    with pytest.raises(KeyError, match="the report has no sections"):
        gikparse.parse("全年公开12条。")["一"]


def test_paths_lead_to_their_sections(report: gikparse.Report) -> None:
    paths = list(report.paths())
    assert [path for path, _ in paths][:4] == [
        "一、",
        "一、/（一）",
        "一、/（一）/1.",
        "一、/（二）",
    ]
    assert len(paths) == len(list(report.find_all(gikparse.Section)))
    assert all(section in list(report.all(path)) for path, section in paths)


def test_section_by_topic_prefers_the_outer_one(report: gikparse.Report) -> None:
    section = report.section(Topic.PROACTIVE)
    assert section is not None
    assert section is report["二"]
    assert [s.level for s in report.sections_about(Topic.PROACTIVE)] == [1, 2]
    assert report.section(Topic.FEES) is None


def test_raise_for_is_the_strict_door(report: gikparse.Report) -> None:
    report.raise_for(Severity.ERROR)
    with pytest.raises(FindingsError, match=r"^report:10:1: GIK110 .*三\)") as caught:
        report.raise_for(Severity.WARNING)
    assert [d.name for d in caught.value.diagnostics] == ["lost-bracket"]


def test_raise_for_names_the_text_and_counts_the_rest() -> None:
    report = gikparse.parse("？！\n一、概述\n（一）甲乙。\n二)乙丙。\n(三)丙丁。\n", name="a.txt")
    with pytest.raises(FindingsError, match=r"^a\.txt:1:1: GIK010 .*\(and 1 more\)$") as caught:
        report.raise_for(Severity.INFO)
    assert len(caught.value.diagnostics) == 2


def test_severities_compare() -> None:
    assert Severity.INFO < Severity.WARNING < Severity.ERROR


def test_form_is_that_of_most_tables() -> None:
    assert gikparse.parse("一、概述").form is None
