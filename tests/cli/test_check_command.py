"""`gikparse check`: what is wrong with reports, in a form that people, editors and shells understand."""

import io
import json
import sys
from pathlib import Path

import attrs
import pytest

import gikparse
from gikparse.cli import main

pytestmark = pytest.mark.usefixtures("few_rules")

FAULTY = "一、总体情况\n（一）主动公开。\n（二）平台建设。\n三)监督保障。\n（二）其他。\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Tests run in a folder of their own, in which nobody has left settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    return tmp_path


@pytest.fixture
def faulty(here: Path) -> Path:
    path = here / "faulty.txt"
    path.write_text(FAULTY, "utf-8")
    return path


@pytest.fixture
def fine(here: Path) -> Path:
    path = here / "fine.txt"
    path.write_text("一、总体情况\n全年公开12条。\n", "utf-8")
    return path


def check(
    *arguments: str | Path, capsys: pytest.CaptureFixture[str], status: int, said: str = ""
) -> list[str]:
    """What is printed, if the status is the one expected and standard error too."""
    assert main(["check", *map(str, arguments)]) == status
    shown = capsys.readouterr()
    assert shown.err == said
    return shown.out.splitlines()


def codes(lines: list[str]) -> list[str]:
    """Place and code of each diagnostic."""
    words = [line.split() for line in lines if ".txt:" in line]
    return [f"{where.split(':', 1)[1]} {code}" for where, _, code, *_ in words]


# --- what is printed


