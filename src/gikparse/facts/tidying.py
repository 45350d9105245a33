"""Bring the pieces of a sentence into an order that the grammar accepts, whatever they were."""

from __future__ import annotations

from collections.abc import Sequence

from gikparse.facts.tokens import Piece

MARKS = {"COMMA", "SEMICOLON", "COLON"}
WORDS = {"SUBJECT", "VERB", "CHANNEL", "OUTCOME", "QUALIFIER", "TIME", "SCOPE", "TEXT"}
SIGNS = {"NEGATION", "WAIVER"}
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
        if place > raised and piece.terminal in WORDS and piece.classes.isdisjoint(_JOINING):
            tidied.add(piece)
        elif place == raised:
            tidied.append(piece._replace(terminal="RAISE"))
        elif place < raised:
            if piece.terminal in WORDS or piece.terminal == "AND":
                tidied.append(piece)
        elif "cause" in piece.classes and (end := _raise(sentence, place)):
            raised = end
            tidied.append(piece._replace(terminal="CAUSE"))
        else:
            following = sentence[place + 1].terminal if place + 1 < len(sentence) else ""
            tidied.take(piece, following)
    return tidied.finished()


#: Words of these classes may stand for more than a word.
_JOINING = frozenset({"and", "each", "cause"})


def _raise(sentence: Sequence[Piece], place: int) -> int | None:
    """Where the word stands that a cause leads to, such as 引起的; None for no cause."""
    for end in range(place + 1, min(place + LONGEST_CAUSE, len(sentence))):
        piece = sentence[end]
        if "raise" in piece.classes:
            return end
        if piece.terminal in MARKS | SIGNS | {"QUANTITY", "OPEN", "CLOSE", "PART"}:
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
        self.add = self._out.append
        # Whether the clause has a sign, for each bracket that is open.
        self._signed = [False]

    def take(self, piece: Piece, following: str) -> None:
        """Take the next piece."""
        if piece.terminal in MARKS:
            self.mark(piece)
        elif piece.terminal in SIGNS:
            self.sign(piece)
        elif "each" in piece.classes and following == "QUANTITY":
            self.each(piece)
        elif "and" in piece.classes and piece.terminal != "FILL":
            self.append(piece._replace(terminal="AND"))
        elif piece.terminal == "RAISE":
            self.append(piece._replace(terminal="VERB"))
        elif piece.terminal in WORDS or piece.terminal == "QUANTITY":
            self.append(piece)
        elif piece.terminal in ("OPEN", "CLOSE", "PART"):
            {"OPEN": self.open, "CLOSE": self.close, "PART": self.part}[piece.terminal](piece)

    def append(self, piece: Piece) -> None:
        if piece.terminal == "AND":
            if self._last in WORDS | {"CLOSE"}:
                self._out.append(piece)
        else:
            if piece.terminal == "QUANTITY" and self._last == "AND" and self._counted():
                # 1名局长分管、2名兼职人员负责: what stands before belongs to the figure before.
                self.mark(self._comma(piece))
            if piece.terminal not in WORDS | {"CAUSE"}:
                self._drop("AND")
            self._out.append(piece)

    def open(self, piece: Piece) -> None:
        self._out.append(piece)
        self._signed.append(False)

    def close(self, piece: Piece) -> None:
        self._drop("AND", *MARKS)
        self._signed.pop()
        if self._last == "OPEN":
            self._out.pop()
        else:
            self._out.append(piece)

    def mark(self, piece: Piece) -> None:
        self._drop("AND")
        self._signed[-1] = False
        if self._last in MARKS:
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
        at_start = self._last in MARKS | {None, "OPEN"}
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
        self._drop("AND", *MARKS)
        return self._out

    def _counted(self) -> bool:
        """Whether the clause has a figure with words behind it."""
        for piece in reversed(self._out[:-1]):
            if piece.terminal in MARKS or piece.terminal == "OPEN":
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
