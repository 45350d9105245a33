"""Elements of Word documents: what only holds others, drawings, symbols and values."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

#: Elements that only hold others: their content is read as if they were not there.
_TRANSPARENT = frozenset(
    {
        "w-sdt", "w-sdtContent", "w-customXml", "w-smartTag", "w-hyperlink", "w-ins", "w-moveTo",
        "w-fldSimple", "w-dir", "w-bdo", "w-ruby", "w-rubyBase", "m-oMath", "m-oMathPara", "m-r",
    }
)  # fmt: skip
#: Code points that are characters, and what is written for those that are drawings.
_PLAIN = range(0x20, 0xD800)
_NO_CHARACTER = "□"


def children_of(parent: Element) -> Iterator[Element]:
    """The children of an element; those of what only holds others in its place."""
    for child in parent:
        if child.tag in _TRANSPARENT:
            yield from children_of(child)
        elif child.tag == "mc-AlternateContent":
            # The same content twice: for programs that know a feature, and for all others.
            for choice in child[:1]:
                yield from children_of(choice)
        else:
            yield child


def text_boxes(element: Element) -> Iterator[Element]:
    """The outermost text boxes in a drawing."""
    for child in children_of(element):
        if child.tag in ("w-txbxContent", "txbxContent"):
            yield child
        else:
            yield from text_boxes(child)


def has_picture(element: Element) -> bool:
    """Whether a drawing shows a picture."""
    return any(found.tag in ("blip", "imagedata") for found in element.iter())


def symbol(element: Element) -> str:
    """A character of a font of symbols; those in the private area are drawings."""
    try:
        code = int(element.get("w-char", ""), 16)
    except ValueError:
        return ""
    return chr(code) if code in _PLAIN else _NO_CHARACTER


def value_of(parent: Element | None, name: str) -> str | None:
    """The value of an element inside another, None where either is not there."""
    found = None if parent is None else parent.find(name)
    return None if found is None else found.get("w-val")


def integer_of(element: Element | None, default: int, name: str = "w-val") -> int:
    """The value of an element as a number."""
    value = "" if element is None else element.get(name, "")
    return int(value) if value.isdecimal() else default
