"""The table of the numbering schemes, from their grammar."""

from __future__ import annotations

from collections.abc import Iterator

from gikparse.numbering import NumberingScheme
from pages.grammars import definitions


def pages() -> Iterator[tuple[str, str]]:
    """The fragment: each scheme with what the grammar says above its rule."""
    about = {rule.name: rule.about.replace("\n", " ") for rule in definitions("numbering")}
    rows = ["| level | scheme | written |", "| --- | --- | --- |"]
    rows += [f"| {s.level} | `{s.name}` | {about[s.value]} |" for s in NumberingScheme]
    yield "generated/numbering.md", "\n".join([*rows, ""])
