"""Strategies for whole reports, each with what a parser should find in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

from gikparse.data.catalogue import default_catalogue
from gikparse.folding import fold
from gikparse.numbering import NumberingScheme
from gikparse.testing.expecting import Expected, expected_cells
from gikparse.testing.filling import FilledForm, filled_forms
from gikparse.testing.outlines import Outline, OutlineSection, outlines, section_titles
from gikparse.testing.phrases import phrases
from gikparse.testing.prose import QuantityShape, paragraphs
from gikparse.testing.render import (
    Brackets,
    Layout,
    SectionShape,
    expected_shape,
    marker,
    render,
    shape_of,
)
from gikparse.testing.showing import in_lines
from gikparse.testing.table_layouts import Shape, table_layouts
from gikparse.values import Semantic

if TYPE_CHECKING:
    from gikparse.report import Report

#: Tables of these shapes can be told from the prose around them.
_SHAPES = (
    Shape.BARS_BEHIND,
    Shape.BARS_AROUND,
    Shape.STACKED_BARS_BEHIND,
    Shape.STACKED_LONE_BARS,
)


@attrs.frozen(kw_only=True, repr=False)
class WrittenReport:
    r"""A report as its author means it, and as it is written.

    Attributes:
        outline: What it says.
        layout: How it is written.
        text: The text.

    Example:
        >>> section = OutlineSection(scheme=NumberingScheme.CHINESE, ordinal=1, title="概述")
        >>> written = WrittenReport(outline=Outline(title="某县年报", sections=(section,)), layout=Layout())
        >>> written.text
        '某县年报\n一、概述'
        >>> [section.marker for section in written.sections], written.quantities, written.cells
        (['一、'], (), {})
    """

    outline: Outline
    layout: Layout
    text: str = attrs.field(init=False)

    @text.default
    def _render(self) -> str:
        return render(self.outline, self.layout)

    def __repr__(self) -> str:
        """The text, with what is unusual about its layout."""
        layout = self.layout if self.cells else attrs.evolve(self.layout, tables=Layout().tables)
        return f"<WrittenReport in {layout}:\n{in_lines(self.text)}>"

    def _repr_pretty_(self, printer: Any, _: bool) -> None:  # what Hypothesis shows
        printer.text(repr(self))

    @property
    def sections(self) -> tuple[SectionShape, ...]:
        """The sections that a parser should find."""
        return expected_shape(self.outline, self.layout)

    @property
    def quantities(self) -> tuple[QuantityShape, ...]:
        """The quantities that a parser should find in the prose, in document order."""
        prose = [*self.outline.preface]
        for section in self._walk():
            prose += section.paragraphs
        return tuple(quantity for paragraph in prose for quantity in paragraph.quantities)

    @property
    def cells(self) -> Mapping[tuple[str, str | None], Expected]:
        """What a parser should find in the tables, by id and column."""
        found: dict[tuple[str, str | None], Expected] = {}
        for section in self._walk():
            if section.form is not None:
                found |= expected_cells(section.form, self.layout.tables)
        return found

    def _walk(self) -> Iterator[OutlineSection]:
        waiting = list(reversed(self.outline.sections))
        while waiting:
            section = waiting.pop()
            yield section
            waiting += reversed(section.children)


def check_reading(report: Report, written: WrittenReport) -> None:
    r"""Check that a report says what was written.

    Sections, quantities and cells are compared; width and script of characters do not count.

    Args:
        report: What a parser, yours or ours, has made of `written.text`.
        written: What it should have found.

    Raises:
        AssertionError: Something was not read, or not as it was meant; the message says what.

    Example:
        >>> from gikparse import parse
        >>> section = OutlineSection(scheme=NumberingScheme.CHINESE, ordinal=1, title="概述")
        >>> written = WrittenReport(outline=Outline(title="某县年报", sections=(section,)), layout=Layout())
        >>> check_reading(parse(written.text), written)
        >>> check_reading(parse("某县年报\n一、问题"), written)
        Traceback (most recent call last):
        ...
        AssertionError: section 一、问题 was read, not 一、概述
    """
    _require_same(list(_told(shape_of(report))), list(_told(written.sections)), "section")
    found = [f"{q.text} = {q.base_value}{q.base_unit} {q.bound.value}" for q in report.quantities]
    meant = [f"{q.text} = {q.base_value}{q.base_unit} {q.bound.value}" for q in written.quantities]
    _require_same(list(map(fold, found)), list(map(fold, meant)), "quantity")
    for (id_, column), cell in written.cells.items():
        _check_cell(report, id_, column, cell)


def _told(sections: tuple[SectionShape, ...]) -> Iterator[str]:
    for section in sections:
        yield fold(f"{section.marker}{section.title}")
        yield from (fold(f"{section.marker} {paragraph}") for paragraph in section.paragraphs)
        yield from _told(section.children)


def _require_same(found: list[str], meant: list[str], what: str) -> None:
    for here, there in zip([*found, "nothing"], [*meant, "nothing"], strict=False):
        if here != there:
            raise AssertionError(f"{what} {here} was read, not {there}")


def _check_cell(report: Report, id_: str, column: str | None, cell: Expected) -> None:
    found = [i for i in report.indicators.values(id_) if i.column == column and i.table]
    read = [(i.semantic, i.value, i.unit) for i in found]
    if cell.certain:
        meant = [(cell.semantic, cell.value, cell.unit)]
        _require_same(list(map(str, read)), list(map(str, meant)), f"{id_} {column}:")
    for semantic, value, _ in read:
        if semantic in (Semantic.NUMERIC, Semantic.ZERO) and value != cell.value:
            raise AssertionError(f"{id_} {column}: {value} was read, not {cell.value}")


# --- strategies


@cache
def layouts() -> st.SearchStrategy[Layout]:
    """Layouts: headings on their own lines or run in, with any width, indent, mark and frame.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=1)
        ... @given(layouts())
        ... def show_the_simplest(layout):
        ...     print(layout == Layout())
        >>> show_the_simplest()
        True
    """
    return st.builds(
        Layout,
        run_in=st.booleans(),
        stop=st.sampled_from(["。", "：", ":"]),
        blank_lines=st.integers(0, 2),
        indent=st.sampled_from(["", "\u3000\u3000", "\u00a0\u00a0", "    "]),
        gap=st.sampled_from(["", "", " ", "\u00a0", "\u3000"]),
        brackets=st.sampled_from(Brackets),
        chinese_mark=st.sampled_from(["、", "、", "．", "."]),
        arabic_mark=st.sampled_from([".", "、", "．"]),
        line_end=st.sampled_from(["\n", "\r\n", "\r"]),
        tables=st.sampled_from(_SHAPES)
        .flatmap(table_layouts)
        .map(lambda layout: attrs.evolve(layout, headings=False, page_break=False)),
        above=st.lists(st.sampled_from(phrases()["above"]), max_size=2, unique=True).map(tuple),
        below=st.lists(st.sampled_from(phrases()["below"]), max_size=2, unique=True).map(tuple),
        page_marks=st.integers(0, 3).map((3).__eq__),
        traditional=st.integers(0, 3).map((3).__eq__),
    )


@st.composite
def headings(draw: st.DrawFn, layout: Layout | None = None) -> tuple[str, SectionShape]:
    """Headings, each with what a parser should find of it.

    Args:
        draw: Supplied by Hypothesis.
        layout: How they are written; None for any way.

    Returns:
        A strategy for the line and its shape, which has no paragraphs and no children.

    Example:
        >>> from hypothesis import find
        >>> text, shape = find(headings(Layout()), lambda found: found[1].level == 3)
        >>> text, shape.marker, shape.title
        ('1.概述', '1.', '概述')
    """
    layout = layout or draw(layouts())
    scheme = draw(st.sampled_from(NumberingScheme))
    ordinal = draw(st.integers(1, 20))
    mark = marker(scheme, ordinal, layout)
    title = draw(section_titles())
    return mark + layout.gap + title, SectionShape(mark, scheme.level, title, (), ())


@st.composite
def reports(
    draw: st.DrawFn,
    *,
    min_depth: int = 1,
    max_depth: int = 4,
    max_sections: int = 5,
    faults: bool = False,
    forms: bool = True,
) -> WrittenReport:
    """Whole reports, each with what a parser should find in it.

    One in two has a statistics form: the tables of 2019 and 2021 stand in the six sections
    that these forms prescribe, the others behind the last section of a free outline.

    Args:
        draw: Supplied by Hypothesis.
        min_depth: How deep sections are nested, at least, in a free outline.
        max_depth: How deep sections are nested, at most.
        max_sections: How many sections stand side by side, at most, in a free outline.
        faults: Whether numbers may be skipped, repeated or begin again.
        forms: Whether reports may have a statistics form.

    Returns:
        A strategy for `WrittenReport`.

    Example:
        >>> from gikparse import parse
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=5, deadline=None)
        ... @given(reports())
        ... def is_read_as_it_was_meant(written):
        ...     check_reading(parse(written.text), written)
        >>> is_read_as_it_was_meant()
    """
    free = outlines(
        min_depth=min_depth, max_depth=max_depth, max_sections=max_sections, faults=faults
    )
    outline = draw(free)
    if forms and draw(st.booleans()):
        filled = draw(filled_forms())
        outline = draw(_with_form(outline, filled))
    return WrittenReport(outline=outline, layout=draw(layouts()))


@st.composite
def _with_form(draw: st.DrawFn, outline: Outline, filled: FilledForm) -> Outline:
    prescribed = default_catalogue().forms[filled.form].sections
    if not prescribed:
        last = outline.sections[-1]
        annex = OutlineSection(
            scheme=last.scheme, ordinal=last.ordinal + 1, title="附表", form=filled
        )
        return attrs.evolve(outline, sections=(*outline.sections, annex))
    prose = st.lists(paragraphs(), max_size=2)
    return attrs.evolve(
        outline,
        sections=tuple(
            OutlineSection(
                scheme=NumberingScheme.CHINESE,
                ordinal=ordinal,
                title=spec.title,
                paragraphs=draw(prose),
                form=_part_of(filled, ordinal),
            )
            for ordinal, spec in enumerate(prescribed, 1)
        ),
    )


def _part_of(filled: FilledForm, section: int) -> FilledForm | None:
    """The tables that stand in a section of a form."""
    tables = tuple(table for table in filled.tables if table.spec.section == section)
    return attrs.evolve(filled, tables=tables) if tables else None
