"""The sections that a form prescribes, and which of a report's sections they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from gikparse.checks.remembering import once_a_report
from gikparse.checks.structure.extract import extract
from gikparse.checks.structure.likeness import ALIKE, likeness
from gikparse.checks.structure.wholeness import begins, ends
from gikparse.checks.walking import every_section
from gikparse.grammar import pattern
from gikparse.nodes import Furniture, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.data.specs import FormSpec, SectionSpec
    from gikparse.report import Report

#: A report with fewer of the sections has an order of its own, or is a small part of one.
FEWEST = 3


@attrs.frozen(kw_only=True)
class Prescribed:
    """A section that the form of a report prescribes.

    Attributes:
        spec: What the form prints.
        ordinal: Its number there.
        section: The report's top-level section that is meant for it, None if there is none.
        written: The title of that section, folded and without blanks; "" without one.
    """

    spec: SectionSpec
    ordinal: int
    section: Section | None = None
    written: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The titles that it may have."""
        return (self.spec.title, *self.spec.aliases)

    @property
    def is_named_so(self) -> bool:
        """Whether the section has one of these titles; how they join words does not count."""
        return plain(self.written) in map(plain, self.names)


@once_a_report
def prescribed(report: Report) -> tuple[Prescribed, ...]:
    """The sections that the form of the report prescribes; none where no form does.

    The year of the data tells the form, and where it is not known, the tables do. Nothing
    is found for a report that does not follow the form at all.
    """
    form = _form_of(report)
    if form is None:
        return ()
    titles = [(s, extract(report, s.heading.title_span).text) for s in outermost(report)]
    found: list[Prescribed] = []
    for number, spec in enumerate(form.sections, 1):
        taken = [p.section for p in found]
        free = [(s, title) for s, title in titles if not any(s is other for other in taken)]
        found.append(_filled(Prescribed(spec=spec, ordinal=number), free))
    return tuple(found) if sum(p.section is not None for p in found) >= FEWEST else ()


def outermost(report: Report) -> tuple[Section, ...]:
    """The top-level sections of the highest rank; a piece of a report may begin with lower ones."""
    highest = min((section.level for section in report.sections), default=0)
    return tuple(section for section in report.sections if section.level == highest)


def _form_of(report: Report) -> FormSpec | None:
    forms = report.catalogue.forms
    if report.year is None:
        spec = forms.get(report.form) if report.form else None
        return spec if spec is not None and spec.sections else None
    for spec in forms.values():
        first, last = spec.years
        if spec.sections and first <= report.year and (last is None or report.year <= last):
            return spec
    return None


def _filled(part: Prescribed, titles: Sequence[tuple[Section, str]]) -> Prescribed:
    """The part with the section that is most like it, if any is like it."""
    best, section, written = 0.0, None, ""
    for candidate, title in titles:
        like = max(likeness(title, name) for name in part.names)
        if plain(title) in map(plain, part.names):
            like = 2.0
        if like >= ALIKE and like > best:
            best, section, written = like, candidate, title
    return attrs.evolve(part, section=section, written=written)


@once_a_report
def missing(report: Report) -> tuple[tuple[Prescribed, Section | None], ...]:
    """The prescribed sections that a report lacks, each with the prescribed one before it.

    One whose place the text does not show, because it begins later or ends earlier, is not
    missing, nor one whose title stands somewhere without a number.
    """
    return tuple(_missing(report))


def _missing(report: Report) -> Iterator[tuple[Prescribed, Section | None]]:
    parts = prescribed(report)
    there = [place for place, part in enumerate(parts) if part.section is not None]
    for place, part in enumerate(parts):
        if part.section is not None:
            continue
        shown = there[0] < place or begins(report)
        shown = shown and (place < there[-1] or ends(report))
        if shown and not _stands_somewhere(report, part):
            before = [p.section for p in parts[:place] if p.section is not None]
            yield part, (before[-1] if before else None)


def _stands_somewhere(report: Report, part: Prescribed) -> bool:
    """Whether a title stands in the text itself, or over a section inside another."""
    for section in every_section(report):
        if section not in report.sections:
            title = plain(extract(report, section.heading.title_span).text)
            if title in map(plain, part.names):
                return True
        for block in section.blocks:
            text = "" if isinstance(block, Furniture) else extract(report, block.span).text
            if any(name in text for name in part.names):
                return True
    return False


def plain(title: str) -> str:
    """A title without what only joins or closes its words.

    Example:
        >>> plain("行政复议、行政诉讼情况。") == plain("行政复议和行政诉讼的情况")
        True
    """
    return pattern("structure", "JOINT").sub("", title)
