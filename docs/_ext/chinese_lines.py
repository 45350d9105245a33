"""Joins the lines of a Chinese paragraph without the blank that a browser makes of a line end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”]")


def _join(_app: Sphinx, document: nodes.document) -> None:
    # MyST makes a node of its own of a line end.
    for text in [text for text in document.findall(nodes.Text) if text == "\n"]:
        around = text.parent.children
        place = next(i for i, node in enumerate(around) if node is text)
        before = around[place - 1].astext()[-1:] if place else ""
        after = around[place + 1].astext()[:1] if place + 1 < len(around) else ""
        if _CHINESE.match(before) and _CHINESE.match(after):
            del text.parent[place]


def setup(app: Sphinx) -> dict[str, Any]:
    """Have Sphinx join the lines of every page that it has read."""
    app.connect("doctree-read", _join)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
