"""Many documents: in order, in bounded memory, and none of them is the end of the others."""

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import awkward
import pytest

import gikparse
from gikparse import Input, parse_many
from gikparse.corpus import crew
from gikparse.corpus.limits import COUNTS_PROCESSOR

TEXT = "汀溪县{}年政府信息公开工作年度报告\n一、概述\n全年公开{}条。\n"


def text(behaviour: str) -> Input:
    return Input(name=behaviour, content=f"一、概述\n{behaviour}")


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_results_are_those_of_one_by_one(workers: int, examples: Path) -> None:
    paths = [examples / f"{name}.txt" for name in ("f2021", "local", "wrapped")] * 3
    results = list(parse_many(paths, workers=workers))
    assert [result.name for result in results] == [str(path) for path in paths]
    for result, path in zip(results, paths, strict=True):
        report = gikparse.load(path)
        assert result.report == report
        assert result.report.diagnostics == report.diagnostics
    assert [*results[0].report.indicators] == [*gikparse.load(paths[0]).indicators]


def test_sources_are_paths_bytes_and_inputs(examples: Path) -> None:
    path = examples / "f2021.txt"
    hinted = Input(name="a", content="一、概述\n无。", agency="汀溪县", year=2020)
    sources = [path, str(path), path.read_bytes(), hinted]
    found = [result.report for result in parse_many(sources, workers=1)]
    assert [report.year for report in found] == [2023, 2023, 2023, 2020]
    assert (found[3].agency, found[3].source.name) == ("汀溪县", "a")


@pytest.mark.parametrize("workers", [0, 2])
def test_bad_documents_are_results(workers: int, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n")
    good = text("good")
    sources = [
        good,
        tmp_path / "missing.txt",
        tmp_path / "picture.txt",
        tmp_path,
        Input(name="gone", problem="the archive is damaged"),
        good,
    ]
    results = list(parse_many(sources, workers=workers))
    assert [result.failure for result in results] == [None, *["unreadable"] * 4, None]
    assert all(
        result.message and result.name in result.message for result in results if result.failure
    )


@pytest.mark.slow
def test_a_worker_that_hangs_dies_or_raises_costs_one_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crew, "PATIENCE", 4)
    behaviours = ["a", "hang", "b", "die", "leave", "raise", "c", "keep", "print", "read", "d"]
    results = list(parse_many(map(text, behaviours), workers=2, apply=awkward.misbehave, seconds=1))
    assert [result.name for result in results] == behaviours
    failures = {result.name: result.failure for result in results if result.failure}
    assert failures == {
        "hang": "time",
        "die": "killed",
        "leave": "killed",
        "raise": "fault",
        "keep": "fault",
        "read": "fault",
    }
    messages = {result.name: result.message for result in results}
    assert messages["hang"] == "no answer came in 4 seconds"
    assert messages["die"] == "its process ended by signal 9"
    assert messages["raise"] == "ZeroDivisionError: by zero"
    assert {result.value for result in results if not result.failure} == {
        "a",
        "b",
        "c",
        "d",
        "print",
    }


@pytest.mark.skipif(not COUNTS_PROCESSOR, reason="the processor's time is not counted here")
def test_time_is_that_of_the_processor() -> None:
    """A busy machine, on which a document waits, changes no result."""
    sources = map(text, ["wait", "spin", "a"])
    results = list(parse_many(sources, workers=1, apply=awkward.misbehave, seconds=0.5))
    assert [result.failure for result in results] == [None, "time", None]
    assert results[1].message == "it took more than 0.5 seconds of the processor"


def test_a_process_that_somebody_kills_costs_nothing(tmp_path: Path) -> None:
    stumble = f"stumble {tmp_path / 'mark'}"
    results = list(parse_many(map(text, ["a", stumble, "b"]), workers=1, apply=awkward.misbehave))
    assert (tmp_path / "mark").exists()
    assert [result.failure for result in results] == [None, None, None]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no memory limits here")
def test_a_document_that_takes_too_much_memory_costs_one_result() -> None:
    sources = map(text, ["a", "swell", "b"])
    results = list(parse_many(sources, workers=1, apply=awkward.misbehave, memory=10**9))
    assert [result.failure for result in results] == [None, "memory", None]


def test_sources_are_taken_as_they_are_needed() -> None:
    taken = itertools.count()

    def endless() -> Iterator[Input]:
        while True:
            next(taken)
            yield text("a")

    results = parse_many(endless(), workers=1, apply=awkward.misbehave)
    for _ in range(300):
        next(results)
    results.close()
    assert next(taken) < 600


def children() -> int:
    tasks = Path("/proc/self/task").glob("*/children")
    return sum(len(task.read_text("ascii").split()) for task in tasks)


@pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="children are told elsewhere otherwise"
)
def test_closing_ends_the_processes() -> None:
    before = children()
    results = parse_many((text("a") for _ in itertools.count()), workers=2)
    next(results)
    assert children() > before
    results.close()
    assert children() == before


SCRIPT = """
import itertools, signal, gikparse
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
sources = (gikparse.Input(name=str(i), content="一、概述") for i in itertools.count())
try:
    for result in gikparse.parse_many(sources, workers=2):
        print(result.name, flush=True)
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent otherwise")
def test_an_interrupt_ends_a_program_without_a_main_guard() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "0\n"
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        shown = process.stdout.read()
        assert process.wait(timeout=20) == 0
        assert shown.endswith("stopped\n")  # the line before it may be cut by the interrupt
        assert not process.stderr.read()
    time.sleep(0.1)
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)  # nobody of the group is left


def test_a_report_of_another_catalogue_keeps_it() -> None:
    catalogue = gikparse.catalogue.with_aliases({"request.received": ["收到申请件数"]})
    table = "指标 | 单位 | 数量 |\n三、依申请公开情况 | — |\n|\n（一）收到申请件数 | 件 | 4 |"
    source = Input(name="a", content=table)
    (result,) = parse_many([source], workers=1, catalogue=catalogue)
    assert result.report.catalogue is catalogue
    assert result.report.indicators.value("request.received") == 4


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"workers": -1}, "-1 is no number from 0 on"),
        ({"workers": "two"}, "'two' is no number from 0 on"),
        ({"seconds": 0}, "seconds: 0 is no number above 0"),
        ({"memory": -1}, "memory: -1 is no number above 0"),
        ({"workers": 1, "apply": lambda report: report}, "must be one that a module has"),
    ],
)
def test_the_callers_mistakes_are_told_at_once(arguments: dict[str, object], said: str) -> None:
    with pytest.raises(gikparse.UsageError, match=said):
        parse_many(["a.txt"], **arguments)


def test_apply_of_the_program_itself_is_refused() -> None:
    code = (
        "import gikparse\n"
        "def year(report): return report.year\n"
        "try: gikparse.parse_many(['a.txt'], apply=year)\n"
        "except gikparse.UsageError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "other processes cannot import it" in done.stdout


def test_a_source_of_the_wrong_type_is_named() -> None:
    with pytest.raises(gikparse.UsageError, match="path, bytes or an Input, not int"):
        list(parse_many([1], workers=0))


def test_apply_runs_where_the_report_is() -> None:
    source = Input(name="a", content=TEXT.format(2020, 12))
    (result,) = parse_many([source], workers=1, apply=awkward.year)
    assert (result.value, result.report) == (2020, None)
