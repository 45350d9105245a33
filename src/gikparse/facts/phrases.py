"""Put phrases together and take them apart: what stands side by side shares words."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from gikparse.facts.classes import classes
from gikparse.facts.clauses import Clause, Counted, Phrase, phrase_of
from gikparse.facts.pieces import Piece

#: What each of several phrases side by side has of its own.
_OWN = ("SUBJECT", "CHANNEL")
#: What a label before a colon consists of.
_LABELS = ("SUBJECT", "CHANNEL", "OUTCOME", "TEXT")
_RESPECTIVE = classes("respective")


def words_of(phrases: Sequence[Phrase]) -> list[Piece]:
    """The words of phrases, in order; not to be changed."""
    if len(phrases) == 1:
        return phrases[0].words
    if not phrases:
        return []
    return [word for phrase in phrases for word in phrase.words]


def alone(phrase: Phrase, phrases: Sequence[Phrase]) -> list[Phrase]:
    """One of several phrases side by side, with the words that the first has for all."""
    if phrase is phrases[0]:
        return [phrase]
    shared = [word for word in phrases[0].words if word.terminal not in _OWN]
    return [phrase_of([*shared, *phrase.words], [*phrases[0].causes, *phrase.causes])]


def joined(phrases: Sequence[Phrase], tail: Sequence[Phrase]) -> list[Phrase]:
    """The phrases before a figure, with the one behind it as a part of the last."""
    if not phrases:
        return list(tail)
    return [*phrases[:-1], merged([phrases[-1], *tail])]


def merged(phrases: Sequence[Phrase]) -> Phrase:
    """Phrases as one."""
    return phrase_of(words_of(phrases), [cause for p in phrases for cause in p.causes])


def signed(phrases: Sequence[Phrase], sign: Piece) -> list[Phrase]:
    """The phrases behind a sign, with the sign as the first word of each."""
    return [phrase_of([sign, *p.words], p.causes) for p in phrases] or [phrase_of([sign])]


def distributed(clause: Clause) -> Clause:
    """The clause with each figure behind its own phrase: 微博、微信分别发布信息4条、3条."""
    figures = clause.figures
    phrases = figures[0].phrases if figures else []
    if not 1 < len(phrases) == len(figures) or any(counted.phrases for counted in figures[1:]):
        return clause
    last = phrases[-1].words
    places = [place for place, word in enumerate(last) if word.classes & _RESPECTIVE]
    if not places:
        return clause
    shared = last[places[0] + 1 :]
    own = [*(phrase.words for phrase in phrases[:-1]), last[: places[0]]]
    return attrs.evolve(
        clause,
        figures=[
            Counted([phrase_of([*words, *shared], phrases[0].causes)], counted.each, counted.piece)
            for counted, words in zip(figures, own, strict=True)
        ],
    )


def labelled(clause: Clause, before: Clause | None) -> Clause:
    """The clause with the label before its colon: 微信公众号:发布信息212条; 主动公开信息数:175条."""
    if before is None or clause.mark != "COLON" or not clause.figures or says_figures(before):
        return clause
    first = clause.figures[0]
    label = words_of(before.ending)
    if not label or len(before.ending) > 1:
        return clause
    # A figure that stands alone behind the colon is that of whatever the label says.
    if first.phrases and any(w.terminal not in _LABELS for w in label):
        return clause
    phrases = first.phrases or [phrase_of([])]
    head = phrase_of([*label, *phrases[0].words], phrases[0].causes, phrases[0].notes)
    told = Counted([head, *phrases[1:]], first.each, first.piece)
    return attrs.evolve(clause, figures=[told, *clause.figures[1:]])


def says_figures(clause: Clause) -> bool:
    """Whether a clause has figures or a worded zero."""
    return bool(clause.figures or clause.absence)


def says_more(clause: Clause) -> bool:
    """Whether a clause says more than 其中."""
    return bool(clause.figures or clause.ending or clause.absence)
