"""What the words before a figure say: its subject, and classes that their places give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import attrs

from gikparse.data.files import read_toml
from gikparse.facts.classes import classes, names_in
from gikparse.facts.clauses import Phrase, classes_of
from gikparse.facts.phrases import words_of
from gikparse.facts.pieces import Piece

#: Two phrases side by side that name different subjects share no figure of one.
MIXED = "mixed"

_RANKS = ("weak", "light", "medium", "strong")
_MEDIUM, _STRONG = _RANKS.index("medium"), _RANKS.index("strong")
_WAY_NAMES = ("in_person", "fax", "mail", "online", "email", "website", "net", "mixed_mail")
#: How requests come in.
WAYS = classes(*_WAY_NAMES)
_CHANNEL_NAMES = (
    *("website", "net", "wechat", "weibo", "two_micro", "gazette", "media", "other_way"),
)
_CHANNELS = classes(*_CHANNEL_NAMES)
#: Channels that are one: the agency's site is on the net.
_ON_THE_NET, _WEBSITE = classes("net", "online"), classes("website")
#: What stands for a channel that is named alone.
_ALONE = {
    classes(channel): classes(f"{channel}_only")
    for channel in ("wechat", "weibo", "two_micro", "gazette", "media")
}
_ETC, _PERSON, _CARRY, _OUTCOME = (classes(n) for n in ("etc", "person", "carry", "OUTCOME"))
_OUTCOME_TOLD, _KIND, _SEVERAL = classes("outcome"), classes("kind"), classes("channels")
_WAY, _CHANNEL = classes("way"), classes("channel")
_ASKED, _ASKING = classes("request", "apply"), classes("request_word")
_CARRIED_IN, _CARRIED_OUT = classes("carried_in"), classes("carried_out")
_PAST, _NEXT, _THING = classes("past"), classes("next"), classes("thing")
_CHANNELS_AND_WAYS, _CHANNELS_WAYS_AND_ASKED = _CHANNELS | WAYS, _CHANNELS | WAYS | _ASKED
#: Words on which more depends than their classes.
_TELLING = _OUTCOME | _CHANNELS_WAYS_AND_ASKED | _CARRY | _ETC | _PERSON
_TEXT, _OF_DISCLOSURE = classes("TEXT"), classes("disclosure")
_DISCLOSURE = classes(
    *("disclosure", "government", "info", "request", "proactive", "disclose", "undisclosed")
)


@attrs.define
class Features:
    """What phrases say of the figure behind them.

    Attributes:
        subject: The class of what is counted, "" for none, `MIXED` for several.
        classes: All classes of the words, and those that their places give.
        open: Whether a word that no list has stands straight before the figure.
        outcome: The outcome of requests that they name, None for none or several.
    """

    subject: str
    classes: int
    open: bool = False
    outcome: str | None = None


def read_features(phrases: Sequence[Phrase], year: int | None = None) -> Features:
    """The features of the phrases before a figure.

    Args:
        phrases: The phrases, side by side.
        year: The report's year, which tells what is carried in from what is carried out.
    """
    stated = phrases[0].classes if len(phrases) == 1 else classes_of(phrases)
    subject, kind = _subject(phrases) if stated & _subject_classes() else ("", False)
    found = Features(subject, stated | _KIND if kind else stated)
    if stated & _TELLING:
        _derive(found, phrases, year)
    if len(phrases) > 1 and _combined(phrases, _CHANNELS_AND_WAYS):
        found.classes |= _SEVERAL
    if stated & _DISCLOSURE or _is_caused(phrases):
        found.classes |= _OF_DISCLOSURE
    if stated & _TEXT:
        words = words_of(phrases)
        found.open = bool(words) and words[-1].terminal == "TEXT"
    return found


def _derive(found: Features, phrases: Sequence[Phrase], year: int | None) -> None:
    """Add the classes that others give, and take back those that do not count."""
    stated = found.classes
    if stated & _OUTCOME:
        found.outcome = _outcome(phrases)
        if stated & _outcome_classes():
            found.classes |= _OUTCOME_TOLD
    if told := stated & _CHANNELS_WAYS_AND_ASKED:
        found.classes |= _derived(told)
    if stated & _CARRY:
        found.classes |= _carried(words_of(phrases), year)
    if stated & _ETC and not _is_open_list(phrases):
        found.classes &= ~_ETC
    if stated & _PERSON and sum(bool(w.classes & _PERSON) for w in words_of(phrases)) > 1:
        found.classes &= ~_PERSON  # 公民、法人和其他组织 are all


def _is_caused(phrases: Sequence[Phrase]) -> bool:
    """Whether disclosure is said to have brought about what is counted."""
    for phrase in phrases:
        if any(classes_of(cause) & _DISCLOSURE for cause in phrase.causes):
            return True
    return False


def _is_open_list(phrases: Sequence[Phrase]) -> bool:
    """Whether 等 ends a list of what is counted; in 通知、公告等各类信息 a subject follows it."""
    for phrase in phrases:
        place = _subject_place(phrase.words)
        if classes_of(phrase.words[place or 0 :]) & _ETC:
            return True
    return False


@cache
def _derived(stated: int) -> int:
    """Classes that stand for several others."""
    derived = _WAY if stated & WAYS else 0
    if channels := stated & _CHANNELS:
        channels = _as_one(channels)
        derived |= _CHANNEL | _ALONE.get(channels, 0)
        if channels.bit_count() > 1:
            derived |= _SEVERAL
    return derived | (_ASKING if stated & _ASKED else 0)


def _as_one(channels: int) -> int:
    """Channels, with those that are one under one name."""
    return channels & ~_ON_THE_NET | _WEBSITE if channels & _ON_THE_NET else channels


def _carried(words: Sequence[Piece], year: int | None) -> int:
    """Whether what is carried over comes from the year before or goes to the next."""
    carried = 0
    for carry in [place for place, word in enumerate(words) if word.classes & _CARRY]:
        if any(_is_past(word, year) for word in words[max(carry - 2, 0) : carry]):
            carried |= _CARRIED_IN
        elif any(_is_next(word, year) for word in words[max(carry - 1, 0) : carry + 3]):
            carried |= _CARRIED_OUT  # 结转下年, 下年度结转
        elif any(_is_past(word, year) for word in words[carry : carry + 3]):
            carried |= _CARRIED_IN  # 结转上年
    return carried


def _is_past(word: Piece, year: int | None) -> bool:
    return bool(word.classes & _PAST or (word.year and year and word.year < year))


def _is_next(word: Piece, year: int | None) -> bool:
    return bool(word.classes & _NEXT or (word.year and year and word.year > year))


# --- subjects


def _subject(phrases: Sequence[Phrase]) -> tuple[str, bool]:
    """The subject of a figure, and whether words that no list has stand straight before it.

    Of phrases side by side the last one counts: those before it may be channels.
    """
    for phrase in reversed(phrases):
        place = _subject_place(phrase.words)
        if place is not None:
            kind = place > 0 and _names_kind(phrase.words[place - 1], phrase.words[place])
            subject = _class_of(phrase.words[place].classes)
            mixed = len(phrases) > 1 and _subjects(phrases, _ranks()[subject]) - {subject}
            return (MIXED if mixed else subject), kind
    return "", False


def _names_kind(before: Piece, subject: Piece) -> bool:
    """Whether a word says what kind of subject: 环境信息, 收费标准信息."""
    return before.terminal == "TEXT" or (
        bool(before.classes & _THING) and before.end == subject.start
    )


def _subject_place(words: Sequence[Piece]) -> int | None:
    """Where the strongest subject stands, the last of equals."""
    found, highest, subjects = None, 0, _subject_classes()
    for place, word in enumerate(words):
        if word.classes & subjects:
            rank = _rank_of(word.classes)
            if rank >= highest:
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
        if place is not None and _rank_of(phrase.words[place].classes) >= least:
            found.add(_class_of(phrase.words[place].classes))
    return found


@cache
def _class_of(stated: int) -> str:
    """The class of highest rank, the first of equals."""
    return max(sorted(names_in(stated) & _ranks().keys()), key=_ranks().__getitem__)


@cache
def _rank_of(stated: int) -> int:
    """The rank of the classes of a subject."""
    return max(rank for name, rank in _ranks().items() if stated & classes(name))


@cache
def _ranks() -> Mapping[str, int]:
    subjects = read_toml("frames")["subjects"]
    return {name: rank for rank, group in enumerate(_RANKS) for name in subjects[group]}


@cache
def _subject_classes() -> int:
    return classes(*_ranks())


# --- what stands side by side


def _combined(phrases: Sequence[Phrase], kinds: int) -> bool:
    """Whether phrases side by side name different members of a group of classes."""
    if len(phrases) < 2:
        return False
    return len({_as_one(named) for phrase in phrases if (named := phrase.classes & kinds)}) > 1


def _outcome(phrases: Sequence[Phrase]) -> str | None:
    """The outcome that phrases name; of one phrase's the first in the list of frames.toml."""
    if _combined(phrases, _outcome_classes()):
        return None
    words = [word for phrase in phrases for word in phrase.words if word.terminal == "OUTCOME"]
    stated = classes_of(words)
    return next((id_ for outcome, id_ in _outcome_bits() if stated & outcome), None)


@cache
def _outcome_bits() -> Sequence[tuple[int, str]]:
    return [(classes(name), id_) for name, id_ in outcomes().items()]


@cache
def _outcome_classes() -> int:
    return classes(*outcomes())


@cache
def outcomes() -> Mapping[str, str]:
    """The classes of outcomes and their indicators, those that cover others first."""
    ids: dict[str, str] = read_toml("frames")["outcomes"]
    return ids
