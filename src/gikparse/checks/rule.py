"""What a rule of the linter is."""

from __future__ import annotations

import inspect
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from gikparse.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from gikparse.diagnostics import Diagnostic, Kind
    from gikparse.report import Report

#: What a rule can ask for beside the report.
_NEEDS = ("previous", "today")


class Cause(StrEnum):
    """Where what a rule finds comes from.

    Example:
        >>> from gikparse.checks import RULES
        >>> {rule.kind.name: rule.cause.value for rule in RULES}["ambiguous-cell"]
        'reading'
    """

    #: The source: what was written, or what a page or a program made of it.
    SOURCE = "source"
    #: The reading: what could not be read, or not for certain.
    READING = "reading"


def _are_known(_: object, __: object, needs: tuple[str, ...]) -> None:
    for need in needs:
        if need not in _NEEDS:
            raise UsageError(f"needs: {need!r} is none of {', '.join(_NEEDS)}")


@attrs.frozen(kw_only=True)
class Rule:
    r"""A rule of the linter: a kind of diagnostic, and the function that finds it.

    A rule is data and registered nowhere: `gikparse.check` runs the rules that it is given.

    Attributes:
        kind: The code, name, severity and messages of what the rule finds.
        find: Yields what the rule finds in a report. Its docstring explains the rule.
        needs: What `find` takes as keywords beside the report: `previous`, the report of the
            year before, and `today`. Where `gikparse.check` is not given one of them, the rule
            does not run.
        cause: Whether what it finds is a fault of the source or a limit of reading.
        met: Whether reading itself meets what the rule finds, so that `find` only hands it on.

    Example:
        >>> import gikparse
        >>> from gikparse.checks import RULES, Rule
        >>> kind = gikparse.Kind(
        ...     code="MY001",
        ...     name="bare-heading",
        ...     severity=gikparse.Severity.INFO,
        ...     message="nothing stands under {marker}",
        ...     chinese="“{marker}”之下没有内容",
        ... )
        >>> def find(report):
        ...     for section in report.find_all(gikparse.Section):
        ...         if len(section.children) == 1:
        ...             yield kind.at(section.heading.span, marker=section.heading.marker)
        >>> report = gikparse.parse("一、总体情况\n二、主动公开\n全年公开12条。")
        >>> mine = Rule(kind=kind, find=find)
        >>> found = gikparse.check(report, rules=[*RULES, mine], select="MY001")
        >>> [diagnostic.message for diagnostic in found]
        ['nothing stands under 一、']
        >>> [found.name for found in mine.apply(report)], mine.explanation  # `find` has no docstring
        (['bare-heading'], '')
    """

    kind: Kind
    find: Callable[..., Iterable[Diagnostic]]
    needs: tuple[str, ...] = attrs.field(default=(), validator=_are_known)
    cause: Cause = Cause.SOURCE
    met: bool = False

    def apply(
        self, report: Report, *, previous: Report | None = None, today: date | None = None
    ) -> Iterable[Diagnostic]:
        """What the rule finds in a report; nothing where it lacks what it needs.

        Args:
            report: The report.
            previous: The report of the year before.
            today: The day of the check.
        """
        if not self.needs:
            return self.find(report)
        given = {"previous": previous, "today": today}
        needed = {name: given[name] for name in self.needs}
        return () if None in needed.values() else self.find(report, **needed)

    @property
    def explanation(self) -> str:
        """What the rule reports and why, in Markdown: the docstring of `find`, "" without one."""
        return inspect.getdoc(self.find) or ""
