"""The data of the frames fits together: ids, classes, units and topics that exist."""

import pytest

from gikparse import Topic, catalogue
from gikparse.data.files import read_toml
from gikparse.facts.classes import names_in
from gikparse.facts.features import outcomes
from gikparse.facts.frames import VERBS, frames, silent, zeros
from gikparse.facts.measures import measures
from gikparse.facts.words import expand, lexicon

#: Classes that the place of words gives; the comments of frames.toml describe them.
GIVEN = {
    *(
        "carried_in",
        "carried_out",
        "kind",
        "whole",
        "first",
        "again",
        "listed",
        "channels",
        "by_time",
    ),
    *("elsewhere", "ambient_gazette", "ambient_website", "outcome", "way", "one_way", "channel"),
    *("wechat_only", "weibo_only", "two_micro_only", "gazette_only", "media_only", "request_word"),
    *(
        "disclosure",
        "titled_website",
        "titled_wechat",
        "titled_weibo",
        "titled_gazette",
        "on_request",
    ),
}
#: Terminals are classes, too, in capitals.
CLASSES = {n for word in lexicon().values() for n in names_in(word.classes) if n.islower()}
CONTEXTS = {"request", "disclosure", "fees", "training"}
UNITS = {measure.kind for measure in measures().values()} | {"bare"}
ALL = [*frames(), *zeros()]
ids = [f"{frame.id}/{number}" for number, frame in enumerate(ALL)]


@pytest.mark.parametrize("frame", ALL, ids=ids)
def test_frame_names_what_there_is(frame) -> None:  # type: ignore[no-untyped-def]
    assert frame.id in catalogue.indicators
    assert names_in(frame.any | frame.all | frame.none) <= CLASSES | GIVEN
    assert set(frame.subject or ()) <= CLASSES | {""}
    assert names_in(frame.verbs) <= names_in(VERBS) | {""}
    assert set(frame.units) <= UNITS
    assert names_in(frame.context) <= CONTEXTS
    assert names_in(frame.topic) <= {topic.value for topic in Topic}
    assert {total.removeprefix("=") for total in frame.of} <= catalogue.indicators.keys() | {"?"}


def test_outcomes_and_silent_sections_name_what_there_is() -> None:
    assert outcomes().keys() <= CLASSES
    assert set(outcomes().values()) <= catalogue.indicators.keys()
    topics = {topic.value: topic for topic in Topic}
    for topic, found in silent().items():
        if topic != "words":
            assert topic in topics
            assert set(found) <= catalogue.indicators.keys()


def test_subjects_and_verbs_are_classes() -> None:
    subjects = read_toml("frames")["subjects"]
    assert {name for group in subjects.values() for name in group} <= CLASSES
    assert names_in(VERBS) <= CLASSES


def test_every_class_is_of_use() -> None:
    used = {name for frame in ALL for name in names_in(frame.any | frame.all | frame.none)}
    used |= {name for frame in ALL for name in frame.subject or ()}
    used |= {name for group in read_toml("frames")["subjects"].values() for name in group}
    used |= set(outcomes()) | set(read_toml("frames")["never"]["classes"])
    used |= names_in(VERBS)
    # What the code asks for: times, bodies, marks, joining words.
    asked = {
        *(
            "fill",
            "loose",
            "topic",
            "opening",
            "closing",
            "comma",
            "semicolon",
            "colon",
            "open",
            "close",
        ),
        *(
            "stop",
            "and",
            "each",
            "cause",
            "raise",
            "part",
            "list",
            "some",
            "negation",
            "own",
            "other",
            "street",
        ),
        *("in_charge", "past", "next", "since", "in_force", "cumulative", "historic", "whole_year"),
        *("respective", "mixed_mail", "email", "carry", "extended", "besides"),
    }
    # Words that only keep others from being read as what they are not.
    guards = {"place", "public_body", "convert", "appeal", "waived", "condition"}
    assert CLASSES - used - asked - guards == set()


def test_words_are_folded() -> None:
    from gikparse.folding import fold

    assert [word for word in lexicon() if fold(word) != word] == []


def test_measure_words_of_tables_are_those_of_sentences() -> None:
    units = read_toml("units")["units"]
    assert units.keys() <= measures().keys()
    assert not units.keys() & read_toml("measures")["units"].keys()


def test_templates() -> None:
    assert list(expand("(a|b|)c")) == ["ac", "bc", "c"]
    assert list(expand("(a|b)(c|)")) == ["ac", "a", "bc", "b"]
    assert list(expand("点(次)")) == ["点(次)"]
    assert list(expand("(")) == ["("]
    assert list(expand("(镇(街)|乡)x")) == ["镇(街)x", "乡x"]
