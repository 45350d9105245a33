"""The quantities of the example reports are those marked by hand."""

import json
from pathlib import Path

import pytest

import gikparse

MARKS = Path(__file__).parent / "marks"
EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
each_example = pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.txt")))


@each_example
def test_quantities_are_those_marked_by_hand(name: str) -> None:
    text = (EXAMPLES / f"{name}.txt").read_bytes().decode("utf-8")
    found = [
        {
            "start": quantity.span.start,
            "text": quantity.text,
            "value": str(quantity.value),
            "unit": quantity.unit,
            "bound": quantity.bound.value,
        }
        for quantity in gikparse.parse(text).quantities
    ]
    assert found == json.loads((MARKS / f"{name}.json").read_text("utf-8"))
