"""A report as JSON-safe data, and back without a loss.

`gikparse.json_schema` describes the documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from enum import Enum, IntEnum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

import attrs

import gikparse
from gikparse.errors import SchemaError
from gikparse.formats.shape import SCHEMA_VERSION, TAG, extras_of, fields_of, node_classes
from gikparse.nodes import Node
from gikparse.report import Report
from gikparse.source import Source, SourceText, Span

if TYPE_CHECKING:
    from cattrs import Converter

#: The source of the report that is being written or read. The hooks below share one
#: converter, and only this tells them which report they are working on.
_source: ContextVar[Source] = ContextVar("_source")


class _Fault(ValueError):
    """What is wrong with a value, and where in it."""

    def __init__(self, message: str, *, below: str = "") -> None:
        super().__init__(message)
        self.below = below


def to_dict(report: Report) -> dict[str, Any]:
    """A report as data that `json.dumps` takes as it is.

    Args:
        report: The report. Its source text is part of the data.

    Returns:
        Dictionaries, lists, strings, integers and None. Spans are `[start, end]` in
        code points, days are ISO 8601, every node names its class in `type`.

    Example:
        >>> import gikparse
        >>> data = to_dict(gikparse.parse("一、总体情况\\n（一）主动公开。全年公开12条。"))
        >>> data["schema"], data["sections"][0]["heading"]["title"]
        (1, '总体情况')
        >>> data["sections"][0]["sections"][0]["blocks"][0]["text"]
        '全年公开12条。'
    """
    with _working_on(report.source):
        return {"schema": SCHEMA_VERSION, **_converter().unstructure(report)}


def from_dict(data: Mapping[str, Any]) -> Report:
    """The report that `Report.to_dict` wrote.

    Args:
        data: What `to_dict` returned, also after a way through JSON. What the schema
            marks as `readOnly` is not read and may be missing.

    Returns:
        A report equal to the one that was written.

    Raises:
        SchemaError: The data is not what `to_dict` writes. The message names the
            place as a JSON path, and what is wrong there.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\\n全年公开12条。")
        >>> from_dict(report.to_dict()) == report
        True
        >>> from_dict({"schema": 2})
        Traceback (most recent call last):
        ...
        gikparse.errors.SchemaError: $.schema: this is version 2 of the format, and gikparse ... reads version 1
    """
    _check_version(data)
    document = {key: value for key, value in data.items() if key != "schema"}
    if "source" not in document:
        raise SchemaError("$.source: missing")
    with _working_on(_read(document["source"], Source, "$.source")):
        return _read(document, Report, "$")


@contextmanager
def _working_on(source: Source) -> Iterator[None]:
    token = _source.set(source)
    try:
        yield
    finally:
        _source.reset(token)


def _check_version(data: object) -> None:
    if not isinstance(data, Mapping):
        raise SchemaError(f"$: expected an object, found {_kind_of(data)}")
    if "schema" not in data:
        raise SchemaError("$.schema: the version of the format is missing")
    version = data["schema"]
    if type(version) is not int or version != SCHEMA_VERSION:
        raise SchemaError(
            f"$.schema: this is version {version!r} of the format, and "
            f"gikparse {gikparse.__version__} reads version {SCHEMA_VERSION}"
        )


def _read(value: object, cls: type[Any], path: str) -> Any:
    try:
        return _converter().structure(value, cls)
    except Exception as error:
        try:
            faults = list(_faults(error, path))
        except RecursionError:
            faults = [f"{path}: nested too deeply for a report"]
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        raise SchemaError(faults[0] + more) from None


def _faults(error: BaseException, path: str) -> Iterator[str]:
    """What cattrs collected, each fault with its place in the document."""
    from cattrs import ClassValidationError, IterableValidationError

    if isinstance(error, ClassValidationError):
        for inner, field in error.group_exceptions()[0]:
            yield from _faults(inner, f"{path}.{field.name}")
    elif isinstance(error, IterableValidationError):
        for inner, item in error.group_exceptions()[0]:
            below = f".{item.index}" if isinstance(item.index, str) else f"[{item.index}]"
            yield from _faults(inner, path + below)
    elif isinstance(error, _Fault):
        yield f"{path}{error.below}: {error}"
    else:
        raise error  # no fault of the document, but of this module


@cache
def _converter() -> Converter:
    """The converter that writes and reads reports; hooks registered later come first."""
    from cattrs import Converter

    converter = Converter()
    converter.register_unstructure_hook_func(_is_enum, enum_value)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(SourceText, str)
    converter.register_unstructure_hook(tuple, lambda items: [*map(converter.unstructure, items)])
    converter.register_unstructure_hook(Span, list)
    converter.register_unstructure_hook_func(attrs.has, _class_writer(converter))

    converter.register_structure_hook_func(_is_enum, _read_enum)
    converter.register_structure_hook(int, _read_int)
    converter.register_structure_hook(str, _read_str)
    converter.register_structure_hook(SourceText, _read_str)
    converter.register_structure_hook(date, _read_date)
    converter.register_structure_hook_func(_is_tuple, _tuple_reader(converter))
    converter.register_structure_hook_func(_is_mapping, _mapping_reader(converter))
    converter.register_structure_hook(Span, _read_span)
    converter.register_structure_hook_func(attrs.has, _class_reader(converter))
    return converter


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) is Mapping


# --- values


def enum_value(member: Enum) -> Any:
    """What stands in JSON for a member: its value, or the name of one that only ranks."""
    return member.name.lower() if isinstance(member, IntEnum) else member.value


def _kind_of(value: object) -> str:
    """What JSON calls a value."""
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "a boolean"}
    return "null" if value is None else kinds.get(type(value), "a number")


def _expect(value: object, kind: type, name: str) -> None:
    # Not isinstance(): a boolean is no number here.
    if type(value) is not kind:
        raise _Fault(f"expected {name}, found {_kind_of(value)}")


def _read_int(value: Any, _: type) -> int:
    _expect(value, int, "an integer")
    return int(value)


def _read_str(value: Any, _: type) -> str:
    _expect(value, str, "a string")
    return str(value)


def _read_enum(value: Any, kind: type[Enum]) -> Enum:
    _expect(value, str, "a string")
    members = {enum_value(member): member for member in kind}
    if value not in members:
        raise _Fault(f"{value!r} is not one of {', '.join(members)}")
    return members[value]


def _read_date(value: Any, _: type) -> date:
    _expect(value, str, "a string")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    # fromisoformat takes 20240131 and 2024-W05-3 as well.
    if day is None or day.isoformat() != value:
        raise _Fault(f"{value!r} is not a day written YYYY-MM-DD")
    return day


def _read_span(value: Any, _: type) -> Span:
    _expect(value, list, "a list of two integers")
    if len(value) != 2 or any(type(offset) is not int for offset in value):
        raise _Fault(f"expected a list of two integers, found {value!r}")
    start, end = value
    length = len(_source.get().text)
    if not 0 <= start <= end <= length:
        raise _Fault(f"[{start}, {end}] is no span of a text of {length} code points")
    return Span(start, end)


# --- what holds values


def _tuple_reader(converter: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    def read(value: Any, kind: Any) -> tuple[Any, ...]:
        _expect(value, list, "a list")
        first, *others = get_args(kind)
        if others != [...] and len(value) != 1 + len(others):
            raise _Fault(f"expected {1 + len(others)} items, found {len(value)}")
        return tuple(converter.structure(value, list[first]))

    return read


def _mapping_reader(converter: Converter) -> Callable[[Any, Any], dict[Any, Any]]:
    def read(value: Any, kind: Any) -> dict[Any, Any]:
        _expect(value, dict, "an object")
        key, item = get_args(kind)
        return converter.structure(value, dict[key, item])

    return read


def _class_writer(converter: Converter) -> Callable[[Any], dict[str, Any]]:
    def write(value: Any) -> dict[str, Any]:
        cls = type(value)
        source = _source.get()
        tag = {TAG: cls.__name__} if isinstance(value, Node) else {}
        extras = {e.name: converter.unstructure(e.read(value, source)) for e in extras_of(cls)}
        fields = {name: converter.unstructure(getattr(value, name)) for name in fields_of(cls)}
        return {**tag, **extras, **fields}

    return write


def _class_reader(converter: Converter) -> Callable[[Any, type], Any]:
    from cattrs.gen import make_dict_structure_fn, override

    @cache
    def generated(cls: type) -> Callable[[Mapping[str, Any], Any], Any]:
        as_it_is = override(struct_hook=lambda value, _: value)
        return make_dict_structure_fn(cls, converter, source=as_it_is)

    def read(value: Any, declared: type) -> Any:
        cls = _class_of(value, declared)
        fields = {name: value[name] for name in fields_of(cls)}
        if issubclass(cls, Node):
            fields["source"] = _source.get()
        return generated(cls)(fields, cls)

    return read


def _class_of(value: Any, declared: type) -> type:
    """The class that an object stands for, after a look at its keys."""
    if not isinstance(value, Mapping):
        raise _Fault(f"expected an object, found {_kind_of(value)}")
    cls, tag = declared, set[str]()
    if issubclass(declared, Node):
        cls, tag = _tagged_class(value, declared), {TAG}
    needed = {*fields_of(cls), *tag}
    for key in (*fields_of(cls), *value):
        if key not in value:
            raise _Fault("missing", below=f".{key}")
        if key not in needed and key not in (extra.name for extra in extras_of(cls)):
            raise _Fault(f"{cls.__name__} has no such key", below=f".{key}")
    return cls


def _tagged_class(value: Mapping[str, Any], declared: type[Node]) -> type[Node]:
    if TAG not in value:
        raise _Fault("missing", below=f".{TAG}")
    tag, known = value[TAG], node_classes(declared)
    if not isinstance(tag, str) or tag not in known:
        raise _Fault(f"{tag!r} is not one of {', '.join(known)}", below=f".{TAG}")
    return known[tag]
