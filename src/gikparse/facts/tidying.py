"""Bring the pieces of a sentence into an order that the grammar accepts, whatever they were."""

from __future__ import annotations

from collections.abc import Sequence

from gikparse.facts.pieces import Piece
from gikparse.grammar import Resolved

MARKS = frozenset({"COMMA", "SEMICOLON", "COLON"})
WORDS = frozenset({"SUBJECT", "VERB", "CHANNEL", "OUTCOME", "QUALIFIER", "TIME", "SCOPE", "TEXT"})
SIGNS = frozenset({"NEGATION", "WAIVER"})
#: Words of these classes may stand for more than a word.
_JOINING = frozenset({"and", "each", "cause"})
#: Terminals of a clause of words alone.
_PLAIN = frozenset({"WORDS", "_AND", "_CAUSE", "_RAISE"})
#: What ends the search for what a cause leads to: marks, figures and signs, and what it
#: leads to itself, as in 因政府信息公开申请行政复议.
_BREAKS = MARKS | SIGNS | {"QUANTITY", "OPEN", "CLOSE", "PART"}
_RESULTS = frozenset({"review", "litigation", "complaint", "appeal"})
#: Between a cause and what it raises are at most so many words.
LONGEST_CAUSE = 10


def tidy(sentence: Sequence[Piece]) -> list[Resolved]:
    """The pieces of a sentence as tokens in an order that the grammar accepts, whatever they were.

    Words in a row are one token, and so is a clause of words alone. Marks without
    anything between them go, a part opens a clause of its own, a second negation in a
    clause is a word like others, and words that join or distribute stand only where
    there is something to join or to distribute.
    """
    tidied = _Tidied()
    raised = -1
    for place, piece in enumerate(sentence):
        if piece.terminal in WORDS and place > raised and piece.classes.isdisjoint(_JOINING):
            if tidied.words is None:
                tidied.word(piece)
            else:
                tidied.words.append(piece)
        elif place == raised:
            tidied.append("_RAISE", piece)
        elif place < raised:
            if piece.terminal in WORDS:
                tidied.word(piece)
            elif piece.terminal == "AND":
                tidied.join(piece)
        elif "cause" in piece.classes and (end := _raise(sentence, place)):
            raised = end
            tidied.append("_CAUSE", piece)
        else:
            following = sentence[place + 1].terminal if place + 1 < len(sentence) else ""
            tidied.take(piece, following)
    return tidied.finished()


def _raise(sentence: Sequence[Piece], place: int) -> int | None:
    """Where the word stands that a cause leads to, such as 引起的; None for no cause."""
    for end in range(place + 1, min(place + LONGEST_CAUSE, len(sentence))):
        piece = sentence[end]
        if "raise" in piece.classes:
            return end
        if piece.terminal in _BREAKS or piece.classes & _RESULTS:
            return None
    return None


class _Tidied:
    """Tokens in an order that the grammar accepts."""

    def __init__(self) -> None:
        self._out: list[Resolved] = []
        #: The words in a row that have come last.
        self.words: list[Piece] | None = None
        # Whether the clause has a sign, for each bracket that is open.
        self._signed = [False]

    def take(self, piece: Piece, following: str) -> None:
        """Take a piece that is no mere word."""
        terminal = piece.terminal
        if terminal in MARKS:
            self.mark(terminal, piece)
        elif terminal in SIGNS:
            self.sign(piece)
        elif "each" in piece.classes and following == "QUANTITY":
            self.each(piece)
        elif "and" in piece.classes and terminal != "FILL":
            self.join(piece)
        elif terminal == "RAISE":
            self.word(piece._replace(terminal="VERB"))
        elif terminal in WORDS:
            self.word(piece)
        elif terminal == "QUANTITY":
            self.figure(piece)
        elif terminal in ("OPEN", "CLOSE", "PART"):
            {"OPEN": self.open, "CLOSE": self.close, "PART": self.part}[terminal](piece)

    def word(self, piece: Piece) -> None:
        if self.words is None:
            self.words = []
            self._out.append(Resolved("WORDS", self.words))
        self.words.append(piece)

    def append(self, terminal: str, piece: Piece) -> None:
        self.words = None
        self._out.append(Resolved(terminal, piece))

    def join(self, piece: Piece) -> None:
        if self._last in ("WORDS", "_CLOSE"):
            self.append("_AND", piece)

    def figure(self, piece: Piece) -> None:
        if self._last == "_AND" and self._counted():
            # 1名局长分管、2名兼职人员负责: what stands before belongs to the figure before.
            self.mark("COMMA", piece)
        self._drop("_AND")
        self.append("QUANTITY", piece)

    def open(self, piece: Piece) -> None:
        self.append("_OPEN", piece)
        self._signed.append(False)

    def close(self, piece: Piece) -> None:
        self._drop("_AND", *MARKS)
        self._gather()
        self._signed.pop()
        if self._last == "_OPEN":
            self._out.pop()
        else:
            self.append("_CLOSE", piece)

    def mark(self, terminal: str, piece: Piece) -> None:
        self._drop("_AND")
        self._signed[-1] = False
        if self._last in MARKS:
            # The stronger mark stays: what a colon announces goes on behind a comma.
            if terminal != "COMMA":
                self._out[-1] = Resolved(terminal, piece)
        elif self._last not in (None, "_OPEN"):
            self._gather()
            self.append(terminal, piece)

    def sign(self, piece: Piece) -> None:
        if self._last == "_AND":
            self.mark("COMMA", piece)
        if self._signed[-1]:
            self.word(piece._replace(terminal="TEXT"))
        else:
            self.append(piece.terminal, piece)
            self._signed[-1] = True

    def part(self, piece: Piece) -> None:
        self._drop("_AND")
        at_start = self._last in MARKS or self._last in (None, "_OPEN")
        if "part" in piece.classes or at_start or self._last == "QUANTITY":
            if self._last == "PART":
                return
            if not at_start:
                self.mark("COMMA", piece)
            self.append("PART", piece)

    def each(self, piece: Piece) -> None:
        self._drop("_AND")
        if not self._signed[-1]:
            self.append("EACH", piece)

    def finished(self) -> list[Resolved]:
        self._drop("_AND", *MARKS)
        self._gather()
        return self._out

    def _counted(self) -> bool:
        """Whether the clause has a figure with words behind it."""
        for token in reversed(self._out[:-1]):
            if token.type in MARKS or token.type == "_OPEN":
                return False
            if token.type == "QUANTITY":
                return True
        return False

    def _gather(self) -> None:
        """Make one token of the last clause, if it is of words alone and in no bracket's way."""
        start = len(self._out)
        while start and self._out[start - 1].type in _PLAIN:
            start -= 1
        before = self._out[start - 1].type if start else "_OPEN"
        if start < len(self._out) and (before in MARKS or before == "_OPEN"):
            self._out[start:] = [Resolved("PLAIN", self._out[start:])]
            self.words = None

    @property
    def _last(self) -> str | None:
        return self._out[-1].type if self._out else None

    def _drop(self, *terminals: str) -> None:
        """Take back the last tokens of some kinds."""
        while self._out and self._out[-1].type in terminals:
            self._out.pop()
            self.words = None
