"""A table made of rows that another tool has read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gikparse
from gikparse.nodes import Table

VALUES = st.none() | st.integers() | st.floats() | st.text()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (float("nan"), ""),
        (3.0, "3"),
        (0.5, "0.5"),
        (Decimal("7730.28"), "7730.28"),
        ("007", "007"),
        ("1,234", "1,234"),
        (" 本年新\n制作数量 ", "本年新 制作数量"),
        ("a|b", "a¦b"),
        (float("inf"), "inf"),
    ],
)
def test_values_are_written_as_they_are_meant(value: object, text: str) -> None:
    table = Table.from_rows([["甲", value]])
    assert [cell.text for cell in table.rows[0].cells] == ["甲", text]


@given(st.lists(st.lists(VALUES, max_size=4), max_size=4))
def test_every_node_is_a_slice_of_the_source(rows: list[list[object]]) -> None:
    table = Table.from_rows(rows)
    assert [len(row.cells) for row in table.rows] == [len(row) for row in rows]
    assert "\n".join(row.text for row in table.rows) == table.text == table.source.text
    for row, values in zip(table.rows, rows, strict=True):
        joined = "| " + " | ".join(cell.text for cell in row.cells) + " |"
        assert row.text == (joined if values else "|  |")


def test_its_figures_can_be_read() -> None:
    nan = float("nan")
    rows = [
        ["第二十条第（一）项", nan, nan, nan],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", 0.0, 0.0, 3.0],
        ["行政规范性文件", 7.0, nan, 52.0],
    ]
    found = gikparse.parse(Table.from_rows(rows).text).indicators
    assert found.value("proactive.normative_document", column="in_force") == 52
