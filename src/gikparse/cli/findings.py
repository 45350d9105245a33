"""Diagnostics on the screen."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report


def add_lang_to(parser: argparse.ArgumentParser) -> None:
    """Add the option `--lang`."""
    parser.add_argument(
        "--lang",
        choices=("zh", "en"),
        default="zh" if _is_chinese_locale() else "en",
        help="the language of diagnostics (default: that of the locale, now %(default)s)",
    )


def _is_chinese_locale() -> bool:
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, names), "").startswith("zh")


def print_findings(report: Report, found: Iterable[Diagnostic], *, lang: str) -> None:
    """Print diagnostics of a report, each with the text that it is about."""
    from gikparse.cli.excerpt import explain
    from gikparse.cli.width import columns

    limit = columns()
    for diagnostic in found:
        for line in explain(diagnostic, report.source, chinese=lang == "zh", limit=limit):
            print(line)


def count_findings(found: Iterable[Diagnostic]) -> str:
    """How many diagnostics of which severity there are, in the order of their first ones."""
    counts = Counter(diagnostic.severity.name.lower() for diagnostic in found)
    said = (
        f"{count} {name}{'s' * (count > 1 and name != 'info')}" for name, count in counts.items()
    )
    return ", ".join(said) or "no diagnostics"
