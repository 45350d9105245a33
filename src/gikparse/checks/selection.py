"""Which diagnostics a caller asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.data.integrity import did_you_mean
from gikparse.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


#: So many characters of a code are those of its family: GIK1.
_FAMILY = 4


def read_prefixes(
    given: str | Iterable[str] | None, option: str, names: Mapping[str, str]
) -> tuple[str, ...] | None:
    """The codes and prefixes that a caller gave, each of which fits a known code.

    Args:
        given: One of them or several, or the names of codes; None for none given.
        option: What messages call the argument.
        names: The known codes, each with its name.

    Returns:
        A tuple for `str.startswith`, or None where nothing was given.

    Raises:
        UsageError: One of them fits no code; the message names what is near.

    Example:
        >>> names = {"GIK101": "duplicate-ordinal", "GIK102": "skipped-ordinal"}
        >>> read_prefixes("GIK1", "select", names)
        ('GIK1',)
        >>> read_prefixes(["skipped-ordinal"], "ignore", names)
        ('GIK102',)
    """
    if given is None:
        return None
    codes = {name: code for code, name in names.items()}
    prefixes = []
    for prefix in (given,) if isinstance(given, str) else given:
        if not isinstance(prefix, str):
            raise UsageError(f"{option}: a code is a str, not {type(prefix).__name__}")
        code = codes.get(prefix, prefix)
        if not code or not any(known.startswith(code) for known in names):
            hint = _hint(prefix, names)
            raise UsageError(f"{option}: no diagnostic has the code or name {prefix!r}{hint}")
        prefixes.append(code)
    return tuple(prefixes)


def _hint(prefix: str, names: Mapping[str, str]) -> str:
    """What the caller may have meant: a code or a name misspelt."""
    if prefix.upper() in names:
        return f"; did you mean {prefix.upper()}?"
    family = [code for code in names if code[:_FAMILY] == prefix.upper()[:_FAMILY]]
    families = {code[:_FAMILY] for code in names if code[: _FAMILY - 1] == prefix[: _FAMILY - 1]}
    if families and not family:
        return f"; codes begin with {', '.join(sorted(families))}"
    known = names.values() if prefix.islower() else family or names
    return did_you_mean(prefix, known) or did_you_mean(prefix.upper(), names)
