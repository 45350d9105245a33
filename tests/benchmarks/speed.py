"""How fast gikparse is, as the tables of docs/explanation/speed.md.

    python tests/benchmarks/speed.py [RUNS | --instructions]

reads the examples, and the reports in the folder that GIKPARSE_REPORTS names, and
prints Markdown. Of several runs it prints the middle figure, with the lowest and the
highest in brackets. `--instructions` counts those for up to 1 MB of text instead, with
`perf` or `valgrind`; under valgrind that takes half an hour.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from statistics import median
from typing import Any

from measuring import instructions_a_call, peak_bytes, seconds, side_by_side
from subjects import (
    EXAMPLES,
    everything,
    flattened,
    layout,
    markdown,
    parse_with_tables,
    script,
    stages,
    texts,
)

import gikparse
from gikparse.nodes import Cell
from gikparse.tw2s import to_simplified

LAYOUTS = {
    "lines": "line-structured",
    "tables": "with pipe tables",
    "flat": "on one line",
    "traditional": "Traditional",
}
WHOLE: dict[str, Callable[[str], Any]] = {
    "parse, tables and their indicators": parse_with_tables,
    "and facts, quantities, checks, `to_dict`": everything,
}
SIZES = (10, 100, 1000)
#: So many fresh interpreters are started; the quickest counts.
STARTS = 9

_CALL = """
import sys
sys.path.insert(0, {folder!r})
from pathlib import Path
from subjects import parse_with_tables, script, markdown
text = "\\n".join([Path(sys.argv[1]).read_bytes().decode()] * int(sys.argv[2]))
def call(): {what}(text)
"""


def program(what: str) -> str:
    """A program with a `call()` that reads the text that its arguments name, so many times over."""
    return _CALL.format(folder=str(EXAMPLES.parents[1] / "tests" / "benchmarks"), what=what)


def by_layout() -> dict[str, list[str]]:
    """The texts of each layout."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in texts().values():
        found[layout(text)].append(text)
    return {kind: found[kind] for kind in LAYOUTS if kind in found}


# --- tables


def ratios() -> Iterator[list[str]]:
    """The time of each stage and of the whole, as multiples of markdown-it-py's."""
    rows: dict[str, dict[str, float]] = defaultdict(dict)
    groups = by_layout()
    for kind, group in groups.items():
        found: dict[str, list[float]] = defaultdict(list)
        for text in group:
            named = stages(text) | {name: partial(call, text) for name, call in WHOLE.items()}
            named["a script of 25 lines"] = partial(script, text)
            base, *times = side_by_side(partial(markdown, text), *named.values())
            found["markdown-it-py, milliseconds"].append(base * 1000)
            for name, time in zip(named, times, strict=True):
                found[name].append(time / base)
        for name, values in found.items():
            rows[name][kind] = median(values)
    yield ["", *(f"{LAYOUTS[kind]} ({len(group)})" for kind, group in groups.items())]
    for name, row in rows.items():
        yield [name, *(f"{row[kind]:.2f}" for kind in groups)]


def comparisons() -> Iterator[list[str]]:
    """What a layout costs beside another one of the same text."""
    on_one_line, traditional = [], []
    for text in texts().values():
        if layout(text) in ("lines", "tables"):
            on_one_line.append(_times(flattened(text), text))
        if layout(text) == "traditional":
            traditional.append(_times(text, to_simplified(text)))
    yield ["one text, two ways", "times the other"]
    yield ["on one line, beside its lines", f"{median(on_one_line):.2f}"]
    yield ["Traditional, beside Simplified", f"{median(traditional):.2f}"]


def _times(text: str, other: str) -> float:
    """How many times as long one text takes as another."""
    calls = (partial(parse_with_tables, text), partial(parse_with_tables, other))
    ours, theirs = side_by_side(*calls, rounds=7)
    return ours / theirs


def growth() -> Iterator[list[str]]:
    """Instructions a character for one text so many times over."""
    path = EXAMPLES / "f2014.txt"
    characters = len(path.read_bytes().decode())
    yield ["text", "instructions a character"]
    for what in ("script", "markdown", "parse_with_tables"):
        for size in SIZES if what == "parse_with_tables" else SIZES[:1]:
            times = max(1, size * 1000 // path.stat().st_size)
            count = instructions_a_call(program(what), str(path), str(times), calls=1)
            yield [f"{what}, {size} kB", f"{count / characters / times:,.0f}"]


def memory() -> Iterator[list[str]]:
    """What a parse holds at most, and how long starting takes."""
    shares, cells = [], []
    for text in texts().values():
        peak = peak_bytes(partial(gikparse.parse, text))
        shares.append(peak / len(text.encode()))
        count = sum(1 for _ in gikparse.parse(text).find_all(Cell))
        if count >= 100:
            cells.append(peak / count)
    yield ["memory and start", ""]
    yield ["peak of a parse, bytes for each byte of the text", f"{median(shares):.1f}"]
    yield ["the same in reports of many cells, bytes for each cell", f"{median(cells):.0f}"]
    bare = start_milliseconds("")
    imported = start_milliseconds("import gikparse")
    load = f"import gikparse; report = gikparse.load({str(EXAMPLES / 'f2021.txt')!r})"
    parsed = start_milliseconds(load)
    checked = start_milliseconds(f"{load}; gikparse.check(report); report.to_dict()")
    yield ["`import gikparse`, milliseconds", f"{imported - bare:.0f}"]
    yield ["the first report of a process, milliseconds", f"{parsed - imported:.0f}"]
    yield ["the same with figures, checks and `to_dict`, milliseconds", f"{checked - imported:.0f}"]


def start_milliseconds(code: str) -> float:
    """The processor's time for a fresh interpreter that runs some code, byte code being there."""
    timed = f"{code}\nimport time; print(time.process_time())"
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    times = (
        float(subprocess.check_output([sys.executable, "-c", timed], env=environment))
        for _ in range(STARTS)
    )
    return 1000 * min(times)


def scale() -> Iterator[list[str]]:
    """Reports in a second on one processor."""
    group = list(texts().values())
    for text in group:
        everything(text)
    yield ["one process", "reports a second"]
    for name, call in WHOLE.items():
        yield [name, f"{len(group) / sum(seconds(partial(call, t)) for t in group):.0f}"]


def together(runs: Sequence[Sequence[Sequence[str]]]) -> Iterator[list[str]]:
    """One table of the same table of several runs: 2.31 (2.27–2.40)."""
    for rows in zip(*runs, strict=True):
        yield [_spread(cells) for cells in zip(*rows, strict=True)]


def _spread(cells: Sequence[str]) -> str:
    if len(set(cells)) == 1:
        return cells[0]
    ordered = sorted(cells, key=float)
    return f"{ordered[len(ordered) // 2]} ({ordered[0]}–{ordered[-1]})"


def markdown_table(rows: Iterable[list[str]]) -> str:
    """Rows as a table of Markdown, the first one its head."""
    head, *body = rows
    lines = [head, ["---", *("---:" for _ in head[1:])], *body]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)


def main(*arguments: str) -> None:
    """Print all tables, each as soon as it is there."""
    if "--instructions" in arguments:
        print(markdown_table(growth()))
        return
    runs = int(arguments[0]) if arguments else 1
    for rows in (ratios, comparisons, memory, scale):
        measured = [list(rows()) for _ in range(runs)]
        print(markdown_table(together(measured)), end="\n\n", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
