"""Read the sentences of a paragraph: what each figure and each worded zero states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from gikparse.facts.figures import Figure, Mention
from gikparse.facts.features import MIXED, Features, read_features
from gikparse.facts.findings import Fact, Findings, PartFound, Split
from gikparse.facts.frames import (
    VERBS,
    Frame,
    Place,
    match_frames,
    match_zeros,
    silent,
    together,
)
from gikparse.facts.measures import counts_noun
from gikparse.facts.setting import Bodies, Setting, Times
from gikparse.facts.syntax import Absence, Clause, Counted, Note, Phrase, parse_sentences
from gikparse.facts.tokens import Piece, read_sentences

#: The indicator that stands for a total of something else.
_OTHER_TOTAL = "?"
#: Sections whose figures are about requests and their review unless they say otherwise.
_DISCLOSURE_TOPICS = frozenset({"review", "on_request", "fees"})


def read_paragraph(
    text: str, figures: Sequence[Figure], mentions: Sequence[Mention], setting: Setting
) -> Findings:
    """What the sentences of a paragraph state.

    Args:
        text: The paragraph, folded and without elisions.
        figures: Its figures.
        mentions: The numbers in it that count nothing.
        setting: What is known of it.
    """
    bare = text.strip(" 。.;,")
    if bare in silent()["words"]:
        start = text.index(bare)
        ids = [id_ for topic in setting.topics for id_ in silent().get(topic, ())]
        return Findings(facts=[Fact(id=i, start=start, end=start + len(bare)) for i in ids])
    sentences = list(read_sentences(text, figures, mentions))
    told = [s if any(p.terminal in _TELLING for p in s) else [] for s in sentences]
    reader = _Reader(text, setting)
    for sentence, clauses in zip(sentences, parse_sentences(told), strict=True):
        reader.read_sentence(sentence, clauses)
    reader.findings.ahead = reader.is_ahead
    reader.findings.contexts = reader.contexts
    return reader.findings


_TELLING = frozenset({"QUANTITY", "NEGATION", "WAIVER"})


@attrs.define(kw_only=True)
class _Stated:
    """The figure that was read last."""

    figure: Figure
    ids: tuple[str, ...]
    verbs: frozenset[str]
    subject: str


class _Reader:
    """Reads one paragraph, remembering what later figures lean on."""

    def __init__(self, text: str, setting: Setting) -> None:
        self.findings = Findings()
        self._text = text
        self._setting = setting
        self._times = Times(setting)
        self._bodies = Bodies(setting)
        self._total: tuple[str, Figure] | None = None
        self._split: Split | None = None
        self._part: str | None = None
        self._last: _Stated | None = None
        self._context: set[str] = set(setting.contexts)
        # What the sentence has said so far.
        self._ids: list[str] = []
        self._ambient: set[str] = set()
        self._ways = 0
        self._by_time = False
        # Whether the clause opens with 其中.
        self._led = False
        self._ids_before: list[str] = []

    @property
    def is_ahead(self) -> bool:
        """Whether the paragraph ends with plans for a coming year."""
        return self._times.ahead

    @property
    def contexts(self) -> frozenset[str]:
        """What the paragraph has been about."""
        return frozenset(self._context)

    # --- sentences and clauses

    def read_sentence(self, sentence: Sequence[Piece], clauses: Sequence[Clause]) -> None:
        """Read a sentence, or only take note of the time and the body that it names."""
        self._times.start_sentence(sentence)
        self._bodies.start_sentence(self._text, sentence)
        self._ids_before, self._ids, self._ambient = self._ids or self._ids_before, [], set()
        self._part, self._split, self._last = None, None, None
        if not clauses:
            self._times.start_clause()
            self._bodies.start_clause()
            self._times.hear(sentence)
            self._bodies.hear(sentence)
            self._bodies.start_clause()
            self._ambient_of(sentence)
            return
        counts = [counted for clause in clauses for counted in clause.figures]
        self._ways = sum("way" in read_features(counted.phrases).classes for counted in counts)
        self._by_time = any({"extended", "close"} <= piece.classes for piece in sentence)
        self._read_clauses(clauses)

    def _read_clauses(self, clauses: Sequence[Clause]) -> None:
        for place, clause in enumerate(clauses):
            following = clauses[place + 1] if place + 1 < len(clauses) else None
            self._times.start_clause()
            self._bodies.start_clause()
            self._read_lead(clause, clauses[place - 1] if place else None)
            self._read_figures(_distributed(clause), following)
            if clause.absence:
                self._read_absence(clause.absence)
            elif clause.ending:
                self._read_ending(clause, clause.ending)
            for counted in clause.figures:
                self._ambient_of([word for phrase in counted.phrases for word in phrase.words])

    def _read_lead(self, clause: Clause, before: Clause | None) -> None:
        lead = clause.lead or (before.lead if before and not _says_more(before) else None)
        self._led = lead is not None and "part" in lead.classes
        if clause.lead and self._total:
            part = "part" in clause.lead.classes
            main = "主要" in self._text[clause.lead.start : clause.lead.end]
            self._open_split(self._total, whole=not part and not main)
        elif clause.lead:
            self._part = _OTHER_TOTAL
        if clause.lead and not self._last and self._ambient & {"answer"} and self._is_on_request():
            # 所有申请均已办结,其中同意公开14件
            self._part, self._split = "request.answered", None

    def _open_split(self, total: tuple[str, Figure], *, whole: bool) -> None:
        self._part = total[0]
        self._split = Split(total=total[1], whole=whole)
        self.findings.splits.append(self._split)

    def _read_figures(self, clause: Clause, following: Clause | None) -> None:
        boundary = clause.lead.end if clause.lead else None
        for place, counted in enumerate(clause.figures):
            last = place == len(clause.figures) - 1
            self._read_notes(counted.phrases)
            self._hear(counted.phrases)
            tail = clause.ending[:1] if last and not clause.absence else []
            self._read_figure(counted, tail, following if last else None)
            self._add_part(counted, boundary)
            boundary = counted.piece.end
        if clause.figures and following:
            self._announce(clause, following)

    def _announce(self, clause: Clause, following: Clause) -> None:
        """Take a figure before a colon, or one in 在…中, as the total of what follows."""
        figure = clause.figures[-1].piece.figure
        if figure is None or not self._total or self._total[1] is not figure:
            return
        if following.mark == "COLON" or self._is_among(clause):
            self._open_split(self._total, whole=True)

    def _is_among(self, clause: Clause) -> bool:
        words = [word for phrase in clause.ending for word in phrase.words]
        end = words[-1].end if words else clause.figures[-1].piece.end
        return self._text.startswith(("中,", "之中,"), end)

    def _hear(self, phrases: Sequence[Phrase]) -> None:
        words = [word for phrase in phrases for word in phrase.words]
        self._times.hear(words)
        self._bodies.hear(words)

    def _read_notes(self, phrases: Sequence[Phrase]) -> None:
        """Read what stands in brackets as parts of the figure before."""
        notes: list[Note] = [note for phrase in phrases for note in phrase.notes]
        for note in notes:
            if any(clause.figures for clause in note.clauses):
                part, split = self._part, self._split
                if self._total:
                    self._open_split(self._total, whole=not note.clauses[0].lead)
                else:
                    self._part = _OTHER_TOTAL
                self._read_clauses(note.clauses)
                self._part, self._split = part, split
            else:
                self._read_way([p for clause in note.clauses for p in clause.ending])

    def _read_way(self, phrases: Sequence[Phrase]) -> None:
        """Take a way by which all requests came, as in 1件(当面申请)."""
        if self._last and "request.received" in self._last.ids:
            features = read_features(phrases).having("receive")
            place = Place(unit="item", contexts=frozenset({"request"}))
            frames = [f for f in match_frames(features, place) if f.group == "way"]
            for frame in frames:
                self._add(frame.id, self._last.figure, 0.7)

    def _read_ending(self, clause: Clause, ending: Sequence[Phrase]) -> None:
        """Read what follows the last figure, or a clause without a figure."""
        self._read_notes(ending)
        words = [word for phrase in ending for word in phrase.words]
        self._hear(ending)
        self._ambient_of(words)
        features = read_features(ending, self._setting.year)
        if not clause.figures and self._last and not self._last.ids:
            # 其余4件依法延期,结转下年度继续办理
            self._carry_over(features, self._last)
        elif not clause.figures and words and self._text[: words[0].start].endswith(together()):
            self._read_way(ending)

    def _carry_over(self, features: Features, stated: _Stated) -> None:
        carried = features.classes & {"carried_in", "carried_out"}
        if carried and stated.subject in ("", "request", "apply") and "request" in self._contexts():
            self._add(f"request.{min(carried)}", stated.figure, 0.8)
            stated.ids = (f"request.{min(carried)}",)

    def _ambient_of(self, words: Sequence[Piece]) -> None:
        for word in words:
            self._ambient |= word.classes

    # --- figures

    def _read_figure(
        self, counted: Counted, tail: Sequence[Phrase], following: Clause | None
    ) -> None:
        figure = counted.piece.figure
        if figure is None or figure.kind in ("share", "duration", "score", "measure"):
            return
        readings = [counted.phrases]
        if (counted.each or not figure.value) and len(counted.phrases) > 1:
            readings = [_alone(phrase, counted.phrases) for phrase in counted.phrases]
        ids: list[str] = []
        subject = ""
        for phrases in readings:
            features = self._features(phrases, following)
            subject = features.subject
            if features.subject and self._counts_another(figure, tail):
                continue
            frames = list(self._frames(features, figure))
            open_ = features.open and figure.kind != "person"
            if not frames and features.subject in ("", "staff") and tail and not open_:
                behind = self._features(_joined(phrases, tail), following)
                behind = attrs.evolve(behind, open=False)
                frames = list(self._frames(behind, figure, tail=True))
                subject = behind.subject
            ids += self._take(frames, features, figure)
        verbs = self._verbs(read_features(counted.phrases))
        self._last = _Stated(figure=figure, ids=tuple(ids), verbs=verbs, subject=subject)
        if self._part is None:
            self._total = (ids[0] if ids else _OTHER_TOTAL, figure)

    def _counts_another(self, figure: Figure, tail: Sequence[Phrase]) -> bool:
        """Whether a figure counts a noun behind it and not the subject before it: 10个方面."""
        if not counts_noun(figure.unit):
            return False
        words = tail[0].words if tail else []
        acts = words and words[0].start == figure.end and words[0].terminal in _ACTS
        following = self._text[figure.end : figure.end + 1]
        return "\u4e00" <= following <= "\u9fff" and not acts and following not in _ADVERBS

    def _take(self, frames: Sequence[Frame], features: Features, figure: Figure) -> list[str]:
        """Note the facts that a figure states; those of others only end the list of parts."""
        frames = [f for f in frames if not (self._bodies.office and f.group == "published")]
        if any(frame.total and _OTHER_TOTAL not in frame.of for frame in frames):
            self._part = self._split = None
        carried = not features.classes.isdisjoint({"carried_in", "carried_out"})
        if not (self._times.ours or carried):
            return []
        frames = [frame for frame in frames if self._bodies.ours or frame.anyone]
        if self._bodies.office:
            frames = [frame for frame in frames if not self._is_stated(frame.id)]
        for frame in frames:
            confidence = 0.6 if figure.unit is None else 0.8 if not features.subject else 0.95
            self._add(frame.id, figure, confidence)
        return [frame.id for frame in frames]

    def _is_stated(self, id_: str) -> bool:
        """Whether the paragraph has stated an indicator for the whole body already."""
        return any(fact.id == id_ for fact in self.findings.facts)

    def _add(self, id_: str, figure: Figure, confidence: float) -> None:
        self.findings.facts.append(
            Fact(
                id=id_,
                start=figure.number_start,
                end=figure.number_end,
                figure=figure,
                confidence=confidence,
            )
        )
        self._ids.append(id_)
        self._context.add(id_.partition(".")[0])

    def _frames(
        self, features: Features, figure: Figure, *, tail: bool = False
    ) -> Iterator[Frame]:
        """The frames of a figure as a part of the total, or else as a figure of its own."""
        place = self._place(features, figure, tail=tail)
        found = list(match_frames(features, place))
        if not found and not self._led and _stands_alone(features, place.total):
            alone = match_frames(features, attrs.evolve(place, total=None))
            found = [frame for frame in alone if frame.total and frame.id != place.total]
        yield from found

    def _place(self, features: Features, figure: Figure, *, tail: bool) -> Place:
        return Place(
            unit=figure.kind or "bare",
            contexts=frozenset(self._contexts(features)),
            topics=self._setting.topics,
            verbs=self._verbs(features),
            total=self._part,
            near=self._ids[0] if self._ids else None,
            tail=tail,
        )

    def _verbs(self, features: Features) -> frozenset[str]:
        verbs = features.classes & VERBS
        return verbs or (self._last.verbs if self._last else frozenset())

    def _features(self, phrases: Sequence[Phrase], following: Clause | None) -> Features:
        features = read_features(phrases, self._setting.year)
        return features.having(*self._situation(features, phrases, following))

    def _situation(
        self, features: Features, phrases: Sequence[Phrase], following: Clause | None
    ) -> Iterator[str]:
        """The classes that the place of a figure gives."""
        if self._setting.elsewhere:
            yield "elsewhere"
        for channel in self._ambient & {"gazette", "website"}:
            yield f"ambient_{channel}"
        if "request.received" in self._ids:
            yield "again"
        received = "request.received" in (*self._ids, *self._ids_before)
        if "way" in features.classes and (received or self._ways > 1):
            yield "listed"
        if "way" in features.classes and "channels" not in features.classes:
            yield "one_way"
        if self._by_time and "on_time" in features.classes:
            yield "by_time"
        if "kind" in features.classes and (
            (following and following.lead) or self._is_own_field(phrases)
        ):
            yield "whole"

    def _is_own_field(self, phrases: Sequence[Phrase]) -> bool:
        """Whether the kind of information is what the agency is for: 水利信息 of a 水利局."""
        texts = [word for phrase in phrases for word in phrase.words if word.terminal == "TEXT"]
        kind = self._text[texts[-1].start : texts[-1].end] if texts else ""
        return kind[:2] in (self._setting.agency or "") if kind else False

    def _contexts(self, features: Features | None = None) -> Iterator[str]:
        topics = self._setting.topics
        on_request = self._is_on_request()
        if on_request:
            yield "request"
        named = "disclosure" in self._ambient or (
            features is not None and "disclosure" in features.classes
        )
        if on_request or named or topics & _DISCLOSURE_TOPICS:
            yield "disclosure"
        if "fees" in topics or self._ambient & _FEE_WORDS or (
            features and features.classes & _FEE_WORDS
        ):
            yield "fees"
        if self._last and any(id_.startswith("training.") for id_ in self._last.ids):
            yield "training"

    def _is_on_request(self) -> bool:
        named = "request" in self._context or "request" in self._ambient
        return named or "on_request" in self._setting.topics

    # --- parts

    def _add_part(self, counted: Counted, boundary: int | None) -> None:
        figure, split = counted.piece.figure, self._split
        if split is None or figure is None or figure is split.total:
            return
        if figure.kind not in ("item", "event", "person", "money"):
            return
        words = [word for phrase in counted.phrases for word in phrase.words]
        start = boundary if boundary is not None else (words[0].start if words else figure.start)
        name = self._text[start : figure.start]
        left = len(name) - len(name.lstrip(_NAME_MARKS))
        right = len(name.rstrip(_NAME_MARKS))
        if any("etc" in word.classes for word in words) or "channel" in read_features(
            counted.phrases
        ).classes:
            split.whole = False
        part = PartFound(name_start=start + left, name_end=start + max(left, right), figure=figure)
        split.parts.append(part)

    # --- worded zeros

    def _read_absence(self, absence: Absence) -> None:
        self._hear(absence.before)
        if not (self._bodies.ours and self._times.ours):
            return
        before = read_features(absence.before)
        behind = [_alone(phrase, absence.phrases) for phrase in absence.phrases] or [[]]
        found = False
        for phrases in behind:
            features = self._features(_signed(phrases, absence.sign), None)
            end = max((w.end for p in phrases for w in p.words), default=absence.sign.end)
            if features.open and features.subject in ("request", "apply", "info", "government"):
                continue  # 未产生依申请信息检索、复印等费用
            found |= self._add_zeros(features, absence.sign.start, end)
        if not found and before.subject:
            for phrase in absence.before:
                phrases = [*_signed([phrase], absence.sign), *absence.phrases]
                joined = _joined([_merged(phrases)], [])
                self._add_zeros(self._features(joined, None), absence.sign.start, absence.sign.end)

    def _add_zeros(self, features: Features, start: int, end: int) -> bool:
        verbs = features.classes & VERBS
        place = Place(
            contexts=frozenset(self._contexts(features)),
            topics=self._setting.topics,
            verbs=verbs,
        )
        ids = [frame.id for frame in match_zeros(features, place)]
        for id_ in ids:
            fact = Fact(id=id_, start=start, end=end, confidence=0.9)
            if not any(f.id == id_ and f.start == start for f in self.findings.facts):
                self.findings.facts.append(fact)
            self._context.add(id_.partition(".")[0])
        return bool(ids)


_FEE_WORDS = frozenset({"fee", "charge", "processing", "request", "government", "info"})
#: What behind a figure says what was done with it.
_ACTS = frozenset({"VERB", "OUTCOME", "QUALIFIER"})
_ADVERBS = "均已都全并皆"
_NAME_MARKS = " ,;:、()。为有共的是"


def _distributed(clause: Clause) -> Clause:
    """The clause with each figure behind its own phrase: 微博、微信分别发布信息4条、3条."""
    figures = clause.figures
    phrases = figures[0].phrases if figures else []
    if not 1 < len(phrases) == len(figures) or any(counted.phrases for counted in figures[1:]):
        return clause
    last = phrases[-1].words
    places = [place for place, word in enumerate(last) if "respective" in word.classes]
    if not places:
        return clause
    shared = last[places[0] + 1 :]
    own = [*(phrase.words for phrase in phrases[:-1]), last[: places[0]]]
    return clause._replace(
        figures=[
            counted._replace(phrases=[Phrase([*words, *shared], phrases[0].causes, [])])
            for counted, words in zip(figures, own, strict=True)
        ]
    )


def _says_more(clause: Clause) -> bool:
    """Whether a clause says more than 其中."""
    return bool(clause.figures or clause.ending or clause.absence)


def _stands_alone(features: Features, total: str | None) -> bool:
    """Whether words among the parts of a total name what is counted without it."""
    if features.subject in ("", MIXED) or total is None:
        return False
    if features.subject in ("request", "apply", "government", "info"):
        return not features.classes.isdisjoint({"receive", "answer", "submit", "new"})
    # Kinds of information are listed without a verb: 其中政策解读4条.
    of_information = total.startswith((_OTHER_TOTAL, "proactive", "channel"))
    return not of_information or not features.classes.isdisjoint(VERBS)


def _alone(phrase: Phrase, phrases: Sequence[Phrase]) -> list[Phrase]:
    """One of several phrases side by side, with the words that the first has for all."""
    if phrase is phrases[0]:
        return [phrase]
    shared = [word for word in phrases[0].words if word.terminal not in ("SUBJECT", "CHANNEL")]
    return [Phrase([*shared, *phrase.words], [*phrases[0].causes, *phrase.causes], [])]


def _joined(phrases: Sequence[Phrase], tail: Sequence[Phrase]) -> list[Phrase]:
    """The phrases before a figure with the one behind it as a part of the last."""
    if not phrases:
        return list(tail)
    return [*phrases[:-1], _merged([phrases[-1], *tail])]


def _merged(phrases: Sequence[Phrase]) -> Phrase:
    return Phrase(
        [word for phrase in phrases for word in phrase.words],
        [cause for phrase in phrases for cause in phrase.causes],
        [],
    )


def _signed(phrases: Sequence[Phrase], sign: Piece) -> list[Phrase]:
    """The phrases behind a sign, with the sign as the first word of each."""
    return [Phrase([sign, *p.words], p.causes, []) for p in phrases] or [Phrase([sign], [], [])]
