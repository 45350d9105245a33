"""The parts that a preface announces, held against the parts that are there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from gikparse.checks.remembering import once_a_report
from gikparse.checks.structure.extract import extract
from gikparse.checks.structure.likeness import ALIKE, likeness
from gikparse.checks.structure.preface import Announcement, announcements
from gikparse.checks.structure.statutory import outermost
from gikparse.checks.structure.wholeness import ends
from gikparse.checks.walking import every_section
from gikparse.nodes import Section
from gikparse.topics import Topic, topic_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report
    from gikparse.source import Span

#: No part's name has more pieces: 因政府信息公开申请行政复议、提起行政诉讼的情况 has two.
MOST_PIECES = 5
#: A list that names fewer of the report's sections, or a smaller share of them where it
#: has no number of parts, is no list of its parts.
FEWEST_NAMED = 2
SMALLEST_SHARE = 0.6


@attrs.frozen(kw_only=True)
class Name:
    """A name in the list of parts.

    Attributes:
        first: The number of its first piece.
        last: The number of the one behind its last.
        section: The section that it names, None if there is none.
    """

    first: int
    last: int
    section: Section | None = None


@attrs.frozen(kw_only=True, slots=False)
class Parts:
    """The list of parts of a preface, and the sections of its report.

    Attributes:
        announcement: The list.
        sections: The sections of the first rank.
        names: What the list names, in its order: what is no section's name too.
    """

    announcement: Announcement
    sections: tuple[Section, ...]
    names: tuple[Name, ...]

    @cached_property
    def named(self) -> tuple[Name, ...]:
        """The names of sections."""
        return tuple(name for name in self.names if name.section is not None)

    @property
    def unnamed(self) -> tuple[Section, ...]:
        """The sections that the list does not name."""
        return tuple(s for s in self.sections if all(n.section is not s for n in self.named))

    def text(self, name: Name) -> str:
        """A name as the list has it, folded and without blanks."""
        return self.announcement.extract.text[slice(*self._bounds(name))]

    def span(self, name: Name) -> Span:
        """Where a name stands in the source."""
        return self.announcement.extract.span(*self._bounds(name))

    def _bounds(self, name: Name) -> tuple[int, int]:
        pieces = self.announcement.pieces[name.first : name.last]
        return pieces[0].start, pieces[-1].end


@once_a_report
def find_parts(report: Report) -> Parts | None:
    """The list of parts in the preface of a report, or None.

    Of all that could be a list the one is taken that names most sections.
    """
    lists = [announcement for announcement in announcements(report) if announcement.pieces]
    if not lists:
        return None
    sections = outermost(report)
    titles = [extract(report, section.heading.title_span).text for section in sections]
    best: Parts | None = None
    for announcement in lists:
        names = _names(announcement, sections, titles)
        found = Parts(announcement=announcement, sections=sections, names=names)
        if _is_list_of_parts(found) and (best is None or _worth(found) > _worth(best)):
            best = found
    return best


def _is_list_of_parts(parts: Parts) -> bool:
    share = 0.0 if parts.announcement.number else SMALLEST_SHARE
    return len(parts.named) >= max(FEWEST_NAMED, share * len(parts.sections))


def _worth(parts: Parts) -> tuple[int, int]:
    """The list that names most sections is the best, and of those the shortest."""
    return len(parts.named), -len(parts.names)


def _names(
    announcement: Announcement, sections: tuple[Section, ...], titles: list[str]
) -> tuple[Name, ...]:
    """The names in a list: sections in their order, so that as much as can be is alike."""
    pieces, text = announcement.pieces, announcement.extract.text
    count = len(pieces)
    # The names that may end with each piece, by their first one.
    written = [
        [(k, text[pieces[k].start : pieces[j - 1].end]) for k in range(max(0, j - MOST_PIECES), j)]
        for j in range(count + 1)
    ]
    alike = [_alike(written, title) for title in titles]
    if sum(map(bool, alike)) < FEWEST_NAMED:
        return ()
    # best[i][j]: the likeness reached with the first i sections and the first j pieces, and
    # where the name of section i begins if it ends there.
    best = [[(0.0, -1)] * (count + 1) for _ in range(len(sections) + 1)]
    for i, ends_with in enumerate(alike, 1):
        for j in range(count + 1):
            choice = max((best[i - 1][j][0], -1), (best[i][j - 1][0], -1) if j else (0.0, -1))
            for k, like in ends_with.get(j, ()):
                choice = max(choice, (best[i - 1][k][0] + like, k))
            best[i][j] = choice
    return tuple(_fill_up(_read_back(best, sections, count), [piece.loose for piece in pieces]))


def _alike(written: list[list[tuple[int, str]]], title: str) -> dict[int, list[tuple[int, float]]]:
    """For each last piece the first pieces of names that are like a title, and how like."""
    found: dict[int, list[tuple[int, float]]] = {}
    for j, names in enumerate(written if title else ()):
        for k, name in names:
            if (like := likeness(name, title)) >= ALIKE:
                found.setdefault(j, []).append((k, like))
    return found


def _read_back(
    best: list[list[tuple[float, int]]], sections: tuple[Section, ...], count: int
) -> list[Name]:
    """The names of sections that led to the best likeness, in the order of the list."""
    named: list[Name] = []
    i, j = len(sections), count
    while i and j:
        value, k = best[i][j]
        if k >= 0:
            named.append(Name(first=k, last=j, section=sections[i - 1]))
            i, j = i - 1, k
        elif value == best[i - 1][j][0]:
            i -= 1
        else:
            j -= 1
    return named[::-1]


def _fill_up(named: list[Name], loose: list[bool]) -> Iterator[Name]:
    """The names of sections and those between them.

    What 和 ties to the name of a section may be a part of it, as in 收到和处理申请情况.
    """
    place, firsts = 0, {name.first for name in named}
    for name in (*named, Name(first=len(loose), last=len(loose))):
        is_tied = name.first < len(loose) and loose[name.first]
        if place < name.first and not is_tied:
            yield from _unclaimed(place, name.first, loose)
        if name.section is not None:
            yield name
        place = name.last
        while place < len(loose) and loose[place] and place not in firsts:
            place += 1


def _unclaimed(start: int, stop: int, loose: list[bool]) -> Iterator[Name]:
    """Pieces that name no section, those tied together by 和 as one name."""
    first = start
    for place in range(start + 1, stop + 1):
        if place == stop or not loose[place]:
            yield Name(first=first, last=place)
            first = place


def absent(report: Report, parts: Parts) -> list[Name]:
    """The names in the list that nothing in the report bears, as far as the text shows.

    Statistics may be a table without a heading. What a gap in the numbering leaves room
    for is the affair of the rules about numbers, and what lies behind the end of a text
    that does not show its end, nobody knows.
    """
    found = []
    for place, name in enumerate(parts.names):
        text = parts.text(name)
        if name.section is not None or topic_of(text) is Topic.STATISTICS:
            continue
        before = [n.section for n in parts.names[:place] if n.section is not None]
        after = [n.section for n in parts.names[place:] if n.section is not None]
        if not after and not ends(report):
            continue
        if _has_gap(before[-1] if before else None, after[0] if after else None):
            continue
        if not _stands_somewhere(report, text):
            found.append(name)
    return found


def _stands_somewhere(report: Report, name: str) -> bool:
    """Whether any heading of a report bears a name."""
    spans = (section.heading.title_span for section in every_section(report))
    titles = (extract(report, span).text for span in spans)
    return any(likeness(name, title) >= ALIKE or name in title for title in titles)


def _has_gap(before: Section | None, after: Section | None) -> bool:
    if after is None:
        return False
    number = after.heading.ordinal or 0
    return number > ((before.heading.ordinal or 0) if before else 0) + 1
