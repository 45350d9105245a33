"""How fast each stage is, beside a Markdown parser and a script of 25 lines on the same text.

`nox -s bench` measures; elsewhere each case runs once.
"""

import pytest
from measuring import ROUNDS, side_by_side
from pytest_benchmark.fixture import BenchmarkFixture
from subjects import EXAMPLES, everything, layout, markdown, parse_with_tables, script, stages

TEXTS = {
    name: (EXAMPLES / f"{name}.txt").read_bytes().decode("utf-8")
    for name in ("f2014", "local", "flat2021", "traditional")
}
WHOLE = {"parse and tables": parse_with_tables, "everything": everything}


@pytest.mark.parametrize("stage", [*stages("一、概述"), *WHOLE])
@pytest.mark.parametrize("name", TEXTS)
def test_stage(name: str, stage: str, benchmark: BenchmarkFixture) -> None:
    text = TEXTS[name]
    whole = WHOLE.get(stage)
    call = (lambda: whole(text)) if whole else stages(text)[stage]
    call()  # what is loaded once a process is not measured
    benchmark(call)
    if benchmark.stats is not None:
        ours, theirs, simple = side_by_side(call, lambda: markdown(text), lambda: script(text))
        benchmark.extra_info["layout"] = layout(text)
        benchmark.extra_info["times_markdown_it"] = round(ours / theirs, 2)
        benchmark.extra_info["times_script"] = round(ours / simple, 1)
        benchmark.extra_info["rounds"] = ROUNDS


def test_examples_of_every_layout_are_measured() -> None:
    assert {layout(text) for text in TEXTS.values()} >= {"tables", "flat", "traditional"}


def test_what_is_compared_reads_the_same_text() -> None:
    text = TEXTS["f2014"]
    assert markdown(text).count("<p>") > 10
    assert len(script(text)["rows"]) > 60
    assert parse_with_tables(text).indicators
