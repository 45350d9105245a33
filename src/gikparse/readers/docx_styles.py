"""Styles of Word documents, as far as they number paragraphs (ECMA-376 Part 1, 17.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element


@attrs.frozen(kw_only=True)
class Style:
    """A style of paragraphs.

    Attributes:
        parent: The style that it is based on.
        list_id: The list that its paragraphs belong to.
        depth: Their level in that list.
    """

    parent: str | None = None
    list_id: str | None = None
    depth: int | None = None


@attrs.frozen(kw_only=True)
class Styles:
    """The styles of a document.

    Attributes:
        styles: By their ids.
        default: The style of paragraphs that name none.
    """

    styles: Mapping[str, Style] = attrs.field(factory=dict)
    default: str | None = None

    @classmethod
    def read(cls, root: Element | None) -> Styles:
        """The styles in `styles.xml`; None for a document without it."""
        if root is None:
            return cls()
        found = [s for s in root.iter("w-style") if s.get("w-type", "paragraph") == "paragraph"]
        defaults = [s.get("w-styleId") for s in found if s.get("w-default") in ("1", "true", "on")]
        return cls(
            styles={s.get("w-styleId", ""): _read(s) for s in found},
            default=defaults[0] if defaults else None,
        )

    def of(self, properties: Element | None) -> str | None:
        """The style of a paragraph with these properties."""
        return (None if properties is None else _value(properties, "w-pStyle")) or self.default

    def list_of(self, style: str | None) -> str | None:
        """The list of a style or of the nearest one that it is based on."""
        return next((s.list_id for s in self._line(style) if s.list_id is not None), None)

    def depth_of(self, style: str | None) -> int | None:
        """The level in that list, where the style says it."""
        return next((s.depth for s in self._line(style) if s.depth is not None), None)

    def _line(self, style: str | None) -> Iterator[Style]:
        """A style, the one that it is based on, and so on."""
        seen: set[str] = set()
        while style is not None and style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = self.styles[style].parent


def _read(style: Element) -> Style:
    depth = _value(style, "w-pPr/w-numPr/w-ilvl") or ""
    return Style(
        parent=_value(style, "w-basedOn"),
        list_id=_value(style, "w-pPr/w-numPr/w-numId"),
        depth=int(depth) if depth.isdecimal() else None,
    )


def _value(element: Element, path: str) -> str | None:
    found = element.find(path)
    return None if found is None else found.get("w-val")
