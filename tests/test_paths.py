"""Numbering paths."""

import pytest

from gikparse.numbering import NumberingScheme
from gikparse.paths import Step, near_misses, read_path


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("二", [(2, None)]),
        ("2/1", [(2, None), (1, None)]),
        ("二、/（一）", [(2, NumberingScheme.CHINESE), (1, NumberingScheme.CHINESE_PAREN)]),
        ("二/(一)/3./⑵/①", [
            (2, None),
            (1, NumberingScheme.CHINESE_PAREN),
            (3, NumberingScheme.ARABIC),
            (2, NumberingScheme.ARABIC_PAREN),
            (1, NumberingScheme.CIRCLED),
        ]),
        ("第二部分/ 十二 ", [(2, NumberingScheme.PART), (12, None)]),
    ],
)  # fmt: skip
def test_read_path(path: str, steps: list[tuple[int, NumberingScheme | None]]) -> None:
    assert read_path(path) == tuple(Step(*step) for step in steps)


@pytest.mark.parametrize("path", ["", "概述", "二/", "二//1", "二/概述"])
def test_a_step_without_a_number_is_a_key_error(path: str) -> None:
    with pytest.raises(KeyError, match="holds no number"):
        read_path(path)


def test_near_misses_name_paths_as_written() -> None:
    known = ["一、", "一、/（一）", "一、/（二）", "二、"]
    assert "一、/（二）" in near_misses("一、/(三)", known)
    # Where nothing is near, the first paths show what paths look like.
    assert near_misses("9", known).endswith("near it: 一、, 一、/（一）, 一、/（二）")
    assert near_misses("一", []) == "no section '一': the report has no sections"
