"""`gikparse show`: the report at a glance."""

from pathlib import Path

import attrs
import pytest

import gikparse
from gikparse.cli import main
from gikparse.cli.width import width

pytestmark = pytest.mark.usefixtures("few_rules")

TEXT = """汀溪县2023年政府信息公开工作年度报告
发布时间：2024-01-29
本报告的统计期限为2023年1月1日至2023年12月31日。
一、总体情况
概述如下。
（一）主动公开。全年公开12条。
（二）2023年，全县收到申请3件，均在法定期限内按时答复，没有发生行政复议和行政诉讼。
二、主动公开政府信息情况
事项 | 办理件数 |
指路 | 0 |
三、其他事项
"""

SHOWN = """\
{path}
  title      汀溪县2023年政府信息公开工作年度报告
  agency     汀溪县
  year       2023
  published  2024-01-29
  period     2023-01-01 to 2023-12-31
  form       not stated

 1 ├─ front  title, metadata (1 field), 1 paragraph
 4 ├─ 一、总体情况  [overview]  1 paragraph
 6 │  ├─ （一）主动公开  [proactive]  1 paragraph
 7 │  └─ （二）“2023年，全县收到申请3件，均在法定期限内…”  1 paragraph
 8 ├─ 二、主动公开政府信息情况  [proactive]  1 table
 9 │     事项 │ 办理件数
10 │     指路 │        0
11 └─ 三、其他事项  [other]

no diagnostics
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "汀溪.txt"
    path.write_text(TEXT, "utf-8")
    return path


def show(path: Path, *options: str, capsys: pytest.CaptureFixture[str], status: int = 0) -> str:
    assert main(["show", *options, str(path)]) == status
    shown = capsys.readouterr()
    assert not shown.err
    return shown.out


def tree_of(shown: str) -> list[str]:
    """The lines between the first empty line and the next."""
    return shown.split("\n\n")[1].splitlines()


def test_a_report(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show(report, capsys=capsys) == SHOWN.format(path=report)


def test_no_tables(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = show(report, "--no-tables", capsys=capsys)
    assert "1 table" in shown
    assert "指路" not in shown
    assert "figure" not in shown


# --- indicators


def figures_in(shown: str) -> list[str]:
    """What stands behind the line numbers and the branches of the tree."""
    return [line.lstrip(" 0123456789:│├└─") for line in tree_of(shown)]


def test_the_totals_that_are_not_0_stand_below_their_table(
    examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = figures_in(show(examples / "f2021.txt", capsys=capsys))
    start = lines.index("F2021: 10 figures, 1 id at 0 not shown")
    assert lines[start - 1].startswith("行政事业性收费")
    assert [line.split(maxsplit=1) for line in lines[start + 1 : start + 6]] == [
        ["proactive.normative_document", "issued 7, repealed 4, in_force 52 件"],
        ["proactive.licence", "18643 件"],
        ["proactive.penalty", "3217 件"],
        ["proactive.coercion", "164 件"],
        ["proactive.fee", "5238.46 万元"],
    ]
    assert ["request.received", "159 件"] in [line.split(maxsplit=1) for line in lines]


def test_a_figure_has_the_line_that_it_stands_on(
    examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = examples / "f2014.txt"
    (shown,) = [line for line in tree_of(show(path, capsys=capsys)) if "response.press " in line]
    number = int(shown.split()[0])
    assert (
        path.read_text("utf-8").splitlines()[number - 1].startswith("1.参加或举办新闻发布会总次数")
    )


def test_all_indicators_without_the_tables(
    examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = show(examples / "f2021.txt", "--indicators", "--no-tables", capsys=capsys)
    lines = figures_in(shown)
    assert not any("行政许可" in line for line in lines)
    assert "F2021: 10 figures" in lines
    words = " ".join(" ".join(lines).split())
    assert (
        "request.received natural_person 128, business 19, research 1, social_welfare 2, "
        "legal_service 6, other 3, total 159 件"
    ) in words
    assert "proactive.regulation issued 0, repealed 0, in_force 0 件" in words
    assert max(map(width, tree_of(shown))) <= 120


def test_what_could_not_be_told_is_a_question_mark(
    examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = figures_in(show(examples / "flat2021.txt", capsys=capsys))
    assert "F2021: 10 figures, 3 ambiguous (?), 1 id at 0 not shown" in lines
    assert "proactive.normative_document  issued ?, repealed ?, in_force ? 件" in lines


@pytest.mark.parametrize(
    ("cell", "said"), [("详见附表", "words 件"), ("—", "— 件"), ("", "empty 件"), ("0", "0 件")]
)
def test_cells_without_a_figure(
    cell: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cells.txt"
    path.write_text(
        f"一、统计表\n指标 | 单位 | 数量 |\n（一）收到申请数 | 件 | {cell} |\n"
        "（二）申请办结数 | 件 | 3 |\n（三）申请答复数 | 件 | 3 |\n",
        "utf-8",
    )
    words = [line.split(maxsplit=1) for line in figures_in(show(path, capsys=capsys))]
    is_shown = ["request.received", said] in words
    assert is_shown is (said == "words 件")
    shown = figures_in(show(path, "--indicators", capsys=capsys))
    assert ["request.received", said] in [line.split(maxsplit=1) for line in shown]


def test_text(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tree_of(show(report, "--text", "--no-tables", capsys=capsys)) == [
        " 1 ├─ front  title, metadata (1 field), 1 paragraph",
        " 1 │     title  汀溪县2023年政府信息公开工作年度报告",
        " 2 │     metadata  发布时间: 2024-01-29",
        " 3 │     本报告的统计期限为2023年1月1日至2023年12月31日。",
        " 4 ├─ 一、总体情况  [overview]  1 paragraph",
        " 5 │  │  概述如下。",
        " 6 │  ├─ （一）主动公开  [proactive]  1 paragraph",
        " 6 │  │     全年公开12条。",
        " 7 │  └─ （二）  1 paragraph",
        " 7 │        2023年，全县收到申请3件，均在法定期限内按时答复，没有发生行政复议和行政诉讼。",
        " 8 ├─ 二、主动公开政府信息情况  [proactive]  1 table",
        "11 └─ 三、其他事项  [other]",
    ]


def test_long_cells_are_cut_unless_they_are_wanted_in_full(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    label = "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请" * 3
    path = tmp_path / "wide.txt"
    path.write_text(f"一、总体情况\n事项 | 数量 |\n{label} | 18643 |\n", "utf-8")
    shown = show(path, capsys=capsys)
    assert max(width(line) for line in tree_of(shown)) <= 120
    assert "…  │ 18643" in shown
    assert f"{label} │ 18643" in show(path, "--full", capsys=capsys)


def test_wrapped_lines_of_text_hang_below_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("一、总体情况\n" + "主动公开政府信息" * 12 + "\n二、其他\n", "utf-8")
    lines = tree_of(show(path, "--text", capsys=capsys))
    assert [line[:4] for line in lines] == ["1 ├─", "2 │ ", "  │ ", "3 └─"]
    assert all(width(line) <= 120 for line in lines)


def test_headings_that_share_a_line_have_their_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "flat.txt"
    path.write_text(
        "一、总体情况 全年公开信息。二、主动公开情况 公开12条。三、其他需要报告的事项 没有。",
        "utf-8",
    )
    places = [line.split()[0] for line in tree_of(show(path, capsys=capsys))]
    assert places == ["1:1", "1:15", "1:30"]


def test_a_title_over_two_lines_is_shown_on_one(
    capsys: pytest.CaptureFixture[str], examples: Path
) -> None:
    shown = show(examples / "wrapped.txt", "--no-tables", capsys=capsys)
    assert (
        "(二)健全街道政务公开与社区居务公开同步更新、相互衔接、共同接受居民监督的工作机制" in shown
    )


@pytest.mark.parametrize("text", ["", "\n", "   \n\n"])
def test_a_file_with_nothing_in_it(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.txt"
    path.write_text(text, "utf-8")
    shown = show(path, capsys=capsys)
    assert shown.count("not stated") == 6
    assert ("front  blank" in shown) is bool(text)


def test_nothing_in_a_report_moves_the_cursor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(
        "一、总体\x1b[2J情况\n公\x07开\u202e。\n二、其他\x9b事项\n甲 | \x1b]0;乙 |\n", "utf-8"
    )
    shown = show(path, "--text", capsys=capsys)
    assert not set("\x1b\x07\x9b\u202e") & set(shown)
    assert "␛" in shown


# --- diagnostics

FAULTY = "一、总体情况\n（一）主动公开。\n（二）平台建设。\n三)监督保障。\n（四）其他。\n"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.txt"
    path.write_text(FAULTY, "utf-8")
    return path


def test_a_diagnostic_has_its_place_and_a_caret(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = show(faulty, "--lang", "en", capsys=capsys).splitlines()
    start = lines.index(next(line for line in lines if "lost-bracket" in line))
    assert lines[start].startswith(f"{faulty}:4:1: warning GIK110 lost-bracket: the marker 三)")
    assert lines[start + 1 : start + 3] == ["  4:1 │ 三)监督保障。", "      │ ^^^"]
    assert lines[-1] == "1 warning"


@pytest.mark.parametrize(
    ("environment", "options", "is_chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, [], True),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"}, [], False),
        ({"LANG": "en_GB", "LC_ALL": "zh_TW"}, [], True),
        ({}, [], False),
        ({"LC_ALL": "", "LANG": "zh"}, [], True),
        ({"LANG": "zh_CN"}, ["--lang", "en"], False),
        ({"LANG": "C"}, ["--lang", "zh"], True),
    ],
)
def test_diagnostics_are_in_the_language_of_the_locale(
    environment: dict[str, str],
    options: list[str],
    is_chinese: bool,
    faulty: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    shown = show(faulty, *options, capsys=capsys)
    assert ("缺少一侧括号" in shown) is is_chinese
    assert ("has lost a bracket" in shown) is not is_chinese


def test_the_linter_is_asked_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "repeated.txt"
    path.write_text("一、总体情况\n(一)主动公开。\n(二)平台建设。\n(二)监督保障。\n", "utf-8")
    assert "GIK101 duplicate-ordinal" in show(path, capsys=capsys)


@pytest.mark.parametrize(
    ("severities", "said"),
    [
        ((), "no diagnostics"),
        (("INFO", "INFO"), "2 info"),
        (("WARNING", "ERROR", "WARNING"), "1 error, 2 warnings"),
    ],
)
def test_the_last_line_counts_the_diagnostics(
    severities: tuple[str, ...],
    said: str,
    report: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = [
        gikparse.Kind(
            code=f"MY00{number}",
            name="own",
            severity=gikparse.Severity[severity],
            message="m",
            chinese="自",
        ).at(gikparse.Span(0, 1))
        for number, severity in enumerate(severities)
    ]
    loaded = attrs.evolve(gikparse.parse(TEXT), diagnostics=tuple(found))
    monkeypatch.setattr("gikparse.cli.inputs.read_report", lambda *_: loaded)
    main(["show", str(report)])
    assert capsys.readouterr().out.splitlines()[-1] == said


def test_an_error_among_the_diagnostics_is_status_1_of_show_alone(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kind = gikparse.Kind(
        code="MY001", name="wrong", severity=gikparse.Severity.ERROR, message="no", chinese="错"
    )

    def load(path: str, **_: object) -> gikparse.Report:
        loaded = gikparse.parse(Path(path).read_text("utf-8"), name=Path(path).name)
        found = kind.at(gikparse.Span(0, 3)) if path == str(report) else None
        return attrs.evolve(loaded, diagnostics=(found,) if found else ())

    fine = report.with_name("fine.txt")
    fine.write_text("一、总体情况\n", "utf-8")
    monkeypatch.setattr("gikparse.loading.load", load)
    shown = show(report, "--lang=en", capsys=capsys, status=1)
    assert "\n汀溪.txt:1:1: error MY001 wrong: no\n" in shown
    assert shown.endswith("1 error\n")
    assert main(["show", str(fine)]) == 0
    assert main(["show", str(report), str(fine)]) == 1
    assert main(["json", str(report)]) == 0


def test_examples_and_real_reports_are_shown(
    examples: Path, real_reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in sorted([*examples.glob("*.txt"), *real_reports.glob("*.txt")]):
        for options in ([], ["--text", "--full"], ["--no-tables"]):
            assert main(["show", *options, str(path)]) in (0, 1), path
    assert not capsys.readouterr().err


def test_quantities_are_marked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "汀溪.txt"
    text = TEXT.replace("公开12条", "公开信息八百余条（含规范性文件12件）").replace(
        "其他", "投入5万元"
    )
    path.write_text(text, "utf-8")
    shown = show(path, "--quantities", "--no-tables", capsys=capsys)
    assert " 6 │  │     全年公开信息⟦八百余条 ≥ 800条 proactive.total⟧（含规范性文件⟦12件" in shown
    assert "⟦没有发生行政复议 = 0 review⟧" in shown
    assert "└─ 三、投入⟦5万元 = 50000元⟧事项" in shown


def test_a_quantity_that_a_page_break_cuts_is_marked_where_it_starts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "汀溪.txt"
    path.write_text(
        TEXT.replace("全年公开12条。", "全县各部门全年主动公开政府信息12\n- 2 -\n条。"), "utf-8"
    )
    shown = show(path, "--quantities", "--no-tables", capsys=capsys)
    assert "⟦12 = 12条 proactive.total⟧" in shown
