"""Pictures, as SVG: what holds what in the tree, and how a text becomes one."""

from __future__ import annotations

import inspect
import sys
import types
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, get_args, get_type_hints

import attrs

import gikparse
from gikparse.nodes import Block, Node

_ROW = 30
_STEP = 34

_STYLE = (
    "text{font:14px sans-serif;fill:currentColor}.code{font:bold 14px monospace}"
    ".say{font:13px sans-serif;opacity:.75}"
    "path{fill:none;stroke:#888;stroke-width:1.5}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}}"
    "rect{fill:#5b8def22;stroke:#5b8def;stroke-width:1.5}"
)

#: The report that the tutorial reads.
EXAMPLE = Path(__file__).parents[2] / "examples" / "f2019.txt"

#: The stages of the parser, each with what it does.
STAGES = (
    ("bytes", "a file of any format, or a text"),
    ("readers", "text, web page, Word, PDF: one text, tables as rows between bars"),
    ("Source", "the text as it is, never changed; every span counts in it"),
    ("folding", "one spelling: width, blanks, Traditional → Simplified; same length"),
    ("elision", "leave out pinyin, hidden marks, broken lines; with the map back"),
    ("regions", "where furniture, tables and prose lie"),
    ("outline", "which marks are headings, and where their titles end"),
    ("frame", "title, bylines, metadata before and after the sections"),
    ("cutting", "headings and blocks, in order"),
    ("building", "typed nodes; tables get their form"),
    ("report.lark", "the LALR grammar puts the nodes together"),
    ("Report", "on demand: indicators, checks, JSON, tidy rows, a page"),
)


def pages() -> Iterator[tuple[str, str]]:
    """All pictures."""
    yield "generated/nodes.svg", node_tree()
    yield "generated/stages.svg", stages()
    yield "generated/extra/report.html", example_page()


def example_page() -> str:
    """The example report as `gikparse show --html` writes it."""
    report = gikparse.load(EXAMPLE)
    return gikparse.to_html(report, gikparse.check(report))


def node_tree() -> str:
    """Which node holds which, from the fields of the classes."""
    rows = list(_held(gikparse.Report, "", 0, set()))
    lines = []
    for place, (depth, field, name, about) in enumerate(rows):
        y = place * _ROW + 22
        x = depth * _STEP + 10
        if depth:
            above = next(p for p in range(place - 1, -1, -1) if rows[p][0] < depth)
            lines.append(f'<path d="M{x - 22} {above * _ROW + 32}V{y - 5}H{x - 4}"/>')
        said = f'<tspan class="say">{escape(field)} </tspan>' if field else ""
        label = (
            f'{said}<tspan class="code">{name}</tspan> <tspan class="say">{escape(about)}</tspan>'
        )
        lines.append(f'<text x="{x}" y="{y}">{label}</text>')
    return _svg(900, len(rows) * _ROW + 10, "What holds what in the tree", lines)


def _held(
    kind: type, field: str, depth: int, drawn: set[type]
) -> Iterator[tuple[int, str, str, str]]:
    again = kind in drawn
    drawn.add(kind)
    summary = (inspect.getdoc(kind) or "").partition("\n")[0].rstrip(".").replace("`", "")
    about = "as above" if again else summary
    yield depth, field, kind.__name__, about
    if again:
        return
    if kind is Block:
        for block in sorted(Block.__subclasses__(), key=lambda block: block.__name__):
            if block.__module__.startswith("gikparse."):  # nobody else's
                yield from _held(block, "", depth + 1, drawn)
        return
    # What a module imports for type checkers alone is among the public names.
    public = {name: getattr(gikparse, name) for name in gikparse.__all__}
    hints = get_type_hints(kind, public | vars(sys.modules[kind.__module__]))
    for attribute in attrs.fields(kind):
        for held in _node_classes(hints[attribute.name]):
            yield from _held(held, f"{attribute.name}:", depth + 1, drawn)


def _node_classes(hint: Any) -> Iterator[type[Node]]:
    if isinstance(hint, type) and not isinstance(hint, types.GenericAlias):
        if issubclass(hint, Node):
            yield hint
    else:
        for argument in get_args(hint):
            yield from _node_classes(argument)


def stages() -> str:
    """The way of a text through the rooms of the parser."""
    lines = []
    for place, (name, about) in enumerate(STAGES):
        y = place * 44 + 6
        lines.append(f'<rect x="10" y="{y}" width="130" height="30" rx="6"/>')
        lines.append(f'<text x="75" y="{y + 20}" class="code" text-anchor="middle">{name}</text>')
        lines.append(f'<text x="156" y="{y + 20}" class="say">{escape(about)}</text>')
        if place + 1 < len(STAGES):
            lines.append(f'<path d="M75 {y + 30}v14m-4-6l4 6 4-6"/>')
    return _svg(640, len(STAGES) * 44 + 4, "How a text becomes a report", lines)


def _svg(width: int, height: int, title: str, lines: list[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 {width} {height}" '
        f'width="{width}" role="img"><title>{title}</title><style>{_STYLE}</style>'
        + "".join(lines)
        + "</svg>\n"
    )
