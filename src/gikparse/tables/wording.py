"""The wording of a label: what is left without its lead, its mark and its note."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from gikparse.data.layout import Numbering
from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.numbering import ordinal, scheme_of

#: So many labels are kept in mind: the forms have fewer, and pages repeat them.
LABELS_KEPT = 4096


class Wording(NamedTuple):
    """A label taken apart.

    Attributes:
        text: The label alone, folded and without blanks.
        numbering: Its mark as numbers, or None.
        note: What stands in brackets behind it, without the brackets.
    """

    text: str
    numbering: Numbering | None = None
    note: str = ""

    @property
    def unit(self) -> str | None:
        """The unit that the note states: （单位：万元） or （件）."""
        stated = pattern("values", "STATED_UNIT").search(self.note)
        if stated is not None:
            return stated.group().partition(":")[2]
        return self.note if pattern("values", "UNIT").fullmatch(self.note) else None


@lru_cache(LABELS_KEPT)
def word(text: str) -> Wording:
    """Take a label apart.

    Example:
        >>> word("其中：1. 当面申请数（件）")
        Wording(text='当面申请数', numbering=Numbering(level=3, ordinal=1), note='件')
        >>> word("本年收费金额（单位：万元）").unit
        '万元'
    """
    bare = _without_lead("".join(fold(text).split()))
    numbering = None
    mark = pattern("numbering").match(bare)
    if mark is not None and mark.end() < len(bare) and (number := ordinal(mark.group())):
        numbering = Numbering(scheme_of(mark.lastgroup or "").level, number)
        bare = _without_lead(bare[mark.end() :])
    bare = bare.rstrip(":")
    bracket = bare.find("(")
    # 第二十条第(一)项 has no note.
    if bracket > 0 and (bare.endswith(")") or ")" not in bare):
        return Wording(bare[:bracket], numbering, bare[bracket + 1 :].rstrip(")"))
    return Wording(bare, numbering)


def _without_lead(text: str) -> str:
    lead = pattern("values", "LEAD").match(text)
    return text[lead.end() :] if lead else text


@lru_cache(LABELS_KEPT)
def plain(text: str) -> str:
    """A label folded and without blanks, a year in it left open: 2016年度 is {year}年度."""
    return without_year("".join(fold(text).split()))


def without_year(bare: str) -> str:
    """A label that is folded already and has no blanks, a year in it left open."""
    return "{year}" + bare[4:] if bare[4:5] == "年" and bare[:4].isdecimal() else bare
