"""A stretch without its blanks, and where the labels in it begin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.labels import LabelHit, find_labels, wordings
from gikparse.numbering import NumberingScheme, scheme_of
from gikparse.tables.similarity import similar
from gikparse.tables.wording import LABELS_KEPT, Wording

#: A mark takes so many characters at most: (十二)
LONGEST_MARK = 4
#: Labels no longer than this, such as 其他, stand in longer words too.
SHORT_LABEL = 3
#: So many characters beside a label can be those of a longer one.
LONGEST_BESIDE = 30


class Squeezed(NamedTuple):
    """A stretch of the reading view without its blanks and bars.

    Attributes:
        text: The characters.
        begins: Where those begin in it that stood together, in order.
        places: Where these stand in the view.
    """

    text: str
    begins: list[int]
    places: list[int]

    def begin(self, place: int) -> int:
        """Where the characters begin that stand together with one."""
        return self.begins[bisect_right(self.begins, place) - 1]

    def touches(self, place: int) -> bool:
        """Whether nothing stands between a character and the one before it."""
        return self.begin(place) != place

    def in_view(self, place: int) -> int:
        """Where a character stands in the view."""
        stretch = bisect_right(self.begins, place) - 1
        return self.places[stretch] + place - self.begins[stretch]

    def split(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The stretches that stood together within a stretch of the text."""
        begins = self.begins[bisect_right(self.begins, first) : bisect_left(self.begins, last)]
        return pairwise((first, *begins, last)) if first < last else iter(())


def squeeze(text: str, start: int, end: int) -> Squeezed:
    """Leave the blanks, line ends and bars of a stretch out."""
    stretches = list(pattern("values", "SOLID").finditer(text, start, end))
    solid = [stretch.group() for stretch in stretches]
    begins = list(accumulate(map(len, solid), initial=0))
    return Squeezed("".join(solid), begins[:-1], [stretch.start() for stretch in stretches])


def solid_text(text: str, start: int, end: int) -> str:
    """The text of `squeeze` alone, for those who need no places.

    Example:
        >>> solid_text("规 章 | 12 |", 0, 9)
        '规章12'
    """
    return "".join(pattern("values", "SOLID").findall(text, start, end))


class Spot(NamedTuple):
    """A label in a squeezed text.

    Attributes:
        start: Where it begins, with its mark and with what leads it in.
        hit: The label.
        end: Where it ends, with its note.
    """

    start: int
    hit: LabelHit
    end: int


def find_spots(squeezed: Squeezed) -> Iterator[Spot]:
    """The labels in a stretch, in order.

    Words in brackets are none, nor are short labels that are a part of a longer word, as
    其他 in 其他法律 and 数量 in 申请总量数量.
    """
    hits = list(_outside_notes(squeezed.text))
    leads = {m.end(): m.start() for m in pattern("values", "LEAD").finditer(squeezed.text)}
    starts = [_label_start(squeezed, hit, leads) for hit in hits]
    end = 0
    for hit, start, limit in zip(hits, starts, [*starts[1:], len(squeezed.text)], strict=False):
        if hit.start < end or _is_part(squeezed, hit, limit):
            continue
        if end < start == hit.start and _is_ending(squeezed, hit):
            continue
        if _is_inside_misspelt(squeezed, hit, end, limit):
            continue
        note = pattern("values", "NOTE").match(squeezed.text, hit.end)
        start = max(end, start)
        end = note.end() if note else hit.end
        yield Spot(start, hit, end)


def _outside_notes(text: str) -> Iterator[LabelHit]:
    """The labels that do not stand inside brackets."""
    notes = (
        note.span() for note in pattern("values", "NOTE").finditer(text) if note.group()[-1] == ")"
    )
    note = next(notes, None)
    for hit in find_labels(text):
        while note is not None and note[1] <= hit.start:
            note = next(notes, None)
        if note is None or hit.start <= note[0]:
            yield hit


