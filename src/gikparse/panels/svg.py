"""SVG, written by hand: a few elements, escaped, that read well to eyes and to screen readers."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

#: Told apart by most eyes, also by those that see fewer colours (Okabe and Ito, 2008).
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8c6d00")
INK, FAINT, GRID = "#222222", "#767676", "#dddddd"

_FONTS = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"


def tag(name: str, *content: str, **attributes: object) -> str:
    """An element; content is markup already, and `_` in the name of an attribute is `-`.

    Example:
        >>> tag("circle", tag("title", text("a < b")), r=2, fill_opacity=0.5)
        '<circle r="2" fill-opacity="0.5"><title>a &lt; b</title></circle>'
    """
    said = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_shown(value))}"
        for key, value in attributes.items()
    )
    return f"<{name}{said}>{''.join(content)}</{name}>" if content else f"<{name}{said}/>"


def text(content: object) -> str:
    """Text as markup."""
    return escape(str(content))


def words(content: object, x: float, y: float, **attributes: object) -> str:
    """Text at a place."""
    return tag("text", text(content), x=x, y=y, **attributes)


def document(width: float, height: float, title: str, about: str, content: Iterable[str]) -> str:
    """A whole picture.

    Args:
        width: In pixels.
        height: Likewise.
        title: What it is; screen readers say it.
        about: What it shows, in a sentence or two; likewise.
        content: The elements.
    """
    return tag(
        "svg",
        tag("title", text(title), id="title"),
        tag("desc", text(about), id="about"),
        tag("rect", width="100%", height="100%", fill="#ffffff"),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_shown(width)} {_shown(height)}",
        width=width,
        height=height,
        role="img",
        aria_labelledby="title about",
        font_family=_FONTS,
        font_size=12,
        fill=INK,
    )


def _shown(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
