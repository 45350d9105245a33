"""A page for each grammar: every rule with the comment above it, its diagram and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from gikparse.grammar import grammar_folder, grammar_text
from pages.railroads import diagram

_INDEX = """\
# Grammars

The syntax that gikparse reads: numbering, tables, quantities, the words around figures. The files lie
in `grammars/`, Lark compiles them. By `report.lark`, `table.lark` and `facts.lark` texts are parsed, with
LALR(1). Of the others, single terminals are compiled and looked for where they can stand,
because a lexer that took the `20` of `2016年` for a number could not go back; their rules say which terminals
belong together.

Each definition has a diagram, its text and the comment above it, with an example as it stands in
reports. In a diagram, round boxes are characters as they
stand, square ones other definitions or classes of characters; a dashed box looks at what is
before or behind and takes nothing. ␣ is a blank, LF and CR are line ends.

| grammar | what it says |
| --- | --- |
"""

_DEFINED = re.compile(r"[?!]?(?P<name>[?!]?_?[A-Za-z][A-Za-z0-9_]*)(?:\.\d+)?\s*:")


def names() -> list[str]:
    """The names of all grammars, that of reports first."""
    found = {path.name.removesuffix(".lark") for path in grammar_folder().iterdir()}
    return ["report", *sorted(found - {"report"})]


@attrs.frozen
class Definition:
    """A rule or a terminal."""

    name: str
    #: The comment above it.
    about: str
    #: As the grammar writes it.
    text: str


def pages() -> Iterator[tuple[str, str]]:
    """The pages of all grammars."""
    rows = [f"| [{name}.lark]({name}.md) | {_first_sentence(name)} |" for name in names()]
    toctree = ["", "```{toctree}", ":hidden:", "", *names(), "```", ""]
    yield "reference/grammars/index.md", _INDEX + "\n".join([*rows, *toctree])
    for name in names():
        yield f"reference/grammars/{name}.md", "\n".join(_page(name))


def head(name: str) -> str:
    """The comment that opens a grammar, without the name of the file and up to a definition's."""
    blocks = []
    for block in grammar_text(name).split("\n\n"):
        lines = block.splitlines()
        if not all(line.startswith("//") for line in lines):
            break
        blocks.append("\n".join(line.removeprefix("//").strip() for line in lines))
    said = "\n\n".join(blocks).partition(":")[2].strip()
    return said[:1].upper() + said[1:]


def _first_sentence(name: str) -> str:
    return _escaped(" ".join(head(name).split("\n\n")[0].split()))


def definitions(name: str) -> Iterator[Definition]:
    """The rules and terminals of a grammar, in order."""
    comment: list[str] = []
    lines = [*grammar_text(name).splitlines(), ""]
    place = 0
    while place < len(lines):
        line = lines[place]
        place += 1
        if line.startswith("//"):
            comment.append(line.removeprefix("//").strip())
        elif found := _DEFINED.match(line):
            text = [line]
            while lines[place].startswith((" ", "\t")):
                text.append(lines[place])
                place += 1
            defined = found["name"].lstrip("?!")
            yield Definition(defined, "\n".join(comment), "\n".join(text))
            # Rules that differ in a number stand together below one comment.
            if not (comment and defined[-1].isdigit()):
                comment = []
        else:
            comment = []


def declared(name: str) -> Definition | None:
    """The terminals of a grammar that earlier stages resolve, as one; None where there are none."""
    lines = grammar_text(name).splitlines()
    told = [place for place, line in enumerate(lines) if line.startswith("%declare ")]
    if not told:
        return None
    first = told[0]
    while lines[first - 1].startswith("//"):
        first -= 1
    about = "\n".join(line.removeprefix("//").strip() for line in lines[first : told[0]])
    names = (lines[place].removeprefix("%declare ") for place in told)
    return Definition(" ".join(names), about, "\n".join(lines[place] for place in told))


def _page(name: str) -> Iterator[str]:
    yield f"# {name}.lark\n"
    yield f"{_escaped(head(name))}\n"
    for definition in definitions(name):
        yield f'```{{raw}} html\n<a id="{definition.name}"></a>\n```\n'
        yield f"## {definition.name}\n"
        yield f"{_escaped(definition.about)}\n"
        svg = diagram(definition.text)
        yield f'```{{raw}} html\n<div class="railroad">{svg}</div>\n```\n'
        yield f"```text\n{definition.text}\n```\n"
    if tokens := declared(name):
        anchors = "".join(f'<a id="{token}"></a>' for token in tokens.name.split())
        yield f"```{{raw}} html\n{anchors}\n```\n"
        yield "## Tokens of earlier stages\n"
        yield f"{_escaped(tokens.about)}\n"
        yield f"```text\n{tokens.text}\n```\n"


def _escaped(text: str) -> str:
    """A comment as Markdown that shows what it says; what is in backticks is code already."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        parts = ["\\`".join(parts)]
    for place in range(0, len(parts), 2):
        parts[place] = re.sub(r"([\\*_{}\[\]<>|#$~^])", r"\\\1", parts[place])
    return "`".join(parts)
