"""The structure of sentences: clauses, figures with what stands before them, worded zeros."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from gikparse.facts.patience import at_once_or_one_by_one
from gikparse.facts.pieces import Piece
from gikparse.facts.tidying import SIGNS, tidy
from gikparse.grammar import Resolved, TokenParser, compile_token_grammar


class Note(NamedTuple):
    """What stands in brackets."""

    clauses: list[Clause]


class Phrase(NamedTuple):
    """Words that belong together.

    Attributes:
        words: The words.
        causes: What brought about what the words name: 因政府信息公开申请引起的.
        notes: What stands in brackets among them.
    """

    words: list[Piece]
    causes: list[list[Piece]]
    notes: list[Note]


class Counted(NamedTuple):
    """A figure, and the phrases before it that say what it counts.

    Attributes:
        phrases: The phrases side by side.
        each: Whether the figure holds for each of them.
        piece: The figure.
    """

    phrases: list[Phrase]
    each: bool
    piece: Piece


class Absence(NamedTuple):
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


class Clause(NamedTuple):
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
    figures: list[Counted]
    ending: list[Phrase]
    absence: Absence | None


Sentence = list[Clause]


def parse_sentences(sentences: Iterable[Sequence[Piece]]) -> list[Sentence]:
    """The structure of sentences.

    Args:
        sentences: Their pieces.

    Returns:
        One entry a sentence; one without words has no clauses.
    """
    tidied = [tidy(sentence) if sentence else [] for sentence in sentences]
    told = [tokens for tokens in tidied if tokens]
    read = iter([structure or [] for structure in at_once_or_one_by_one(parse_tidied, told)])
    return [next(read) if tokens else [] for tokens in tidied]


def parse_tidied(sentences: Sequence[list[Resolved]]) -> list[Sentence]:
    """The structure of sentences that are tidy and not empty."""
    if not sentences:
        return []
    tokens = chain.from_iterable((*sentence, _STOP) for sentence in sentences)
    structures: list[Sentence] = _parser().parse(tokens)
    return structures


_STOP = Resolved("_STOP")


@cache
def _parser() -> TokenParser:
    from lark import Transformer

    class Structure(Transformer[Resolved, list[Sentence]]):
        """Puts the parts together while the parser runs."""

        facts = staticmethod(_listed)
        sentence = staticmethod(_sentence)
        clauses = staticmethod(_clauses)
        note = staticmethod(_note)
        clause = staticmethod(_clause)
        figure = staticmethod(_figure)
        absence = staticmethod(_absence)
        waiver = staticmethod(_absence)
        phrases = staticmethod(_listed)
        phrase = staticmethod(_phrase)
        cause = staticmethod(_cause)

    return compile_token_grammar("facts", transformer=Structure())


# --- what the parser calls for each rule


def _listed(parts: list[Any]) -> list[Any]:
    """One more for a list, or the first."""
    if len(parts) == 1:
        return parts
    parts[0].append(parts[1])
    found: list[Any] = parts[0]
    return found


def _clauses(parts: list[Any]) -> list[Clause]:
    """One more clause, behind its mark, or the first."""
    clauses: list[Clause]
    clauses, mark = (parts[0], parts[1].type) if len(parts) > 1 else ([], None)
    last = parts[-1]
    if isinstance(last, Clause):
        _, lead, figures, ending, absence = last
        clauses.append(Clause(mark, lead, figures, ending, absence))
    else:
        clauses.append(Clause(mark, None, [], _plain_phrases(last.value), None))
    return clauses


def _sentence(parts: list[list[Clause]]) -> list[Clause]:
    return parts[0]


def _note(parts: list[list[Clause]]) -> Note:
    return Note(parts[0])


def _plain_phrases(tokens: list[Resolved]) -> list[Phrase]:
    """The phrases of a clause of words alone."""
    if len(tokens) == 1:
        return [Phrase(tokens[0].value, [], [])]
    phrases = [Phrase([], [], [])]
    for token in tokens:
        if token.type == "WORDS":
            phrases[-1].words.extend(token.value)
        elif token.type == "_AND":
            phrases.append(Phrase([], [], []))
    return phrases


def _clause(parts: list[Any]) -> Clause:
    lead = parts[0].value if isinstance(parts[0], Resolved) else None
    figures = [part for part in parts if isinstance(part, Counted)]
    absence = parts[-1] if isinstance(parts[-1], Absence) else None
    ending = parts[-1] if isinstance(parts[-1], list) else []
    return Clause(None, lead, figures, ending, absence)


def _figure(parts: list[Any]) -> Counted:
    phrases = parts[0] if isinstance(parts[0], list) else []
    each = any(isinstance(part, Resolved) and part.type == "EACH" for part in parts)
    return Counted(phrases, each, parts[-1].value)


def _absence(parts: list[Any]) -> Absence:
    tokens = [place for place, part in enumerate(parts) if isinstance(part, Resolved)]
    sign = next(place for place in tokens if parts[place].type in SIGNS)
    behind = parts[sign + 1 :]
    return Absence(
        before=parts[0] if sign else [],
        sign=parts[sign].value,
        phrases=[phrase for part in behind if isinstance(part, list) for phrase in part],
        figures=[part.value for part in behind if isinstance(part, Resolved)],
    )


def _phrase(parts: list[Any]) -> Phrase:
    if len(parts) == 1 and isinstance(parts[0], Resolved):
        return Phrase(parts[0].value, [], [])
    return Phrase(
        words=[word for part in parts if isinstance(part, Resolved) for word in part.value],
        causes=[part for part in parts if isinstance(part, list)],
        notes=[part for part in parts if isinstance(part, Note)],
    )


def _cause(tokens: list[Resolved]) -> list[Piece]:
    return [word for token in tokens for word in token.value]
