"""What the reader of a paragraph remembers: later figures lean on earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import attrs

from gikparse.facts.classes import classes
from gikparse.facts.clauses import Clause, Phrase, Sentence
from gikparse.facts.features import WAYS, Features, read_features
from gikparse.facts.figures import Figure
from gikparse.facts.findings import Fact, Findings, Split
from gikparse.facts.frames import VERBS, Place
from gikparse.facts.phrases import words_of
from gikparse.facts.pieces import Piece
from gikparse.facts.sentences import RawSentence
from gikparse.facts.setting import Bodies, Setting, Times

#: The indicator that stands for a total of something else.
OTHER_TOTAL = "?"
#: Sections whose figures are about requests and their review unless they say otherwise.
_DISCLOSURE_TOPICS = classes("review", "on_request", "fees")
_FEE_WORDS = classes("fee", "charge", "processing", "request", "government", "info")
#: Words that say whose figures and of which year.
SETTING = classes("TIME", "SCOPE")
_BY_TIME = classes("extended", "close")
#: What is spoken of.
_REQUEST, _DISCLOSURE, _FEES = classes("request"), classes("disclosure"), classes("fees")
_TRAINING, _PUBLISHED = classes("training"), classes("proactive", "channel")
#: What decides on the classes that the place of a figure gives, and those classes.
_CHANNEL, _CHANNELS, _WAY = classes("channel"), classes("channels"), classes("way")
_ON_TIME, _KIND = classes("on_time"), classes("kind")
_GAZETTE, _AMBIENT_GAZETTE = classes("gazette"), classes("ambient_gazette")
_WEBSITE, _AMBIENT_WEBSITE = classes("website"), classes("ambient_website")
_ELSEWHERE, _ON_REQUEST, _AGAIN = classes("elsewhere"), classes("on_request"), classes("again")
_FIRST, _BY_TIME_TOLD, _WHOLE = classes("first"), classes("by_time"), classes("whole")
_LISTED, _ONE_WAY = classes("listed"), classes("one_way")
_AMBIENT, _DEPENDING = _GAZETTE | _WEBSITE, _WAY | _ON_TIME | _KIND

#: How sure a worded zero is.
_ZERO = 0.9


@attrs.define
class Stated:
    """The figure that was read last.

    Attributes:
        figure: The figure.
        ids: The indicators that it states.
        verbs: The verbs before it.
        subject: What it counts.
    """

    figure: Figure
    ids: tuple[str, ...]
    verbs: int
    subject: str


class Memory:
    """What a paragraph has said so far.

    Args:
        text: The paragraph.
        setting: What is known of it.
    """

    def __init__(self, text: str, setting: Setting) -> None:
        self.text = text
        self.setting = setting
        self.findings = Findings()
        self.times = Times(setting)
        self.bodies = Bodies(setting)
        #: The last figure that is no part, with its indicator.
        self.total: tuple[str, Figure] | None = None
        #: Whether it is of the report's year.
        self.total_is_ours = True
        #: The total that the figures are parts of now.
        self.part: str | None = None
        self._part_is_ours = True
        self.split: Split | None = None
        self.last: Stated | None = None
        #: Whether the clause opens with 其中.
        self.led = False
        #: The first words of the indicators stated so far.
        self.context = setting.contexts
        self._stated: set[tuple[str, int | None]] = set()
        self._counted_up: dict[str, tuple[Fact, Figure]] = {}
        self._ids: list[str] = []
        self._ids_before: list[str] = []
        #: The classes of the clauses before in the sentence.
        self.ambient = 0
        self._clauses: Sentence = []
        self._pieces: Sequence[Piece] = ()
        # Whether the clause has named a time or a body.
        self._heard = False
        self._about = _REQUEST if setting.topics & _ON_REQUEST else 0

    def start_sentence(self, sentence: RawSentence, clauses: Sentence) -> None:
        """Forget what holds for a sentence, and look over the next one."""
        pieces = sentence.pieces
        self.times.start_sentence(pieces)
        self.bodies.start_sentence(self.text, sentence.start, pieces)
        self._ids_before, self._ids, self.ambient = self._ids or self._ids_before, [], 0
        self.part, self.split, self.last = None, None, None
        self._part_is_ours = True
        self._clauses, self._pieces = clauses, pieces

    def start_clause(self) -> None:
        """Forget what holds for a clause."""
        if self._heard:
            self.times.start_clause()
            self.bodies.start_clause()
            self._heard = False

    def hear(self, phrases: Sequence[Phrase]) -> None:
        """Take note of times and bodies; of phrases side by side the first names who acts."""
        self._heard = True
        self.times.hear(words_of(phrases))
        self.bodies.hear(phrases[0].words, words_of(phrases[1:]))

    def hear_pieces(self, pieces: Sequence[Piece]) -> None:
        """Take note of the times and bodies that a sentence names which tells nothing else."""
        if pieces:
            self._heard = True
            self.times.hear(pieces)
            self.bodies.hear(pieces, ())

    # --- findings

    def add(self, id_: str, figure: Figure, confidence: float) -> None:
        """Add a fact that a figure states."""
        fact = Fact(id_, figure.number_start, figure.number_end, figure, confidence)
        self._weigh_against_total(fact, figure)
        self.findings.facts.append(fact)
        self._stated.add((id_, None))
        self._ids.append(id_)
        self.context |= _spoken_of(id_)

    def _weigh_against_total(self, fact: Fact, figure: Figure) -> None:
        """Drop what is counted up from earlier years, once the year's own figure is stated.

        截至2011年底,累计主动公开2292条 is the year's, unless 2011年,共主动公开282条 follows.
        """
        if self.times.counted_up:
            self._counted_up[fact.id] = (fact, figure)
        elif fact.id in self._counted_up:
            total, counted = self._counted_up.pop(fact.id)
            if counted.value > figure.value:
                self.findings.facts.remove(total)

    def add_zero(self, id_: str, start: int, end: int) -> None:
        """Add a worded zero, once."""
        if (id_, start) not in self._stated:
            self.findings.facts.append(Fact(id_, start, end, None, _ZERO))
        self._stated |= {(id_, start), (id_, None)}
        self.context |= _spoken_of(id_)

    def is_stated(self, id_: str) -> bool:
        """Whether the paragraph has stated an indicator already."""
        return (id_, None) in self._stated

    def open_split(self, total: tuple[str, Figure], *, whole: bool) -> None:
        """Take the next figures as parts of a total."""
        self.part = total[0]
        self._part_is_ours = self.total_is_ours
        self.split = Split(total=total[1], claims=whole)
        self.findings.splits.append(self.split)

    # --- what figures lean on

    def features(self, phrases: Sequence[Phrase], following: Clause | None) -> Features:
        """The features of phrases, with those that their place gives."""
        features = read_features(phrases, self.setting.year)
        features.classes |= self._situation(features.classes, phrases, following)
        return features

    def place(self, features: Features, unit: str, verbs: int, *, tail: bool = False) -> Place:
        """The place of a figure with some features and with verbs before it."""
        # This year's part of what has been counted for years is this year's total.
        total = self.part if self._part_is_ours or not self.times.ours else None
        near = self._ids[0] if self._ids else None
        contexts = self.contexts(features.classes)
        return Place(unit, contexts, self.setting.topics, verbs, total, near, tail)

    def verbs(self, stated: int) -> int:
        """The verbs before a figure, or those of the figure before."""
        verbs = stated & VERBS
        return verbs or (self.last.verbs if self.last else 0)

    def is_on_request(self) -> bool:
        """Whether requests are spoken of."""
        return bool((self.context | self.ambient | self._about) & _REQUEST)

    def contexts(self, stated: int) -> int:
        """What is spoken of."""
        topics, said = self.setting.topics, stated | self.ambient
        if (self.context | self.ambient | self._about) & _REQUEST:
            contexts = _REQUEST | _DISCLOSURE
        else:
            contexts = _DISCLOSURE if said & _DISCLOSURE or topics & _DISCLOSURE_TOPICS else 0
        if topics & _FEES or said & _FEE_WORDS:
            contexts |= _FEES
        if self.last and any(id_.startswith("training.") for id_ in self.last.ids):
            contexts |= _TRAINING
        return contexts

    def _situation(self, stated: int, phrases: Sequence[Phrase], following: Clause | None) -> int:
        """The classes that the place of a figure gives."""
        found = _ELSEWHERE if self.setting.elsewhere else 0
        if self.ambient & _AMBIENT:
            found |= _AMBIENT_GAZETTE if self.ambient & _GAZETTE else 0
            found |= _AMBIENT_WEBSITE if self.ambient & _WEBSITE else 0
        if not stated & _CHANNEL:
            found |= self.setting.titled
        if (self.context | self.ambient | self._about) & _REQUEST:
            found |= _ON_REQUEST
        if not self.context & _PUBLISHED:
            found |= _FIRST
        if "request.received" in self._ids:
            found |= _AGAIN
        if stated & _DEPENDING:
            found |= self._dependent(stated, phrases, following)
        return found

    def _dependent(self, stated: int, phrases: Sequence[Phrase], following: Clause | None) -> int:
        """The classes that some classes have only at such a place."""
        found = self._way(stated) if stated & _WAY else 0
        if stated & _ON_TIME and any(p.classes & _BY_TIME == _BY_TIME for p in self._pieces):
            found |= _BY_TIME_TOLD
        if stated & _KIND and (
            (following is not None and following.lead is not None) or self._is_own_field(phrases)
        ):
            found |= _WHOLE
        return found

    def _way(self, stated: int) -> int:
        """The classes that the place of a figure by channel gives."""
        is_listed = "request.received" in (*self._ids, *self._ids_before) or self._lists_ways()
        found = _LISTED if is_listed else 0
        return found if stated & _CHANNELS else found | _ONE_WAY

    def _lists_ways(self) -> bool:
        """Whether the sentence names more than one way in which requests come in."""
        counts = [counted for clause in self._clauses for counted in clause.figures]
        words = [word for counted in counts for word in words_of(counted.phrases)]
        return sum(bool(word.classes & WAYS) for word in words) > 1

    def _is_own_field(self, phrases: Sequence[Phrase]) -> bool:
        """Whether the kind of information is what the agency is for: 水利信息 of a 水利局."""
        texts = [word for word in words_of(phrases) if word.terminal == "TEXT"]
        kind = self.text[texts[-1].start : texts[-1].end] if texts else ""
        return bool(kind) and kind[:2] in (self.setting.agency or "")


@cache
def _spoken_of(id_: str) -> int:
    """The first word of an indicator, as a class."""
    return classes(id_.partition(".")[0])
