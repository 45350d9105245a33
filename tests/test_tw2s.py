"""Traditional to Simplified: OpenCC's own engine is the oracle."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gikparse.folding import unify_forms
from gikparse.tw2s import has_traditional, to_simplified

DICTIONARIES = Path(opencc.__file__).parent / "dictionary"
ORACLE = opencc.OpenCC("tw2s")
SEPARATORS = " -,.?!*\n\t　，。、；：？！…“”‘’『』「」—－（）《》〈〉～．／【】"


@cache
def entries(name: str) -> dict[str, str]:
    lines = (DICTIONARIES / f"{name}.txt").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


PHRASES = [*entries("TWVariantsRevPhrases"), *entries("TSPhrases")]
CHARACTERS = [*entries("TWVariantsRev"), *entries("TSCharacters")]
WRITTEN = [
    value for name in ("TWVariantsRevPhrases", "TSPhrases") for value in entries(name).values()
]
FRAGMENTS = sorted(
    {
        phrase[start:end]
        for phrase in PHRASES
        for start in range(len(phrase))
        for end in range(start + 1, len(phrase) + 1)
    }
)

PIECES = st.one_of(
    st.sampled_from(PHRASES),
    st.sampled_from(FRAGMENTS),
    st.sampled_from(CHARACTERS),
    st.sampled_from(sorted({character for phrase in PHRASES for character in phrase})),
    st.sampled_from(WRITTEN),
    st.sampled_from(SEPARATORS),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
)
# Few characters that many phrases share, so that phrases overlap.
CROWDED = st.text("覆上一目吃口個開著着藉不瞭解乾坤元反答回么麼徵於裏裡發，", max_size=14)
TEXTS = st.one_of(st.lists(PIECES, max_size=12).map("".join), CROWDED, st.text())


@given(TEXTS)
def test_it_equals_opencc(text: str) -> None:
    assert to_simplified(text) == ORACLE.convert(text)


@given(TEXTS)
def test_it_equals_opencc_after_the_forms_are_unified(text: str) -> None:
    unified = unify_forms(text)
    assert to_simplified(unified) == ORACLE.convert(unified)


def test_it_equals_opencc_on_every_entry() -> None:
    words = [*PHRASES, *CHARACTERS, *FRAGMENTS]
    assert [to_simplified(word) for word in words] == [ORACLE.convert(word) for word in words]


def test_it_equals_opencc_where_two_phrases_share_a_character() -> None:
    texts = [
        first + second[1:] for first in PHRASES for second in PHRASES if first[-1] == second[0]
    ]
    assert len(texts) > 100
    assert [to_simplified(text) for text in texts] == [ORACLE.convert(text) for text in texts]


def test_it_equals_opencc_on_real_reports(real_reports: Path) -> None:
    paths = sorted(real_reports.glob("*.txt"))
    assert paths
    for path in paths:
        unified = unify_forms(path.read_text("utf-8"))
        assert to_simplified(unified) == ORACLE.convert(unified), path


@pytest.mark.parametrize(
    ("text", "simplified"),
    [
        ("國務院辦公廳", "国务院办公厅"),
        ("行政強製", "行政强制"),
        ("複議、復議", "复议、复议"),
        ("隻計", "只计"),
        ("答覆", "答复"),
        ("計畫", "计划"),
        ("審覈", "审核"),
        ("沿著", "沿着"),
        ("著作", "著作"),
        ("瞭解情況，瞭望", "了解情况，瞭望"),
        ("二噁英", "二𫫇英"),
    ],
)
def test_examples(text: str, simplified: str) -> None:
    assert to_simplified(text) == simplified


def test_the_longest_phrase_wins_even_where_another_begins_before_it() -> None:
    assert to_simplified("回覆、覆盆子") == "回复、覆盆子"
    assert to_simplified("回覆盆子") == ORACLE.convert("回覆盆子") == "回覆盆子"


def test_of_equally_long_phrases_the_first_wins() -> None:
    assert to_simplified("反覆、覆上") == "反复、复上"
    assert to_simplified("明瞭瞭然") == ORACLE.convert("明瞭瞭然") == "明了了然"
    assert to_simplified("不瞭解到") == ORACLE.convert("不瞭解到") == "不了解到"


def test_no_dictionary_entry_holds_a_mark_at_which_opencc_cuts_a_text() -> None:
    # Only then is it the same to convert a text whole.
    assert not [word for word in PHRASES + CHARACTERS if ORACLE.split_chars_re.search(word)]


def test_a_text_that_nothing_can_change_is_returned_itself() -> None:
    text = "二、主动公开政府信息情况"
    assert to_simplified(text) is text


@pytest.mark.parametrize("text", ["國", "概述國", "𠁞"])
def test_traditional_texts_are_told(text: str) -> None:
    assert has_traditional(text)


@pytest.mark.parametrize("text", ["", "概述", "什么显著", "乾隆", "覆盖", "瞭望", "😀", "㈠"])
def test_characters_of_both_scripts_make_no_text_traditional(text: str) -> None:
    assert not has_traditional(text)


def run_with(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )


def test_the_module_of_opencc_is_not_imported(tmp_path: Path) -> None:
    code = "import sys, gikparse.tw2s as t; t.to_simplified('國'); print('opencc' in sys.modules)"
    assert run_with(tmp_path, code).stdout == "False\n"


def test_another_package_of_that_name_is_an_installation_error(tmp_path: Path) -> None:
    package = tmp_path / "opencc"
    package.mkdir()
    (package / "__init__.py").write_text("raise RuntimeError('imported')", "utf-8")
    message = run_with(tmp_path, "import gikparse.tw2s as t; t.to_simplified('國')").stderr
    assert "gikparse.errors.InstallationError" in message
    assert str(package / "dictionary" / "TWVariantsRevPhrases.txt") in message
    assert "pip install --force-reinstall opencc-python-reimplemented" in message
    assert "imported" not in message


def test_a_module_of_that_name_is_an_installation_error(tmp_path: Path) -> None:
    (tmp_path / "opencc.py").write_text("", "utf-8")
    message = run_with(tmp_path, "import gikparse.tw2s as t; t.to_simplified('國')").stderr
    assert "InstallationError" in message
    assert "the package opencc is missing" in message
    assert "opencc-python-reimplemented 0." in message


@pytest.mark.parametrize("line", ["隨身碟\tU盤", "國", ""])
def test_an_entry_that_would_move_offsets_is_an_installation_error(
    tmp_path: Path, line: str
) -> None:
    dictionary = tmp_path / "opencc" / "dictionary"
    dictionary.mkdir(parents=True)
    (tmp_path / "opencc" / "__init__.py").touch()
    for path in DICTIONARIES.glob("T*.txt"):
        content = path.read_text("utf-8") + (f"{line}\n" if path.stem == "TSPhrases" else "")
        (dictionary / path.name).write_text(content, "utf-8")
    message = run_with(tmp_path, "import gikparse.tw2s as t; t.to_simplified('國')").stderr
    assert f"TSPhrases: {line!r} is no pair of words of equal length" in message
