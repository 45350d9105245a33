"""Read the lines before the first section and after the last one, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from gikparse.data.files import read_toml
from gikparse.frame.fields import read_fields
from gikparse.grammar import pattern
from gikparse.labels import is_label
from gikparse.lines import Line, split_lines
from gikparse.pieces import FieldPiece, Piece, PieceKind

#: A byline or rubric is a short line.
LONGEST_BYLINE = 40
#: Behind a longer breadcrumb no title is looked for in the same line.
LONGEST_BREADCRUMB = 200
#: A row before the metadata that is a remain of the page, and all such rows together.
LONGEST_REMAINS = 8
LONGEST_HEAD = 40


@cache
def _rubrics() -> frozenset[str]:
    return frozenset(read_toml("rubrics")["lines"])


@cache
def _openings() -> tuple[str, ...]:
    return tuple(read_toml("rubrics")["after_title"])


@cache
def _crumbs() -> frozenset[str]:
    return frozenset(read_toml("furniture")["lines"])


@cache
def _buttons() -> tuple[str, ...]:
    return tuple(sorted(read_toml("furniture")["buttons"], key=len, reverse=True))


def read_frame_line(text: str, line: Line, limit: int) -> Iterator[Piece]:
    """The parts of a line outside the sections.

    A line of its own is one part, mostly; on a page flattened to one line,
    breadcrumb, title, fields and preamble follow each other in one. What no rule
    knows, from there to the end of the line, is a paragraph.

    Args:
        text: The reading view.
        line: The line.
        limit: Where the frame ends, which a title that runs on in the next line does not pass.
    """
    place = line.start
    while True:
        while place < line.end and text[place] == " ":
            place += 1
        if place >= line.end:
            return
        piece = _part(text, place, line.end, limit, whole=place == line.start)
        yield piece
        place = piece.end


def _part(text: str, start: int, end: int, limit: int, *, whole: bool) -> Piece:
    if fields := read_fields(text, start, end):
        return Piece(
            PieceKind.METADATA, start, max(fields[-1].label_end, fields[-1].value_end), fields
        )
    if title_end := _title_end(text, start, end, limit):
        return Piece(PieceKind.TITLE, start, title_end)
    if end - start <= LONGEST_BYLINE and (kind := _short_line(text[start:end].strip())):
        return Piece(kind, start, end)
    date = pattern("frame", "DATE_LINE").match(text, start, end)
    if date and (text.startswith(" ", date.end()) or read_fields(text, date.end(), end)):
        return Piece(PieceKind.BYLINE, start, date.end())
    if button_end := _furniture_end(text, start, end, limit):
        return Piece(PieceKind.FURNITURE, start, button_end)
    if whole and pattern("frame", "ATTACHMENT").fullmatch(text, start, end):
        return Piece(PieceKind.ATTACHMENT, start, end)
    return Piece(PieceKind.PARAGRAPH, start, start + len(text[start:end].rstrip()))


def _title_end(text: str, start: int, end: int, limit: int) -> int | None:
    """Where a title that begins at `start` ends; a title may run over a line end."""
    match = pattern("frame", "TITLE").match(text, start, limit)
    if match is None:
        return None
    title, after = match.group(), text[match.end() : match.end() + 1]
    if not pattern("frame", "TITLE_YEAR").search(title) and match.end() < end:
        return None
    if match.end() > end and not _begins_title(text[start:end].strip()):
        return None
    closed = after in ("", " ", "\r", "\n") or text.startswith(_openings(), match.end())
    year = pattern("context", "YEAR_START").match(text, match.end())
    return match.end() if closed or year else None


def _begins_title(line: str) -> bool:
    """Whether a line can be the first half of a title: the agency, the year, or the topic ends it."""
    if pattern("frame", "AGENCY_LINE", "YEAR_LINE").fullmatch(line):
        return True
    begun = pattern("frame", "TITLE_TOPIC", "TITLE_YEAR").finditer(line)
    return any(match.start() > 0 for match in begun)


def _short_line(line: str) -> PieceKind | None:
    if line.replace(" ", "").rstrip(":") in _rubrics():
        return PieceKind.RUBRIC
    if pattern("frame", "DATE_LINE", "AGENCY_LINE", "SIGNED").fullmatch(line):
        return PieceKind.BYLINE
    return None


def _furniture_end(text: str, start: int, end: int, limit: int) -> int | None:
    """Where a button or a breadcrumb in a mixed line ends."""
    for button in _buttons():
        after = start + len(button)
        if text.startswith(button, start, end) and (after == end or text[after] == " "):
            return after
    if pattern("frame", "BREADCRUMB").match(text, start, end):
        window = min(end, start + LONGEST_BREADCRUMB)
        return next(_titles_within(text, start, window, limit), end)
    return None


def _titles_within(text: str, start: int, end: int, limit: int) -> Iterator[int]:
    """Where titles begin behind a blank in a line that begins with a breadcrumb."""
    blank = text.find(" ", start, end)
    while blank >= 0:
        following = text.find(" ", blank + 1, end)
        crumb = text[blank + 1 : following] in _crumbs()
        if not crumb and _title_end(text, blank + 1, end, limit):
            yield blank
        blank = following


def read_metadata_table(text: str, start: int, end: int) -> tuple[int, tuple[FieldPiece, ...]]:
    """The fields of a pipe table that begins with a metadata label; none for another table.

    Remains of the page, such as an image or 首页, may stand on lines before it.

    Returns:
        Where the line of the first field begins, and the fields.
    """
    first, fields = start, list[FieldPiece]()
    for line in split_lines(text, start, end):
        place = line.start
        while place < line.end and text[place] in " |":
            place += 1
        found = read_fields(text, place, line.end) if place < line.end else ()
        if not fields:
            if not found and not (line.end - start <= LONGEST_HEAD and _is_remain(text, line)):
                break
            first = line.start
        if found or place == line.end:
            fields += found
        elif fields:
            fields[-1] = _with_more(text, fields[-1], place, line.end)
    return first, tuple(fields)


def _with_more(text: str, field: FieldPiece, start: int, end: int) -> FieldPiece:
    """The field with what stands on the next line, which no label of its own leads in."""
    while text[end - 1] in " |":
        end -= 1
    is_empty = field.value_start == field.value_end
    return field._replace(value_start=start if is_empty else field.value_start, value_end=end)


def _is_remain(text: str, line: Line) -> bool:
    """Whether a row is bars alone, or one short cell that heads no statistics table."""
    bare = text[line.start : line.end].strip(" |")
    return len(bare) <= LONGEST_REMAINS and "|" not in bare and not is_label(bare)
