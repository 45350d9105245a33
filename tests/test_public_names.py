"""Every public name is on a page of the reference, and is used in an example that runs."""

import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import gikparse

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
#: What users import from. What else the reference describes is public, too.
PACKAGES = (
    "gikparse",
    "gikparse.arrow",
    "gikparse.checks",
    "gikparse.errors",
    "gikparse.indicators",
    "gikparse.nodes",
    "gikparse.panels",
    "gikparse.readers",
    "gikparse.testing",
    "gikparse.tidy",
)
#: What `__all__` lists beside things that are described: plain values.
VALUES = {"gikparse.__version__"}


def directives() -> Iterator[tuple[str, str]]:
    """What the pages of the reference let autodoc describe, each with its kind."""
    for page in sorted(REFERENCE.glob("*.md")):
        yield from re.findall(
            r"^\s*\.\. (?:auto|py:)(\w+):: ([\w.]+)", page.read_text("utf-8"), re.MULTILINE
        )


def named(path: str) -> Any:
    """What stands under a dotted name."""
    try:
        return importlib.import_module(path)
    except ModuleNotFoundError:
        home, _, name = path.rpartition(".")
        return getattr(named(home), name)


def contents(module: ModuleType) -> list[str]:
    """The names that autodoc describes of a module."""
    own = (name for name, thing in vars(module).items() if is_own(thing, module))
    return list(getattr(module, "__all__", None) or (n for n in own if not n.startswith("_")))


def is_own(thing: object, module: ModuleType) -> bool:
    return getattr(thing, "__module__", None) == module.__name__


EXPORTED = {
    f"{module}.{name}": getattr(importlib.import_module(module), name)
    for module in PACKAGES
    for name in contents(importlib.import_module(module))
}
DESCRIBED = {name: named(name) for _, name in directives()} | {
    f"{path}.{name}": getattr(named(path), name)
    for kind, path in directives()
    if kind == "module"
    for name in contents(named(path))
}
#: Each thing once, under the first of its names.
PUBLIC = {id(thing): (name, thing) for name, thing in reversed((EXPORTED | DESCRIBED).items())}
CLASSES = sorted((n, thing) for n, thing in PUBLIC.values() if inspect.isclass(thing))


def has_example(thing: object) -> bool:
    return ">>>" in (inspect.getdoc(thing) or "")


def test_the_names_are_found() -> None:
    names = {name for name, _ in PUBLIC.values()}
    assert {"gikparse.parse", "gikparse.arrow.schema", "gikparse.data.layout.TableSpec"} <= names
    assert "to_rows" in dict(members(gikparse.IndicatorSet))


def test_the_reference_describes_every_name() -> None:
    described = {id(thing) for thing in DESCRIBED.values()}
    missing = [name for name, thing in EXPORTED.items() if id(thing) not in described]
    assert sorted(set(missing) - VALUES) == []


def test_every_name_has_an_example() -> None:
    things = (found for found in PUBLIC.values() if callable(found[1]))
    assert sorted(name for name, thing in things if not has_example(thing)) == []


@pytest.mark.parametrize("name", ["arrow", "testing", "tidy"])
def test_every_module_that_users_import_has_an_example(name: str) -> None:
    assert has_example(importlib.import_module(f"gikparse.{name}"))


def members(kind: type) -> Iterator[tuple[str, object]]:
    """The methods and properties that a class brings; those of its parents are theirs."""
    for name, thing in vars(kind).items():
        inherited = any(hasattr(parent, name) for parent in kind.__mro__[1:])
        if not name.startswith("_") and not inherited:
            if isinstance(thing, property):
                yield name, thing.fget
            elif isinstance(thing, cached_property):
                yield name, thing.func
            elif isinstance(thing, classmethod | staticmethod):
                yield name, thing.__func__
            elif inspect.isfunction(thing):
                yield name, thing


@pytest.mark.parametrize(("name", "kind"), CLASSES, ids=[name for name, _ in CLASSES])
def test_every_member_is_used_in_an_example(name: str, kind: type) -> None:
    """In its own, or in that of its class."""
    lines = (line.lstrip() for line in (inspect.getdoc(kind) or "").splitlines())
    code = "\n".join(line for line in lines if line.startswith((">>>", "...")))
    without = [
        f"{name}.{member}"
        for member, thing in members(kind)
        if not has_example(thing) and not re.search(rf"\.{member}\b", code)
    ]
    assert without == []
