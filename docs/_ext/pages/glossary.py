"""The glossary, in English and in Chinese, from one list of terms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import attrs

TERMS = Path(__file__).parents[2] / "glossary.toml"


@attrs.frozen(kw_only=True)
class Term:
    """A term of the field."""

    chinese: str
    english: str
    #: What it means, in English.
    about: str
    #: What it means, in Chinese.
    meaning: str
    #: What gikparse calls it.
    name: str = ""


def terms() -> list[Term]:
    """All terms, in the order of the list."""
    return [Term(**entry) for entry in tomllib.loads(TERMS.read_text("utf-8"))["term"]]


def pages() -> Iterator[tuple[str, str]]:
    """A fragment for each language."""
    english = ["| 中文 | English | what it is | in gikparse |", "| --- | --- | --- | --- |"]
    chinese = ["| 中文 | 英文 | 含义 | gikparse 中的名称 |", "| --- | --- | --- | --- |"]
    for term in terms():
        name = f"`{term.name}`" if term.name else ""
        english.append(f"| {term.chinese} | {term.english} | {term.about} | {name} |")
        chinese.append(f"| {term.chinese} | {term.english} | {term.meaning} | {name} |")
    yield "generated/glossary-en.md", "\n".join([*english, ""])
    yield "generated/glossary-zh.md", "\n".join([*chinese, ""])
