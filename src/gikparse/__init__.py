"""Parse China's government information-disclosure annual reports (政府信息公开工作年度报告).

`parse` turns the text of a report into a typed tree: sections with their
numbering, paragraphs, tables, and what the report says of itself, every node
with its exact place in the source.

The names below are loaded when they are first used, so that importing gikparse
costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0.dev0"

_HOMES = {
    "gikparse.checks": ("check",),
    "gikparse.diagnostics": ("Diagnostic", "Kind", "Related", "Severity"),
    "gikparse.errors": (
        "FindingsError",
        "GikparseError",
        "InstallationError",
        "SchemaError",
        "UsageError",
    ),
    "gikparse.formats.json": ("from_dict",),
    "gikparse.formats.schema": ("json_schema",),
    "gikparse.loading": ("load",),
    "gikparse.nodes": (
        "Attachment",
        "BackMatter",
        "Block",
        "Byline",
        "Cell",
        "Contents",
        "Field",
        "FrontMatter",
        "Furniture",
        "Heading",
        "Metadata",
        "Node",
        "Paragraph",
        "Row",
        "Rubric",
        "Section",
        "Table",
        "Title",
        "Unknown",
    ),
    "gikparse.numbering": ("NumberingScheme",),
    "gikparse.parser": ("parse",),
    "gikparse.report": ("Identity", "Report"),
    "gikparse.source": ("Position", "Source", "Span"),
    "gikparse.topics": ("Topic",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = sorted([*_HOME, "__version__"])


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'gikparse' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
