"""Automatic numbering of Word documents, turned back into text.

The numbers of such paragraphs stand nowhere in the document: it says which list a
paragraph belongs to and how that list counts (ECMA-376 Part 1, 17.9).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from gikparse.readers.numerals import write_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

#: A paragraph of no list.
NO_LIST = "0"
_DEEPEST = 9


@attrs.frozen(kw_only=True)
class Level:
    """A level of a list.

    Attributes:
        style: How it counts, as Word calls it: `chineseCounting`.
        template: What is written, with `%1` for the number of the first level.
        start: The first number.
        restart: The level after which it starts again; None for any above it.
        legal: Whether numbers of all levels are written in Arabic figures.
        paragraph_style: The style whose paragraphs are of this level.
    """

    style: str = "decimal"
    template: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    paragraph_style: str | None = None


@attrs.frozen(kw_only=True)
class List:
    """A list: an instance of a definition, which may share its counters with others.

    Attributes:
        definition: What counts.
        levels: Its levels.
        restarts: The levels that begin anew with this instance, and their numbers.
    """

    definition: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]


@attrs.define(kw_only=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: Mapping[str, List] = attrs.field(factory=dict)
    _counts: dict[str, dict[int, int]] = attrs.field(factory=dict)
    _seen: set[str] = attrs.field(factory=set)

    @classmethod
    def read(cls, root: Element | None) -> Numbering:
        """The lists that `numbering.xml` defines; None for a document without it."""
        if root is None:
            return cls()
        definitions = {d.get("w-abstractNumId", ""): d for d in root.iter("w-abstractNum")}
        styled = {
            _value(d, "w-styleLink"): d for d in definitions.values() if _value(d, "w-styleLink")
        }
        lists = {}
        for num in root.iter("w-num"):
            key = _value(num, "w-abstractNumId") or ""
            definition = definitions.get(key)
            if definition is None:
                continue
            definition = styled.get(_value(definition, "w-numStyleLink"), definition)
            lists[num.get("w-numId", "")] = _read_list(key, definition, num)
        return cls(lists=lists)

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level of a list that paragraphs of a style have; the first if none is theirs."""
        found = self.lists.get(list_id)
        levels = found.levels.items() if found else ()
        return next((number for number, level in levels if level.paragraph_style == style), 0)

    def next_marker(self, list_id: str, depth: int) -> str:
        """Count a paragraph, and return what stands before it.

        Args:
            list_id: The `numId` of the paragraph.
            depth: The level, from 0.

        Returns:
            The marker, such as `（一）`; "" for bullets and for what counts in an unknown way.
        """
        found = self.lists.get(list_id)
        if found is None or depth not in found.levels:
            return ""
        counts = self._counts.setdefault(found.definition, {})
        if list_id not in self._seen:
            self._seen.add(list_id)
            for restarted, start in found.restarts.items():
                counts[restarted] = start - 1
        counts[depth] = counts.get(depth, found.levels[depth].start - 1) + 1
        for lower in [number for number in counts if number > depth]:
            restart = found.levels.get(lower, Level()).restart
            if restart is None or depth < restart:
                del counts[lower]
        return _write(found, depth, counts)


def _read_list(key: str, definition: Element, num: Element) -> List:
    levels = dict(_levels(definition))
    restarts = {}
    for override in num.iter("w-lvlOverride"):
        depth = _number(override.get("w-ilvl"))
        levels.update(_levels(override))
        start = _value(override, "w-startOverride")
        if start is not None and depth is not None:
            restarts[depth] = _number(start) or 0
    return List(definition=key, levels=levels, restarts=restarts)


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for element in parent.findall("w-lvl"):
        depth = _number(element.get("w-ilvl"))
        if depth is None or not 0 <= depth < _DEEPEST:
            continue
        start, legal = _number(_value(element, "w-start")), element.find("w-isLgl")
        yield (
            depth,
            Level(
                style=_value(element, "w-numFmt") or _custom_style(element) or "decimal",
                template=_value(element, "w-lvlText") or "",
                start=1 if start is None else start,
                restart=_number(_value(element, "w-lvlRestart")),
                legal=legal is not None and legal.get("w-val", "1") not in ("0", "false", "off"),
                paragraph_style=_value(element, "w-pStyle"),
            ),
        )


def _custom_style(level: Element) -> str | None:
    """The style where newer programs wrap it: only they know the one that comes first."""
    formats = [found.get("w-val") for found in level.iter("w-numFmt")]
    return next((found for found in formats if found != "custom"), None)


def _value(element: Element, name: str) -> str | None:
    found = element.find(name)
    return None if found is None else found.get("w-val")


def _number(text: str | None) -> int | None:
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def _write(found: List, depth: int, counts: dict[int, int]) -> str:
    text = found.levels[depth].template
    for number in range(depth + 1):
        if f"%{number + 1}" in text:
            level = found.levels.get(number, Level())
            count = counts.setdefault(number, level.start)
            style = "decimal" if found.levels[depth].legal else level.style
            text = text.replace(f"%{number + 1}", write_number(count, style))
    # What fonts of symbols draw for these no other font does, and bullets say nothing.
    return "" if found.levels[depth].style == "bullet" else text
