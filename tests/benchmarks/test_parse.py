"""How fast parsing is: milliseconds a report, beside a Markdown parser on the same text.

`pytest tests/benchmarks --benchmark-enable` measures; elsewhere each case runs once.
"""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from markdown_it import MarkdownIt
from pytest_benchmark.fixture import BenchmarkFixture

import gikparse

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
FOLDERS = [EXAMPLES, *map(Path, filter(None, [os.environ.get("GIKPARSE_REPORTS")]))]
PATHS = sorted(path for folder in FOLDERS for path in folder.glob("*.txt"))
MARKDOWN = MarkdownIt("commonmark").enable("table")
#: The best of so many runs stands for the Markdown parser.
RUNS = 5

each_report = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def markdown_seconds(text: str) -> float:
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        MARKDOWN.parse(text)
        times.append(perf_counter() - start)
    return min(times)


@each_report
def test_parse(path: Path, benchmark: BenchmarkFixture) -> None:
    text = path.read_bytes().decode("utf-8")
    gikparse.parse(text)  # grammars and data are loaded once a process
    report = benchmark(gikparse.parse, text)
    assert report.source.text == text
    benchmark.extra_info["characters"] = len(text)
    if benchmark.stats is not None:
        ratio = benchmark.stats.stats.min / markdown_seconds(text)
        benchmark.extra_info["times_markdown_it"] = round(ratio, 1)


def test_all_examples(benchmark: BenchmarkFixture) -> None:
    texts = [path.read_bytes().decode("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]

    def parse_all() -> int:
        return sum(len(gikparse.parse(text).sections) for text in texts)

    parse_all()
    assert benchmark(parse_all) > 0
    if benchmark.stats is not None:
        seconds = benchmark.stats.stats.min
        ratio = seconds / sum(map(markdown_seconds, texts))
        benchmark.extra_info["milliseconds_a_report"] = round(1000 * seconds / len(texts), 2)
        benchmark.extra_info["times_markdown_it"] = round(ratio, 1)


def test_import(benchmark: BenchmarkFixture) -> None:
    """Importing gikparse in a fresh interpreter; the interpreter's own start is in extra_info."""

    def run(code: str) -> float:
        start = perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return perf_counter() - start

    benchmark.extra_info["interpreter_milliseconds"] = round(1000 * min(run("") for _ in range(3)))
    assert benchmark(run, "import gikparse") > 0
