"""Blocks: what stands in a section, and before and after the sections."""

from __future__ import annotations

from typing import ClassVar

import attrs

from gikparse.nodes.base import Node
from gikparse.nodes.quantities import Quantity, QuantityFinder
from gikparse.source import Span


@attrs.frozen(kw_only=True, eq=False)
class Block(Node):
    """A block of text: the parent class of everything that a section's `blocks` hold."""


@attrs.frozen(kw_only=True, eq=False)
class Paragraph(Block):
    r"""A paragraph of prose.

    Example:
        >>> from gikparse import Paragraph, parse
        >>> paragraph = parse("一、概述\n全年公开12条，其中规章1条。").find(Paragraph)
        >>> [quantity.text for quantity in paragraph.quantities]
        ['12条', '1条']
    """

    RULE: ClassVar[str] = "PARAGRAPH"

    #: Of its report; None for a paragraph that was made by hand.
    _finder: QuantityFinder | None = attrs.field(default=None, repr=False, eq=False)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities that it states, in document order; found when they are asked for."""
        return () if self._finder is None else self._finder.within(self.span)


@attrs.frozen(kw_only=True, eq=False)
class Furniture(Block):
    """What belongs to the page and not to the report: breadcrumbs, buttons, page marks."""

    RULE: ClassVar[str] = "FURNITURE"


@attrs.frozen(kw_only=True, eq=False)
class Contents(Block):
    """A list of the headings before the report itself; its entries start no section."""

    RULE: ClassVar[str] = "CONTENTS"


@attrs.frozen(kw_only=True, eq=False)
class Title(Block):
    """The title of the report as it stands in the text, over one line or more."""

    RULE: ClassVar[str] = "TITLE"


@attrs.frozen(kw_only=True, eq=False)
class Byline(Block):
    """A line that names the agency or the date, under the title or at the end."""

    RULE: ClassVar[str] = "BYLINE"


@attrs.frozen(kw_only=True, eq=False)
class Rubric(Block):
    """A heading without a marker, such as 引言 or 专有名词解释; it starts no section."""

    RULE: ClassVar[str] = "RUBRIC"


@attrs.frozen(kw_only=True, eq=False)
class Attachment(Block):
    """The mention of an attachment on a line of its own: 附件1：… or 附:….doc."""

    RULE: ClassVar[str] = "ATTACHMENT"


@attrs.frozen(kw_only=True, eq=False)
class Unknown(Block):
    """Text that could not be read; a diagnostic says why."""

    RULE: ClassVar[str] = "UNKNOWN"


@attrs.frozen(kw_only=True, eq=False)
class Field(Node):
    """One field of a metadata block: a label and its value.

    Attributes:
        name: What the label means, in English (`publisher`, `published`, …); None
            for a label that the data does not know.
        label_span: The label as written, without the colon or bar after it.
        value_span: The value as written; empty where the page leaves it blank.
    """

    name: str | None
    label_span: Span
    value_span: Span

    @property
    def label(self) -> str:
        """The label as written."""
        return self.source.text[self.label_span]

    @property
    def value(self) -> str:
        """The value as written, "" where the page leaves it blank."""
        return self.source.text[self.value_span]


@attrs.frozen(kw_only=True, eq=False)
class Metadata(Block):
    """A block of page metadata: 索引号, 发布机构, 公开日期 and the like."""

    RULE: ClassVar[str] = "METADATA"

    fields: tuple[Field, ...]

    @property
    def children(self) -> tuple[Node, ...]:
        """The fields, in document order."""
        return self.fields
