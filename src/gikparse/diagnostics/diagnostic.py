"""The classes of diagnostics, below every stage that reports one."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum

import attrs

from gikparse.source import Source, Span


class Severity(IntEnum):
    """How much a diagnostic matters; severities compare.

    Example:
        >>> Severity.ERROR > Severity.WARNING
        True
    """

    #: Something was noticed; the reading is not in doubt.
    INFO = 1
    #: Something is likely wrong, or a part of the reading is uncertain.
    WARNING = 2
    #: Something is wrong, or could not be read.
    ERROR = 3


@attrs.frozen(kw_only=True)
class Related:
    r"""A second place that explains a diagnostic.

    Attributes:
        span: Where it is.
        message: What stands there, in English.
        chinese: The same in Chinese.
        value: The figure that stands there, as written; None where it is about none.
        source: The text that the span counts in, for a place in another report, such as
            that of the year before; None for a place in the report itself.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n好。\n二、主动公开\n有。\n二、存在问题\n无。")
        >>> [found] = gikparse.check(report, select="GIK101")
        >>> [(related.message, report.source.text[related.span]) for related in found.related]
        [('the number is used here first', '二、')]
    """

    span: Span
    message: str
    chinese: str
    value: int | Decimal | None = None
    source: Source | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class Diagnostic:
    r"""Something odd in a report.

    The wording of a message may change in any release; the code and the name stay.

    Attributes:
        code: `GIK` and three digits: 0xx source, 1xx structure, 2xx tables and
            values, 3xx arithmetic, 4xx text against table, 5xx across years.
        name: What is wrong, in kebab case.
        severity: How much it matters.
        span: Where it is.
        message: A sentence in English.
        chinese: The same sentence in Chinese.
        related: Other places that explain it.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n好。\n二、主动公开\n有。\n二、存在问题\n无。")
        >>> [found] = gikparse.check(report, select="GIK101")
        >>> found.name, found.severity.name, report.source.position(found.span.start)
        ('duplicate-ordinal', 'WARNING', Position(line=5, column=1))
        >>> found.chinese
        '序号“二、”重复：前面的同级标题已使用此序号'
    """

    code: str
    name: str
    severity: Severity
    span: Span
    message: str
    chinese: str
    related: tuple[Related, ...] = ()


@attrs.frozen(kw_only=True)
class Kind:
    """A kind of diagnostic: what all diagnostics with one code share.

    Attributes:
        code: The code.
        name: What is wrong, in kebab case.
        severity: How much it matters.
        message: The sentence in English, a template for `str.format`.
        chinese: The sentence in Chinese, likewise.

    Example:
        >>> kind = Kind(
        ...     code="MY001", name="too-long", severity=Severity.INFO,
        ...     message="{title} is too long", chinese="“{title}”过长",
        ... )
        >>> kind.at(Span(0, 4), title="总体情况").message
        '总体情况 is too long'
    """

    code: str
    name: str
    severity: Severity
    message: str
    chinese: str

    def at(self, span: Span, *, related: tuple[Related, ...] = (), **values: object) -> Diagnostic:
        """A diagnostic of this kind.

        Args:
            span: Where it is.
            related: Other places that explain it.
            values: What the templates name.
        """
        return Diagnostic(
            code=self.code,
            name=self.name,
            severity=self.severity,
            span=span,
            message=self.message.format(**values),
            chinese=self.chinese.format(**values),
            related=related,
        )
