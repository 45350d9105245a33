"""The command `gikparse`: what a shell sees of it, whatever the locale, the pipe and the file."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import gikparse
from gikparse.cli import main

COMMANDS = ("show", "check", "indicators", "catalogue", "batch", "panel", "json", "schema")
TEXT = "汀溪县2023年政府信息公开工作年度报告\n一、总体情况\n全年公开12条。\n"


def run(
    *arguments: str | Path,
    text: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "import gikparse.cli as c, sys; sys.exit(c.main())"]
    return subprocess.run(
        [*command, *arguments],
        input=text,
        check=False,
        capture_output=True,
        env={**os.environ, **(environment or {})},
    )


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "汀溪.txt"
    path.write_bytes(TEXT.encode())
    return path


# --- what it says of itself


def test_version_loads_nothing() -> None:
    code = (
        "import sys, gikparse.cli\n"
        "try: gikparse.cli.main(['--version'])\n"
        "finally: print(*sorted({m.split('.')[0] for m in sys.modules}))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], check=True, stdout=subprocess.PIPE, text=True
    ).stdout.splitlines()
    assert shown[0] == f"gikparse {gikparse.__version__}"
    assert not {"attr", "attrs", "lark", "cattrs", "opencc"} & set(shown[1].split())


def test_without_a_command_it_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    shown = capsys.readouterr()
    assert not shown.out
    assert all(f"\n    {name}" in shown.err for name in COMMANDS)
    assert "exit status" in shown.err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert f"examples:\n  gikparse {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["show"],
        ["show", "--lang", "fr", "x"],
        ["check"],
        ["check", "--format", "xml", "x"],
        ["check", "--today", "soon", "x"],
        ["check", "--config", "a", "--no-config", "x"],
        ["check", "--fail-on", "much", "x"],
        ["indicators"],
        ["indicators", "--format", "xml", "x"],
        ["catalogue", "x", "y"],
        ["catalogue", "x", "--id", "y"],
        ["json", "a", "b"],
        ["schema", "x"],
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: gikparse" in capsys.readouterr().err


# --- files


@pytest.mark.parametrize("command", ["show", "check", "indicators", "json"])
@pytest.mark.parametrize("content", [None, bytes(100)], ids=["missing", "binary"])
def test_a_bad_file_is_one_line_on_standard_error(
    command: str, content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "2023.txt"
    if content is not None:
        path.write_bytes(content)
    assert main([command, str(path)]) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith("gikparse: ")
    assert str(path) in shown.err
    assert shown.err.count("\n") == 1
    said = "nothing checked: 1 file could not be read\n"
    assert shown.out == (said if command == "check" else "")


def test_a_missing_file_is_told_with_the_cause(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "nowhere.txt"]) == 2
    expected = "gikparse: cannot read nowhere.txt: No such file or directory\n"
    assert capsys.readouterr().err == expected


def test_a_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["json", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"gikparse: cannot read {tmp_path}: ")


@pytest.mark.parametrize(
    ("command", "said"),
    [("show", "一、总体情况"), ("check", "一、总体情况"), ("indicators", "request.received")],
)
def test_the_files_after_a_bad_one_are_read(
    command: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "2018.txt"
    path.write_text(
        "一、总体情况\n无。\n一、总体情况\n指标 | 单位 | 数量 |\n（一）收到申请数 | 件 | 4 |\n",
        "utf-8",
    )
    assert main([command, "nowhere.txt", str(path)]) == 2
    shown = capsys.readouterr()
    assert "nowhere.txt" in shown.err
    assert said in shown.out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("command", ["show", "json"])
def test_standard_input_is_read_in_any_encoding(command: str, encoding: str) -> None:
    done = run(command, "-", text=TEXT.encode(encoding))
    assert done.returncode == 0
    assert "一、总体情况" in done.stdout.decode()
    assert "<stdin>" in done.stdout.decode()
    assert not done.stderr


# --- where the output goes


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "gbk"},
    ],
)
@pytest.mark.parametrize("command", ["show", "json"])
def test_output_is_utf8_in_every_locale(
    command: str, environment: dict[str, str], report: Path
) -> None:
    done = run(command, report, environment=environment)
    assert done.returncode == 0
    assert "一、总体情况" in done.stdout.decode()
    assert not done.stderr


def test_messages_are_utf8_in_every_locale() -> None:
    environment = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = run("frobnicate", "公开", environment=environment)
    assert done.returncode == 2
    done = run("--help", environment=environment)
    assert "政府信息公开工作年度报告" in done.stdout.decode()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise")
@pytest.mark.parametrize("arguments", [["show"], ["json"]])
def test_a_reader_that_stops_early_is_no_error(arguments: list[str], tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("一、总体情况\n" + "公开\n" * 50_000, "utf-8")
    command = [sys.executable, "-c", "import gikparse.cli as c, sys; sys.exit(c.main())"]
    with subprocess.Popen(
        [*command, *arguments, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() in (0, 141)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", "import gikparse.cli as c, sys; sys.exit(c.main())", "schema"],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "gikparse: cannot write: No space left on device\n"


def test_an_interrupt_is_status_130(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gikparse.cli.json.read_report", interrupt)
    assert main(["json", str(report)]) == 130
    assert capsys.readouterr() == ("", "")


# --- json and schema


@pytest.mark.parametrize("indent", ["0", "1", "4", None])
def test_json_is_the_report(
    indent: str | None, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    option = [] if indent is None else ["--indent", indent]
    assert main(["json", *option, str(report)]) == 0
    shown = capsys.readouterr().out
    assert gikparse.from_dict(json.loads(shown)) == gikparse.load(report)
    assert json.loads(shown) == gikparse.load(report).to_dict()
    assert (shown.count("\n") == 1) is (indent == "0")
    assert "一、总体情况" in shown
    if indent != "0":
        assert f'\n{"":{indent or 2}}"schema": 1,\n' in shown
        assert f'"span": [0, {len(TEXT)}]' in shown


@pytest.mark.parametrize("indent", ["-1", "17", "two", "", "1.5"])
def test_a_bad_indent_is_named(indent: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["json", f"--indent={indent}", "x"])
    assert f"{indent!r} is no number from 0 to 16" in capsys.readouterr().err


def test_json_of_a_file_with_a_strange_name_is_json(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - no Path is made of bytes
            file.write(TEXT.encode())
    except OSError:
        pytest.skip("the file system takes no such name")
    done = run("json", os.fsdecode(path))
    assert done.returncode == 0
    assert json.loads(done.stdout)["source"]["name"].endswith("\udcff.txt")


def test_schema_is_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema == gikparse.json_schema()
    Draft202012Validator.check_schema(schema)
