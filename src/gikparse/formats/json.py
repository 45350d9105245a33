"""A report as JSON-safe data, and back without a loss.

`gikparse.json_schema` describes the documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import gikparse
from gikparse.data.catalogue import default_catalogue
from gikparse.errors import SchemaError
from gikparse.formats.converting import FaultError, converter, working_on
from gikparse.formats.shape import SCHEMA_VERSION, kind_of
from gikparse.report import Report
from gikparse.source import Source

if TYPE_CHECKING:
    from cattrs import AttributeValidationNote, IterableValidationNote

    from gikparse.data.catalogue import Catalogue


def to_dict(report: Report) -> dict[str, Any]:
    r"""A report as data that `json.dumps` takes as it is.

    Args:
        report: The report. Its source text is part of the data.

    Returns:
        Dictionaries, lists, strings, integers and None. Spans are `[start, end]` in
        code points, days are ISO 8601, every node names its class in `type`.

    Example:
        >>> import gikparse
        >>> data = to_dict(gikparse.parse("一、总体情况\n（一）主动公开。全年公开12条。"))
        >>> data["schema"], data["sections"][0]["heading"]["title"]
        (1, '总体情况')
        >>> data["sections"][0]["sections"][0]["blocks"][0]["text"]
        '全年公开12条。'
    """
    with working_on(report.source):
        return {"schema": SCHEMA_VERSION, **converter().unstructure(report)}


def from_dict(data: Mapping[str, Any], *, catalogue: Catalogue | None = None) -> Report:
    r"""The report that `Report.to_dict` wrote.

    Args:
        data: What `to_dict` returned, also after a way through JSON. What the schema
            marks as `readOnly` is not read and may be missing.
        catalogue: The one that the report was parsed with; None for `gikparse.catalogue`.

    Returns:
        A report equal to the one that was written.

    Raises:
        SchemaError: The data is not what `to_dict` writes. The message names the
            place as a JSON path, and what is wrong there.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n全年公开12条。")
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
    source = _read(document["source"], Source, "$.source")
    with working_on(source, catalogue or default_catalogue()):
        report: Report = _read(document, Report, "$")
    return report


def _check_version(data: object) -> None:
    if not isinstance(data, Mapping):
        raise SchemaError(f"$: expected an object, found {kind_of(data)}")
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
        return converter().structure(value, cls)
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

    if isinstance(error, FaultError):
        yield f"{path}{error.below}: {error}"
    elif isinstance(error, ClassValidationError | IterableValidationError):
        placed, others = error.group_exceptions()
        for inner, note in placed:
            yield from _faults(inner, path + _step(note))
        for inner in others:
            yield from _faults(inner, path)
    else:
        raise error  # no fault of the document, but of this module


def _step(note: IterableValidationNote | AttributeValidationNote) -> str:
    from cattrs import AttributeValidationNote

    key = note.name if isinstance(note, AttributeValidationNote) else note.index
    return f"[{key}]" if isinstance(key, int) else f".{key}"
