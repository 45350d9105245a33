"""How fast facts are: quantities, indicators and breakdowns of prose beside the structural parse.

`pytest tests/benchmarks --benchmark-enable` measures; elsewhere each case runs once.
"""

import os
from pathlib import Path
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import gikparse

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
FOLDERS = [EXAMPLES, *map(Path, filter(None, [os.environ.get("GIKPARSE_REPORTS")]))]
TEXTS = {
    path.stem: path.read_bytes().decode("utf-8")
    for folder in FOLDERS
    for path in sorted(folder.glob("*.txt"))
}
#: The best of so many runs stands for the parse.
RUNS = 5
#: Facts and quantities together cost at most so many times the parse.
LIMIT = 2.0


def parse_seconds() -> float:
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        for text in TEXTS.values():
            gikparse.parse(text)
        times.append(perf_counter() - start)
    return min(times)


def parsed() -> tuple[tuple[list[gikparse.Report]], dict[str, object]]:
    """Reports that have been asked for nothing yet."""
    return ([gikparse.parse(text) for text in TEXTS.values()],), {}


def read_quantities(reports: list[gikparse.Report]) -> int:
    return sum(len(report.quantities) for report in reports)


def read_facts(reports: list[gikparse.Report]) -> int:
    """Breakdowns need all that sentences state; the indicators of tables stay unread."""
    return read_quantities(reports) + sum(len(report.breakdowns) for report in reports)


@pytest.mark.parametrize("read", [read_quantities, read_facts])
def test_facts(read, benchmark: BenchmarkFixture) -> None:  # type: ignore[no-untyped-def]
    assert read(parsed()[0][0]) > 0  # grammars and data are loaded once a process
    assert benchmark.pedantic(read, setup=parsed, rounds=RUNS, iterations=1) > 0
    if benchmark.stats is not None:
        ratio = benchmark.stats.stats.min / parse_seconds()
        benchmark.extra_info["times_the_parse"] = round(ratio, 2)
        assert ratio <= LIMIT
