"""Blocks: what stands in a section, and before and after the sections."""

from __future__ import annotations

from typing import ClassVar

import attrs

from gikparse.nodes.base import Node
from gikparse.nodes.quantities import Quantity, QuantityFinder
from gikparse.source import Span


@attrs.frozen(kw_only=True, eq=False)
class Block(Node):
    r"""A block of text: the parent class of everything that a section's `blocks` hold.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n全年公开12条。\n扫一扫在手机上查看当前页面")
        >>> [type(block).__name__ for block in report.find_all(gikparse.Block)]
        ['Paragraph', 'Furniture']
    """


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


# A kind of block without fields of its own needs nothing from attrs, which takes its time over a class.


class Furniture(Block):
    r"""What belongs to the page and not to the report: breadcrumbs, buttons, page marks.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("首页 > 政务公开 > 年报\n一、总体情况\n无。")
        >>> report.find(gikparse.Furniture).text
        '首页 > 政务公开 > 年报'
    """

    __slots__ = ()

    RULE: ClassVar[str] = "FURNITURE"


class Contents(Block):
    r"""A list of the headings before the report itself; its entries start no section.

    Example:
        >>> import gikparse
        >>> text = "目录\n一、总体情况\n二、主动公开\n三、存在问题\n一、总体情况\n好。\n二、主动公开\n有。\n三、存在问题\n无。"
        >>> gikparse.parse(text).find(gikparse.Contents).text.split("\n")
        ['一、总体情况', '二、主动公开', '三、存在问题']
    """

    __slots__ = ()

    RULE: ClassVar[str] = "CONTENTS"


class Title(Block):
    r"""The title of the report as it stands in the text, over one line or more.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("某县民政局\n2023年政府信息公开工作年度报告\n一、总体情况\n无。")
        >>> report.find(gikparse.Title).text
        '某县民政局\n2023年政府信息公开工作年度报告'
    """

    __slots__ = ()

    RULE: ClassVar[str] = "TITLE"


class Byline(Block):
    r"""A line that names the agency or the date, under the title or at the end.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n无。\n某县民政局\n2024年1月9日")
        >>> [byline.text for byline in report.find_all(gikparse.Byline)]
        ['某县民政局', '2024年1月9日']
    """

    __slots__ = ()

    RULE: ClassVar[str] = "BYLINE"


class Rubric(Block):
    r"""A heading without a marker, such as 引言 or 专有名词解释; it starts no section.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("引言\n本报告依据条例编制。\n一、总体情况\n无。")
        >>> report.find(gikparse.Rubric).text
        '引言'
    """

    __slots__ = ()

    RULE: ClassVar[str] = "RUBRIC"


class Attachment(Block):
    r"""The mention of an attachment on a line of its own: 附件1：… or 附:….doc.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n无。\n附件：政府信息公开情况统计表")
        >>> report.find(gikparse.Attachment).text
        '附件：政府信息公开情况统计表'
    """

    __slots__ = ()

    RULE: ClassVar[str] = "ATTACHMENT"


class Unknown(Block):
    r"""Text that could not be read; a diagnostic says why.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n�������")
        >>> report.find(gikparse.Unknown).text
        '�������'
    """

    __slots__ = ()

    RULE: ClassVar[str] = "UNKNOWN"


@attrs.frozen(kw_only=True, eq=False)
class Field(Node):
    r"""One field of a metadata block: a label and its value.

    Attributes:
        name: What the label means, in English (`publisher`, `published`, …); None
            for a label that the data does not know.
        label_span: The label as written, without the colon or bar after it.
        value_span: The value as written; empty where the page leaves it blank.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("索引号：A-12\n发布日期：2024-01-09\n一、总体情况\n无。")
        >>> [(field.name, field.label, field.value) for field in report.find_all(gikparse.Field)]
        [('index', '索引号', 'A-12'), ('published', '发布日期', '2024-01-09')]
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
    r"""A block of page metadata: 索引号, 发布机构, 公开日期 and the like.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("索引号：A-12\n发布日期：2024-01-09\n一、总体情况\n无。")
        >>> [field.label for block in report.find_all(gikparse.Metadata) for field in block.fields]
        ['索引号', '发布日期']
    """

    RULE: ClassVar[str] = "METADATA"

    fields: tuple[Field, ...]

    @property
    def children(self) -> tuple[Node, ...]:
        """The fields, in document order."""
        return self.fields
