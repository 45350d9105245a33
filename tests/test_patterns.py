import re

from hypothesis import given
from hypothesis import strategies as st

from gikparse.patterns import CharacterTable, WordTree, any_of, character_class

CHARACTERS = st.sampled_from("ab]^-\\国國𠀀𠀁𠀂")
WORDS = st.lists(st.text("ab|.国國", min_size=1, max_size=4), min_size=1)


@given(WORDS, st.text("ab|.国國", max_size=12))
def test_any_of_takes_the_longest_word_that_stands_at_a_place(words: list[str], text: str) -> None:
    fitting = [word for word in words if text.startswith(word)]
    found = re.match(any_of(words), text)
    assert (found[0] if found else None) == max(fitting, key=len, default=None)


@given(WORDS, st.text("ab|. 国國", max_size=12), st.integers(0, 3), st.integers(0, 12))
def test_a_tree_finds_what_a_pattern_with_blanks_finds(
    words: list[str], text: str, start: int, end: int
) -> None:
    found = re.compile(any_of(words, between=" ?")).match(text, start, end)
    assert WordTree(words).end_at(text, start, end) == (found.end() if found else None)


@given(st.sets(CHARACTERS, min_size=1), CHARACTERS)
def test_a_class_finds_all_its_characters_and_no_others_up_to_ffff(
    characters: set[str], character: str
) -> None:
    found = re.fullmatch(character_class(characters), character) is not None
    if character in characters or character <= "\uffff":
        assert found == (character in characters)


@given(st.dictionaries(CHARACTERS, CHARACTERS, min_size=1), st.text(CHARACTERS), st.booleans())
def test_a_table_does_what_translate_does(table: dict[str, str], text: str, most: bool) -> None:
    assert CharacterTable(table=table).apply(text, most=most) == text.translate(
        {ord(old): new for old, new in table.items()}
    )
