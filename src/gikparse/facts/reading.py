"""Read the sentences of a paragraph: what each figure and each worded zero states."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from gikparse.facts.absences import read_absence
from gikparse.facts.classes import classes, names_in
from gikparse.facts.clauses import Clause, Phrase, Sentence, classes_of
from gikparse.facts.counting import read_figure
from gikparse.facts.features import read_features
from gikparse.facts.findings import Fact, Findings
from gikparse.facts.frames import Place, match_frames, silent, together
from gikparse.facts.memory import OTHER_TOTAL, SETTING, Memory, Stated
from gikparse.facts.parts import add_part
from gikparse.facts.phrases import distributed, labelled, says_more, words_of
from gikparse.facts.sentences import RawSentence
from gikparse.facts.setting import Setting
from gikparse.facts.words import sign_pattern

#: How sure a figure is that another clause explains, and a paragraph that says nothing but 无.
_EXPLAINED, _SILENT = 0.7, 1.0
_PART, _LIST, _ANSWER = classes("part"), classes("list"), classes("answer")
_RECEIVE, _REQUEST, _CARRY = classes("receive"), classes("request"), classes("carry")
_CARRIED = classes("carried_in", "carried_out")


def read_paragraph(
    text: str,
    sentences: Sequence[RawSentence],
    structures: Sequence[Sentence],
    setting: Setting,
) -> Findings:
    """What the sentences of a paragraph state.

    Args:
        text: The paragraph, folded and without elisions.
        sentences: Its sentences.
        structures: The structure of each.
        setting: What is known of it.
    """
    if is_silent(text):
        bare = text.strip(_AROUND)
        start = text.index(bare)
        ids = [id_ for topic in sorted(names_in(setting.topics)) for id_ in silent().get(topic, ())]
        return Findings(facts=[Fact(i, start, start + len(bare), None, _SILENT) for i in ids])
    memory = Memory(text, setting)
    for sentence, clauses in zip(sentences, structures, strict=True):
        memory.start_sentence(sentence, clauses)
        if clauses:
            _read_clauses(memory, clauses)
        else:
            memory.hear_pieces(sentence.pieces)
    memory.findings.ahead = memory.times.ahead
    memory.findings.contexts = memory.context
    return memory.findings


def may_tell(text: str) -> bool:
    """Whether a paragraph without figures may state something."""
    return sign_pattern().search(text) is not None or is_silent(text)


def is_silent(text: str) -> bool:
    """Whether a paragraph says nothing but 无."""
    return len(text) < _LONGEST_SILENT and text.strip(_AROUND) in silent()["words"]


_AROUND = " 。.;,"
_LONGEST_SILENT = 16


def _read_clauses(memory: Memory, clauses: Sequence[Clause]) -> None:
    before: Clause | None = None
    for clause, following in zip_longest(clauses, clauses[1:]):
        memory.start_clause()
        memory.led = False
        if clause.lead or (before and before.lead):
            _read_lead(memory, clause, before)
        if clause.figures:
            told = labelled(clause, before) if clause.mark == "COLON" else clause
            _read_figures(memory, distributed(told), following)
        before = clause
        if clause.absence:
            read_absence(memory, clause.absence)
            memory.ambient |= classes_of(clause.absence.before) | classes_of(clause.absence.phrases)
        elif clause.ending:
            _read_ending(memory, clause)
        for counted in clause.figures:
            for phrase in counted.phrases:
                memory.ambient |= phrase.classes


def _read_lead(memory: Memory, clause: Clause, before: Clause | None) -> None:
    """Take what follows 其中 and the like as parts of the last total."""
    lead = clause.lead or (before.lead if before and not says_more(before) else None)
    memory.led = lead is not None and bool(lead.classes & _PART)
    if clause.lead is None:
        return
    if memory.total and (memory.last or before is None):
        main = "主要" in memory.text[clause.lead.start : clause.lead.end]
        memory.open_split(memory.total, whole=bool(clause.lead.classes & _LIST) and not main)
    elif memory.total:
        memory.part = memory.total[0]
    else:
        memory.part = "request" if memory.is_on_request() else OTHER_TOTAL
    if not memory.last and memory.ambient & _ANSWER and memory.is_on_request():
        # 所有申请均已办结,其中同意公开14件
        memory.part, memory.split = "request.answered", None


def _read_figures(memory: Memory, clause: Clause, following: Clause | None) -> None:
    boundary = clause.lead.end if clause.lead else None
    for place, counted in enumerate(clause.figures):
        last = place == len(clause.figures) - 1
        stated = 0
        for phrase in counted.phrases:
            stated |= phrase.classes
            if phrase.notes:
                _read_notes(memory, phrase)
        if stated & SETTING:
            memory.hear(counted.phrases)
        tail = clause.ending[:1] if last and not clause.absence else ()
        read_figure(memory, counted, tail, following if last else None)
        if memory.split:
            add_part(memory, counted, tail, boundary, "COMMA" if place else clause.mark)
        boundary = counted.piece.end
    if following and memory.total:
        _announce(memory, clause, following)


def _announce(memory: Memory, clause: Clause, following: Clause) -> None:
    """Take a figure before a colon, or one in 在…中, as the total of what follows."""
    figure = clause.figures[-1].piece.figure
    if memory.total and memory.total[1] is figure:
        words = words_of(clause.ending)
        end = words[-1].end if words else clause.figures[-1].piece.end
        is_among = memory.text.startswith(("中,", "之中,"), end)
        if following.figures and (following.mark == "COLON" or is_among):
            memory.open_split(memory.total, whole=not is_among)


def _read_notes(memory: Memory, phrase: Phrase) -> None:
    """Read what stands in brackets as parts of the figure before."""
    for note in phrase.notes:
        if any(clause.figures for clause in note.clauses):
            part, split, last = memory.part, memory.split, memory.last
            if last:
                total = (last.ids[0] if last.ids else OTHER_TOTAL, last.figure)
                lead = note.clauses[0].lead
                memory.open_split(total, whole=lead is None or bool(lead.classes & _LIST))
            else:
                memory.part = OTHER_TOTAL
            _read_clauses(memory, note.clauses)
            memory.part, memory.split, memory.last = part, split, last
        else:
            _read_way(memory, [phrase for clause in note.clauses for phrase in clause.ending])


def _read_way(memory: Memory, phrases: Sequence[Phrase]) -> None:
    """Take a way by which all requests came, as in 1件(当面申请)."""
    if memory.last and "request.received" in memory.last.ids:
        features = read_features(phrases)
        features.classes |= _RECEIVE
        place = Place(unit="item", contexts=_REQUEST)
        for frame in match_frames(features, place):
            if frame.group == "way":
                memory.add(frame.id, memory.last.figure, _EXPLAINED)


def _read_ending(memory: Memory, clause: Clause) -> None:
    """Read what follows the last figure, or a clause without a figure."""
    ending, stated = clause.ending, 0
    for phrase in ending:
        stated |= phrase.classes
        if phrase.notes:
            _read_notes(memory, phrase)
    if stated & SETTING:
        memory.hear(ending)
    memory.ambient |= stated
    last = memory.last
    if clause.figures or last is None:
        return
    if not last.ids:
        if stated & _CARRY:
            _carry_over(memory, last, ending)
    elif (words := words_of(ending)) and memory.text.endswith(together(), 0, words[0].start):
        _read_way(memory, ending)


def _carry_over(memory: Memory, stated: Stated, ending: Sequence[Phrase]) -> None:
    """Take what was done with a figure from the next clause: 其余4件依法延期,结转下年度."""
    if stated.subject not in ("", "request", "apply"):
        return
    carried = read_features(ending, memory.setting.year).classes & _CARRIED
    if carried and memory.is_on_request():
        id_ = f"request.{min(names_in(carried))}"
        memory.add(id_, stated.figure, _EXPLAINED)
        stated.ids = (id_,)
