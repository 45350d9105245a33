"""How fast facts are: quantities, indicators and breakdowns of prose beside the structural parse.

`pytest tests/benchmarks --benchmark-enable` measures; elsewhere each case runs once. Times are
those of the processor, which other programs do not disturb much.
"""

import os
from pathlib import Path
from time import thread_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import gikparse
from gikparse.facts.finding import Prose

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
FOLDERS = [EXAMPLES, *map(Path, filter(None, [os.environ.get("GIKPARSE_REPORTS")]))]
TEXTS = {
    path.stem: path.read_bytes().decode("utf-8")
    for folder in FOLDERS
    for path in sorted(folder.glob("*.txt"))
}
#: The best of so many runs counts.
RUNS = 5
#: Facts and quantities together cost at most so many times the parse.
LIMIT = 2.0


def read_quantities(report: gikparse.Report) -> int:
    return len(report.quantities)


def read_facts(report: gikparse.Report) -> int:
    """Breakdowns need all that sentences state; the indicators of tables stay unread."""
    return len(report.quantities) + len(report.breakdowns)


def seconds(read) -> tuple[float, float]:  # type: ignore[no-untyped-def]
    """For all texts: of the parse, and of what is read from a report that nothing was read from."""
    parsing = reading = 0.0
    for text in TEXTS.values():
        start = thread_time()
        report = gikparse.parse(text)
        parsed = thread_time()
        read(report)
        parsing += parsed - start
        reading += thread_time() - parsed
    return parsing, reading


@pytest.mark.parametrize("read", [read_quantities, read_facts])
def test_facts(read, benchmark: BenchmarkFixture) -> None:  # type: ignore[no-untyped-def]
    seconds(read)  # grammars and data are loaded once a process

    def parsed() -> tuple[tuple[list[gikparse.Report]], dict[str, object]]:
        return ([gikparse.parse(text) for text in TEXTS.values()],), {}

    def read_all(reports: list[gikparse.Report]) -> int:
        return sum(map(read, reports))

    assert benchmark.pedantic(read_all, setup=parsed, rounds=RUNS, iterations=1) > 0
    if benchmark.stats is not None:
        parsing, reading = map(min, zip(*(seconds(read) for _ in range(RUNS)), strict=True))
        benchmark.extra_info["milliseconds_a_report"] = round(1000 * reading / len(TEXTS), 2)
        benchmark.extra_info["times_the_parse"] = round(reading / parsing, 2)
        assert reading <= LIMIT * parsing


def test_what_is_not_asked_for_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sections, tables and what a report says of itself start no facts; quantities do."""

    def start(*_: object, **__: object) -> None:
        raise AssertionError("facts are started")

    monkeypatch.setattr(Prose, "__init__", start)
    for text in TEXTS.values():
        report = gikparse.parse(text)
        assert any(node in report.children for node in report.walk())
        assert len(report.sections) <= len(list(report.paths()))
        assert all(table.rows for table in report.tables)
    with pytest.raises(AssertionError, match="facts are started"):
        assert report.quantities
