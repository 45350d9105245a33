"""What the reader of a paragraph remembers: later figures lean on earlier ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from gikparse.facts.features import WAYS, Features, read_features
from gikparse.facts.figures import Figure
from gikparse.facts.findings import Fact, Findings, Split
from gikparse.facts.frames import VERBS, Place
from gikparse.facts.phrases import words_of
from gikparse.facts.pieces import Piece
from gikparse.facts.sentences import RawSentence
from gikparse.facts.setting import Bodies, Setting, Times
from gikparse.facts.syntax import Clause, Phrase, Sentence

#: The indicator that stands for a total of something else.
OTHER_TOTAL = "?"
#: Sections whose figures are about requests and their review unless they say otherwise.
_DISCLOSURE_TOPICS = frozenset({"review", "on_request", "fees"})
_FEE_WORDS = frozenset({"fee", "charge", "processing", "request", "government", "info"})

_SETTING = frozenset({"TIME", "SCOPE"})
_BY_TIME = frozenset({"extended", "close"})

#: How sure a worded zero is.
_ZERO = 0.9


@attrs.define(kw_only=True)
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
    verbs: frozenset[str]
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
        self.context: set[str] = set(setting.contexts)
        self._stated: set[tuple[str, int | None]] = set()
        self._ids: list[str] = []
        self._ids_before: list[str] = []
        self._ambient: set[str] = set()
        self._clauses: Sentence = []
        self._pieces: Sequence[Piece] = ()

    def start_sentence(self, sentence: RawSentence, clauses: Sentence) -> None:
        """Forget what holds for a sentence, and look over the next one."""
        pieces = sentence.pieces
        self.times.start_sentence(pieces)
        self.bodies.start_sentence(self.text, sentence.start, pieces)
        self._ids_before, self._ids, self._ambient = self._ids or self._ids_before, [], set()
        self.part, self.split, self.last = None, None, None
        self._part_is_ours = True
        self._clauses, self._pieces = clauses, pieces

    def start_clause(self) -> None:
        """Forget what holds for a clause."""
        self.times.start_clause()
        self.bodies.start_clause()

    def hear(self, phrases: Sequence[Phrase]) -> None:
        """Take note of times and bodies; of phrases side by side the first names who acts."""
        words = words_of(phrases)
        if not _SETTING.isdisjoint([word.terminal for word in words]):
            self.times.hear(words)
            self.bodies.hear(phrases[0].words, words_of(phrases[1:]))

    def hear_pieces(self, pieces: Sequence[Piece]) -> None:
        """Take note of the times and bodies that a sentence names which tells nothing else."""
        if pieces:
            self.times.hear(pieces)
            self.bodies.hear(pieces, ())

    def keep(self, words: Sequence[Piece]) -> None:
        """Keep the classes of some words for the rest of the sentence."""
        self._ambient.update(*[word.classes for word in words])

    def has_said(self, name: str) -> bool:
        """Whether the clauses before in the sentence have a word of some class."""
        return name in self._ambient

    # --- findings

    def add(self, id_: str, figure: Figure, confidence: float) -> None:
        """Add a fact that a figure states."""
        self.findings.facts.append(
            Fact(
                id=id_,
                start=figure.number_start,
                end=figure.number_end,
                figure=figure,
                confidence=confidence,
            )
        )
        self._stated.add((id_, None))
        self._ids.append(id_)
        self.context.add(id_.partition(".")[0])

    def add_zero(self, id_: str, start: int, end: int) -> None:
        """Add a worded zero, once."""
        if (id_, start) not in self._stated:
            self.findings.facts.append(Fact(id=id_, start=start, end=end, confidence=_ZERO))
        self._stated |= {(id_, start), (id_, None)}
        self.context.add(id_.partition(".")[0])

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
        return features.having(*self._situation(features.classes, phrases, following))

    def place(self, features: Features, unit: str, *, tail: bool = False) -> Place:
        """The place of a figure with some features."""
        # This year's part of what has been counted for years is this year's total.
        total = self.part if self._part_is_ours or not self.times.ours else None
        return Place(
            unit=unit,
            contexts=frozenset(self.contexts(features)),
            topics=self.setting.topics,
            verbs=self.verbs(features),
            total=total,
            near=self._ids[0] if self._ids else None,
            tail=tail,
        )

    def verbs(self, features: Features) -> frozenset[str]:
        """The verbs before a figure, or those of the figure before."""
        verbs = features.classes & VERBS
        return verbs or (self.last.verbs if self.last else frozenset())

    def is_on_request(self) -> bool:
        """Whether requests are spoken of."""
        named = "request" in self.context or "request" in self._ambient
        return named or "on_request" in self.setting.topics

    def contexts(self, features: Features) -> Iterator[str]:
        """What is spoken of."""
        topics, on_request = self.setting.topics, self.is_on_request()
        classes = features.classes | self._ambient
        if on_request:
            yield "request"
        if on_request or "disclosure" in classes or topics & _DISCLOSURE_TOPICS:
            yield "disclosure"
        if "fees" in topics or classes & _FEE_WORDS:
            yield "fees"
        if self.last and any(id_.startswith("training.") for id_ in self.last.ids):
            yield "training"

    def _situation(
        self, classes: frozenset[str], phrases: Sequence[Phrase], following: Clause | None
    ) -> Iterator[str]:
        """The classes that the place of a figure gives."""
        if self.setting.elsewhere:
            yield "elsewhere"
        for channel in ("gazette", "website"):
            if channel in self._ambient:
                yield f"ambient_{channel}"
        if self.setting.titled and "channel" not in classes:
            yield f"titled_{self.setting.titled}"
        if self.is_on_request():
            yield "on_request"
        if "request.received" in self._ids:
            yield "again"
        if self.context.isdisjoint({"proactive", "channel"}):
            yield "first"
        if "way" in classes:
            yield from self._way(classes)
        if "on_time" in classes and any(piece.classes >= _BY_TIME for piece in self._pieces):
            yield "by_time"
        if "kind" in classes and (
            (following is not None and following.lead is not None) or self._is_own_field(phrases)
        ):
            yield "whole"

    def _way(self, classes: frozenset[str]) -> Iterator[str]:
        """The classes that the place of a figure by channel gives."""
        if "request.received" in (*self._ids, *self._ids_before) or self._lists_ways():
            yield "listed"
        if "channels" not in classes:
            yield "one_way"

    def _lists_ways(self) -> bool:
        """Whether the sentence names more than one way in which requests come in."""
        counts = [counted for clause in self._clauses for counted in clause.figures]
        words = [word for counted in counts for word in words_of(counted.phrases)]
        return sum(not word.classes.isdisjoint(WAYS) for word in words) > 1

    def _is_own_field(self, phrases: Sequence[Phrase]) -> bool:
        """Whether the kind of information is what the agency is for: 水利信息 of a 水利局."""
        texts = [word for word in words_of(phrases) if word.terminal == "TEXT"]
        kind = self.text[texts[-1].start : texts[-1].end] if texts else ""
        return bool(kind) and kind[:2] in (self.setting.agency or "")
