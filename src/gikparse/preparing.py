"""Make of every grammar, data file and dictionary what processes read at their start: the last step of a build.

`python -m gikparse.preparing` does it in a checkout.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gikparse.data.files import parse_toml, toml_names, toml_text
from gikparse.dictionaries import dictionaries
from gikparse.grammar import grammar_names, grammar_text
from gikparse.grammar.making import make
from gikparse.prepared import PREPARED_FOLDER, record
from gikparse.tw2s import make_rules


def prepare(folder: Path = PREPARED_FOLDER) -> None:
    """Write the files that `gikparse.prepared` reads, and remove those of sources that are gone.

    Args:
        folder: Where to.
    """
    for old in folder.glob("*.json"):
        old.unlink()
    for name, text, made in _sources():
        try:
            content = record(text, made)
        except TypeError:  # a day, which JSON has no word for: read from its source
            continue
        (folder / f"{name}.json").write_text(content, "utf-8")


def _sources() -> Iterator[tuple[str, str, Any]]:
    """Every source: its name, its text and what is made of it."""
    for name in toml_names():
        text = toml_text(name)
        yield f"data.{name.replace('/', '.')}", text, parse_toml(text)
    yield "tw2s", dictionaries(), make_rules(dictionaries())
    for name in grammar_names():
        text = grammar_text(name)
        yield f"grammars.{name}", text, make(name, text)


if __name__ == "__main__":
    prepare()
