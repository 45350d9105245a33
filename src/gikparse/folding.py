"""Give every character the one form that the later stages read.

Folding maps one character to one character, so offsets never move: full-width
marks become ASCII, blanks a plain space, radicals and compatibility ideographs
the ordinary character, Traditional characters Simplified ones.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

from gikparse.data.files import read_toml
from gikparse.grammar import pattern
from gikparse.patterns import CharacterTable, any_of
from gikparse.tw2s import has_traditional, to_simplified

if TYPE_CHECKING:
    from collections.abc import Mapping

# Unicode blocks: radicals and compatibility ideographs are folded whole, of the
# presentation forms only those that are another width or place of an ordinary mark.
_IDEOGRAPH_BLOCKS = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))
_PRESENTATION_BLOCKS = (range(0xFE10, 0xFE70), range(0xFF00, 0xFFF0))
_FOLDED_FORMS = frozenset({"<wide>", "<small>", "<vertical>"})
_LAST_BLANK = 0x3000


def fold(text: str) -> str:
    """The text in the one form of each character that the later stages read.

    Folded are width, blanks other than line ends, radicals, variants, what is upright in a drawn table,
    Traditional characters and what is typed for 〇 in a year. Zero-width characters and numerals of one character
    such as ① and ㈠ stay. Taiwan's words for what mainland reports call otherwise
    (網路 for 网络) are put back, where the text has Traditional characters.

    Args:
        text: Any text.

    Returns:
        A text of the same length: character `i` of it stands for character `i`
        of `text`.

    Raises:
        InstallationError: OpenCC's dictionaries are not installed.

    Example:
        >>> fold("（一）主動公開１２條　⻚")
        '(一)主动公开12条 页'
        >>> fold("入口網站的檔案精神"), fold("二0一六年")
        ('门户网站的文件精神', '二〇一六年')
    """
    unified = _year_as_meant(unify_forms(text))
    simplified = to_simplified(unified)
    if simplified == unified:
        return unified
    simplified = _keep_words(unified, simplified)
    if not has_traditional(unified):
        return simplified
    words, pattern = _wording()
    return pattern.sub(lambda match: words[match[0]], simplified)


def unify_forms(text: str) -> str:
    """Full width, blanks, radicals and variants folded, scripts left as they are.

    Args:
        text: Any text.

    Returns:
        A text of the same length.

    Example:
        >>> unify_forms("⾏政：３５％、｢開｣")
        '行政:35%、「開」'
    """
    return _forms().apply(text)


@cache
def _data() -> Mapping[str, Any]:
    return read_toml("folding")


@cache
def _forms() -> CharacterTable:
    """Each character that has a plainer form, and that form."""
    listed = dict(_data()["radicals"] + _data()["variants"])
    listed |= dict.fromkeys(_data()["drawn"], "|")
    forms = dict.fromkeys(filter(str.isspace, map(chr, range(_LAST_BLANK + 1))), " ")
    for code in (code for block in _IDEOGRAPH_BLOCKS for code in block):
        forms[chr(code)] = unicodedata.normalize("NFKC", chr(code))
    for character in (chr(code) for block in _PRESENTATION_BLOCKS for code in block):
        forms[character] = _ordinary_mark(character)
    forms |= {character: listed.get(form, form) for character, form in forms.items()} | listed
    # Some forms are two characters, which would move what follows.
    forms = {old: new for old, new in forms.items() if len(new) == 1 and new != old}
    for line_end in "\r\n":
        del forms[line_end]
    return CharacterTable(table=forms)


def _ordinary_mark(character: str) -> str:
    form = unicodedata.normalize("NFKC", character)
    tag = unicodedata.decomposition(character).partition(" ")[0]
    # Half-width Japanese letters are no marks of a Chinese text.
    is_narrow_mark = tag == "<narrow>" and unicodedata.category(character).startswith("P")
    return form if tag in _FOLDED_FORMS or is_narrow_mark else character


def _year_as_meant(text: str) -> str:
    """The text with 〇 in its years in Chinese numerals for what was typed instead."""
    return pattern("folding", "YEAR").sub(lambda year: _noughts().apply(year[0]), text)


@cache
def _noughts() -> CharacterTable:
    return CharacterTable(table=dict.fromkeys(_data()["noughts"], "〇"))


def _keep_words(unified: str, simplified: str) -> str:
    """The simplified text with the words put back that were Simplified already."""
    parts: list[str] = []
    done = 0
    for word in _kept_words().finditer(unified):
        parts += (simplified[done : word.start()], word[0])
        done = word.end()
    return "".join((*parts, simplified[done:]))


@cache
def _kept_words() -> re.Pattern[str]:
    return re.compile(any_of(_data()["keep"]))


@cache
def _wording() -> tuple[Mapping[str, str], re.Pattern[str]]:
    """Words that converters put in, what they stand for, and a pattern that finds them."""
    entries = _data()["wording"]
    words = {entry["from"]: entry["to"] for entry in entries}
    return words, re.compile("|".join(map(_guarded, entries)))


def _guarded(entry: Mapping[str, Any]) -> str:
    """A pattern for an entry's word that heeds what stands before and after it."""
    word = re.escape(str(entry["from"]))
    # Guards look back over the word, so that the pattern begins with plain characters.
    before = "|".join(f"(?<={re.escape(w)}{word})" for w in entry.get("preceded_by", ()))
    not_before = "".join(f"(?<!{re.escape(w)}{word})" for w in entry.get("not_preceded_by", ()))
    after = "|".join(map(re.escape, entry.get("followed_by", ())))
    not_after = "|".join(map(re.escape, entry.get("not_followed_by", ())))
    return (
        word
        + (f"(?:{before})" if before else "")
        + not_before
        + (f"(?={after})" if after else "")
        + (f"(?!{not_after})" if not_after else "")
    )
