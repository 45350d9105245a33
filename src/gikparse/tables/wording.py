"""The wording of a label: what is left without its lead, its mark and its note."""

from __future__ import annotations

from typing import NamedTuple

from gikparse.data.layout import Numbering
from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.numbering import ordinal, scheme_of


class Wording(NamedTuple):
    """A label taken apart.

    Attributes:
        text: The label alone, folded and without blanks.
        numbering: Its mark as numbers, or None.
        note: What stands in brackets behind it, without the brackets.
    """

    text: str
    numbering: Numbering | None
    note: str


def word(text: str) -> Wording:
    """Take a label apart.

    Example:
        >>> word("其中：1. 当面申请数（件）")
        Wording(text='当面申请数', numbering=Numbering(level=3, ordinal=1), note='件')
    """
    bare = "".join(fold(text).split())
    if lead := pattern("values", "LEAD").match(bare):
        bare = bare[lead.end() :]
    numbering = None
    if mark := pattern("numbering").match(bare):
        number = ordinal(mark.group())
        if number and mark.end() < len(bare):
            numbering = Numbering(scheme_of(mark.lastgroup or "").level, number)
            bare = bare[mark.end() :]
    if lead := pattern("values", "LEAD").match(bare):
        bare = bare[lead.end() :]
    bracket = bare.find("(")
    if bracket > 0:
        return Wording(bare[:bracket], numbering, bare[bracket + 1 :].rstrip(")"))
    return Wording(bare.rstrip(":"), numbering, "")
