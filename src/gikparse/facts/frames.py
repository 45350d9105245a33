"""Frames: what a figure with some features counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import attrs

from gikparse.data.files import read_toml
from gikparse.facts.classes import classes
from gikparse.facts.features import Features


@attrs.frozen(kw_only=True)
class Frame:
    """A frame of `data/frames.toml`, whose comments say what its fields mean."""

    id: str
    group: str = ""
    subject: Sequence[str] | None = None
    any: int = 0
    all: int = 0
    none: int = 0
    units: Sequence[str] = ()
    verbs: int = 0
    context: int = 0
    topic: int = 0
    part: bool | None = None
    of: Sequence[str] = ()
    tail: bool = True
    total: bool = False
    anyone: bool = False
    #: Classes of which one at least has to be there; none where anything fits.
    asked: int = attrs.field(init=False)

    @asked.default
    def _asked(self) -> int:
        return self.any or self.all

    def may_fit(self, subject: str, unit: str, *, tail: bool, part: bool) -> bool:
        """Whether a figure with some subject and unit may be of this frame."""
        return (
            (self.subject is None or subject in self.subject)
            and (not self.units or unit in self.units)
            and (self.tail or not tail)
            and (bool(self.of) or self.part is None or self.part == part)
        )

    def fits(self, stated: int, place: Place) -> bool:
        """Whether a figure with some classes at a place is of this frame, if it may be."""
        return not (
            self.none & stated
            or (self.any and not self.any & stated)
            or self.all & ~stated
            or self.context & ~place.contexts
            or (self.topic and not self.topic & place.topics)
            or (self.verbs and not self.verbs & (place.verbs or NO_VERB))
            or (self.of and not self._is_of(place.total or place.near or ""))
        )

    def _is_of(self, total: str) -> bool:
        return any(total == id_.removeprefix("=") or total.startswith(f"{id_}.") for id_ in self.of)


@attrs.define
class Place:
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
    contexts: int = 0
    topics: int = 0
    verbs: int = 0
    total: str | None = None
    near: str | None = None
    tail: bool = False


#: Verbs as far as frames ask for them.
VERBS = classes(
    *("receive", "submit", "new", "answer", "proactive", "disclose", "produce", "issue"),
    *("charge", "hold", "attend", "occur", "interpret", "arrange", "employ", "forward"),
)
#: What a frame states that asks for no verb.
NO_VERB = classes("")
#: An outcome is of a request, and says nothing of it where another thing is counted.
_OUTCOME_SUBJECTS = ("", "request", "apply", "government", "info", "file")
_NO_OUTCOME = classes("carry", "disclose", "proactive", "withdrawn", "produce")
_REQUEST = classes("request")


def match_frames(features: Features, place: Place) -> list[Frame]:
    """The frames that a figure is of, one of each group at most."""
    stated = features.classes
    if features.open or stated & _never():
        return []
    found: list[Frame] = []
    groups: set[str] = set()
    part = place.total is not None
    for frame in _frames_of(features.subject, place.unit, tail=place.tail, part=part):
        asked = frame.asked
        if asked and not asked & stated:
            continue
        if frame.group not in groups and frame.fits(stated, place):
            groups.add(frame.group)
            found.append(frame)
    if features.outcome and "outcome" not in groups and _has_outcome(features, place):
        found.append(_frame_of_outcome(features.outcome))
    return found


@cache
def _frame_of_outcome(id_: str) -> Frame:
    return Frame(id=id_, group="outcome")


def _has_outcome(features: Features, place: Place) -> bool:
    """Whether a figure is of requests with an outcome."""
    return bool(
        features.subject in _OUTCOME_SUBJECTS
        and place.contexts & _REQUEST
        and place.unit in ("item", "event", "bare")
        and (place.total is None or place.total.startswith("request"))
        and not features.classes & _NO_OUTCOME
    )


def match_zeros(features: Features, place: Place) -> list[Frame]:
    """The frames of worded zeros that a negated phrase is of."""
    found: dict[str, Frame] = {}
    for frame in _zeros_of(features.subject):
        if frame.id not in found and frame.fits(features.classes, place):
            found[frame.id] = frame
    return list(found.values())


@cache
def frames() -> tuple[Frame, ...]:
    """The frames of figures, in order."""
    return tuple(map(_frame, _data()["frames"]))


def _frame(entry: dict[str, Any]) -> Frame:
    """A frame of the data, which names classes."""
    sets = {name: classes(*entry[name]) for name in _SETS if name in entry}
    context = {"context": classes(entry["context"])} if "context" in entry else {}
    return Frame(**entry | sets | context)


_SETS = ("any", "all", "none", "verbs", "topic")


@cache
def _frames_of(subject: str, unit: str, *, tail: bool, part: bool) -> tuple[Frame, ...]:
    """The frames that a figure may be of, in order."""
    return tuple(f for f in frames() if f.may_fit(subject, unit, tail=tail, part=part))


@cache
def _zeros_of(subject: str) -> tuple[Frame, ...]:
    """The frames that a worded zero may be of, in order."""
    bare = Place()
    return tuple(f for f in zeros() if f.may_fit(subject, bare.unit, tail=False, part=False))


@cache
def zeros() -> tuple[Frame, ...]:
    """The frames of worded zeros, in order."""
    return tuple(map(_frame, _data()["zeros"]))


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
def _never() -> int:
    return classes(*_data()["never"]["classes"])


@cache
def _data() -> dict[str, Any]:
    return read_toml("frames")
