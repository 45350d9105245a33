"""What is measured: the texts by layout, the stages, and what others do with the same text."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import attrs
from markdown_it import MarkdownIt

import gikparse
from gikparse import tidy
from gikparse.building import build_tree
from gikparse.cutting import cut_pieces
from gikparse.elision import elide
from gikparse.facts.quantifying import SourceQuantities
from gikparse.folding import fold
from gikparse.frame.identity import identify
from gikparse.outline import resolve_outline
from gikparse.readers import read
from gikparse.regions import find_regions
from gikparse.source import Source
from gikparse.tables.reading import read_tables
from gikparse.tw2s import to_simplified

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
FOLDERS = [EXAMPLES, *map(Path, filter(None, [os.environ.get("GIKPARSE_REPORTS")]))]

#: Shorter texts are excerpts.
SHORTEST = 1500


def texts() -> dict[str, str]:
    """The whole reports among the examples, and in the folder that GIKPARSE_REPORTS names."""
    paths = [path for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]
    found = {path.stem: path.read_bytes().decode("utf-8") for path in paths}
    return {name: text for name, text in found.items() if len(text) >= SHORTEST}


def layout(text: str) -> str:
    """The layout of a text: `traditional`, `flat`, `tables` or `lines`."""
    simplified = to_simplified(text)
    if sum(a != b for a, b in zip(text, simplified, strict=True)) * 20 > len(text):
        return "traditional"
    lines = text.splitlines()
    if max(map(len, lines)) * 2 > len(text):
        return "flat"
    return "tables" if sum("|" in line for line in lines) >= 10 else "lines"


def flattened(text: str) -> str:
    """The text on one line."""
    return " ".join(text.splitlines())


# --- stages


def stages(text: str) -> dict[str, Callable[[], Any]]:
    """The stages of a report in their order, each with what the ones before it have made."""
    source, data = Source(text=text), text.encode()
    folded = fold(text)
    reading = elide(folded)
    view = reading.text
    regions = find_regions(view)
    outline = resolve_outline(view, regions)
    cut = cut_pieces(view, regions, outline)
    body = outline.headings[0].start if outline.headings else 0
    report = gikparse.parse(text)
    asked = _asked(report)

    def facts() -> Any:
        fresh = gikparse.Report(**_fields(report))
        return fresh.quantities, fresh.breakdowns

    return {
        "decode": lambda: read(data),
        "fold": lambda: fold(text),
        "leave out": lambda: elide(folded),
        "regions": lambda: find_regions(view),
        "outline": lambda: resolve_outline(view, regions),
        "cut": lambda: cut_pieces(view, regions, outline),
        "build (LALR)": lambda: build_tree(
            source, reading, cut, gikparse.catalogue, SourceQuantities(source, reading)
        ),
        "identity": lambda: identify(view, cut.front, cut.back, body),
        "parse": lambda: gikparse.parse(text),
        "tables": lambda: read_tables(report.tables, report.catalogue),
        "facts and quantities": facts,
        "checks": lambda: gikparse.check(asked),
        "`to_dict`": asked.to_dict,
        "JSON": lambda: json.dumps(asked.to_dict(), ensure_ascii=False),
        "Arrow": lambda: tidy.to_arrow(asked),
    }


def parse_with_tables(text: str) -> Any:
    """The tree, every table and its indicators."""
    report = gikparse.parse(text)
    return read_tables(report.tables, report.catalogue)


def everything(text: str) -> Any:
    """The tree, all indicators, quantities, breakdowns and diagnostics, as data."""
    report = gikparse.parse(text)
    return gikparse.check(_asked(report)), report.to_dict()


def _asked(report: gikparse.Report) -> gikparse.Report:
    """The report, everything in it found."""
    assert report.indicators is not None
    assert report.quantities is not None
    assert report.breakdowns is not None
    return report


def _fields(report: gikparse.Report) -> dict[str, Any]:
    return {f.alias: getattr(report, f.name) for f in attrs.fields(gikparse.Report)}


# --- what others do


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def markdown(text: str) -> str:
    """A general Markdown parser: it finds paragraphs and pipe tables, and nothing of a report."""
    return _markdown().render(text)


# A script of 25 lines, as one writes it for one folder of reports.

_HEADING = re.compile(
    r"^\s*([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])(.*)$", re.M
)
_TITLE = re.compile(r"^.*?(?:信息公开).*?(?:报告|年报).*$", re.M)
_YEAR = re.compile(r"(20\d\d)\s*年")
_FIGURE = re.compile(r"(\d[\d,.]*)\s*(件|条|次|人|份|篇|万元|元)")


def script(text: str) -> dict[str, Any]:
    """Title, year, headings with their text, rows of tables, and numbers with units."""
    title = _TITLE.search(text)
    year = _YEAR.search(title.group() if title else text)
    headings = list(_HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    sections = [
        (heading.group(1), heading.group(2).strip(), text[heading.end() : end].strip())
        for heading, end in zip(headings, ends, strict=False)
    ]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if "|" in line
    ]
    return {
        "title": title.group().strip() if title else None,
        "year": int(year.group(1)) if year else None,
        "sections": sections,
        "rows": rows,
        "figures": _FIGURE.findall(text),
    }
