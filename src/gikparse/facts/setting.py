"""Whose figures a sentence states, and of which year: the report's own or others'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

import attrs

from gikparse.facts.tokens import Piece
from gikparse.grammar import pattern

#: A year this near to a word of carrying over says from where or to where.
_CARRY_REACH = 2
#: The body that acts is named so near the start of a sentence.
_ACTOR_REACH = 40
_STREETS = ("街道", "街道办事处", "办事处", "乡", "镇", "乡人民政府", "镇人民政府")


@attrs.frozen(kw_only=True)
class Setting:
    """What is known of a paragraph before it is read.

    Attributes:
        year: The report's year.
        agency: The body that the report speaks for, folded.
        topics: The topics of the sections around it, as in `data/topics.toml`.
        elsewhere: Whether a section around it is about one kind of information.
    """

    year: int | None = None
    agency: str | None = None
    topics: frozenset[str] = frozenset()
    elsewhere: bool = False


class Times:
    """Follows the years that a paragraph names.

    A year holds until another one is named, 上年 and the like for their clause, and
    what is counted since some event for its sentence.
    """

    def __init__(self, setting: Setting) -> None:
        self._year = setting.year
        # A section on problems and plans states this year's figures only where it says so.
        self._other = "problems" in setting.topics
        self._own = False
        self._past = self._since = self._cumulative = self._span = False

    def start_sentence(self) -> None:
        """Forget what holds for a sentence."""
        self._since = self._cumulative = self._span = False
        self._past = False

    def start_clause(self) -> None:
        """Forget what holds for a clause."""
        self._past = False

    def hear(self, words: Sequence[Piece]) -> None:
        """Take note of the years and times among some words."""
        carries = [place for place, word in enumerate(words) if "carry" in word.classes]
        for place, word in enumerate(words):
            if word.terminal != "TIME":
                continue
            if any(abs(place - carry) <= _CARRY_REACH for carry in carries):
                continue
            if word.year is not None:
                self._hear_year(word, word.year)
            elif "own" in word.classes:
                self._own, self._other = True, False
            elif "whole_year" in word.classes:
                self._own = self._own or not self._other
            elif "past" in word.classes:
                self._past = True
            elif "next" in word.classes:
                self._other = True
            elif "since" in word.classes:
                self._since = not self._own
            elif "cumulative" in word.classes:
                self._cumulative = True

    def _hear_year(self, word: Piece, year: int) -> None:
        if "span" in word.classes:
            self._span = True
        elif "until" in word.classes:
            self._since = self._year is not None and year < self._year
        else:
            self._own = self._year in (None, year)
            self._other = not self._own

    @property
    def ours(self) -> bool:
        """Whether a figure here is of the report's year."""
        counted_up = self._since or self._span or (self._cumulative and not self._own)
        return not (self._other or self._past or counted_up)


class Bodies:
    """Follows whose figures a paragraph states."""

    def __init__(self, setting: Setting) -> None:
        self._agency = setting.agency or ""
        self._is_street = not self._agency or self._agency.endswith(_STREETS)
        self._actor_is_other = False
        self._other = self._office = False

    def start_sentence(self, text: str, sentence: Sequence[Piece]) -> None:
        """Take note of the body that a sentence begins with."""
        opening = sentence[0].start if sentence else 0
        match = pattern("actors").search(text, opening, opening + _ACTOR_REACH)
        if match and all(
            piece.terminal in ("TIME", "COMMA") for piece in sentence if piece.end <= match.start()
        ):
            self._actor_is_other = not self._is_own(match.group())

    def _is_own(self, name: str) -> bool:
        """Whether a name is the agency's, of which sentences leave out the place."""
        if not self._agency:
            return True
        bare = name.rstrip("办公室厅")
        return name[1:] in self._agency or self._agency in name or bare[-2:] == self._agency[-2:]

    def start_clause(self) -> None:
        """Forget what holds for a clause."""
        self._other = self._office = False

    def hear(self, words: Sequence[Piece]) -> None:
        """Take note of the bodies among some words; 乡镇 in 乡镇公示栏 is none."""
        scopes = [
            word.classes
            for word, following in zip_longest(words, words[1:])
            if word.terminal == "SCOPE"
            and not (following and following.terminal == "CHANNEL" and following.start == word.end)
        ]
        self._office = self._office or any("in_charge" in classes for classes in scopes)
        if any("own" in classes for classes in scopes):
            self._actor_is_other = self._other = False
        elif any("other" in classes for classes in scopes):
            self._other = True
        elif any("street" in classes for classes in scopes):
            self._other = not self._is_street

    @property
    def ours(self) -> bool:
        """Whether a figure here is that of the whole body."""
        return not (self._other or self._actor_is_other)

    @property
    def office(self) -> bool:
        """Whether a figure here is that of the office in charge.

        What the office receives it receives for the whole body; what it publishes is its own.
        """
        return self._office and not self._agency.endswith(("办公室", "办公厅", "中心"))
