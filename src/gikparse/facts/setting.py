"""Whose figures a sentence states, and of which year: the report's own or others'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from gikparse.facts.classes import classes
from gikparse.facts.clauses import classes_of
from gikparse.facts.pieces import Piece
from gikparse.grammar import pattern

#: A year this near to a word of carrying over says from where or to where.
_CARRY_REACH = 2
_CARRIES = classes("carry", "extended")
_OWN, _OTHER, _STREET, _IN_CHARGE = (classes(n) for n in ("own", "other", "street", "in_charge"))
_WHOLE_YEAR, _PAST, _NEXT = (classes(n) for n in ("whole_year", "past", "next"))
_IN_FORCE, _SINCE = classes("in_force"), classes("since")
_CUMULATIVE, _HISTORIC = classes("cumulative"), classes("historic")
_SPAN, _UNTIL, _PART, _PROBLEMS = (classes(n) for n in ("span", "until", "part", "problems"))
_OPENING = classes("TIME", "COMMA", "PART")
#: The year in which the Regulations came into force: all since then is of that year.
IN_FORCE = 2008
_STREETS = ("街道", "街道办事处", "办事处", "乡", "镇", "乡人民政府", "镇人民政府")


class Setting(NamedTuple):
    """What is known of a paragraph before it is read.

    Attributes:
        year: The report's year.
        agency: The body that the report speaks for, folded.
        topics: The topics of the sections around it, as classes.
        elsewhere: Whether a section around it is about one kind of information.
        titled: What stands for the channel that the title of the section around it names.
        contexts: What the paragraphs before in the same section were about.
        ahead: Whether what stands before has turned to the plans for a coming year.
    """

    year: int | None = None
    agency: str | None = None
    topics: int = 0
    elsewhere: bool = False
    titled: int = 0
    contexts: int = 0
    ahead: bool = False


def is_about_plans(topics: int) -> bool:
    """Whether topics are about what is to come, as problems and their mending are."""
    return bool(topics & _PROBLEMS)


class Times:
    """Follows the years that a paragraph names.

    A coming year holds until the report's own is named, another year for its sentence
    and for the parts that follow it, 上年 and the like for their clause.
    """

    def __init__(self, setting: Setting) -> None:
        self._year = setting.year
        # A section on problems and plans states this year's figures only where it says so.
        self.ahead = setting.ahead or is_about_plans(setting.topics)
        self._own = False
        self._other = self._past = self._since = self._historic = False
        self._cumulative = self._until = False

    def start_sentence(self, sentence: Sequence[Piece]) -> None:
        """Forget what holds for a sentence."""
        if not sentence or not sentence[0].classes & _PART:
            self._other = False
        self._since = self._cumulative = self._until = False
        self._past = self._historic = False

    def start_clause(self) -> None:
        """Forget what holds for a clause."""
        self._past = self._historic = False

    def hear(self, words: Sequence[Piece]) -> None:
        """Take note of the years and times among some words."""
        for place, word in enumerate(words):
            if word.terminal == "TIME":
                near = words[max(place - _CARRY_REACH, 0) : place + _CARRY_REACH + 1]
                if not classes_of(near) & _CARRIES:
                    self._hear(word)

    def _hear(self, word: Piece) -> None:
        if word.year is not None:
            self._hear_year(word, word.year)
        elif word.classes & _OWN:
            self._name_own()
        elif word.classes & _WHOLE_YEAR:
            self._own = self._own or not self._other
        elif word.classes & _PAST:
            self._past = True
        elif word.classes & _NEXT:
            self.ahead = True
        elif word.classes & _IN_FORCE:
            self._since = self._since or (not self._own and self._year != IN_FORCE)
        elif word.classes & _SINCE:
            self._since = self._since or not self._own
        elif word.classes & _CUMULATIVE:
            self._cumulative = True
        elif word.classes & _HISTORIC:
            self._historic = True

    def _hear_year(self, word: Piece, year: int) -> None:
        if word.classes & _SPAN:
            self._historic = True
        elif word.classes & _UNTIL:
            self._since = self._year is not None and year < self._year
            # What is counted up to the end of the year is the year's: 截至2020年底,累计….
            self._until = year == self._year
            self._own = self._own or self._until
        elif self._year is None or year == self._year:
            self._name_own()
            # 自2015年以来受理申请412件,其中2020年受理71件
            self._since = False
        elif year > self._year:
            self.ahead, self._own = True, False
        else:
            self._other, self._own = True, False

    def _name_own(self) -> None:
        self._own = True
        self.ahead = self._other = False

    @property
    def counted_up(self) -> bool:
        """Whether a figure here is counted up to the end of the report's year, from whenever on."""
        return self._cumulative and self._until

    @property
    def ours(self) -> bool:
        """Whether a figure here is of the report's year."""
        counted_up = self._since or self._historic or (self._cumulative and not self._own)
        return not (self.ahead or self._other or self._past or counted_up)


class Bodies:
    """Follows whose figures a paragraph states."""

    def __init__(self, setting: Setting) -> None:
        self._agency = setting.agency or ""
        self._is_street = not self._agency or self._agency.endswith(_STREETS)
        self._actor_is_other = False
        self._other = self._office = self._own = False

    def start_sentence(self, text: str, start: int, sentence: Sequence[Piece]) -> None:
        """Take note of the body that a sentence begins with, behind a date."""
        for piece in sentence:
            if not piece.classes & _OPENING or piece.start > start + 1:
                break
            start = piece.end
        match = _actors().match(text, start + text.startswith((",", " "), start))
        if match:
            self._actor_is_other = not self._is_own(match.group())

    def _is_own(self, name: str) -> bool:
        """Whether a name is the agency's, of which sentences leave out the place."""
        if not self._agency:
            return True
        bare = name.rstrip("办公室厅")
        return name[1:] in self._agency or self._agency in name or bare[-2:] == self._agency[-2:]

    def start_clause(self) -> None:
        """Forget what holds for a clause."""
        self._other = self._office = self._own = False

    def hear(self, words: Sequence[Piece], beside: Sequence[Piece]) -> None:
        """Take note of the bodies among some words; 乡镇 in 乡镇公示栏 is none.

        Args:
            words: The words.
            beside: The words of further phrases, whose bodies do not act.
        """
        acting = classes_of(
            word
            for place, word in enumerate(words)
            if word.terminal == "SCOPE" and not _names_channel(words[place : place + 2])
        )
        self._office = self._office or bool(acting & _IN_CHARGE)
        if (acting | classes_of(beside)) & _OWN:
            self._actor_is_other = self._other = False
            self._own = True
        elif self._own:
            return  # 全县24个部门、12个乡镇共公开
        elif acting & _OTHER:
            self._other = True
        elif acting & _STREET:
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


@cache
def _actors() -> re.Pattern[str]:
    return pattern("actors")


def _names_channel(words: Sequence[Piece]) -> bool:
    """Whether a channel follows a word at once: 乡镇公示栏."""
    return len(words) > 1 and words[1].terminal == "CHANNEL" and words[1].start == words[0].end
