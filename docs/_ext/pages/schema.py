"""The parts of the JSON Schema, in tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import gikparse


def pages() -> Iterator[tuple[str, str]]:
    """One fragment with all parts."""
    parts: Mapping[str, Any] = gikparse.json_schema()["$defs"]
    first = {"Report": parts["Report"]}
    lines = [line for name, part in (first | dict(parts)).items() for line in _part(name, part)]
    yield "generated/schema.md", "\n".join(lines)


def _part(name: str, part: Mapping[str, Any]) -> Iterator[str]:
    yield f"({_anchor(name)})=\n\n## {name}\n"
    if about := part.get("description"):
        yield f"{_prose(about)}\n"
    if "properties" not in part:
        yield f"{_type(part)}\n"
        return
    yield "| property | type | what it says |"
    yield "| --- | --- | --- |"
    for key, value in part["properties"].items():
        computed = " Computed; not read back." if value.get("readOnly") else ""
        yield f"| `{key}` | {_type(value)} | {_prose(value.get('description', ''))}{computed} |"
    yield ""


def _anchor(name: str) -> str:
    return f"schema-{name.lower()}"


def _prose(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def _type(value: Mapping[str, Any]) -> str:
    """A few words for the type of a value."""
    if ref := value.get("$ref"):
        name = ref.rpartition("/")[2]
        return f"[{name}](#{_anchor(name)})"
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return ", ".join(f"`{choice}`" for choice in value["enum"])
    for key in ("oneOf", "anyOf"):
        if key in value:
            return " or ".join(_type(choice) for choice in value[key])
    kind = value.get("type", "any value")
    if isinstance(kind, list):
        return " or ".join(kind)
    if kind == "array":
        if "prefixItems" in value:
            return f"array of {', '.join(_type(item) for item in value['prefixItems'])}"
        return f"array of {_type(value.get('items', {}))}"
    return str(kind)
