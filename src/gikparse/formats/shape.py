"""What a report looks like in JSON: what the writer, the reader and the schema share.

A class is an object with a key for each of its fields. Nodes have a `type` beside
them, and some classes tell more than their fields, for readers that have no code
of gikparse; `Extra` describes that.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, IntEnum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

import attrs

import gikparse
from gikparse import nodes
from gikparse.diagnostics import Diagnostic, Related
from gikparse.indicators import Indicator
from gikparse.nodes import Block, Field, Heading, Node, Paragraph, Section
from gikparse.report import Report
from gikparse.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

#: Goes up whenever a document of before can no longer be read, or a reader of before
#: would misread a document of now.
SCHEMA_VERSION = 1

#: The key that names the class of a node.
TAG = "type"

#: Parent classes that no node is an instance of.
_ABSTRACT = (Node, Block)


@attrs.frozen(kw_only=True)
class Extra:
    """Something that JSON tells beside the fields; reading a document ignores it.

    Attributes:
        name: Its key.
        kind: Its type, as an annotation.
        description: What it means.
        read: Finds it out, from an instance and the source of the report.
    """

    name: str
    kind: Any
    description: str
    read: Callable[[Any, Source], object]


#: Properties that a reader should not have to compute.
_PROPERTIES: dict[type, tuple[str, ...]] = {
    Report: ("form",),
    Heading: ("marker", "title", "ordinal"),
    Section: ("level",),
    Field: ("label", "value"),
    Indicator: ("base_value", "base_unit"),
}

_OTHERS: dict[type, tuple[Extra, ...]] = {
    Report: (
        Extra(
            name="gikparse",
            kind=str,
            description="The version of gikparse that wrote the document.",
            read=lambda _, __: gikparse.__version__,
        ),
        Extra(
            name="indicators",
            kind=tuple[Indicator, ...],
            description="The figures that the report states, in document order.",
            read=lambda report, _: tuple(report.indicators),
        ),
    ),
    Diagnostic: (
        Extra(
            name="line",
            kind=int,
            description="The line on which it begins, counted from 1.",
            read=lambda found, source: source.position(found.span.start).line,
        ),
        Extra(
            name="column",
            kind=int,
            description="The column at which it begins, in code points counted from 1.",
            read=lambda found, source: source.position(found.span.start).column,
        ),
        Extra(
            name="place",
            kind=str | None,
            description="Where it begins in the file that the text was read from: page 3, table 2, row 7.",
            read=lambda found, source: (place := source.locate(found.span)) and str(place),
        ),
    ),
}


#: Fields that are no part of a document. Where the text stood in a file is told where it
#: matters, in diagnostics. All nodes share the source of their report; with
#: which catalogue a report was read is for the reader to say; the nodes that an
#: indicator comes from stand in the tree, where its span leads; and what reading a report
#: has met is about no other report.
_UNWRITTEN: tuple[tuple[type, str], ...] = (
    (Source, "places"),
    (Node, "source"),
    (Report, "catalogue"),
    (Report, "_finder"),
    (Paragraph, "_finder"),
    (Related, "source"),
    (Indicator, "table"),
    (Indicator, "cell"),
    (Indicator, "quantity"),
    (Indicator, "section"),
)


@cache
def node_classes(parent: type[Node] = Node) -> dict[str, type[Node]]:
    """The classes that a node of a class can have, by their tags."""
    # Not __subclasses__(): attrs makes each slotted class twice, and both would be listed.
    known = [getattr(nodes, name) for name in nodes.__all__]
    concrete = [cls for cls in (*known, Report) if cls not in _ABSTRACT]
    return {cls.__name__: cls for cls in concrete if issubclass(cls, parent)}


@cache
def fields_of(cls: type) -> dict[str, Any]:
    """The fields of a class with their types, in the order in which JSON has them."""
    hints = get_type_hints(cls)
    unwritten = {name for owner, name in _UNWRITTEN if issubclass(cls, owner)}
    if cls is Report:
        unwritten.remove("source")  # here it is written, once for all nodes
    return {f.name: hints[f.name] for f in attrs.fields(cls) if f.name not in unwritten}


@cache
def extras_of(cls: type) -> tuple[Extra, ...]:
    """What JSON tells of a class beside its fields."""
    names = _PROPERTIES.get(cls, ())
    if issubclass(cls, Node) and cls.children is Node.children:
        names = (*names, "text")  # a node with children would repeat what they say
    return (*(_from_property(cls, name) for name in names), *_OTHERS.get(cls, ()))


@cache
def keys_of(cls: type) -> frozenset[str]:
    """Every key that an object for a class may have."""
    tag = {TAG} if issubclass(cls, Node) else set()
    return frozenset({*tag, *fields_of(cls), *(extra.name for extra in extras_of(cls))})


def _from_property(cls: type, name: str) -> Extra:
    getter = getattr(cls, name).fget
    return Extra(
        name=name,
        kind=get_type_hints(getter)["return"],
        description=getter.__doc__ or "",
        read=lambda node, _: getattr(node, name),
    )


def is_enum(kind: Any) -> bool:
    """Whether an annotation is an enumeration."""
    return isinstance(kind, type) and issubclass(kind, Enum)


def is_tuple(kind: Any) -> bool:
    """Whether an annotation is a tuple, which JSON writes as a list."""
    return get_origin(kind) is tuple


def has_any_length(kind: Any) -> bool:
    """Whether the annotation of a tuple says `tuple[X, ...]`."""
    return get_args(kind)[-1] is ...


def is_mapping(kind: Any) -> bool:
    """Whether an annotation is a mapping, which JSON writes as an object."""
    return get_origin(kind) is Mapping


def enum_value(member: Enum) -> Any:
    """What stands in JSON for a member: its value, or the name of one that only ranks."""
    return member.name.lower() if isinstance(member, IntEnum) else member.value


def kind_of(value: object) -> str:
    """What JSON calls a value."""
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "a boolean"}
    return "null" if value is None else kinds.get(type(value), "a number")
