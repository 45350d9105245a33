"""What the words before a figure say: its subject, and classes that their places give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from gikparse.data.files import read_toml
from gikparse.facts.phrases import words_of
from gikparse.facts.pieces import Piece
from gikparse.facts.syntax import Phrase

#: Two phrases side by side that name different subjects share no figure of one.
MIXED = "mixed"

_RANKS = ("weak", "light", "medium", "strong")
_MEDIUM, _STRONG = _RANKS.index("medium"), _RANKS.index("strong")
#: How requests come in.
WAYS = frozenset({"in_person", "fax", "mail", "online", "email", "website", "net", "mixed_mail"})
_CHANNELS = frozenset(
    {"website", "net", "wechat", "weibo", "two_micro", "gazette", "media", "other_way"}
)
_CHANNELS_AND_WAYS = _CHANNELS | WAYS
#: Channels that are one: the agency's site is on the net.
_SAME_CHANNEL = {"net": "website", "online": "website"}


class Features(NamedTuple):
    """What phrases say of the figure behind them.

    Attributes:
        subject: The class of what is counted, "" for none, `MIXED` for several.
        classes: All classes of the words, and those that their places give.
        open: Whether a word that no list has stands straight before the figure.
        outcome: The outcome of requests that they name, None for none or several.
    """

    subject: str
    classes: frozenset[str]
    open: bool = False
    outcome: str | None = None

    def having(self, *classes: str) -> Features:
        """The same with more classes."""
        return Features(self.subject, self.classes.union(classes), self.open, self.outcome)


def read_features(phrases: Sequence[Phrase], year: int | None = None) -> Features:
    """The features of the phrases before a figure.

    Args:
        phrases: The phrases, side by side.
        year: The report's year, which tells what is carried in from what is carried out.
    """
    words = words_of(phrases)
    stated: set[str] = set().union(*[word.classes for word in words])
    subject, kind = _subject(phrases)
    derived = set(_derived(stated))
    has_outcome = any(word.terminal == "OUTCOME" for word in words)
    if has_outcome and not stated.isdisjoint(_outcome_classes()):
        derived.add("outcome")
    if "carry" in stated:
        derived.update(_carried(words, year))
    if kind:
        derived.add("kind")
    if "etc" in stated and not _is_open_list(phrases):
        stated.discard("etc")
    if "person" in stated and sum("person" in word.classes for word in words) > 1:
        stated.discard("person")  # 公民、法人和其他组织 are all
    if _combined(phrases, _CHANNELS_AND_WAYS):
        derived.add("channels")
    if not stated.isdisjoint(_DISCLOSURE) or _is_caused(phrases):
        derived.add("disclosure")
    return Features(
        subject=subject,
        classes=frozenset(stated | derived),
        open=bool(words) and words[-1].terminal == "TEXT",
        outcome=_outcome(phrases) if has_outcome else None,
    )


_DISCLOSURE = frozenset(
    {"disclosure", "government", "info", "request", "proactive", "disclose", "undisclosed"}
)


def _is_caused(phrases: Sequence[Phrase]) -> bool:
    """Whether disclosure is said to have brought about what is counted."""
    causes = (cause for phrase in phrases for cause in phrase.causes)
    return any(not word.classes.isdisjoint(_DISCLOSURE) for cause in causes for word in cause)


def _is_open_list(phrases: Sequence[Phrase]) -> bool:
    """Whether 等 ends a list of what is counted; in 通知、公告等各类信息 a subject follows it."""
    for phrase in phrases:
        place = _subject_place(phrase.words)
        for word in phrase.words[place or 0 :]:
            if "etc" in word.classes:
                return True
    return False


def _derived(stated: set[str]) -> Iterator[str]:
    """Classes that stand for several others."""
    if not stated.isdisjoint(WAYS):
        yield "way"
    if not stated.isdisjoint(_CHANNELS):
        channels = {_SAME_CHANNEL.get(c, c) for c in stated & _CHANNELS}
        yield "channel"
        if len(channels) > 1:
            yield "channels"
        for channel in ("wechat", "weibo", "two_micro", "gazette", "media"):
            if channels == {channel}:
                yield f"{channel}_only"
    if "request" in stated or "apply" in stated:
        yield "request_word"


def _carried(words: Sequence[Piece], year: int | None) -> Iterator[str]:
    """Whether what is carried over comes from the year before or goes to the next."""
    carries = [place for place, word in enumerate(words) if "carry" in word.classes]
    for carry in carries:
        if any(_is_past(word, year) for word in words[max(carry - 2, 0) : carry]):
            yield "carried_in"
        elif any(_is_next(word, year) for word in words[max(carry - 1, 0) : carry + 3]):
            yield "carried_out"  # 结转下年, 下年度结转
        elif any(_is_past(word, year) for word in words[carry : carry + 3]):
            yield "carried_in"  # 结转上年


def _is_past(word: Piece, year: int | None) -> bool:
    return "past" in word.classes or bool(word.year and year and word.year < year)


def _is_next(word: Piece, year: int | None) -> bool:
    return "next" in word.classes or bool(word.year and year and word.year > year)


# --- subjects


def _subject(phrases: Sequence[Phrase]) -> tuple[str, bool]:
    """The subject of a figure, and whether words that no list has stand straight before it.

    Of phrases side by side the last one counts: those before it may be channels.
    """
    for phrase in reversed(phrases):
        place = _subject_place(phrase.words)
        if place is not None:
            kind = place > 0 and _names_kind(phrase.words[place - 1], phrase.words[place])
            subject = _class_of(phrase.words[place])
            mixed = len(phrases) > 1 and _subjects(phrases, _ranks()[subject]) - {subject}
            return (MIXED if mixed else subject), kind
    return "", False


def _names_kind(before: Piece, subject: Piece) -> bool:
    """Whether a word says what kind of subject: 环境信息, 收费标准信息."""
    return before.terminal == "TEXT" or ("thing" in before.classes and before.end == subject.start)


def _subject_place(words: Sequence[Piece]) -> int | None:
    """Where the strongest subject stands, the last of equals."""
    found, highest = None, 0
    for place, word in enumerate(words):
        rank = _rank_of(word.classes)
        if rank is not None and rank >= highest:
            found, highest = place, rank
    return found


def _subjects(phrases: Sequence[Phrase], beside: int) -> set[str]:
    """The subjects of phrases that share a figure with one of some rank.

    Beside a strong one all but weak ones count; weak ones share their figure with any.
    """
    least = _RANKS.index("light" if beside == _STRONG else "medium")
    if beside < _MEDIUM:
        return set()
    found = set()
    for phrase in phrases:
        place = _subject_place(phrase.words)
        if place is not None and (_rank_of(phrase.words[place].classes) or 0) >= least:
            found.add(_class_of(phrase.words[place]))
    return found


def _class_of(word: Piece) -> str:
    return _subject_class(word.classes)


@cache
def _subject_class(classes: frozenset[str]) -> str:
    """The class of highest rank, the first of equals."""
    return max(sorted(classes & _ranks().keys()), key=_ranks().__getitem__)


@cache
def _rank_of(classes: frozenset[str]) -> int | None:
    """The rank of a word's classes, None where none of them is a subject."""
    return max((rank for name, rank in _ranks().items() if name in classes), default=None)