def test_it_prints_what_the_library_finds(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = gikparse.load(faulty)
    found = gikparse.check(report)
    assert {d.code for d in found} == {"GIK101", "GIK110"}
    lines = check(faulty, capsys=capsys, status=1)
    places = [report.source.position(d.span.start) for d in found]
    assert codes(lines) == [
        f"{place.line}:{place.column}: {d.code}" for place, d in zip(places, found, strict=True)
    ]
    assert lines[1:3] == ["  4:1 │ 三)监督保障。", "      │ ^^^"]
    assert lines[-1] == "1 report checked: 2 warnings"


def test_nothing_to_say(fine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(fine, capsys=capsys, status=0) == ["1 report checked: no diagnostics"]
    assert check("-q", fine, capsys=capsys, status=0) == []


def test_the_last_line_counts_those_of_all_files(
    faulty: Path, fine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = faulty.with_name("again.txt")
    again.write_text(FAULTY, "utf-8")
    lines = check(faulty, fine, again, capsys=capsys, status=1)
    assert lines[-1] == "3 reports checked: 4 warnings"
    assert check(fine, capsys=capsys, status=0)[-1] == "1 report checked: no diagnostics"


def test_a_file_given_twice_is_checked_once(
    faulty: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = check(faulty, here, "faulty.txt", capsys=capsys, status=1)
    assert lines[-1] == "1 report checked: 2 warnings"


def test_quiet_is_one_line_a_finding(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loud = check(faulty, capsys=capsys, status=1)
    quiet = check("--quiet", faulty, capsys=capsys, status=1)
    assert quiet == [line for line in loud if line.startswith(str(faulty))]


def test_statistics_count_each_code(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = faulty.with_name("again.txt")
    again.write_text(FAULTY.replace("三)", "（三）"), "utf-8")
    assert check("--statistics", faulty, again, capsys=capsys, status=1) == [
        "    2  GIK101  warning  duplicate-ordinal",
        "    1  GIK110  warning  lost-bracket",
        "2 reports checked: 3 warnings",
    ]
    assert main(["check", "--statistics", "--format", "csv", str(faulty)]) == 2
    assert capsys.readouterr().err == "gikparse: --statistics has no format csv\n"


@pytest.mark.parametrize("way", ["option", "locale", "settings"])
def test_messages_are_in_chinese_where_that_is_wanted(
    way: str,
    faulty: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if way == "locale":
        monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    if way == "settings":
        faulty.with_name("gikparse.toml").write_text('lang = "zh"\n', "utf-8")
    lines = check(*(["--lang=zh"] if way == "option" else []), faulty, capsys=capsys, status=1)
    assert lines[0].startswith(f"{faulty}:4:1: 警告 GIK110 lost-bracket: 序号“三)”缺少一侧括号")
    assert lines[-1] == "检查1份报告：警告2处"


# --- where from


@pytest.mark.usefixtures("fine")
def test_the_reports_in_a_folder(
    faulty: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inside = here / "older" / "2016.TXT"
    inside.parent.mkdir()
    inside.write_text(FAULTY, "utf-8")
    for passed_over in (here / "notes.json", here / ".hidden.txt"):
        passed_over.write_text("x", "utf-8")
    lines = check("-q", here, capsys=capsys, status=1)
    assert [line.split(":")[0] for line in lines] == [str(faulty)] * 2 + [str(inside)] * 2
    assert check(here, capsys=capsys, status=1)[-1] == "3 reports checked: 4 warnings"


def test_a_folder_without_reports_is_wrong_usage(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = f"gikparse: {here}: no file in this folder looks like a report\n"
    assert check(here, capsys=capsys, status=2, said=said) == []


@pytest.mark.usefixtures("fine")
def test_settings_exclude_files_of_folders(
    faulty: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "gikparse.toml").write_text('exclude = "fau*"\n', "utf-8")
    assert check(here, capsys=capsys, status=0) == ["1 report checked: no diagnostics"]
    # What is named is always read.
    assert len(check("-q", faulty, capsys=capsys, status=1)) == 2


def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FAULTY.encode())))
    assert check("-q", "-", capsys=capsys, status=1)[0].startswith("<stdin>:4:1: warning GIK110")


def test_consecutive_years_are_compared(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen = {}

    def rule(report: gikparse.Report, previous: gikparse.Report) -> list[gikparse.Diagnostic]:
        seen[report.year] = previous.year
        return []

    for year in (2024, 2022, 2023):
        text = f"汀溪县{year}年政府信息公开工作年度报告\n一、总体情况\n全年公开12条。\n"
        (here / f"{year}.txt").write_text(text, "utf-8")
    kind = gikparse.Kind(
        code="GIK599", name="own", severity=gikparse.Severity.ERROR, message="m", chinese="文"
    )
    own = gikparse.checks.Rule(kind=kind, find=rule, needs=("previous",))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gikparse.checks.RULES", (own,))
        check(here, capsys=capsys, status=0)
    assert seen == {2024: 2023, 2023: 2022}


@pytest.mark.parametrize("way", ["option", "settings", "clock"])
def test_the_day_of_the_check(
    way: str, fine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    days = []

    def check_on(*_: object, today: object, **__: object) -> tuple[()]:
        days.append(str(today))
        return ()

    monkeypatch.setattr("gikparse.linting.run.check", check_on)
    if way != "clock":
        fine.with_name("gikparse.toml").write_text("today = 2024-01-31\n", "utf-8")
    options = ["--today", "2023-05-04"] if way == "option" else []
    check(*options, fine, capsys=capsys, status=0)
    if way == "clock":
        assert days[0] >= "2026"
    else:
        assert days == ["2023-05-04" if way == "option" else "2024-01-31"]


# --- which findings


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--select", "GIK101"], ["GIK101"]),
        (["--select", "GIK1"], ["GIK110", "GIK101"]),
        (["--select=GIK101, GIK110"], ["GIK110", "GIK101"]),
        (["--select", "GIK101", "--select", "lost-bracket"], ["GIK110", "GIK101"]),
        (["--ignore", "GIK10"], ["GIK110"]),
        (["--ignore", "duplicate-ordinal"], ["GIK110"]),
        (["--select", "GIK1", "--ignore", "GIK110"], ["GIK101"]),
        (["--ignore", "GIK101,GIK110"], []),
        (["--min-severity", "error"], []),
        (["--min-severity", "warning"], ["GIK110", "GIK101"]),
    ],
)
def test_findings_are_chosen(
    options: list[str], expected: list[str], faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = check(*options, faulty, capsys=capsys, status=1 if expected else 0)
    assert [line.split()[1] for line in codes(lines)] == expected


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("code", ["GIK999", "", "duplicate"])
def test_a_code_that_nothing_has_is_wrong_usage(
    option: str, code: str, fine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", option, code, str(fine)]) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith(
        f"gikparse: {option[2:]}: no diagnostic has the code or name {code!r}"
    )
    assert not shown.out


@pytest.mark.parametrize(
    ("severity", "options", "status"),
    [
        ("INFO", [], 0),
        ("WARNING", [], 1),
        ("ERROR", [], 1),
        ("INFO", ["--fail-on=info"], 1),
        ("WARNING", ["--fail-on=error"], 0),
        ("ERROR", ["--fail-on=error"], 1),
        ("ERROR", ["--fail-on=never"], 0),
    ],
)
def test_the_status_is_1_from_a_severity_on(
    severity: str,
    options: list[str],
    status: int,
    fine: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    kind = gikparse.Kind(
        code="MY001",
        name="own",
        severity=gikparse.Severity[severity],
        message="no",
        chinese="错",
    )
    report = attrs.evolve(
        gikparse.parse("一、总体情况\n", name="x"), diagnostics=(kind.at(gikparse.Span(0, 3)),)
    )
    monkeypatch.setattr("gikparse.cli.check.read_report", lambda *_: report)
    shown = check(*options, fine, capsys=capsys, status=status)
    assert shown[0] == f"x:1:1: {severity.lower()} MY001 own: no"


def test_a_file_that_cannot_be_read_is_status_2_whatever_was_found(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "gikparse: cannot read nowhere.txt: No such file or directory\n"
    lines = check("nowhere.txt", faulty, capsys=capsys, status=2, said=said)
    assert lines[-1] == "1 report checked: 2 warnings; 1 file could not be read"
    lines = check("--lang=zh", "nowhere.txt", faulty, capsys=capsys, status=2, said=said)
    assert lines[-1] == "检查1份报告：警告2处；1个文件无法读取"


NOWHERE = "gikparse: cannot read nowhere: No such file or directory\n"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "nothing checked: 1 file could not be read"),
        ("zh", "未检查任何报告：1个文件无法读取"),
    ],
)
def test_of_files_that_cannot_be_read_nothing_good_is_said(
    lang: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = check("nowhere", "--lang", lang, capsys=capsys, status=2, said=NOWHERE)
    assert shown == [expected]


def test_a_file_that_cannot_be_read_is_no_good_news_in_green(
    fine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("rich", reason="the extra cli is not installed")
    good = check("--color=always", fine, capsys=capsys, status=0)[-1].partition("m")[0]
    bad = check("--color=always", fine, "nowhere", capsys=capsys, status=2, said=NOWHERE)[-1]
    assert good.startswith("\x1b[")
    assert not bad.startswith(good)


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_formats_stay_whole_beside_files_that_cannot_be_read(
    form: str, faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for files in ([], [faulty]):
        lines = check("--format", form, "nowhere", *files, capsys=capsys, status=2, said=NOWHERE)
        assert "cannot read nowhere" in json.dumps(json.loads("\n".join(lines)))


# --- settings, waivers, known findings


def test_settings_are_those_nearest_to_the_report(
    faulty: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inside = here / "a" / "b" / "2016.txt"
    inside.parent.mkdir(parents=True)
    inside.write_text(FAULTY, "utf-8")
    (here / "pyproject.toml").write_text('[tool.gikparse]\nignore = ["GIK101"]\n', "utf-8")
    (here / "a" / "gikparse.toml").write_text('select = "duplicate-ordinal"\n', "utf-8")
    (here / "a" / "b" / "pyproject.toml").write_text("[tool.other]\nx = 1\n", "utf-8")
    found = codes(check(faulty, inside, capsys=capsys, status=1))
    assert found == ["4:1: GIK110", "5:1: GIK101"]
    # What the user says takes the place of a setting, and of no other.
    found = codes(check("--select=GIK11", faulty, inside, capsys=capsys, status=1))
    assert found == ["4:1: GIK110", "4:1: GIK110"]
    found = codes(check("--no-config", faulty, inside, capsys=capsys, status=1))
    assert len(found) == 4
    found = codes(check("--config=a/gikparse.toml", faulty, inside, capsys=capsys, status=1))
    assert found == ["5:1: GIK101"] * 2


def test_wrong_settings_are_told_with_file_and_key(
    faulty: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "gikparse.toml").write_text('selct = "GIK1"\n', "utf-8")
    said = f"gikparse: {here}/gikparse.toml: there is no key 'selct'; did you mean select?\n"
    assert check(faulty, capsys=capsys, status=2, said=said) == []


WAIVERS = """
[[waivers]]
files = "*.txt"
code = "GIK110"
reason = "so published"

[[waivers]]
files = ["faulty.txt"]
code = "GIK102"
reason = "not there any more"
"""


def test_waived_findings_are_counted_and_unused_waivers_told(
    faulty: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "gikparse.toml").write_text(WAIVERS, "utf-8")
    unused = f"{here}/gikparse.toml: waivers[2]: nothing to waive in the files checked (GIK102)"
    lines = check(faulty, capsys=capsys, status=1, said=f"gikparse: {unused}\n")
    assert codes(lines) == ["5:1: GIK101"]
    assert lines[-1] == "1 report checked: 1 warning (1 waived not counted)"
    # A waiver that could not be met is not unused.
    check("--select=GIK110", faulty, capsys=capsys, status=0)
    check("--quiet", faulty, capsys=capsys, status=1)


def test_only_new_findings_are_reported_beside_a_baseline(
    faulty: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = here / "sub" / "known.json"
    known.parent.mkdir()
    written = check("--write-baseline", known, faulty, capsys=capsys, status=0)
    assert written == [f"wrote 2 findings to {known}"]
    lines = check("--baseline", known, faulty, capsys=capsys, status=0)
    assert lines == ["1 report checked: no diagnostics (2 known not counted)"]

    faulty.write_text("序\n" + FAULTY.replace("三)", "（三）") + "（七）新增。\n", "utf-8")
    said = "gikparse: 1 known finding is gone: --write-baseline brings the baseline up to date\n"
    lines = check("--baseline", known, faulty, capsys=capsys, status=1, said=said)
    assert codes(lines) == ["7:1: GIK102"]
    assert lines[-1] == "1 report checked: 1 warning (1 known not counted)"


def test_a_baseline_is_not_written_over_where_nothing_was_checked(
    faulty: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = here / "known.json"
    check("--write-baseline", known, faulty, capsys=capsys, status=0)
    written = known.read_bytes()
    said = f"{NOWHERE}gikparse: nothing was checked, and {known} was not written\n"
    assert check("--write-baseline", known, "nowhere", capsys=capsys, status=2, said=said) == []
    assert known.read_bytes() == written


def test_settings_name_a_baseline_beside_them(
    faulty: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check("--write-baseline", here / "known.json", faulty, capsys=capsys, status=0)
    (here / "gikparse.toml").write_text('baseline = "known.json"\n', "utf-8")
    check(faulty, capsys=capsys, status=0)
    # Writing it anew does not leave out what is known.
    written = check("--write-baseline", here / "known.json", faulty, capsys=capsys, status=0)
    assert written == [f"wrote 2 findings to {here / 'known.json'}"]


def test_a_missing_baseline_is_wrong_usage(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = (
        f"gikparse: cannot read the baseline {faulty.parent}/none.json: No such file or directory\n"
    )
    assert check("--baseline=none.json", faulty, capsys=capsys, status=2, said=said) == []


# --- other formats, and files


def test_json_is_one_document(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads("\n".join(check("--format=json", faulty, capsys=capsys, status=1)))
    assert [found["code"] for found in data["findings"]] == ["GIK110", "GIK101"]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "csv"])
def test_output_goes_to_a_file(
    form: str, faulty: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = check("--format", form, faulty, capsys=capsys, status=1)
    path = here / "out"
    shown = check("--format", form, "-o", path, faulty, capsys=capsys, status=1)
    assert shown == ["1 report checked: 2 warnings"]
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") is (form == "csv")
    assert data.decode("utf-8-sig").splitlines() == printed


def test_a_file_that_cannot_be_written_is_wrong_usage(
    faulty: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = f"gikparse: cannot write {here}: Is a directory\n"
    assert check("-o", here, faulty, capsys=capsys, status=2, said=said) == []


# --- colours


def test_colours_are_for_terminals(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("rich", reason="the extra cli is not installed")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")

    def is_coloured(*options: str) -> bool:
        return "\x1b[" in "".join(check(*options, faulty, capsys=capsys, status=1))

    assert not is_coloured()
    assert is_coloured("--color=always")
    assert not is_coloured("--color=always", "-o", "out")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert is_coloured()
    assert not is_coloured("--color=never")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not is_coloured()


def test_colours_change_no_character(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = pytest.importorskip("rich.text", reason="the extra cli is not installed")
    plain = check(faulty, capsys=capsys, status=1)
    painted = check("--color=always", faulty, capsys=capsys, status=1)
    assert [text.Text.from_ansi(line).plain for line in painted] == plain


def test_colours_without_rich_are_told(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("gikparse.cli.painting.find_spec", lambda _: None)
    said = "gikparse: for colours gikparse needs rich: pip install 'gikparse[cli]'\n"
    assert check("--color=always", faulty, capsys=capsys, status=2, said=said) == []
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "\x1b" not in "".join(check(faulty, capsys=capsys, status=1))
