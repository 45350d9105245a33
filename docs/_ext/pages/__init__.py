"""Writes the pages of the site that say what code and data say.

Each module of this package makes pages of one kind as text and knows nothing of Sphinx. They are
written before a build into folders that git passes over, so that no copy can be out of date.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pages import (
    commands,
    downloads,
    forms,
    glossary,
    grammars,
    numbering,
    pictures,
    rules,
    schema,
    tidy,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: Folders that hold written pages and nothing else.
FOLDERS = ("generated", "reference/rules", "reference/forms", "reference/grammars", "zh/rules")

_MAKERS = (commands, forms, glossary, grammars, numbering, pictures, rules, schema, tidy)


def all_pages() -> Iterator[tuple[str, str]]:
    """The path of each page below `docs`, with its text."""
    for maker in _MAKERS:
        yield from maker.pages()


def write(docs: Path) -> None:
    """Write the pages that are new or changed, and remove those that are no more."""
    contents = {name: text.encode("utf-8") for name, text in all_pages()}
    contents |= dict(downloads.files())
    for folder in FOLDERS:
        for path in (docs / folder).rglob("*.*"):
            if path.relative_to(docs).as_posix() not in contents:
                path.unlink()
    for name, content in contents.items():
        path = docs / name
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def setup(app: Sphinx) -> dict[str, Any]:
    """Have Sphinx write the pages before it looks for pages, and for the folders of its settings."""
    app.connect("config-inited", lambda built, _: write(Path(built.srcdir)))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
