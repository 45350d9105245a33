"""That time grows with the length of a text and no faster, and that nothing is kept of a report."""

import cProfile
import gc
import pstats
import tracemalloc
from pathlib import Path

import pytest
from measuring import counter, instructions_a_call, peak_bytes, seconds
from pytest_benchmark.fixture import BenchmarkFixture
from speed import program
from subjects import EXAMPLES, flattened, parse_with_tables

import gikparse
from gikparse.cutting import cut_pieces
from gikparse.lines import split_lines
from gikparse.nodes import Cell
from gikparse.outline import resolve_outline
from gikparse.regions import Region, find_regions

PATHS = sorted(EXAMPLES.glob("*.txt"))
#: Growth may differ so much from the length of the text.
SLACK = 0.1
#: So many bytes may be left of any number of reports: what Python itself keeps for the next one.
LEFT = 64_000

each_example = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def calls(text: str) -> int:
    """How many calls of functions a parse takes, which is the same on every machine."""
    profile = cProfile.Profile()
    profile.runcall(parse_with_tables, text)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("joined", ["\n", " "])
@each_example
def test_calls_grow_with_the_text(path: Path, joined: str) -> None:
    text = path.read_bytes().decode("utf-8")
    if joined == " ":
        text = flattened(text)
    few, many = (joined.join([text] * times) for times in (4, 16))
    parse_with_tables(few)
    assert calls(many) <= calls(few) * 4 * (1 + SLACK)


def test_lists_of_contents_grow_with_the_text() -> None:
    """Comparisons call nothing, so that only time tells: 16 times as long is a square."""

    def cut_seconds(times: int) -> float:
        view = "一、总体情况\n二、主动公开\n三、存在问题\n无。\n" * times
        regions = find_regions(view)
        outline = resolve_outline(view, regions)
        assert len(outline.contents) == times - 1
        lines = [Region(regions[0].kind, line.start, line.end) for line in split_lines(view)]
        return min(seconds(lambda: cut_pieces(view, lines, outline)) for _ in range(3))

    assert cut_seconds(1000) < 8 * cut_seconds(250)


@pytest.mark.slow
def test_nothing_is_kept_of_a_report(benchmark: BenchmarkFixture) -> None:
    texts = [path.read_bytes().decode("utf-8") for path in PATHS]
    rounds = 2 if benchmark.disabled else 1000 // len(texts)

    def read_all() -> None:
        for text in texts:
            report = gikparse.parse(text)
            assert len(report.indicators) + len(report.quantities) + len(report.to_dict()) > 0

    read_all()
    gc.collect()
    tracemalloc.start()
    try:
        benchmark.pedantic(read_all, rounds=1)
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(rounds):
            read_all()
        gc.collect()
        left = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    benchmark.extra_info["reports"] = rounds * len(texts)
    benchmark.extra_info["bytes_left"] = left
    assert left <= LEFT


@each_example
def test_memory_of_a_parse(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    cells = sum(1 for _ in gikparse.parse(text).find_all(Cell))
    assert peak_bytes(lambda: gikparse.parse(text)) <= 15 * len(text.encode()) + 1024 * cells


@pytest.mark.parametrize("size", [100, 1000])
def test_instructions_grow_with_the_text(size: int, benchmark: BenchmarkFixture) -> None:
    if benchmark.disabled:
        pytest.skip("counting takes minutes: nox -s bench")
    if counter() is None:
        pytest.skip("neither perf nor valgrind counts instructions here")
    path = str(EXAMPLES / "f2014.txt")
    code = program("parse_with_tables")
    ten = instructions_a_call(code, path, "1", calls=1)
    times = size // 10
    many = instructions_a_call(code, path, str(times), calls=1)
    benchmark.extra_info["beside_linear"] = many / times / ten
    assert many <= ten * times * (1 + SLACK)
    benchmark.pedantic(gikparse.parse, args=("",), rounds=1)
