"""Whether a text is HTML: what a tool made of a page is not."""

from __future__ import annotations

from gikparse.grammar import pattern

#: So many ends of elements make a page of what does not begin with a tag.
_FEWEST_CLOSINGS = 3


def is_html(text: str) -> bool:
    """Whether a text, or its beginning, is HTML.

    Example:
        >>> is_html("<p>一、总体情况"), is_html("《印发<条例>的通知》 <!--[if !supportLists]-->7、")
        (True, False)
    """
    if pattern("markup", "OPENING").match(text):
        return True
    if "</" not in text:
        return False
    closings = pattern("markup", "CLOSING").finditer(text)
    return (
        sum(1 for _, _ in zip(closings, range(_FEWEST_CLOSINGS), strict=False)) == _FEWEST_CLOSINGS
    )
