"""The JSON Schema of `Report.to_dict`, made from the classes themselves."""

from __future__ import annotations

import inspect
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, cast, get_args, get_origin

from gikparse.formats.shape import (
    SCHEMA_VERSION,
    TAG,
    enum_value,
    extras_of,
    fields_of,
    has_any_length,
    is_enum,
    is_mapping,
    is_tuple,
    node_classes,
)
from gikparse.nodes import Block, Node
from gikparse.report import Report
from gikparse.source import Span

if TYPE_CHECKING:
    from enum import Enum

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ABOUT = (
    f"What Report.to_dict of gikparse writes, in version {SCHEMA_VERSION} of the format. All "
    "offsets count Unicode code points. Properties marked readOnly say what could be computed "
    "from the others, and gikparse.from_dict does not read them. The descriptions are those of "
    "the Python classes: where they say None, JSON has null."
)
_SPAN = (
    "A half-open range [start, end] of the source text. Offsets count Unicode code points "
    "from 0, not UTF-16 units as JavaScript does and not bytes."
)
#: What all nodes have is described on no class.
_SHARED = {
    "span": "Where the node stands: source.text[start:end] is the node exactly as written.",
    "parts": "The pieces of a node that the text tears apart; empty for a node in one piece.",
}
_PLAIN: dict[Any, Schema] = {
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
    NoneType: {"type": "null"},
    date: {"type": "string", "format": "date"},
}


def json_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of what `Report.to_dict` returns.

    Returns:
        The schema as JSON-safe data, with a definition for each class. Properties
        marked `readOnly` repeat what a reader could compute from the others;
        `gikparse.from_dict` does not read them.

    Example:
        >>> schema = json_schema()
        >>> schema["$ref"], sorted(schema["$defs"]["Row"]["required"])
        ('#/$defs/Report', ['cells', 'parts', 'span', 'type'])
    """
    definitions: dict[str, Schema] = {}
    pending: list[type] = [Report]
    while pending:
        cls = pending.pop()
        if cls.__name__ not in definitions:
            definitions[cls.__name__] = _definition(cls, pending)
    return {
        "$schema": _DIALECT,
        "title": "A report parsed by gikparse",
        "description": _ABOUT,
        "$ref": "#/$defs/Report",
        "$defs": dict(sorted(definitions.items())),
    }


def _definition(cls: type, pending: list[type]) -> Schema:
    """The definition of a class; the classes that it names join those pending."""
    if cls is Span:
        pair = [{"type": "integer", "minimum": 0}] * 2
        return {"description": _SPAN, **_list_of(pair)}
    described = _described(_docstring(cls)[0])
    if is_enum(cls):
        values = [enum_value(member) for member in cast("type[Enum]", cls)]
        return {**described, "type": "string", "enum": values}
    if cls is Block:
        return {
            **described,
            "oneOf": [_reference(c, pending) for c in node_classes(Block).values()],
        }
    return {**described, **_object(cls, pending)}


def _object(cls: type, pending: list[type]) -> Schema:
    """The keys of a class, in the order in which they are written."""
    properties: dict[str, Schema] = {}
    if cls is Report:
        properties["schema"] = {
            "const": SCHEMA_VERSION,
            "description": "The version of the format.",
        }
    if issubclass(cls, Node):
        properties[TAG] = {"const": cls.__name__}
    for extra in extras_of(cls):
        kind = _kind(extra.kind, pending)
        properties[extra.name] = {**kind, **_described(extra.description), "readOnly": True}
    texts = {**(_SHARED if issubclass(cls, Node) else {}), **_docstring(cls)[1]}
    for name, kind in fields_of(cls).items():
        properties[name] = {**_kind(kind, pending), **_described(texts.get(name, ""))}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _kind(kind: Any, pending: list[type]) -> Schema:
    """The schema of an annotation."""
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if get_origin(kind) in (Union, UnionType):
        return {"anyOf": [_kind(choice, pending) for choice in get_args(kind)]}
    if is_tuple(kind):
        if has_any_length(kind):
            return {"type": "array", "items": _kind(get_args(kind)[0], pending)}
        return _list_of([_kind(item, pending) for item in get_args(kind)])
    if is_mapping(kind):
        return {"type": "object", "additionalProperties": _kind(get_args(kind)[1], pending)}
    if issubclass(kind, str) and not is_enum(kind):
        return {"type": "string"}
    return _reference(kind, pending)


def _list_of(items: list[Schema]) -> Schema:
    """A list of so many items and no more."""
    return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}


def _reference(cls: type, pending: list[type]) -> Schema:
    pending.append(cls)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _described(text: str) -> Schema:
    return {"description": text} if text else {}


def _docstring(cls: type) -> tuple[str, dict[str, str]]:
    """What the docstring of a class says of it, and of each of its attributes."""
    about: list[str] = []
    attributes: dict[str, str] = {}
    section = name = ""
    for line in inspect.cleandoc(cls.__doc__ or "").splitlines():
        words = line.strip()
        is_header = line.endswith(":") and line[:-1].isalpha()
        if is_header:
            section = line
        elif not section:
            about.append(words)
        elif section == "Attributes:" and line.startswith(" " * 8):  # the line before goes on
            attributes[name] += f" {words}"
        elif section == "Attributes:" and words:
            name, _, attributes[name] = words.partition(": ")
    return " ".join(filter(None, about)), attributes
