"""Bring the pieces of a sentence into an order that the grammar accepts, whatever they were."""

from __future__ import annotations

from collections.abc import Sequence

from gikparse.facts.classes import classes
from gikparse.facts.clauses import Clause, Phrase, continue_with
from gikparse.facts.pieces import Piece
from gikparse.grammar import Resolved

MARKS = frozenset({"COMMA", "SEMICOLON", "COLON"})
SIGNS = frozenset({"NEGATION", "WAIVER"})
_WORDS = classes(
    *("SUBJECT", "VERB", "CHANNEL", "OUTCOME", "QUALIFIER", "TIME", "SCOPE", "TEXT"),
)
_MARKS, _SIGNS = classes(*MARKS), classes(*SIGNS)
#: Words of these classes may stand for more than a word.
_JOINING = classes("and", "each", "cause")
_CAUSE, _RAISE, _EACH, _AND, _PART = (
    classes(name) for name in ("cause", "raise", "each", "and", "part")
)
_FILL, _QUANTITY = classes("FILL"), classes("QUANTITY")
#: Terminals of a clause of words alone.
_PLAIN = frozenset({"PHRASES", "AND", "_CAUSE", "_RAISE"})
#: What ends the search for what a cause leads to: marks, figures and signs, and what it
#: leads to itself, as in 因政府信息公开申请行政复议.
_BREAKS = classes(*MARKS, *SIGNS, "QUANTITY", "OPEN", "CLOSE", "PART")
_RESULTS = classes("review", "litigation", "complaint", "appeal")
#: Between a cause and what it raises are at most so many words.
LONGEST_CAUSE = 10


def tidy(sentence: Sequence[Piece]) -> list[Resolved]:
    """The pieces of a sentence as tokens in an order that the grammar accepts, whatever they were.

    Words in a row are one token, with those side by side with them, and so are clauses
    of words alone. Marks without anything between them go, a part opens a clause of its
    own, a second negation in a clause is a word like others, and words that join or
    distribute stand only where there is something to join or to distribute.
    """
    tidied = _Tidied()
    raised = -1
    for place, piece in enumerate(sentence):
        found, phrase = piece.classes, tidied.phrase
        if found & _WORDS and not found & _JOINING and place > raised:
            if phrase is None:
                tidied.word(piece)
            else:
                phrase.words.append(piece)
                phrase.classes |= found
        elif place < raised:
            if found & _WORDS:
                tidied.word(piece)
            elif piece.terminal == "AND":
                tidied.join()
        elif place == raised:
            tidied.append("_RAISE", piece)
        elif found & _CAUSE and (end := _raise(sentence, place)):
            raised = end
            tidied.append("_CAUSE", piece)
        else:
            following = sentence[place + 1].classes if place + 1 < len(sentence) else 0
            tidied.take(piece, following)
    return tidied.finished()


def _raise(sentence: Sequence[Piece], place: int) -> int | None:
    """Where the word stands that a cause leads to, such as 引起的; None for no cause."""
    for end in range(place + 1, min(place + LONGEST_CAUSE, len(sentence))):
        found = sentence[end].classes
        if found & _RAISE:
            return end
        if found & (_BREAKS | _RESULTS):
            return None
    return None


