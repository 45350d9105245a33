"""Worded zeros: 未收到申请, 没有收取任何费用, 无行政复议、行政诉讼."""

from __future__ import annotations

from gikparse.facts.clauses import Absence, classes_of
from gikparse.facts.features import Features, read_features
from gikparse.facts.frames import VERBS, Place, match_zeros
from gikparse.facts.memory import SETTING, Memory
from gikparse.facts.phrases import alone, joined, merged, signed, words_of

#: Subjects that name what comes behind them: 未产生依申请信息检索、复印等费用.
_NAMING = ("request", "apply", "info", "government")


def read_absence(memory: Memory, absence: Absence) -> None:
    """Read a negated phrase as zeros: of what stands behind the sign, or else before it.

    Args:
        memory: What the paragraph has said so far.
        absence: The phrase.
    """
    if classes_of(absence.before) & SETTING:
        memory.hear(absence.before)
    if not (memory.bodies.ours and memory.times.ours):
        return
    sign = absence.sign
    behind = [alone(phrase, absence.phrases) for phrase in absence.phrases] or [[]]
    found = False
    for phrases in behind:
        features = memory.features(signed(phrases, sign), None)
        end = max((word.end for word in words_of(phrases)), default=sign.end)
        if not (features.open and features.subject in _NAMING and phrases is not behind[-1]):
            found |= _add_zeros(memory, features, sign.start, end)
    if not found and read_features(absence.before).subject:
        for phrase in absence.before:
            # 行政复议、行政诉讼均未发生
            whole = joined([merged([*signed([phrase], sign), *absence.phrases])], [])
            _add_zeros(memory, memory.features(whole, None), sign.start, sign.end)


def _add_zeros(memory: Memory, features: Features, start: int, end: int) -> bool:
    """Add the zeros that a phrase states; whether there are any."""
    place = Place(
        contexts=memory.contexts(features.classes),
        topics=memory.setting.topics,
        verbs=features.classes & VERBS,
    )
    ids = [frame.id for frame in match_zeros(features, place)]
    for id_ in ids:
        memory.add_zero(id_, start, end)
    return bool(ids)
