"""Sections and what holds them: the front, the numbered sections, the back."""

from __future__ import annotations

from typing import ClassVar

import attrs

from gikparse.nodes.base import Node
from gikparse.nodes.blocks import Block
from gikparse.numbering import NumberingScheme, ordinal
from gikparse.source import Span
from gikparse.topics import Topic


@attrs.frozen(kw_only=True, eq=False)
class Heading(Node):
    """A numbered heading.

    Attributes:
        scheme: How it is numbered.
        marker_span: The marker, which starts the heading.
        title_span: The title; empty where the marker opens a paragraph of prose.
        topic: What the title is about, where it says so.
        margin: How sure it is that this is a heading: by how much, in the weights of the
            outline, the best reading with it beats the best one without it.

    Example:
        >>> import gikparse
        >>> heading = gikparse.parse("（三）依申请公开。全年收到3件。").find(gikparse.Heading)
        >>> heading.marker, heading.ordinal, heading.title, heading.topic.name
        ('（三）', 3, '依申请公开', 'ON_REQUEST')
    """

    RULE: ClassVar[str] = "HEADING"

    scheme: NumberingScheme
    marker_span: Span
    title_span: Span
    topic: Topic | None = None
    margin: float = 0.0

    @property
    def marker(self) -> str:
        """The marker exactly as written, such as （一）."""
        return self.source.text[self.marker_span]

    @property
    def title(self) -> str:
        """The title exactly as written, "" where the marker opens a paragraph of prose."""
        return self.source.text[self.title_span]

    @property
    def ordinal(self) -> int | None:
        """The number of the marker, or None where it cannot be read."""
        return ordinal(self.marker)


@attrs.frozen(kw_only=True, eq=False)
class Section(Node):
    r"""A numbered section: its heading, its own blocks, and the sections below it.

    Example:
        >>> import gikparse
        >>> section = gikparse.parse("一、总体情况\n无。\n（一）主动公开\n12条。").sections[0]
        >>> section.title, section.level, [block.text for block in section.blocks]
        ('总体情况', 1, ['无。'])
        >>> [(below.title, below.topic.name) for below in section.sections]
        [('主动公开', 'PROACTIVE')]
    """

    RULE: ClassVar[str] = "section"

    heading: Heading
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def level(self) -> int:
        """The rank of the numbering scheme, 0 to 5; not the depth in the tree."""
        return self.heading.scheme.level

    @property
    def title(self) -> str:
        """The title of the heading."""
        return self.heading.title

    @property
    def topic(self) -> Topic | None:
        """What the section is about, where its title says so."""
        return self.heading.topic

    @property
    def children(self) -> tuple[Node, ...]:
        """The heading, the blocks and the sections below, in document order."""
        return (self.heading, *self.blocks, *self.sections)


@attrs.frozen(kw_only=True, eq=False)
class FrontMatter(Node):
    r"""What stands before the first section: furniture, metadata, title and preamble.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("某县民政局2023年政府信息公开工作年度报告\n一、总体情况\n无。")
        >>> [type(block).__name__ for block in report.front.blocks]
        ['Title']
    """

    RULE: ClassVar[str] = "front"

    blocks: tuple[Block, ...] = ()

    @property
    def children(self) -> tuple[Node, ...]:
        """The blocks, in document order."""
        return self.blocks


@attrs.frozen(kw_only=True, eq=False)
class BackMatter(Node):
    r"""What stands after the last section: signature, attachments, furniture.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n无。\n某县民政局\n2024年1月9日")
        >>> [block.text for block in report.back.blocks]
        ['某县民政局', '2024年1月9日']
    """

    RULE: ClassVar[str] = "back"

    blocks: tuple[Block, ...] = ()

    @property
    def children(self) -> tuple[Node, ...]:
        """The blocks, in document order."""
        return self.blocks
