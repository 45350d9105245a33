"""Read the Markdown tables of `fixtures`: sentences, the reports they stand in, and their readings."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

FOLDER = Path(__file__).parent / "fixtures"
YEAR = 2020


class Row(NamedTuple):
    """A row of a table: the heading above it, the sentence, the readings."""

    line: int
    heading: str
    sentence: str
    readings: list[str]


def read_rows(name: str) -> Iterator[Row]:
    """The rows of a fixture file; `—` stands for no reading."""
    heading = ""
    for number, line in enumerate((FOLDER / name).read_text("utf-8").splitlines(), 1):
        if line.startswith("## "):
            heading = line[3:]
        elif line.startswith("|") and not line.startswith(("| ---", "| sentence", "| reading")):
            *sentence, reading = (cell.strip() for cell in line.strip("|").split("|"))
            readings = [] if reading == "—" else [part.strip() for part in reading.split(";")]
            yield Row(number, heading, "".join(sentence), readings)


def each_row(name: str) -> pytest.MarkDecorator:
    """Run a test once for each row of a fixture file."""
    rows = list(read_rows(name))
    assert rows, f"{name} holds no row"
    return pytest.mark.parametrize("row", rows, ids=[f"{name}:{row.line}" for row in rows])


def in_report(agency: str, section: str, sentence: str) -> str:
    """A report that has nothing but a sentence."""
    return f"{agency}{YEAR}年政府信息公开工作年度报告\n一、{section}\n{sentence}\n"
