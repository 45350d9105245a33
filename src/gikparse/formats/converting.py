"""Between nodes and JSON-safe data: one converter, and a hook for each kind of value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from functools import cache
from math import isfinite
from types import GenericAlias
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import attrs

from gikparse.errors import UsageError
from gikparse.facts.quantifying import SourceQuantities
from gikparse.formats.shape import (
    TAG,
    Extra,
    enum_value,
    extras_of,
    fields_of,
    has_any_length,
    is_enum,
    is_mapping,
    is_tuple,
    keys_of,
    kind_of,
    node_classes,
)
from gikparse.nodes import Node, Paragraph
from gikparse.report import Report
from gikparse.source import Source, SourceText, Span

if TYPE_CHECKING:
    from cattrs import Converter

    from gikparse.data.catalogue import Catalogue


class _Shared(NamedTuple):
    """What a report shares with all its nodes and its JSON does not repeat."""

    source: Source
    catalogue: Catalogue | None = None
    finder: SourceQuantities | None = None


#: Of the report that is being written or read. All reports have one converter, and only
#: this tells its hooks which of them they are working on.
_shared: ContextVar[_Shared] = ContextVar("_shared")


class FaultError(ValueError):
    """What is wrong with a value of a document.

    Attributes:
        below: The key inside the value that the fault is about, as a piece of a path.
    """

    def __init__(self, message: str, *, below: str = "") -> None:
        super().__init__(message)
        self.below = below


@contextmanager
def working_on(source: Source, catalogue: Catalogue | None = None) -> Iterator[None]:
    """While this lasts, the converter works on the report with this source and catalogue."""
    token = _shared.set(_Shared(source, catalogue, SourceQuantities(source)))
    try:
        yield
    finally:
        _shared.reset(token)


@cache
def converter() -> Converter:
    """The converter that writes and reads reports; hooks registered later come first."""
    from cattrs import Converter

    made = Converter()
    made.register_unstructure_hook_func(is_enum, enum_value)
    made.register_unstructure_hook(Decimal, float)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(SourceText, str)
    write = _writer(made)
    made.register_unstructure_hook(tuple, lambda items: [*map(write, items)])
    made.register_unstructure_hook(Span, list)
    made.register_unstructure_hook_func(attrs.has, _class_writer(write))

    made.register_structure_hook(int, _read_int)
    made.register_structure_hook(float, _read_float)
    made.register_structure_hook_func(_is_figure, _read_figure)
    made.register_structure_hook(str, _read_str)
    for kind in (Enum, IntEnum, StrEnum):  # the last two would be read as what they extend
        made.register_structure_hook(kind, _read_enum)
    made.register_structure_hook(date, _read_date)
    made.register_structure_hook_func(is_tuple, _tuple_reader(made))
    made.register_structure_hook_func(is_mapping, _mapping_reader(made))
    made.register_structure_hook(Span, _read_span)
    made.register_structure_hook_func(attrs.has, _class_reader(made))
    return made


# --- values


def _expect(value: object, kind: type, name: str) -> None:
    # Not isinstance(): a boolean is no number here.
    if type(value) is not kind:
        raise FaultError(f"expected {name}, found {kind_of(value)}")


def _read_int(value: Any, _: type) -> int:
    _expect(value, int, "an integer")
    return int(value)


def _read_float(value: Any, _: type) -> float:
    # Not every program writes 2.0 as that.
    if type(value) not in (int, float) or not isfinite(value):
        raise FaultError(f"expected a number, found {value!r}")
    return float(value)


def _is_figure(kind: Any) -> bool:
    return bool(kind == int | Decimal | None)


def _read_figure(value: Any, _: type) -> int | Decimal | None:
    if value is None or type(value) is int:
        return value
    return Decimal(str(_read_float(value, float)))


def _read_str(value: Any, _: type) -> str:
    _expect(value, str, "a string")
    return str(value)


def _read_enum(value: Any, kind: type[Enum]) -> Enum:
    _expect(value, str, "a string")
    members = {enum_value(member): member for member in kind}
    if value not in members:
        raise FaultError(f"{value!r} is not one of {', '.join(members)}")
    return members[value]


def _read_date(value: Any, _: type) -> date:
    _expect(value, str, "a string")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    # fromisoformat takes 20240131 and 2024-W05-3 as well.
    if day is None or day.isoformat() != value:
        raise FaultError(f"{value!r} is not a day written YYYY-MM-DD")
    return day


def _read_span(value: Any, _: type) -> Span:
    _expect(value, list, "a list of two integers")
    if len(value) != 2 or any(type(offset) is not int for offset in value):
        raise FaultError(f"expected a list of two integers, found {value!r}")
    start, end = value
    length = len(_shared.get().source.text)
    if not 0 <= start <= end <= length:
        raise FaultError(f"[{start}, {end}] is no span of a text of {length} code points")
    return Span(start, end)


# --- what holds values


def _alias(kind: type, arguments: Any) -> Any:
    return GenericAlias(kind, arguments)


def _tuple_reader(made: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    from cattrs import IterableValidationError, IterableValidationNote

    def read(value: Any, kind: Any) -> tuple[Any, ...]:
        _expect(value, list, "a list")
        kinds = get_args(kind)
        if has_any_length(kind):
            return tuple(made.structure(value, _alias(list, kinds[0])))
        if len(value) != len(kinds):
            raise FaultError(f"expected {len(kinds)} items, found {len(value)}")
        return tuple(read_item(value, place, kinds[place]) for place in range(len(kinds)))

    def read_item(value: list[Any], place: int, kind: Any) -> Any:
        try:
            return made.structure(value[place], kind)
        except Exception as error:
            # As cattrs does it for lists: the note says where in the document it is.
            error.add_note(IterableValidationNote(f"item {place}", place, kind))
            raise IterableValidationError("a wrong item", [error], tuple) from None

    return read


def _mapping_reader(made: Converter) -> Callable[[Any, Any], dict[Any, Any]]:
    def read(value: Any, kind: Any) -> dict[Any, Any]:
        _expect(value, dict, "an object")
        found: dict[Any, Any] = made.structure(value, _alias(dict, get_args(kind)))
        return found

    return read


#: What JSON has words for as it is.
_PLAIN = frozenset({str, int, float, bool, type(None)})


def _writer(made: Converter) -> Callable[[Any], Any]:
    def write(value: Any) -> Any:
        # Most values are one of these; the converter would look each of them up.
        kind = value.__class__
        if kind in _PLAIN:
            return value
        return list(value) if kind is Span else made.unstructure(value)

    return write


def _class_writer(write: Callable[[Any], Any]) -> Callable[[Any], dict[str, Any]]:
    def write_fields(value: Any) -> dict[str, Any]:
        tag, names, extra_keys = _keys(value.__class__)
        source = _shared.get().source
        extras = {extra.name: write(extra.read(value, source)) for extra in extra_keys}
        fields = {name: write(getattr(value, name)) for name in names}
        # Lists come last: people read the beginning of an object.
        first = {name: told for name, told in extras.items() if told.__class__ is not list}
        return {**tag, **first, **fields, **extras}

    return write_fields


@cache
def _keys(cls: Any) -> tuple[dict[str, str], tuple[str, ...], tuple[Extra, ...]]:
    """The tag of a class that is written, its fields, and what is told beside them."""
    is_node = issubclass(cls, Node)
    if is_node and cls not in node_classes().values():
        raise UsageError(f"{cls.__name__} is no class of gikparse.nodes, and no JSON can have it")
    return {TAG: cls.__name__} if is_node else {}, tuple(fields_of(cls)), extras_of(cls)


def _class_reader(made: Converter) -> Callable[[Any, type], Any]:
    from cattrs.gen import make_dict_structure_fn, override

    @cache
    def generated(cls: Any) -> Callable[[Mapping[str, Any], Any], Any]:
        as_it_is = override(struct_hook=lambda value, _: value)
        return make_dict_structure_fn(cls, made, source=as_it_is, catalogue=as_it_is)

    def read(value: Any, declared: Any) -> Any:
        if not isinstance(value, Mapping):
            raise FaultError(f"expected an object, found {kind_of(value)}")
        is_node = issubclass(declared, Node)
        cls = _tagged_class(value, declared) if is_node else declared
        _check_keys(value, cls)
        fields = {name: value[name] for name in fields_of(cls)}
        if is_node:
            fields["source"] = _shared.get().source
        if cls is Report:
            fields["catalogue"] = _shared.get().catalogue
        made_of = generated(cls)(fields, cls)
        if cls in (Paragraph, Report):
            return attrs.evolve(made_of, finder=_shared.get().finder)
        return made_of

    return read


def _tagged_class(value: Mapping[str, Any], declared: Any) -> Any:
    if TAG not in value:
        raise FaultError("missing", below=f".{TAG}")
    tag, known = value[TAG], node_classes(declared)
    if not isinstance(tag, str) or tag not in known:
        raise FaultError(f"{tag!r} is not one of {', '.join(known)}", below=f".{TAG}")
    return known[tag]


def _check_keys(value: Mapping[str, Any], cls: Any) -> None:
    fields, known = fields_of(cls), keys_of(cls)
    for key in fields:
        if key not in value:
            raise FaultError("missing", below=f".{key}")
    for key in value:
        if key not in known:
            raise FaultError(f"{cls.__name__} has no such key", below=f".{key}")
