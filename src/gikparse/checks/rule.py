"""What a rule of the linter is."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gikparse.diagnostics import Diagnostic, Kind
    from gikparse.report import Report


@attrs.frozen(kw_only=True)
class Rule:
    r"""A rule of the linter: a kind of diagnostic, and the function that finds it.

    A rule is data and registered nowhere: `gikparse.check` runs the rules that it is given.

    Attributes:
        kind: The code, name, severity and messages of what the rule finds.
        find: Yields what the rule finds in a report. Its docstring explains the rule.

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
        >>> [diagnostic.message for diagnostic in gikparse.check(report, rules=[*RULES, mine])]
        ['nothing stands under 一、']
    """

    kind: Kind
    find: Callable[[Report], Iterable[Diagnostic]]

    @property
    def explanation(self) -> str:
        """What the rule reports and why, in Markdown: the docstring of `find`, "" without one."""
        return inspect.getdoc(self.find) or ""
