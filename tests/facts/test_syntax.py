"""The structure of sentences: whatever the words are, the grammar takes them."""

from hypothesis import given
from hypothesis import strategies as st

from gikparse.facts.classes import classes, names_in
from gikparse.facts.clauses import Sentence
from gikparse.facts.figures import find_figures
from gikparse.facts.patience import at_once_or_one_by_one
from gikparse.facts.sentences import read_sentences
from gikparse.facts.syntax import parse_sentences, parse_tidied
from gikparse.facts.tidying import tidy
from gikparse.facts.words import lexicon
from gikparse.grammar import Resolved

FRAGMENTS = [
    *(
        "受理",
        "申请",
        "政府信息",
        "网站",
        "同意公开",
        "占",
        "今年",
        "2019年",
        "各乡镇",
        "安全生产",
        "的",
    ),
    *(
        "未",
        "没有",
        "无",
        "暂不收费",
        "零",
        "免收",
        "其中",
        "包括",
        "含",
        "各",
        "均为",
        "和",
        "、",
        "及",
        "并",
    ),
    *(
        "因",
        "引起的",
        "关于",
        "由",
        "产生",
        "提起",
        "情况",
        "12件",
        "3人次",
        "0件",
        "5万元",
        "30%",
        "九",
    ),
    *(
        ",",
        ";",
        ":",
        "。",
        "!",
        "(",
        ")",
        "“",
        "”",
        "《",
        "》",
        " ",
        "行政复议",
        "行政诉讼",
        "费用",
    ),
]
texts = st.lists(st.sampled_from(FRAGMENTS), max_size=24).map("".join)


def structures(text: str) -> list[Sentence]:
    sentences = read_sentences(text, *find_figures(text))
    return parse_sentences([sentence.pieces for sentence in sentences])


@given(texts)
def test_the_grammar_takes_all_that_is_tidied(text: str) -> None:
    sentences = [tidy(s.pieces) for s in read_sentences(text, *find_figures(text))]
    told = [sentence for sentence in sentences if sentence]
    assert len(parse_tidied(told)) == len(told)  # strict: raises where it does not


@given(texts)
def test_no_figure_of_a_sentence_is_lost(text: str) -> None:
    figures, mentions = find_figures(text)
    for sentence in read_sentences(text, figures, mentions):
        before = [p.figure for p in sentence.pieces if p.terminal == "QUANTITY"]
        after = [t.value.figure for t in tidy(sentence.pieces) if t.type == "QUANTITY"]
        assert [f for f in after if f in before] == after


def test_clauses() -> None:
    (sentence,) = structures("收到申请12件(含当面3件),其中信函4件;未发生行政复议、行政诉讼")
    first, second, third = sentence
    assert [c.mark for c in sentence] == [None, "COMMA", "SEMICOLON"]
    (counted,) = first.figures
    assert counted.piece.figure is not None
    assert counted.piece.figure.value == 12
    (note,) = first.ending[0].notes
    assert [c.lead is not None for c in note.clauses] == [True]
    assert second.lead is not None
    assert third.absence is not None
    assert len(third.absence.phrases) == 2


def test_what_brings_a_case_about_stands_apart() -> None:
    (sentence,) = structures("未发生因政府信息公开申请引起的行政复议")
    absence = sentence[0].absence
    assert absence is not None
    (phrase,) = absence.phrases
    assert [names_in(word.classes) for cause in phrase.causes for word in cause] == [
        {"SUBJECT", "request"}
    ]
    assert phrase.words[-1].classes & classes("review")


def test_brackets_that_lost_their_partner_are_left_out() -> None:
    for text in ("收到申请12件(含当面3件。", "收到申请12件)含当面3件。", "((((收到申请12件"):
        (sentence,) = structures(text)
        assert sum(len(clause.figures) for clause in sentence) >= 1


def test_a_stop_in_brackets_ends_no_sentence() -> None:
    assert len(structures("收到申请12件(其中当面3件。信函9件)。答复12件。")) == 2


def test_each_word_has_one_terminal() -> None:
    marks = {"COMMA", "SEMICOLON", "COLON", "OPEN", "CLOSE", "QUOTE", "STOP", "TOPIC", "FILL"}
    known = marks | {"SUBJECT", "VERB", "CHANNEL", "OUTCOME", "QUALIFIER", "TIME", "SCOPE"}
    known |= {"NEGATION", "WAIVER", "PART", "EACH", "AND", "CAUSE", "RAISE"}
    assert {word.terminal for word in lexicon().values()} == known


def test_one_sentence_at_fault_loses_no_other() -> None:
    good = [tidy(s.pieces) for s in read_sentences("收到12件。", *find_figures("收到12件。"))]
    comma = [Resolved("COMMA")]
    read = at_once_or_one_by_one(parse_tidied, [*good, comma, *good, comma])
    assert [structure is not None for structure in read] == [True, False, True, False]
    assert at_once_or_one_by_one(parse_tidied, []) == []


def test_sentences_that_are_parsed_again_are_not_changed_by_the_first_time() -> None:
    text = "同意公开、部分公开(含延期3件)共收到申请12件。"
    good = [tidy(s.pieces) for s in read_sentences(text, *find_figures(text))]
    (alone,) = parse_tidied([tidy(s.pieces) for s in read_sentences(text, *find_figures(text))])
    again, _ = at_once_or_one_by_one(parse_tidied, [*good, [Resolved("COMMA")]])
    assert again == alone
    assert [len(phrase.notes) for phrase in alone[0].figures[0].phrases] == [0, 1]
