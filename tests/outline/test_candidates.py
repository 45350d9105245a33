"""Candidates: every mark in the prose, with the evidence around it."""

import pytest

from gikparse.data.files import read_toml
from gikparse.folding import fold
from gikparse.outline.candidates import Candidate, find_candidates


def candidates(text: str) -> list[Candidate]:
    return list(find_candidates(fold(text), [(0, len(text))]))


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("一、概述", {"line_start", "known_title", "own_line"}),
        ("全年。\n　　一、概述", {"line_start"}),
        ("全年。（一）领导有力。", {"after_stop", "short_title"}),
        ("如下：（一）领导有力", {"after_colon"}),
        ("（略）（一）领导有力", {"after_closing"}),
        ("公开12（一）领导有力", {"after_digit"}),
        ("公开，一、二季度", {"after_comma", "list_of_numbers"}),
        ("公开 （一）领导有力", {"after_blank"}),
        ("公开（一）领导有力", {"after_word"}),
        ("第一、领导有力", {"after_ordinal_word"}),
        ("内容（1、机构", {"in_brackets"}),
        ("第二十条第（一）项", {"clause_word", "after_ordinal_word"}),
        ("一、，", {"mark_follows"}),
        ("一、\n", {"nothing_follows"}),
        ("一)管理情况", {"lost_bracket"}),
    ],
)
def test_evidence(text: str, evidence: set[str]) -> None:
    assert evidence <= set(candidates(text)[-1].evidence)


def test_every_feature_has_a_weight_and_the_score_is_their_sum() -> None:
    weights = read_toml("outline")["evidence"]
    for candidate in candidates("一、概述\n（一）领导。第二十条第（一）项，3)甲乙"):
        assert candidate.score == pytest.approx(sum(weights[name] for name in candidate.evidence))


def test_only_prose_is_searched_and_its_bounds_are_line_starts() -> None:
    text = "一、甲乙|二、丙丁"
    (found,) = find_candidates(text, [(5, len(text))])
    assert (found.start, found.end, found.ordinal) == (5, 7, 2)
    assert "line_start" in found.evidence


def test_a_mark_without_a_number_is_none() -> None:
    assert candidates("〇、概述") == []


def test_siblings_share_a_style() -> None:
    styles = [candidate.style for candidate in candidates("1.甲乙\n2．丙丁\n3、戊己")]
    assert styles[0] == styles[1] != styles[2]


def test_a_bracket_left_open_for_long_was_lost() -> None:
    near, far = "（" + "甲" * 100, "（" + "甲" * 200
    assert "in_brackets" in candidates(near + "。一、概述")[-1].evidence
    assert "in_brackets" not in candidates(far + "。一、概述")[-1].evidence


def test_blank_lines_do_not_lose_a_bracket() -> None:
    near, far = "（" + "甲" * 110, "（" + "甲" * 125
    for lines in ("\n", "\n\n\n", "\r\n" * 40):
        assert "in_brackets" in candidates(f"{near}。{lines}一、概述")[-1].evidence
        assert "in_brackets" not in candidates(f"{far}。{lines}一、概述")[-1].evidence
