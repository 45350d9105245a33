"""The JSON Schema: it is one, it describes what is written, and it says so in words."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

import gikparse
from gikparse.formats.shape import node_classes

SCHEMA = gikparse.json_schema()
DEFINITIONS = SCHEMA["$defs"]


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def test_it_is_a_schema() -> None:
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(SCHEMA)


def test_it_takes_the_examples(validator: Draft202012Validator, examples: Path) -> None:
    for path in sorted(examples.glob("*.txt")):
        assert list(validator.iter_errors(gikparse.load(path).to_dict())) == [], path


def test_it_takes_real_reports(validator: Draft202012Validator, real_reports: Path) -> None:
    for path in sorted(real_reports.glob("*.txt")):
        assert list(validator.iter_errors(gikparse.load(path).to_dict())) == [], path


def test_it_takes_an_empty_report(validator: Draft202012Validator) -> None:
    assert validator.is_valid(gikparse.parse("").to_dict())


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("schema",), 2),
        (("sections", 0, "type"), "Paragraph"),
        (("sections", 0, "level"), "1"),
        (("sections", 0, "heading", "scheme"), "roman"),
        (("sections", 0, "heading", "topic"), "weather"),
        (("sections", 0, "heading", "span"), [0]),
        (("sections", 0, "heading", "span"), [0, 1, 2]),
        (("sections", 0, "heading", "span"), [-1, 1]),
        (("sections", 0, "blocks", 0), None),
        (("identity", "published"), "30 February"),
        (("identity", "period"), ["2023-01-01"]),
        (("extra",), 1),
    ],
)
def test_it_refuses_what_is_wrong(
    validator: Draft202012Validator, place: tuple[str | int, ...], value: Any
) -> None:
    document = gikparse.parse("一、总体情况\n全年公开12条。").to_dict()
    assert validator.is_valid(document)
    wrong: Any = copy.deepcopy(document)
    holder = wrong
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = value
    assert not validator.is_valid(wrong)


def test_every_class_of_the_tree_has_a_definition(examples: Path) -> None:
    reports = [gikparse.load(path) for path in examples.glob("*.txt")]
    found = {type(node).__name__ for report in reports for node in report.walk()}
    assert {*found, "Block", "Unknown", "Span", "Source", "Identity", "Diagnostic"} <= set(
        DEFINITIONS
    )


def test_every_reference_leads_somewhere() -> None:
    targets = {value for key, value in pairs(SCHEMA) if key == "$ref"}
    assert targets == {f"#/$defs/{name}" for name in DEFINITIONS}


def pairs(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    for item in value.values() if isinstance(value, dict) else value:
        if isinstance(item, dict | list):
            yield from pairs(item)


@pytest.mark.parametrize("name", DEFINITIONS)
def test_every_definition_is_described_in_the_words_of_the_class(name: str) -> None:
    description = DEFINITIONS[name]["description"]
    assert description
    if name in node_classes():
        docstring = node_classes()[name].__doc__ or ""
        assert docstring.startswith(description.split(". ")[0])
        assert "Attributes:" not in description


def test_attributes_are_described_in_the_words_of_the_class() -> None:
    heading = DEFINITIONS["Heading"]["properties"]
    assert heading["scheme"]["description"] == "How it is numbered."
    assert heading["ordinal"]["description"].startswith("The number of the marker")
    # A description that goes on over a second line.
    assert DEFINITIONS["Field"]["properties"]["name"]["description"].endswith("does not know.")


def test_readers_are_told_what_the_offsets_count() -> None:
    assert "code points" in DEFINITIONS["Span"]["description"]
    assert "UTF-16" in DEFINITIONS["Span"]["description"]


def test_what_is_not_read_back_is_marked() -> None:
    marked = {
        name: {key for key, value in properties["properties"].items() if value.get("readOnly")}
        for name, properties in DEFINITIONS.items()
        if "properties" in properties
    }
    assert {"marker", "title", "ordinal", "text"} <= marked["Heading"]
    assert marked["Section"] == {"level"}
    assert marked["Paragraph"] == {"text"}
    assert marked["Diagnostic"] == {"line", "column", "place"}
    assert {"gikparse", "form", "indicators"} <= marked["Report"]
    assert not marked["Source"]