class _Tidied:
    """Tokens in an order that the grammar accepts."""

    def __init__(self) -> None:
        self._out: list[Resolved] = []
        #: The type of the last one.
        self._last: str | None = None
        #: The phrase that takes further words.
        self.phrase: Phrase | None = None
        # Whether something waits to be joined to what has come last.
        self._joins = False
        # Whether the clause has a sign, for each bracket that is open.
        self._signed = [False]

    def take(self, piece: Piece, following: int) -> None:
        """Take a piece that is no mere word, with the classes of the one behind it."""
        terminal, found = piece.terminal, piece.classes
        if found & _MARKS:
            self.mark(terminal, piece)
        elif terminal == "QUANTITY":
            self.figure(piece)
        elif found & _SIGNS:
            self.sign(piece)
        elif found & _EACH and following & _QUANTITY:
            self.each(piece)
        elif found & _AND and not found & _FILL:
            self.join()
        elif terminal == "RAISE":
            self.word(piece.as_a("VERB"))
        elif found & _WORDS:
            self.word(piece)
        elif terminal == "OPEN":
            self.open(piece)
        elif terminal == "CLOSE":
            self.close(piece)
        elif terminal == "PART":
            self.part(piece)

    def word(self, piece: Piece) -> None:
        if self._last == "PHRASES" and not self._joins:
            phrase = self.phrase = self._out[-1].value[-1]
            phrase.words.append(piece)
            phrase.classes |= piece.classes
            return
        phrase = Phrase([piece], piece.classes)
        if self._last == "PHRASES":
            self._out[-1].value.append(phrase)
            self._joins = False
        else:
            self.append("PHRASES", [phrase])
        self.phrase = phrase

    def append(self, terminal: str, value: Piece | list[Phrase]) -> None:
        if self._joins:
            self._out.append(Resolved("AND"))
            self._joins = False
        self.phrase = None
        self._last = terminal
        self._out.append(Resolved(terminal, value))

    def join(self) -> None:
        if self._last in ("PHRASES", "_CLOSE"):
            self._joins = True
            self.phrase = None

    def figure(self, piece: Piece) -> None:
        if self._joins and self._counted():
            # 1名局长分管、2名兼职人员负责: what stands before belongs to the figure before.
            self.mark("COMMA", piece)
        self._joins = False
        self.append("QUANTITY", piece)

    def open(self, piece: Piece) -> None:
        self.append("_OPEN", piece)
        self._signed.append(False)

    def close(self, piece: Piece) -> None:
        self._end_clause()
        self._signed.pop()
        if self._last == "_OPEN":
            self._pop()
        else:
            self.append("_CLOSE", piece)

    def mark(self, terminal: str, piece: Piece) -> None:
        self._joins = self._signed[-1] = False
        if self._last in MARKS:
            # The stronger mark stays: what a colon announces goes on behind a comma.
            if terminal != "COMMA":
                self._pop()
                self.append(terminal, piece)
        elif self._last not in (None, "_OPEN"):
            self._gather()
            self.append(terminal, piece)

    def sign(self, piece: Piece) -> None:
        if self._joins:
            self.mark("COMMA", piece)
        if self._signed[-1]:
            self.word(piece.as_a("TEXT"))
        else:
            self.append(piece.terminal, piece)
            self._signed[-1] = True

    def part(self, piece: Piece) -> None:
        self._joins = False
        at_start = self._last in MARKS or self._last in (None, "_OPEN")
        if piece.classes & _PART or at_start or self._last == "QUANTITY":
            if self._last == "PART":
                return
            if not at_start:
                self.mark("COMMA", piece)
            self.append("PART", piece)

    def each(self, piece: Piece) -> None:
        self._joins = False
        if not self._signed[-1]:
            self.append("EACH", piece)

    def finished(self) -> list[Resolved]:
        self._end_clause()
        return self._out

    def _end_clause(self) -> None:
        self._joins = False
        while self._last in MARKS:
            self._pop()
        self._gather()

    def _counted(self) -> bool:
        """Whether the clause has a figure with words behind it."""
        for token in reversed(self._out):
            if token.type in MARKS or token.type == "_OPEN":
                return False
            if token.type == "QUANTITY":
                return True
        return False

    def _gather(self) -> None:
        """Make one token of the last clause, if it is of words alone and in no bracket's way.

        With clauses of words alone before it, it is a part of theirs.
        """
        out = self._out
        start = len(out)
        while start and out[start - 1].type in _PLAIN:
            start -= 1
        before = out[start - 1].type if start else "_OPEN"
        if start == len(out) or not (before in MARKS or before == "_OPEN"):
            return
        clause = Clause(None, None, (), _plain_phrases(out[start:]), None)
        if start > 1 and out[start - 2].type == "PLAIN":
            clause.mark = before
            out[start - 2].value.append(clause)
            del out[start - 1 :]
        else:
            out[start:] = [Resolved("PLAIN", [clause])]
        self._last, self.phrase = "PLAIN", None

    def _pop(self) -> None:
        self._out.pop()
        self._last = self._out[-1].type if self._out else None
        self.phrase = None


def _plain_phrases(tokens: list[Resolved]) -> list[Phrase]:
    """The phrases of a clause of words alone, in which a cause is words like others."""
    if len(tokens) == 1 and tokens[0].type == "PHRASES":
        phrases: list[Phrase] = tokens[0].value
        return phrases
    phrases = [Phrase([], 0)]
    for token in tokens:
        if token.type == "PHRASES":
            continue_with(phrases, token.value)
        elif token.type == "AND":
            phrases.append(Phrase([], 0))
    return phrases