@cache
def _ranks() -> Mapping[str, int]:
    subjects = read_toml("frames")["subjects"]
    return {name: rank for rank, group in enumerate(_RANKS) for name in subjects[group]}


# --- what stands side by side


def _combined(phrases: Sequence[Phrase], kinds: frozenset[str]) -> bool:
    """Whether phrases side by side name different members of a group of classes."""
    if len(phrases) < 2:
        return False
    named = [_named(phrase, kinds) for phrase in phrases]
    told = [names for names in named if names]
    return len(told) > 1 and len({frozenset(names) for names in told}) > 1


def _named(phrase: Phrase, kinds: frozenset[str]) -> set[str]:
    classes = chain.from_iterable(word.classes & kinds for word in phrase.words)
    return {_SAME_CHANNEL.get(c, c) for c in classes}


def _outcome(phrases: Sequence[Phrase]) -> str | None:
    """The outcome that phrases name; of one phrase's the first in the list of frames.toml."""
    if _combined(phrases, _outcome_classes()):
        return None
    words = [word for phrase in phrases for word in phrase.words if word.terminal == "OUTCOME"]
    classes = set(chain.from_iterable(word.classes for word in words))
    return (
        next((id_ for name, id_ in outcomes().items() if name in classes), None) if words else None
    )


@cache
def _outcome_classes() -> frozenset[str]:
    return frozenset(outcomes())


@cache
def outcomes() -> Mapping[str, str]:
    """The classes of outcomes and their indicators, those that cover others first."""
    ids: dict[str, str] = read_toml("frames")["outcomes"]
    return ids
