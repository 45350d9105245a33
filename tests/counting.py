"""`pytest --properties`: run the property tests alone, and tell how many inputs each has seen.

`HYPOTHESIS_PROFILE=fuzz HYPOTHESIS_EXAMPLES=1000 pytest --properties` is the long hunt. What
counts as inputs of an example are the different texts that were parsed for it; one where none
was. An input is rich if its report holds a table or a section inside another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import Any

import pytest

import gikparse.parser
from gikparse import Report, Section

_examples: Counter[str] = Counter()
_inputs: Counter[str] = Counter()
_rich: Counter[str] = Counter()
#: The texts that the running example has parsed, and whether they are rich.
_parsed: dict[str, bool] = {}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--properties", action="store_true", help="run and count property tests only")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--properties"):
        return
    properties = [item for item in items if hasattr(getattr(item, "obj", None), "hypothesis")]
    config.hook.pytest_deselected(items=[item for item in items if item not in properties])
    items[:] = properties
    handles = {}
    for item in properties:
        name = item.nodeid.partition("[")[0]
        handles[name] = item.obj.hypothesis  # type: ignore[attr-defined]
    for name, handle in handles.items():
        handle.inner_test = _counted(name, handle.inner_test)
    gikparse.parser.parse_source = _noting(gikparse.parser.parse_source)  # type: ignore[assignment]


def _counted(name: str, test: Callable[..., None]) -> Callable[..., None]:
    @wraps(test)
    def run(*arguments: Any, **named: Any) -> None:
        _parsed.clear()
        test(*arguments, **named)
        _examples[name] += 1
        _inputs[name] += len(_parsed) or 1
        _rich[name] += sum(_parsed.values())

    return run


def _noting(parse: Callable[..., Report]) -> Callable[..., Report]:
    @wraps(parse)
    def run(*arguments: Any, **named: Any) -> Report:
        report = parse(*arguments, **named)
        inner = any(section.sections for section in report.find_all(Section))
        _parsed[report.source.text] = inner or bool(report.tables)
        return report

    return run


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if config.getoption("--properties"):
        terminalreporter.section(
            "examples, inputs, and those with a table or two levels of headings"
        )
        totals = [counter.total() for counter in (_examples, _inputs, _rich)]
        rows = [(name, _examples[name], _inputs[name], _rich[name]) for name in sorted(_examples)]
        for name, examples, inputs, rich in [*rows, ("all properties", *totals)]:
            share = 100 * rich / (inputs or 1)
            terminalreporter.write_line(f"{examples:8} {inputs:8} {rich:8} {share:4.0f} %  {name}")
