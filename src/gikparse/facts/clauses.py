"""What sentences consist of: phrases, figures with what they count, clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from gikparse.facts.pieces import Piece


@attrs.define
class Phrase:
    """Words that belong together.

    Attributes:
        words: The words.
        classes: All classes of the words.
        causes: What brought about what the words name: 因政府信息公开申请引起的.
        notes: What stands in brackets among them.
    """

    words: list[Piece]
    classes: int
    causes: Sequence[Sequence[Piece]] = ()
    notes: Sequence[Note] = ()


@attrs.define
class Note:
    """What stands in brackets."""

    clauses: list[Clause]


@attrs.define
class Counted:
    """A figure, and the phrases before it that say what it counts.

    Attributes:
        phrases: The phrases side by side.
        each: Whether the figure holds for each of them.
        piece: The figure.
    """

    phrases: list[Phrase]
    each: bool
    piece: Piece


@attrs.define
class Absence:
    """A worded zero: what is negated stands behind the sign.

    Attributes:
        before: The phrases before the sign.
        sign: 未, 没有, 暂不收费.
        phrases: The phrases behind it.
        figures: Figures among them: 没有接到一起投诉.
    """

    before: list[Phrase]
    sign: Piece
    phrases: list[Phrase]
    figures: list[Piece]


@attrs.define
class Clause:
    """What stands between two marks.

    Attributes:
        mark: The mark before it; None for the first.
        lead: 其中 and the like.
        figures: The figures with what they count.
        ending: The phrases behind the last figure.
        absence: A worded zero.
    """

    mark: str | None
    lead: Piece | None
    figures: Sequence[Counted]
    ending: Sequence[Phrase]
    absence: Absence | None


Sentence = list[Clause]


def phrase_of(
    words: Iterable[Piece], causes: Sequence[Sequence[Piece]] = (), notes: Sequence[Note] = ()
) -> Phrase:
    """Some words as a phrase."""
    listed = list(words)
    return Phrase(listed, classes_of(listed), causes, notes)


def classes_of(things: Iterable[Piece | Phrase]) -> int:
    """All classes of words or of phrases."""
    found = 0
    for thing in things:
        found |= thing.classes
    return found


def continue_with(phrases: list[Phrase], others: Sequence[Phrase]) -> None:
    """Go on with other phrases of mere words, of which the first continues the last one here.

    The others stay as they are, whatever is added here later.
    """
    first, *further = others
    phrases[-1].words.extend(first.words)
    phrases[-1].classes |= first.classes
    phrases.extend(Phrase([*phrase.words], phrase.classes) for phrase in further)
