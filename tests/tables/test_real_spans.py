"""The tables of a real page, their spans written in three ways as rows between bars."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import gikparse
from gikparse.testing import Spans

lexbor = pytest.importorskip("selectolax.lexbor")


def span(cell: object, name: str) -> int:
    return int(cell.attributes.get(name) or 1)  # type: ignore[attr-defined]


def grid(table: object) -> Iterator[list[tuple[str, bool]]]:
    """The rows: text for each place, and whether a cell above or to the left spans it."""
    hanging: dict[int, tuple[str, int]] = {}
    for row in table.css("tr"):  # type: ignore[attr-defined]
        line: list[tuple[str, bool]] = []
        cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
        while cells or len(line) in hanging:
            place = len(line)
            if place in hanging:
                text, left = hanging.pop(place)
                line.append((text, True))
                width = 1
            else:
                cell = cells.pop(0)
                text, left = " ".join(cell.text().split()), span(cell, "rowspan")
                width = span(cell, "colspan")
                line += [(text, at > 0) for at in range(width)]
            if left > 1:
                hanging |= {place + at: (text, left - 1) for at in range(width)}
        yield line


def read_page(page: Path, spans: Spans, shape: str) -> list[tuple[object, object]]:
    """What is read of each cell of a page's tables as rows between bars, and what stands there."""
    tree = lexbor.LexborHTMLParser(page.read_text("utf-8"))
    lines = []
    for table in tree.css("table"):
        for row in grid(table):
            kept = [own for own in row if not (own[1] and spans is Spans.DROPPED)]
            cells = ["" if again and spans is Spans.EMPTY else text for text, again in kept]
            lines.append(shape.format(" | ".join(cells)))
        lines.append("")
    found = gikparse.parse("\n".join(lines)).indicators
    gold = json.loads(page.with_suffix(".gold.json").read_text("utf-8"))["cells"]
    assert len(gold) == 198
    pairs = []
    for cell in gold:
        (own,) = found.values(cell["id"], cell["column"])
        value = None if own.value is None else str(own.value)
        pairs.append(((own.semantic.name, value), (cell["semantic"], cell["value"])))
    return pairs


@pytest.mark.parametrize("shape", ["{} |", "| {} |", "{}", "| {}"])
@pytest.mark.parametrize("spans", Spans, ids=lambda spans: spans.value)
def test_every_cell_is_read(spans: Spans, shape: str, real_reports: Path) -> None:
    page = next(real_reports.glob("*_2019_*.html"))
    pairs = read_page(page, spans, shape)
    assert [own for own in pairs if own[0] != own[1]] == []