def _is_part(squeezed: Squeezed, hit: LabelHit, limit: int) -> bool:
    """Whether a short label goes on as a longer word, before the next label begins."""
    end = hit.end
    if end - hit.start > SHORT_LABEL or end >= limit or not squeezed.touches(end):
        return False
    return not pattern("values", "VALUE_RUN", "NOTE").match(squeezed.text, end)


def _is_ending(squeezed: Squeezed, hit: LabelHit) -> bool:
    """Whether a short label without a mark ends a word that is no label, as 数量 a misspelt one."""
    if hit.end - hit.start > SHORT_LABEL or not squeezed.touches(hit.start):
        return False
    before = hit.start - 1
    is_value = pattern("values", "VALUE_RUN").match(squeezed.text, before)
    return squeezed.text[before].isalpha() and not is_value


def _is_inside_misspelt(squeezed: Squeezed, hit: LabelHit, first: int, limit: int) -> bool:
    """Whether a label is a part of a longer one that is misspelt: 行政复议 in 行政复议议数量.

    Args:
        squeezed: The text.
        hit: The label.
        first: Where the words around it begin at the earliest.
        limit: Where they end at the latest.
    """
    text, begins = squeezed.text, squeezed.begins
    is_before = hit.start > first and text[hit.start - 1].isalpha()
    if not is_before and not (hit.end < limit and text[hit.end].isalpha()):
        return False
    longer = _longer(text[hit.start : hit.end])
    if not longer:
        return False
    place = bisect_right(begins, hit.start)
    first = max(first, begins[place - 1], hit.start - LONGEST_BESIDE)
    limit = min(limit, hit.end + LONGEST_BESIDE, *begins[place : place + 1])
    before = ""
    for words in pattern("values", "WORDS").finditer(text, first, hit.start):
        before = words.group() if words.end() == hit.start else ""
    after = pattern("values", "WORDS").match(text, hit.end, limit)
    if not before and (after is None or pattern("values", "VALUE_RUN").match(text, hit.end)):
        return False
    word = f"{before}{text[hit.start : hit.end]}{after.group() if after else ''}"
    return similar(Wording(word), longer) is not None


@lru_cache(LABELS_KEPT)
def _longer(label: str) -> tuple[tuple[str], ...]:
    """The labels that hold another one and more."""
    return tuple((own,) for own in wordings().values() if label in own and own != label)


def _label_start(squeezed: Squeezed, hit: LabelHit, leads: Mapping[int, int]) -> int:
    """Where a label begins with its mark and with what leads it in: 其中:1.

    Args:
        squeezed: The text.
        hit: The label.
        leads: Where the words begin that lead something in, by their ends.
    """
    start = _with_mark(squeezed, leads.get(hit.start, hit.start), hit)
    return leads.get(start, start)


def _with_mark(squeezed: Squeezed, start: int, hit: LabelHit) -> int:
    """Where a label begins with its mark, whose digit may stand straight behind figures."""
    text = squeezed.text
    if not start or not pattern("values", "MARK_END").match(text, start - 1):
        return start
    for match in pattern("numbering").finditer(text, max(0, start - LONGEST_MARK), start):
        if match.end() == start and scheme_of(match.lastgroup or "") is not NumberingScheme.ARABIC:
            return match.start()
    mark = pattern("values", "ROW_MARK").match(text, max(0, start - 2), start)
    if mark is None or mark.end() < start:
        return start
    first = mark.start()
    if not text[first].isdecimal() or not text[first - 1 : first].isdecimal():
        return first
    # 012. is 01 and 2. where a form has the mark 2., and where blanks stood before the digits 12.
    longer = squeezed.touches(first) and not squeezed.touches(first - 1)
    known = any(fold(label.marker) == text[first:start] for label in hit.labels)
    return first - 1 if longer and not known and text[first - 1] != "0" else first
