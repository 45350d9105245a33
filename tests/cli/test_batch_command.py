"""`gikparse batch`: what a shell sees of a run."""

import json
from pathlib import Path

import pytest

from gikparse.cli import main
from gikparse.cli.progress import Lines, following

TEXT = "汀溪县2023年政府信息公开工作年度报告\n一、总体情况\n全年公开12条。\n二、甲\n无。\n二、乙\n无。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text(TEXT, "utf-8")
    (made / "b.txt").write_text(TEXT.replace("2023", "2022"), "utf-8")
    (made / "c.css").write_text("", "utf-8")
    return made


def batch(*arguments: object) -> int:
    return main(["batch", "--workers", "0", *map(str, arguments)])


def test_it_writes_tables_and_sums_up(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert batch(folder, "-o", out, "--to", "jsonl") == 0
    shown = capsys.readouterr()
    lines = [line.rstrip(" │") for line in shown.out.splitlines()]
    assert lines[0] == f"{out}: 2 documents; finished"
    said = ["".join(line.split()) for line in lines]
    for expected in (
        "formnone│2",
        "year2022│1",
        "year2023│1",
        "agencystatedorhinted│2│1agency",
        "GIK101duplicate-ordinal│2│2findings",
        "leftout:.css││1file",
    ):
        assert expected in said
    assert "2 of 2" in shown.err
    assert len((out / "reports.jsonl").read_text("utf-8").splitlines()) == 2


def test_failures_are_named_and_tell_by_the_status(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "b.txt").write_bytes(b"\x89PNG\r\n")
    assert batch(folder, "-o", tmp_path / "out", "--to", "csv", "--quiet") == 1
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 1
    assert f"{folder / 'b.txt'} is a PNG image" in shown.err
    assert "failed: unreadable" in shown.out


def test_resume_and_overwrite(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert batch(folder, "-o", out, "--to", "csv") == 0
    assert batch(folder, "-o", out, "--to", "csv") == 2
    assert "--resume goes on with it" in capsys.readouterr().err
    assert batch(folder, "-o", out, "--to", "csv", "--resume") == 0
    assert "2 documents, 2 of them done before; finished" in capsys.readouterr().out
    assert batch(folder, "-o", out, "--to", "csv", "--overwrite") == 0


def test_an_interrupt_is_status_130(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gikparse.stores.parts.Parts.add", interrupt)
    assert batch(folder, "-o", tmp_path / "out", "--to", "jsonl", "--quiet") == 130
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["state"] == "interrupted"


def test_nothing_at_a_path_is_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert batch("nowhere", "-o", tmp_path / "out", "--to", "csv") == 2
    assert "there is no file or folder nowhere" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_missing_extra_is_named(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    assert batch(folder, "-o", tmp_path / "out", "--to", "xlsx") == 2
    assert "pip install 'gikparse[xlsx]'" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_lines_tell_rate_and_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    times = iter([0.0, 1.0, 2.0, 6.0, 6.0])
    lines = Lines(100, clock=lambda: next(times))
    for failed in (False, True, False):
        lines.advance(False, failed)
    assert capsys.readouterr().err == "gikparse: 3 of 100, 0.5 a second, 194 s left, 1 failed\n"


def test_quiet_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with following(None) as progress:
        progress(False, False)
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("rich")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with following(lambda: 2) as progress:
        progress(False, False)
        progress(False, True)
    assert "2/2" in capsys.readouterr().err
