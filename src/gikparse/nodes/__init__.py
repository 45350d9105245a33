"""The typed tree of a report: pure data that knows its place in the source.

The classes import no stage of the parser. Each class that a grammar rule builds
names the rule in `RULE`.
"""

from gikparse.nodes.base import Node
from gikparse.nodes.blocks import (
    Attachment,
    Block,
    Byline,
    Contents,
    Field,
    Furniture,
    Metadata,
    Paragraph,
    Rubric,
    Title,
    Unknown,
)
from gikparse.nodes.sections import BackMatter, FrontMatter, Heading, Section
from gikparse.nodes.tables import Cell, Row, Table

__all__ = [
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
]
