"""Sets of classes of words, as bits: they are joined and compared for every word of a report."""

from __future__ import annotations

from threading import Lock

_BITS: dict[str, int] = {}
_LOCK = Lock()


def classes(*names: str) -> int:
    """The set of some classes: a number in which each class has its bit.

    Example:
        >>> request, both = classes("request"), classes("request", "receive")
        >>> both & request == request, both & classes("fee")
        (True, 0)
    """
    found = 0
    with _LOCK:
        for name in names:
            found |= _BITS.setdefault(name, 1 << len(_BITS))
    return found


def names_in(found: int) -> set[str]:
    """The names of the classes in a set.

    Example:
        >>> sorted(names_in(classes("request", "receive")))
        ['receive', 'request']
    """
    return {name for name, bit in _BITS.items() if found & bit}
