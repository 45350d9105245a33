"""Frames: what a figure with some features counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import attrs

from gikparse.data.files import read_toml
from gikparse.facts.features import Features


def _set(values: Iterable[str] | None) -> frozenset[str] | None:
    return None if values is None else frozenset(values)


@attrs.frozen(kw_only=True)
class Frame:
    """A frame of `data/frames.toml`, whose comments say what its fields mean."""

    id: str
    group: str = ""
    subject: frozenset[str] | None = attrs.field(default=None, converter=_set)
    any: frozenset[str] = attrs.field(default=(), converter=frozenset)
    all: frozenset[str] = attrs.field(default=(), converter=frozenset)
    none: frozenset[str] = attrs.field(default=(), converter=frozenset)
    units: frozenset[str] = attrs.field(default=(), converter=frozenset)
    verbs: frozenset[str] | None = attrs.field(default=None, converter=_set)
    context: str | None = None
    topic: frozenset[str] = attrs.field(default=(), converter=frozenset)
    part: bool | None = None
    of: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    tail: bool = True
    total: bool = False
    anyone: bool = False

    def may_fit(self, subject: str, unit: str, *, tail: bool, part: bool) -> bool:
        """Whether a figure with some subject and unit may be of this frame."""
        return (
            (self.subject is None or subject in self.subject)
            and (not self.units or unit in self.units)
            and (self.tail or not tail)
            and (bool(self.of) or self.part is None or self.part == part)
        )

    def fits(self, classes: frozenset[str], place: Place) -> bool:
        """Whether a figure with some classes at a place is of this frame, if it may be."""
        return (
            self.none.isdisjoint(classes)
            and (not self.any or not self.any.isdisjoint(classes))
            and self.all <= classes
            and (self.context is None or self.context in place.contexts)
            and (not self.topic or not self.topic.isdisjoint(place.topics))
            and (self.verbs is None or not self.verbs.isdisjoint(place.verbs or {""}))
            and (not self.of or self._is_of(place.total or place.near or ""))
        )

    def _is_of(self, total: str) -> bool:
        return any(total == id_ or total.startswith(f"{id_}.") for id_ in self.of)


class Place(NamedTuple):
    """Where a figure stands, as far as that decides what it counts.

    Attributes:
        unit: What its unit measures, "bare" for none.
        contexts: What the section or the sentences before are about.
        topics: The topics of its sections.
        verbs: The verbs before it, or those of the figure before that it shares.
        total: The indicator of the total that it is a part of, "?" for another total,
            None for no part.
        near: The indicator that the sentence has stated before.
        tail: Whether words behind the figure are among its features.
    """

    unit: str = "bare"
    contexts: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    total: str | None = None
    near: str | None = None
    tail: bool = False


#: Verbs as far as frames ask for them.
VERBS = frozenset(
    {
        *("receive", "submit", "new", "answer", "proactive", "disclose", "produce", "issue"),
        *("charge", "hold", "attend", "occur", "interpret", "arrange", "employ", "forward"),
    }
)
#: An outcome is of a request, and says nothing of it where another thing is counted.
_OUTCOME_SUBJECTS = ("", "request", "apply", "government", "info", "file")


def match_frames(features: Features, place: Place) -> Iterator[Frame]:
    """The frames that a figure is of, one of each group at most."""
    if features.open or not _never().isdisjoint(features.classes):
        return
    groups: set[str] = set()
    subject, classes, *_ = features
    part = place.total is not None
    for frame, group, asked in _frames_of(subject, place.unit, tail=place.tail, part=part):
        if asked and asked.isdisjoint(classes):
            continue
        if group not in groups and frame.fits(classes, place):
            groups.add(frame.group)
            yield frame
    if features.outcome and "outcome" not in groups and _has_outcome(features, place):
        yield Frame(id=features.outcome, group="outcome")


def _has_outcome(features: Features, place: Place) -> bool:
    """Whether a figure is of requests with an outcome."""
    return (
        features.subject in _OUTCOME_SUBJECTS
        and "request" in place.contexts
        and place.unit in ("item", "event", "bare")
        and (place.total is None or place.total.startswith("request"))
        and features.classes.isdisjoint({"carry", "disclose", "proactive", "withdrawn", "produce"})
    )


def match_zeros(features: Features, place: Place) -> Iterator[Frame]:
    """The frames of worded zeros that a negated phrase is of."""
    ids: set[str] = set()
    for frame in _zeros_of(features.subject):
        if frame.id not in ids and frame.fits(features.classes, place):
            ids.add(frame.id)
            yield frame


@cache
def frames() -> tuple[Frame, ...]:
    """The frames of figures, in order."""
    return tuple(Frame(**entry) for entry in _data()["frames"])


@cache
def _frames_of(
    subject: str, unit: str, *, tail: bool, part: bool
) -> tuple[tuple[Frame, str, frozenset[str]], ...]:
    """The frames that a figure may be of, in order, with their group and what they ask for."""
    fitting = [f for f in frames() if f.may_fit(subject, unit, tail=tail, part=part)]
    return tuple((frame, frame.group, frame.any or frame.all) for frame in fitting)


@cache
def _zeros_of(subject: str) -> tuple[Frame, ...]:
    """The frames that a worded zero may be of, in order."""
    bare = Place()
    return tuple(f for f in zeros() if f.may_fit(subject, bare.unit, tail=False, part=False))


@cache
def zeros() -> tuple[Frame, ...]:
    """The frames of worded zeros, in order."""
    return tuple(Frame(**entry) for entry in _data()["zeros"])


@cache
def silent() -> Mapping[str, Any]:
    """What a section counts that says nothing but 无."""
    entries: dict[str, Any] = _data()["silent"]
    return entries


@cache
def together() -> tuple[str, ...]:
    """Words that say of all requests how they came."""
    return tuple(_data()["together"]["words"])


@cache
def _never() -> frozenset[str]:
    return frozenset(_data()["never"]["classes"])


@cache
def _data() -> dict[str, Any]:
    return read_toml("frames")
