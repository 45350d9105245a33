"""What a figure in a sentence counts."""

from __future__ import annotations

from collections.abc import Sequence

from gikparse.facts.classes import classes
from gikparse.facts.clauses import Clause, Counted, Phrase
from gikparse.facts.features import MIXED, Features
from gikparse.facts.figures import Figure
from gikparse.facts.frames import VERBS, Frame, Place, match_frames
from gikparse.facts.measures import counted_nouns, counts_noun
from gikparse.facts.memory import OTHER_TOTAL, Memory, Stated
from gikparse.facts.phrases import alone, joined

#: Units of these kinds measure and do not count.
_MEASURING = frozenset({"share", "duration", "score", "measure"})
#: What behind a figure says what was done with it, and adverbs before that.
_ACTS = classes("VERB", "OUTCOME", "QUALIFIER")
_ADVERBS = "均已都全并皆"
#: What stands beside the total: 比上年增加912条.
_ASIDE = classes("compare", "share")
_CARRIED = classes("carried_in", "carried_out")
#: What names figures of requests and of information without the total that they follow.
_OF_REQUESTS = classes("receive", "answer", "submit", "new")
#: How sure a figure is that states all, that leaves its subject out, that has no unit.
_PLAIN, _BRIEF, _BARE = 0.95, 0.8, 0.6


def read_figure(
    memory: Memory, counted: Counted, tail: Sequence[Phrase], following: Clause | None
) -> None:
    """Read a figure, and remember it.

    Args:
        memory: What the paragraph has said so far.
        counted: The figure, with the phrases before it.
        tail: The phrase behind it.
        following: The next clause.
    """
    figure = counted.piece.figure
    if figure is None or figure.kind in _MEASURING:
        return
    readings = [counted.phrases]
    if (counted.each or not figure.value) and len(counted.phrases) > 1:
        readings = [alone(phrase, counted.phrases) for phrase in counted.phrases]
    ids: list[str] = []
    subject, verbs = "", 0
    features = Features("", 0)
    for phrases in readings:
        features = memory.features(phrases, following)
        verbs = memory.verbs(features.classes)
        if not (features.subject and _counts_another(memory.text, figure, tail)):
            place = memory.place(features, figure.kind or "bare", verbs)
            frames, subject = _frames_and_subject(memory, features, place, phrases, tail)
            if frames:
                ids += _take(memory, frames, features, figure)
    memory.last = Stated(figure, tuple(ids), verbs, subject)
    if memory.part is None and not features.classes & _ASIDE:
        memory.total = (ids[0] if ids else OTHER_TOTAL, figure)
        memory.total_is_ours = memory.times.ours


def _frames_and_subject(
    memory: Memory,
    features: Features,
    place: Place,
    phrases: Sequence[Phrase],
    tail: Sequence[Phrase],
) -> tuple[list[Frame], str]:
    """The frames of a figure, and its subject: that before it, or else that behind it."""
    before = _frames(memory, features, place)
    is_open = features.open and place.unit != "person"
    if not tail or features.subject not in ("", "staff") or is_open:
        return before, features.subject
    behind = memory.features(joined(phrases, tail), None)
    behind.open = False
    if before and behind.subject == features.subject:
        return before, features.subject
    place = memory.place(behind, place.unit, memory.verbs(behind.classes), tail=True)
    return _frames(memory, behind, place) or before, behind.subject


def _frames(memory: Memory, features: Features, place: Place) -> list[Frame]:
    """The frames of a figure as a part of the total, or else as a figure of its own."""
    found = match_frames(features, place)
    if not found and not memory.led and _stands_alone(features, place.total):
        total, place.total = place.total, None
        frames = match_frames(features, place)
        found = [frame for frame in frames if frame.total and frame.id != total]
    return found


def _stands_alone(features: Features, total: str | None) -> bool:
    """Whether words among the parts of a total name what is counted without it."""
    if features.subject in ("", MIXED) or total is None:
        return False
    if features.subject in ("request", "apply", "government", "info"):
        return bool(features.classes & _OF_REQUESTS)
    # Kinds of information are listed without a verb: 其中政策解读4条.
    of_information = total.startswith((OTHER_TOTAL, "proactive", "channel"))
    return not of_information or bool(features.classes & VERBS)


def _counts_another(text: str, figure: Figure, tail: Sequence[Phrase]) -> bool:
    """Whether a figure counts a noun behind it and not the subject before it: 10个方面."""
    if text.startswith(counted_nouns(), figure.end):
        return True
    if not counts_noun(figure.unit):
        return False
    words = tail[0].words if tail else []
    acts = words and words[0].start == figure.end and words[0].classes & _ACTS
    following = text[figure.end : figure.end + 1]
    return "\u4e00" <= following <= "\u9fff" and not acts and following not in _ADVERBS


def _take(memory: Memory, frames: Sequence[Frame], features: Features, figure: Figure) -> list[str]:
    """Note the facts that a figure states; those of others only end the list of parts."""
    bodies = memory.bodies
    frames = [f for f in frames if not (bodies.office and f.group == "published")]
    if any(frame.total and OTHER_TOTAL not in frame.of for frame in frames):
        memory.part = memory.split = None
    if not (memory.times.ours or features.classes & _CARRIED):
        return []
    frames = [frame for frame in frames if bodies.ours or frame.anyone]
    if bodies.office:
        frames = [frame for frame in frames if not memory.is_stated(frame.id)]
    for frame in frames:
        sure = _BARE if figure.unit is None else _PLAIN if features.subject else _BRIEF
        memory.add(frame.id, figure, sure)
    return [frame.id for frame in frames]
