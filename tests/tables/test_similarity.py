"""Labels that are misspelt are near to one label of the form, and to no other."""

import pytest

from gikparse.tables.similarity import similar
from gikparse.tables.wording import Wording

NAMES = [("属于国家秘密",), ("其他法律行政法规禁止公开",), ("重复申请",)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("其他法律行政止公开", 1),
        ("其他法律行行政法规禁止公开", 1),
        ("属于国家秘蜜", 0),
        ("重复申请", 2),
        ("信访举报投诉类申请", None),
        ("申请", None),
        ("", None),
    ],
)
def test_the_nearest_label(text: str, place: int | None) -> None:
    assert similar(Wording(text), NAMES) == place


def test_a_label_that_is_as_near_to_two_is_told_by_neither() -> None:
    assert similar(Wording("行政处分"), [("行政处罚",), ("行政处理",)]) is None


def test_the_other_names_of_a_label_count_too() -> None:
    assert similar(Wording("政府网占公开"), [("网站",), ("网站公开", "政府网站公开")]) == 1


def test_no_label_is_so_long() -> None:
    assert similar(Wording("重复申请" * 20), [("重复申请" * 20,)]) is None
