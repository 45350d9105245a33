"""Which diagnostics a caller asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.data.integrity import did_you_mean
from gikparse.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def read_prefixes(
    given: str | Iterable[str] | None, option: str, names: Mapping[str, str]
) -> tuple[str, ...] | None:
    """The codes and prefixes that a caller gave, each of which fits a known code.

    Args:
        given: One of them or several; None for none given.
        option: What messages call the argument.
        names: The known codes, each with its name.

    Returns:
        A tuple for `str.startswith`, or None where nothing was given.

    Raises:
        UsageError: One of them fits no code; the message names what is near.

    Example:
        >>> read_prefixes("GIK1", "select", {"GIK101": "duplicate-ordinal"})
        ('GIK1',)
    """
    if given is None:
        return None
    prefixes = (given,) if isinstance(given, str) else tuple(given)
    for prefix in prefixes:
        if not isinstance(prefix, str):
            raise UsageError(f"{option}: a code is a str, not {type(prefix).__name__}")
        if not prefix or not any(code.startswith(prefix) for code in names):
            raise UsageError(
                f"{option}: no diagnostic has the code {prefix!r}{_hint(prefix, names)}"
            )
    return prefixes


def _hint(prefix: str, names: Mapping[str, str]) -> str:
    """What the caller may have meant: a name instead of a code, or a code misspelt."""
    for code, name in names.items():
        if prefix.lower() in (name, code.lower()):
            return f"; did you mean {code}?"
    return did_you_mean(prefix.upper(), names)
