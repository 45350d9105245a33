"""Joins the lines of a Chinese paragraph without the blank that a browser makes of a line end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_CHINESE = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”]"
_BREAK = re.compile(rf"(?<={_CHINESE})\n(?={_CHINESE})")


def _join(_app: Sphinx, document: nodes.document) -> None:
    for text in list(document.findall(nodes.Text)):
        if isinstance(text.parent, nodes.literal_block | nodes.raw):
            continue
        joined = _BREAK.sub("", text)
        if joined != text:
            text.parent.replace(text, nodes.Text(joined))


def setup(app: Sphinx) -> dict[str, Any]:
    """Have Sphinx join the lines of every page that it has read."""
    app.connect("doctree-read", _join)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
