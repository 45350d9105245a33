"""The structure of sentences: clauses, figures with what stands before them, worded zeros."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import Any

from gikparse.facts.clauses import Absence, Clause, Counted, Note, Phrase, Sentence, continue_with
from gikparse.facts.patience import at_once_or_one_by_one
from gikparse.facts.pieces import Piece
from gikparse.facts.tidying import SIGNS, tidy
from gikparse.grammar import Maker, Resolved, TokenParser


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
    makers: dict[str, Maker] = {
        "facts": _listed,
        "sentence": _sentence,
        "clauses": _clauses,
        "note": _note,
        "clause": _clause,
        "figure": _figure,
        "absence": _absence,
        "waiver": _absence,
        "phrases": _phrases,
        "cause": _cause,
    }
    return TokenParser("facts", makers)


# --- what the parser calls for each rule


def _listed(parts: list[Any]) -> list[Any]:
    """One more for a list, or the first."""
    if len(parts) == 1:
        return parts
    parts[0].append(parts[1])
    found: list[Any] = parts[0]
    return found


def _sentence(parts: list[list[Clause]]) -> list[Clause]:
    return parts[0]


def _note(parts: list[list[Clause]]) -> Note:
    return Note(parts[0])


def _clauses(parts: list[Any]) -> list[Clause]:
    """More clauses, behind their mark, or the first."""
    clauses: list[Clause]
    clauses, mark = (parts[0], parts[1].type) if len(parts) > 1 else ([], None)
    last = parts[-1]
    further = [last] if last.__class__ is Clause else last.value
    further[0].mark = mark
    clauses += further
    return clauses


def _clause(parts: list[Any]) -> Clause:
    figures: list[Counted] = []
    clause = Clause(None, None, figures, (), None)
    for part in parts:
        kind = part.__class__
        if kind is Counted:
            figures.append(part)
        elif kind is Absence:
            clause.absence = part
        elif kind is list or part.type == "PHRASES":
            clause.ending = _plain(part)
        else:
            clause.lead = part.value
    return clause


def _figure(parts: list[Any]) -> Counted:
    each = len(parts) > 1 and parts[-2].__class__ is Resolved and parts[-2].type == "EACH"
    phrases = parts[: -2 if each else -1]
    return Counted(_plain(phrases[0]) if phrases else [], each, parts[-1].value)


def _absence(parts: list[Any]) -> Absence:
    sign = next(
        place
        for place, part in enumerate(parts)
        if part.__class__ is Resolved and part.type in SIGNS
    )
    absence = Absence(_plain(parts[0]) if sign else [], parts[sign].value, [], [])
    for part in parts[sign + 1 :]:
        if part.__class__ is Resolved and part.type == "QUANTITY":
            absence.figures.append(part.value)
        else:
            absence.phrases.extend(_plain(part))
    return absence


def _plain(part: Any) -> list[Phrase]:
    """The phrases of a part: a token of mere words, or what its causes and notes have made of it."""
    phrases: list[Phrase] = part if part.__class__ is list else part.value
    return phrases


def _phrases(parts: list[Any]) -> list[Phrase]:
    """Phrases with causes and notes among their words."""
    phrases: list[Phrase] = parts[0] if parts[0].__class__ is list else [Phrase([], 0)]
    for part in parts:
        last = phrases[-1]
        if part.__class__ is Note:
            last.notes = (*last.notes, part)
        elif part.__class__ is tuple:
            last.causes = (*last.causes, part)
        elif part is not phrases and part.type == "AND":
            phrases.append(Phrase([], 0))
        elif part is not phrases:
            continue_with(phrases, part.value)
    return phrases


def _cause(tokens: list[Resolved]) -> tuple[Piece, ...]:
    plain = (phrase for token in tokens if token.type == "PHRASES" for phrase in token.value)
    return tuple(word for phrase in plain for word in phrase.words)
