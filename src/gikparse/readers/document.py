"""What a reader hands on: the text of a file, and what is to be said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from gikparse.source import Source, Span

if TYPE_CHECKING:
    from gikparse.diagnostics import Diagnostic, Kind
    from gikparse.readers.layout import Written

#: Longest excerpt of what was left out, in characters.
LONGEST_SAMPLE = 40
#: What concerns a file as a whole stands at its beginning.
BEGINNING = Span(0, 0)


@attrs.frozen(kw_only=True)
class Document:
    """A file that was read.

    Attributes:
        source: Its text, which the parser reads.
        diagnostics: What was odd about the file.
        omitted: What the file says and the text does not: page furniture, page
            numbers, hidden text.

    Example:
        >>> from gikparse.readers import read
        >>> read("一、总体情况".encode("gb18030"), name="2023.txt")
        Document(source=Source(text='一、总体情况', name='2023.txt', format='text', encoding='gb18030'),
                 diagnostics=(), omitted=())
    """

    source: Source
    diagnostics: tuple[Diagnostic, ...] = ()
    omitted: tuple[str, ...] = ()


def document(
    written: Written,
    *,
    name: str | None,
    format: str,  # noqa: A002 - what Source calls it
    encoding: str | None = None,
    notes: list[Diagnostic] | None = None,
    omitted: list[str] | None = None,
) -> Document:
    """The document that a reader has written down."""
    source = Source(
        text=written.text, name=name, format=format, encoding=encoding, places=written.places
    )
    return Document(source=source, diagnostics=tuple(notes or ()), omitted=tuple(omitted or ()))


def note(kind: Kind, **values: str | int) -> Diagnostic:
    """A diagnostic about a file as a whole."""
    return kind.at(BEGINNING, related=(), **values)


def sample(texts: list[str]) -> str:
    """The beginnings of some texts, for a message."""
    said = " / ".join(" ".join(text.split()) for text in texts)
    return said if len(said) <= LONGEST_SAMPLE else said[: LONGEST_SAMPLE - 1] + "…"
