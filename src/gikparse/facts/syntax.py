"""The structure of sentences: clauses, figures with what stands before them, worded zeros."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from gikparse.facts.patience import at_once_or_one_by_one
from gikparse.facts.tidying import MARKS, SIGNS, WORDS, tidy
from gikparse.facts.tokens import Piece
from gikparse.grammar import compile_grammar

if TYPE_CHECKING:
    from lark import Lark, Token


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
    tidied = [tidy(sentence) for sentence in sentences]
    told = [pieces for pieces in tidied if pieces]
    read = iter([structure or [] for structure in at_once_or_one_by_one(parse_tidied, told)])
    return [next(read) if pieces else [] for pieces in tidied]


def parse_tidied(sentences: Sequence[list[Piece]]) -> list[Sentence]:
    """The structure of sentences that are tidy and not empty."""
    if not sentences:
        return []
    parsed: Any = _parser().parse(sentences)
    structures: list[Sentence] = parsed
    return structures


#: Terminals that the grammar leaves out of the tree.
_FILTERED = {name: f"_{name}" for name in ("AND", "CAUSE", "RAISE", "OPEN", "CLOSE")}
_DIVIDING = MARKS | {"OPEN", "CLOSE"}
_PLAIN = WORDS | {"AND", "CAUSE", "RAISE"}


def _terminals(sentence: Sequence[Piece]) -> Iterator[tuple[str, Any]]:
    """The terminals of the grammar; a clause of words alone is one, which saves time."""
    clause: list[Piece] = []
    before = ""
    for piece in (*sentence, None):
        if piece is not None and piece.terminal not in _DIVIDING:
            clause.append(piece)
            continue
        goes_on = before == "CLOSE" or (piece is not None and piece.terminal == "OPEN")
        before = piece.terminal if piece else ""
        if clause and not goes_on and all(word.terminal in _PLAIN for word in clause):
            yield "PLAIN", clause
        else:
            for word in clause:
                yield _FILTERED.get(word.terminal, word.terminal), word
        clause = []
        if piece is not None:
            yield _FILTERED.get(piece.terminal, piece.terminal), piece


@cache
def _parser() -> Lark:
    from lark import Token, Transformer
    from lark.lexer import Lexer

    class Resolved(Lexer):
        """Hands the pieces to the parser, each sentence closed by a stop."""

        __future_interface__ = 2  # `lex` is given the state, whose text is what `parse` was given

        def __init__(self, _: object) -> None: ...

        def lex(self, lexer_state: Any, _: Any) -> Iterator[Token]:
            for sentence in lexer_state.text:
                for name, value in _terminals(sentence):
                    token = Token(name, "")
                    token.value = value
                    yield token
                yield Token("_STOP", "")

    class Structure(Transformer[Token, list[Sentence]]):
        """Puts the parts together while the parser runs."""

        facts = staticmethod(_as_list)
        sentence = staticmethod(_clauses)
        note = staticmethod(_note)
        plain = staticmethod(_plain)
        clause = staticmethod(_clause)
        figure = staticmethod(_figure)
        absence = staticmethod(_absence)
        waiver = staticmethod(_absence)
        phrases = staticmethod(_as_list)
        phrase = staticmethod(_phrase)
        cause = staticmethod(_cause)

    return compile_grammar("facts", start="facts", lexer=Resolved, transformer=Structure())


# --- what the parser calls for each rule; a token's value is its piece


def _as_list(parts: list[Any]) -> list[Any]:
    return parts


def _clauses(parts: list[Any]) -> list[Clause]:
    clauses = []
    mark: str | None = None
    for part in parts:
        if isinstance(part, Clause):
            clauses.append(part._replace(mark=mark))
        else:
            mark = part.type
    return clauses


def _note(parts: list[Any]) -> Note:
    return Note(_clauses(parts))


def _plain(parts: list[Token]) -> Clause:
    phrases: list[Phrase] = []
    pieces: list[Piece] = parts[0].value
    for piece in pieces:
        if piece.terminal == "AND" or not phrases:
            phrases.append(Phrase([], [], []))
        if piece.terminal in WORDS:
            phrases[-1].words.append(piece)
    return Clause(None, None, [], phrases, None)


def _clause(parts: list[Any]) -> Clause:
    lead = parts[0].value if _is_token(parts[0]) else None
    figures = [part for part in parts if isinstance(part, Counted)]
    absence = parts[-1] if isinstance(parts[-1], Absence) else None
    ending = parts[-1] if isinstance(parts[-1], list) else []
    return Clause(None, lead, figures, ending, absence)


def _figure(parts: list[Any]) -> Counted:
    phrases = parts[0] if isinstance(parts[0], list) else []
    each = any(_is_token(part) and part.type == "EACH" for part in parts)
    return Counted(phrases, each, parts[-1].value)


def _absence(parts: list[Any]) -> Absence:
    sign = next(n for n, part in enumerate(parts) if _is_token(part) and part.type in SIGNS)
    behind = parts[sign + 1 :]
    return Absence(
        before=parts[0] if sign else [],
        sign=parts[sign].value,
        phrases=[phrase for part in behind if isinstance(part, list) for phrase in part],
        figures=[part.value for part in behind if _is_token(part)],
    )


def _phrase(parts: list[Any]) -> Phrase:
    return Phrase(
        words=[part.value for part in parts if _is_token(part)],
        causes=[part for part in parts if isinstance(part, list)],
        notes=[part for part in parts if isinstance(part, Note)],
    )


def _cause(tokens: list[Token]) -> list[Piece]:
    return [token.value for token in tokens]


def _is_token(part: object) -> bool:
    return hasattr(part, "type")
