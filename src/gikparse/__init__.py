"""Parse China's government information-disclosure annual reports (政府信息公开工作年度报告).

`parse` turns the text of a report into a typed tree: sections with their
numbering, paragraphs, tables, and what the report says of itself, every node
with its exact place in the source. `load` does the same for a file, and
`Report.indicators` holds the figures of its statistics tables.

The names below are loaded when they are first used, so that importing gikparse
costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gikparse import arrow, tidy
    from gikparse.agencies import AgencyKey, agency_key
    from gikparse.checks import check
    from gikparse.checks.fingerprints import fingerprints
    from gikparse.corpus.document import Input
    from gikparse.corpus.many import Result, parse_many
    from gikparse.data.catalogue import Catalogue
    from gikparse.data.form import Form
    from gikparse.diagnostics import Diagnostic, Kind, Related, Severity
    from gikparse.errors import (
        FindingsError,
        GikparseError,
        InstallationError,
        SchemaError,
        UsageError,
    )
    from gikparse.formats.html import to_html
    from gikparse.formats.json import from_dict
    from gikparse.formats.schema import json_schema
    from gikparse.indicators import Indicator, IndicatorSet, Origin
    from gikparse.loading import load
    from gikparse.nodes import (
        Attachment,
        BackMatter,
        Block,
        Byline,
        Cell,
        Contents,
        Field,
        FrontMatter,
        Furniture,
        Heading,
        Metadata,
        Node,
        Paragraph,
        Row,
        Rubric,
        Section,
        Table,
        Title,
        Unknown,
    )
    from gikparse.numbering import NumberingScheme
    from gikparse.panels import Panel, panel
    from gikparse.parser import parse
    from gikparse.report import Identity, Report
    from gikparse.source import Position, Source, Span
    from gikparse.topics import Topic
    from gikparse.values import Semantic

    catalogue: Catalogue

__version__ = "0.1.0"

__all__ = [
    "AgencyKey",
    "Attachment",
    "BackMatter",
    "Block",
    "Byline",
    "Catalogue",
    "Cell",
    "Contents",
    "Diagnostic",
    "Field",
    "FindingsError",
    "Form",
    "FrontMatter",
    "Furniture",
    "GikparseError",
    "Heading",
    "Identity",
    "Indicator",
    "IndicatorSet",
    "Input",
    "InstallationError",
    "Kind",
    "Metadata",
    "Node",
    "NumberingScheme",
    "Origin",
    "Panel",
    "Paragraph",
    "Position",
    "Related",
    "Report",
    "Result",
    "Row",
    "Rubric",
    "SchemaError",
    "Section",
    "Semantic",
    "Severity",
    "Source",
    "Span",
    "Table",
    "Title",
    "Topic",
    "Unknown",
    "UsageError",
    "__version__",
    "agency_key",
    "arrow",
    "catalogue",
    "check",
    "fingerprints",
    "from_dict",
    "json_schema",
    "load",
    "panel",
    "parse",
    "parse_many",
    "tidy",
    "to_html",
]

# Where a name is not in the module that most names of its kind are in, it is listed.
_HOMES = {
    "AgencyKey": "agencies",
    "Catalogue": "data.catalogue",
    "Form": "data.form",
    "Identity": "report",
    "Indicator": "indicators",
    "IndicatorSet": "indicators",
    "Input": "corpus.document",
    "NumberingScheme": "numbering",
    "Origin": "indicators",
    "Panel": "panels",
    "Position": "source",
    "Report": "report",
    "Result": "corpus.many",
    "Semantic": "values",
    "Source": "source",
    "Span": "source",
    "Topic": "topics",
    "agency_key": "agencies",
    "check": "checks",
    "fingerprints": "checks.fingerprints",
    "from_dict": "formats.json",
    "to_html": "formats.html",
    "json_schema": "formats.schema",
    "load": "loading",
    "panel": "panels",
    "parse": "parser",
    "parse_many": "corpus.many",
    **dict.fromkeys(("Diagnostic", "Kind", "Related", "Severity"), "diagnostics"),
}

#: Rooms whose own names are the public ones: `gikparse.tidy.rows`.
_ROOMS = ("arrow", "tidy")


def __getattr__(name: str) -> object:
    if name == "catalogue":
        value = import_module("gikparse.data.catalogue").default_catalogue()
    elif name in _ROOMS:
        value = import_module(f"gikparse.{name}")
    elif name in __all__:
        home = _HOMES.get(name) or ("errors" if name.endswith("Error") else "nodes")
        value = getattr(import_module(f"gikparse.{home}"), name)
    else:
        raise AttributeError(f"module 'gikparse' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
