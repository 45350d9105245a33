"""All ways in which reports write one number, and all ways in which a text may be spelled."""

import re
from collections.abc import Callable
from decimal import Decimal

from gikparse.testing.numerals import chinese

#: What says that it is more, between a number and its unit.
MORE = ("余", "多")

WIDE = str.maketrans("0123456789,.%", "０１２３４５６７８９，．％")
TRADITIONAL = str.maketrans("万亿两余条个处张类种项页", "萬億兩餘條個處張類種項頁")

#: The text as it is, in full-width figures, in Traditional characters, with blanks around figures.
SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "wide": lambda text: text.translate(WIDE),
    "traditional": lambda text: text.translate(TRADITIONAL),
    "blanks": lambda text: re.sub(r"(?<=[0-9])(?=[^0-9,.])", " ", text),
}


def notations(number: int) -> list[str]:
    """All ways to write a number, in figures, in characters, in both.

    One in characters means something else with many units, and so does zero.
    """
    written = [str(number), f"{number:,}"]
    for name, factor in (("万", 10**4), ("亿", 10**8)):
        if number >= factor and number * 100 % factor == 0:
            written.append(f"{Decimal(number) / factor:f}{name}")
    return written + (in_characters(number) if number > 1 else [])


def more_than(number: int) -> list[str]:
    """All ways to write that it is more than a number: 60万余, 60余万, 六十余万."""
    written = [f"{notation}{more}" for notation in notations(number) for more in MORE]
    tens, rest = divmod(number, 10**4)
    if not rest and 10 <= tens < 100 and tens % 10 == 0:
        written += [f"{n}{more}万" for n in (str(tens), chinese(tens)) for more in MORE]
    return written


def in_characters(number: int) -> list[str]:
    """A number in characters: with 二 or 两, with 二十 or 廿, with 零 or 〇."""
    written = chinese(number)
    ways = {written, written.replace("零", "〇")}
    for large in "百千万亿":
        ways |= {way.replace(f"二{large}", f"两{large}") for way in ways}
    if number < 100:
        ways |= {way.replace("二十", "廿").replace("三十", "卅") for way in ways}
    return sorted(ways)
