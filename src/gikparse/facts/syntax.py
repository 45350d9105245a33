"""The structure of sentences: clauses, figures with what stands before them, worded zeros."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

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
    if not any(tidied):
        return [[] for _ in tidied]
    found: Iterator[Sentence] = iter(_parser().parse([t for t in tidied if t]))  # type: ignore[arg-type]
    return [next(found) if pieces else [] for pieces in tidied]


# --- from pieces to what the grammar expects

_MARKS = {"COMMA", "SEMICOLON", "COLON"}
_WORDS = {"SUBJECT", "VERB", "CHANNEL", "OUTCOME", "QUALIFIER", "TIME", "SCOPE", "TEXT"}
_SIGNS = {"NEGATION", "WAIVER"}
#: Between a cause and what it raises are at most so many words.
LONGEST_CAUSE = 10


def tidy(sentence: Sequence[Piece]) -> list[Piece]:
    """The pieces of a sentence in an order that the grammar accepts, whatever they were.

    Marks without anything between them go, a part opens a clause of its own, a
    second negation in a clause is a word like others, and words that join or
    distribute stand only where there is something to join or to distribute.
    """
    tidied = _Tidied()
    raised = -1
    for place, piece in enumerate(sentence):
        following = sentence[place + 1].terminal if place + 1 < len(sentence) else ""
        if place < raised:
            if piece.terminal in _WORDS or piece.terminal == "AND":
                tidied.append(piece)
        elif place == raised:
            tidied.append(piece._replace(terminal="RAISE"))
        elif "cause" in piece.classes and (end := _raise(sentence, place)):
            raised = end
            tidied.append(piece._replace(terminal="CAUSE"))
        elif piece.terminal == "OPEN":
            tidied.open(piece)
        elif piece.terminal == "CLOSE":
            tidied.close(piece)
        elif piece.terminal in _MARKS:
            tidied.mark(piece)
        elif piece.terminal in _SIGNS:
            tidied.sign(piece)
        elif piece.terminal == "PART":
            tidied.part(piece)
        elif "each" in piece.classes and following == "QUANTITY":
            tidied.each(piece)
        elif "and" in piece.classes and piece.terminal != "FILL":
            tidied.append(piece._replace(terminal="AND"))
        elif piece.terminal == "RAISE":
            tidied.append(piece._replace(terminal="VERB"))
        elif piece.terminal in _WORDS or piece.terminal == "QUANTITY":
            tidied.append(piece)
    return tidied.finished()


def _raise(sentence: Sequence[Piece], place: int) -> int | None:
    """Where the word stands that a cause leads to, such as 引起的; None for no cause."""
    for end in range(place + 1, min(place + LONGEST_CAUSE, len(sentence))):
        piece = sentence[end]
        if "raise" in piece.classes:
            return end
        if piece.terminal in _MARKS | _SIGNS | {"QUANTITY", "OPEN", "CLOSE", "PART"}:
            return None
        if piece.classes & _RESULTS:
            return None
    return None


#: What a cause leads to: 因政府信息公开申请行政复议.
_RESULTS = frozenset({"review", "litigation", "complaint", "appeal"})


class _Tidied:
    """Pieces in an order that the grammar accepts."""

    def __init__(self) -> None:
        self._out: list[Piece] = []
        # Whether the clause has a sign, for each bracket that is open.
        self._signed = [False]

    def append(self, piece: Piece) -> None:
        if piece.terminal == "AND":
            if self._last in _WORDS | {"CLOSE"}:
                self._out.append(piece)
        else:
            if piece.terminal == "QUANTITY" and self._last == "AND" and self._counted():
                # 1名局长分管、2名兼职人员负责: what stands before belongs to the figure before.
                self.mark(self._comma(piece))
            if piece.terminal not in _WORDS | {"CAUSE"}:
                self._drop("AND")
            self._out.append(piece)

    def open(self, piece: Piece) -> None:
        self._out.append(piece)
        self._signed.append(False)

    def close(self, piece: Piece) -> None:
        self._drop("AND", *_MARKS)
        self._signed.pop()
        if self._last == "OPEN":
            self._out.pop()
        else:
            self._out.append(piece)

    def mark(self, piece: Piece) -> None:
        self._drop("AND")
        self._signed[-1] = False
        if self._last in _MARKS:
            # The stronger mark stays: what a colon announces goes on behind a comma.
            if piece.terminal != "COMMA":
                self._out[-1] = piece
        elif self._last not in (None, "OPEN"):
            self._out.append(piece)

    def sign(self, piece: Piece) -> None:
        if self._last == "AND":
            self.mark(self._comma(piece))
        if self._signed[-1]:
            self.append(piece._replace(terminal="TEXT"))
        else:
            self._out.append(piece)
            self._signed[-1] = True

    def part(self, piece: Piece) -> None:
        self._drop("AND")
        at_start = self._last in _MARKS | {None, "OPEN"}
        if "part" in piece.classes or at_start or self._last == "QUANTITY":
            if self._last == "PART":
                return
            if not at_start:
                self.mark(self._comma(piece))
            self._out.append(piece)

    def each(self, piece: Piece) -> None:
        self._drop("AND")
        if not self._signed[-1]:
            self._out.append(piece._replace(terminal="EACH"))

    def finished(self) -> list[Piece]:
        self._drop("AND", *_MARKS)
        return self._out

    def _counted(self) -> bool:
        """Whether the clause has a figure with words behind it."""
        for piece in reversed(self._out[:-1]):
            if piece.terminal in _MARKS or piece.terminal == "OPEN":
                return False
            if piece.terminal == "QUANTITY":
                return True
        return False

    @property
    def _last(self) -> str | None:
        return self._out[-1].terminal if self._out else None

    def _drop(self, *terminals: str) -> None:
        """Take back the last pieces of some kinds."""
        while self._last in terminals:
            self._out.pop()

    @staticmethod
    def _comma(piece: Piece) -> Piece:
        return Piece("COMMA", frozenset(), piece.start, piece.start)


# --- the grammar

#: Terminals that the grammar leaves out of the tree.
_FILTERED = {"AND", "CAUSE", "RAISE", "OPEN", "CLOSE"}


@cache
def _parser() -> Lark:
    from lark import Token
    from lark.lexer import Lexer

    class Resolved(Lexer):
        """Hands the pieces to the parser, each sentence closed by a stop."""

        __future_interface__ = 2  # `lex` is given the state, whose text is what `parse` was given

        def __init__(self, _: object) -> None: ...

        def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:
            for sentence in lexer_state.text:
                for piece in sentence:
                    name = piece.terminal
                    token = Token(f"_{name}" if name in _FILTERED else name, "")
                    token.value = piece
                    yield token
                yield Token("_STOP", "")

    return compile_grammar("facts", start="facts", lexer=Resolved, transformer=_structure())


def _structure() -> Any:
    from lark import Transformer

    class Structure(Transformer):  # type: ignore[type-arg]
        """Puts the parts together while the parser runs."""

        def facts(self, sentences: list[Sentence]) -> list[Sentence]:
            return sentences

        def sentence(self, parts: list[Any]) -> Sentence:
            return list(_clauses(parts))

        def note(self, parts: list[Any]) -> Note:
            return Note(list(_clauses(parts)))

        def clause(self, parts: list[Any]) -> Clause:
            lead = parts[0].value if _is_token(parts[0]) else None
            figures = [part for part in parts if isinstance(part, Counted)]
            absence = parts[-1] if isinstance(parts[-1], Absence) else None
            ending = parts[-1] if isinstance(parts[-1], list) else []
            return Clause(None, lead, figures, ending, absence)

        def figure(self, parts: list[Any]) -> Counted:
            phrases = parts[0] if isinstance(parts[0], list) else []
            each = any(_is_token(part) and part.type == "EACH" for part in parts)
            return Counted(phrases, each, parts[-1].value)

        def absence(self, parts: list[Any]) -> Absence:
            place = next(i for i, p in enumerate(parts) if _is_token(p) and p.type != "QUANTITY")
            behind = parts[place + 1 :]
            return Absence(
                before=parts[0] if place else [],
                sign=parts[place].value,
                phrases=[phrase for part in behind if isinstance(part, list) for phrase in part],
                figures=[part.value for part in behind if _is_token(part)],
            )

        waiver = absence

        def phrases(self, parts: list[Phrase]) -> list[Phrase]:
            return parts

        def phrase(self, parts: list[Any]) -> Phrase:
            return Phrase(
                words=[part.value for part in parts if _is_token(part)],
                causes=[part for part in parts if isinstance(part, list)],
                notes=[part for part in parts if isinstance(part, Note)],
            )

        def cause(self, tokens: list[Token]) -> list[Piece]:
            return [token.value for token in tokens]

    return Structure()


def _is_token(part: object) -> bool:
    return hasattr(part, "type")


def _clauses(parts: list[Any]) -> Iterator[Clause]:
    """The clauses, each with the mark before it."""
    mark: str | None = None
    for part in parts:
        if isinstance(part, Clause):
            yield part._replace(mark=mark)
        else:
            mark = part.type
