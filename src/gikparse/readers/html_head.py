"""What a page says of itself in its head, where the report does not say it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gikparse.data.files import read_toml
from gikparse.folding import fold
from gikparse.grammar import pattern

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

    from gikparse.readers.body import Body

#: How much of a value is read, in characters.
_LONGEST = 200


@cache
def _labels() -> dict[str, str]:
    return dict(read_toml("pages")["meta"])


def read_meta(page: LexborHTMLParser, body: Body) -> list[str]:
    """Lines of metadata for what only the head of a page says: title, day and source.

    The names of the tags are those that 国办发〔2017〕47号 prescribes.
    """
    said: dict[str, str] = {}
    for tag in page.css("meta"):
        label = _labels().get((tag.attributes.get("name") or "").strip().lower())
        value = " ".join((tag.attributes.get("content") or "").split())[:_LONGEST]
        if label and value:
            said.setdefault(label, value)
    if not body.has_title and (title := _title(page)):
        said.setdefault(_labels()["articletitle"], title)
    text = "".join("".join(block.text.split()) for block in body.blocks)
    return [
        f"{label}：{said[label]}"
        for label in _labels().values()
        if label in said and "".join(said[label].split()) not in text
    ]


def _title(page: LexborHTMLParser) -> str:
    """The title of a report in the title of the page, which names the site as well."""
    node = page.css_first("title")
    title = " ".join((node.text() if node else "").split())[:_LONGEST]
    found = pattern("frame", "TITLE").search(fold(title))
    return title[found.start() : found.end()].strip() if found else ""
