"""The rules of a family: those of the modules in its folder."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gikparse.checks.rule import Rule


def rules_in(package: str, folders: Iterable[str]) -> tuple[Rule, ...]:
    """What the modules of a package call `RULE`, in the order of their codes.

    The file of a rule is all that says that there is the rule.

    Args:
        package: The `__name__` of the package.
        folders: Its `__path__`.

    Example:
        >>> from gikparse.checks import years
        >>> [rule.kind.name for rule in rules_in(years.__name__, years.__path__)][-1]
        'sudden-change'
    """
    modules = [import_module(f"{package}.{found.name}") for found in iter_modules(folders)]
    rules: list[Rule] = [module.RULE for module in modules if hasattr(module, "RULE")]
    return tuple(sorted(rules, key=lambda rule: rule.kind.code))
