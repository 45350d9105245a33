"""Pieces: what the stages before the report grammar hand on, in offsets of the reading view."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class PieceKind(Enum):
    """The kinds of pieces."""

    HEADING = "HEADING"
    PARAGRAPH = "PARAGRAPH"
    TABLE = "TABLE"
    BARE_TABLE = "BARE_TABLE"
    METADATA = "METADATA"
    FURNITURE = "FURNITURE"
    CONTENTS = "CONTENTS"
    TITLE = "TITLE"
    BYLINE = "BYLINE"
    RUBRIC = "RUBRIC"
    ATTACHMENT = "ATTACHMENT"
    UNKNOWN = "UNKNOWN"


class FieldPiece(NamedTuple):
    """A metadata field: what its label means, where label and value lie."""

    name: str | None
    label_start: int
    label_end: int
    value_start: int
    value_end: int


class Piece(NamedTuple):
    """A heading or block of the report, as the stages before the grammar see it."""

    kind: PieceKind
    start: int
    end: int
    fields: tuple[FieldPiece, ...] = ()
