"""The linter: what is wrong with a report, one rule a file, in families.

A rule reads a report and changes nothing. A rule that cannot tell says nothing. A family
holds the rules whose codes begin with one digit. What reading a report met is handed on by rules
of its own, so that every code has a page in the same place.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from gikparse.checks import arithmetic, source, structure, tables, text, years
from gikparse.checks.met import all_met
from gikparse.checks.rule import Cause, Rule
from gikparse.checks.selection import read_prefixes
from gikparse.diagnostics import Diagnostic
from gikparse.errors import UsageError
from gikparse.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["RULES", "Cause", "Rule", "check"]

#: The rules of gikparse, in the order of their codes.
RULES: tuple[Rule, ...] = (
    *source.RULES,
    *structure.RULES,
    *tables.RULES,
    *arithmetic.RULES,
    *text.RULES,
    *years.RULES,
)


def check(
    report: Report,
    *,
    select: str | Iterable[str] | None = None,
    ignore: str | Iterable[str] | None = None,
    previous: Report | None = None,
    today: date | None = None,
    rules: Iterable[Rule] | None = None,
) -> tuple[Diagnostic, ...]:
    r"""What parsing met in a report and what the rules of the linter find in it.

    Args:
        report: The report.
        select: The codes to report, or their beginnings, such as `"GIK1"`; all by default.
        ignore: The codes to leave out, likewise; it wins over `select`.
        previous: The report of the same agency for the year before, to compare with.
        today: The day of the check, for rules about what lies in the future. Rules that
            lack what they need do not run, so that no finding depends on the clock.
        rules: The rules to run instead of `gikparse.checks.RULES`. To add one of your
            own to those, give both: `[*RULES, mine]`. What parsing met comes with any.

    Returns:
        The diagnostics in document order, each once.

    Raises:
        UsageError: An argument is of the wrong type, two rules share a code, or
            `select` or `ignore` names a code that nothing has.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n(一)主动公开。\n(二)平台建设。\n(二)监督保障。")
        >>> [(d.code, d.name, report.source.text[d.span]) for d in gikparse.check(report)]
        [('GIK101', 'duplicate-ordinal', '(二)')]
        >>> gikparse.check(report, ignore="GIK1")
        ()
    """
    if not isinstance(report, Report):
        raise UsageError(f"check takes a Report, not {type(report).__name__}")
    if previous is not None and not isinstance(previous, Report):
        raise UsageError(f"previous: must be a Report, not {type(previous).__name__}")
    if today is not None and not isinstance(today, date):
        raise UsageError(f"today: must be a date, not {type(today).__name__}")
    chosen = RULES if rules is None else _checked(rules)
    selected = ignored = None
    if select is not None or ignore is not None:
        names = {d.code: d.name for d in report.diagnostics}
        names |= {rule.kind.code: rule.kind.name for rule in (*RULES, *chosen)}
        selected = read_prefixes(select, "select", names)
        ignored = read_prefixes(ignore, "ignore", names)

    def is_wanted(code: str) -> bool:
        if ignored is not None and code.startswith(ignored):
            return False
        return selected is None or code.startswith(selected)

    found = [d for d in all_met(report) if is_wanted(d.code)]
    for rule in chosen:
        if not rule.met and is_wanted(rule.kind.code):
            found.extend(rule.apply(report, previous=previous, today=today))
    return tuple(sorted(dict.fromkeys(found), key=lambda d: (d.span, d.code)))


def _checked(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The caller's rules, if that is what they are."""
    chosen = tuple(rules)
    for rule in chosen:
        if not isinstance(rule, Rule):
            raise UsageError(f"rules: {rule!r} is no gikparse.checks.Rule")
    code, count = (
        Counter(rule.kind.code for rule in chosen).most_common(1)[0] if chosen else ("", 0)
    )
    if count > 1:
        raise UsageError(f"rules: {count} rules have the code {code}")
    return chosen
