"""The report: the tree, what the report says of itself, and the ways to ask for its parts."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from gikparse.data.catalogue import Catalogue, default_catalogue
from gikparse.data.form import Form
from gikparse.diagnostics import Diagnostic, Severity
from gikparse.elision import Reading
from gikparse.errors import FindingsError
from gikparse.facts.quantifying import SourceQuantities
from gikparse.nodes import BackMatter, FrontMatter, Node, Section, Table
from gikparse.nodes.quantities import Quantity
from gikparse.paths import find_sections, near_misses, read_path
from gikparse.source import Span
from gikparse.topics import Topic

if TYPE_CHECKING:
    from gikparse.facts.breakdowns import Breakdown
    from gikparse.facts.finding import Prose
    from gikparse.indicators import IndicatorSet
else:
    # Loaded when they are needed; who resolves this module's annotations needs names.
    Breakdown = IndicatorSet = Prose = Any


@attrs.frozen(kw_only=True)
class Identity:
    r"""What a report says of itself, or what the caller said in its place.

    Attributes:
        title: The title without inner blanks and line breaks, characters as written.
        agency: The body that the report speaks for.
        year: The year of the data, not of the publication.
        published: The day of publication.
        period: First and last day that the statistics cover.
        spans: Where the text says it, by the names above; what the caller said has none.

    Example:
        >>> import gikparse
        >>> said = gikparse.parse("某县民政局2023年政府信息公开工作年度报告\n一、总体情况\n无。").identity
        >>> said.agency, said.year, said.published, said.spans["year"]
        ('某县民政局', 2023, None, Span(start=5, end=10))
    """

    title: str | None = None
    agency: str | None = None
    year: int | None = None
    published: date | None = None
    period: tuple[date, date] | None = None
    spans: Mapping[str, Span] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True, eq=False)
class Report(Node):
    r"""A parsed report: the root of the tree.

    Its children tile the whole text; inside them only blanks are without a node.

    Attributes:
        front: What stands before the first section, or None.
        sections: The top-level sections.
        back: What stands after the last section, or None.
        identity: What the report says of itself.
        diagnostics: What parsing met, in document order.
        catalogue: The statistics forms that its tables were compared with.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("某县民政局2023年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开\n12条。")
        >>> report.agency, report.year, report["一/（一）"].title
        ('某县民政局', 2023, '主动公开')
        >>> report.section(gikparse.Topic.PROACTIVE).heading.marker
        '（一）'
        >>> report = gikparse.load("docs/examples/f2021.txt")
        >>> report.form.name, len(report.tables), str(report.published), [str(day) for day in report.period]
        ('F2021', 3, '2024-01-29', ['2023-01-01', '2023-12-31'])
        >>> [path for path, _ in report.paths()][-2:], [section.title for section in report.all("6/2")]
        (['六、/（一）', '六、/（二）'], ['年度工作要点落实情况'])
        >>> [section.heading.marker for section in report.sections_about(gikparse.Topic.PROACTIVE)]
        ['二、', '（一）']
        >>> len(report.quantities), [str(q.value) for q in report.quantities_in(report["6/1"])]
        (42, ['2', '0.03'])
        >>> [(found.total.text, [part.quantity.text for part in found.parts]) for found in report.breakdowns]
        [('89篇', ['62篇'])]
        >>> report.raise_for(gikparse.Severity.ERROR)  # parsing met nothing
        >>> gikparse.from_dict(report.to_dict()) == report
        True
    """

    RULE: ClassVar[str] = "report"

    front: FrontMatter | None = None
    sections: tuple[Section, ...] = ()
    back: BackMatter | None = None
    identity: Identity = attrs.field(factory=Identity)
    diagnostics: tuple[Diagnostic, ...] = ()
    catalogue: Catalogue = attrs.field(factory=default_catalogue, repr=False)
    _finder: SourceQuantities | None = attrs.field(default=None, repr=False, eq=False)

    @property
    def children(self) -> tuple[Node, ...]:
        """The front matter, the top-level sections and the back matter."""
        ends = [node for node in (self.front, *self.sections, self.back) if node is not None]
        return tuple(ends)

    # --- what the report says of itself

    @property
    def title(self) -> str | None:
        """The title without inner blanks and line breaks, characters as written."""
        return self.identity.title

    @property
    def agency(self) -> str | None:
        """The body that the report speaks for, as in its title."""
        return self.identity.agency

    @property
    def year(self) -> int | None:
        """The year of the data."""
        return self.identity.year

    @property
    def published(self) -> date | None:
        """The day of publication, where a full date is stated."""
        return self.identity.published

    @property
    def period(self) -> tuple[date, date] | None:
        """First and last day that the statistics cover, where they are stated."""
        return self.identity.period

    # --- sections

    def __getitem__(self, path: str) -> Section:
        """The first section at a numbering path, such as `"二/(一)"` or `"2/1"`.

        Raises:
            KeyError: There is none; the message names the nearest paths.
        """
        for section in self.all(path):
            return section
        raise KeyError(near_misses(path, [written for written, _ in self.paths()]))

    def __contains__(self, path: object) -> bool:
        """Whether a section stands at a numbering path."""
        return isinstance(path, str) and any(True for _ in self.all(path))

    def all(self, path: str) -> Iterator[Section]:
        """Every section at a numbering path, in document order: numbers repeat in real reports.

        Args:
            path: Markers or bare numbers from the outermost section inwards, divided
                by `/`. A marker asks for its scheme, a bare number for any.
        """
        return find_sections(self.sections, read_path(path))

    def paths(self) -> Iterator[tuple[str, Section]]:
        """Every section with its numbering path as written, in document order."""
        stack = [(section.heading.marker, section) for section in reversed(self.sections)]
        while stack:
            path, section = stack.pop()
            yield path, section
            stack.extend((f"{path}/{s.heading.marker}", s) for s in reversed(section.sections))

    def section(self, topic: Topic) -> Section | None:
        """The first section about a topic, or None: outer sections before those inside them."""
        return next(self.sections_about(topic), None)

    def sections_about(self, topic: Topic) -> Iterator[Section]:
        """Every section about a topic, outer sections before those inside them."""
        rank = self.sections
        while rank:
            yield from (section for section in rank if section.topic is topic)
            rank = tuple(inner for section in rank for inner in section.sections)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table of the report, in document order."""
        return tuple(self.find_all(Table))

    @cached_property
    def indicators(self) -> IndicatorSet:
        """The figures that the report states, in document order; read when first asked for."""
        from gikparse.indicators import IndicatorSet, Provenance
        from gikparse.tables.reading import read_tables

        read = read_tables(self.tables, self.catalogue)
        stated = (*read.indicators, *self._prose.indicators)
        provenance = Provenance(
            source=self.source,
            title=self.title,
            agency=self.agency,
            year=self.year,
            published=self.published,
            sections=tuple(self.paths()),
            tables=self.tables,
        )
        return IndicatorSet(
            sorted(stated, key=lambda i: i.span.start),
            read.diagnostics,
            unnamed=read.unnamed,
            provenance=provenance,
        )

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity in the prose of the report, in document order; found when first asked for."""
        return self._prose.quantities

    def quantities_in(self, node: Node) -> tuple[Quantity, ...]:
        """The quantities that stand in a node, such as a paragraph or a section.

        Args:
            node: A node of this report.
        """
        start, end = (bisect_left(self.quantities, offset, key=_start) for offset in node.span)
        return self.quantities[start:end]

    @property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """The totals that sentences state with their parts, in document order."""
        return self._prose.breakdowns

    @property
    def reading(self) -> Reading:
        """The text as the parser reads it: folded, and without what is passed over.

        Example:
            >>> import gikparse
            >>> reading = gikparse.parse("公(gōng)開(kāi)１２條。").reading
            >>> reading.text, reading.source_span(2, 4)
            ('公开12条。', Span(start=13, end=15))
        """
        return self._quantifying.reading

    @cached_property
    def _quantifying(self) -> SourceQuantities:
        return self._finder or SourceQuantities(self.source)

    @cached_property
    def _prose(self) -> Prose:
        # The grammar of sentences and its words are loaded when they are needed.
        from gikparse.facts.finding import Prose

        return Prose(
            self._quantifying,
            self.children,
            year=self.year,
            agency=self.agency,
            period=self.period,
            catalogue=self.catalogue,
        )

    @property
    def form(self) -> Form | None:
        """The statistics form of the report: that of most of its tables; None without any."""
        forms = Counter(table.form for table in self.tables if table.form)
        return forms.most_common(1)[0][0] if forms else None

    # --- diagnostics and output

    def raise_for(self, severity: Severity) -> None:
        """Raise if parsing met anything of a severity or above: the strict door.

        Raises:
            FindingsError: It did; the error holds the diagnostics.
        """
        found = tuple(d for d in self.diagnostics if d.severity >= severity)
        if found:
            position = self.source.position(found[0].span.start)
            more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
            name = self.source.name or "report"
            raise FindingsError(
                f"{name}:{position.line}:{position.column}: {found[0].code} {found[0].message}{more}",
                found,
            )

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-safe data, the source text included; `gikparse.from_dict` reads it."""
        from gikparse.formats.json import to_dict

        return to_dict(self)

    def _content(self) -> tuple[Any, ...]:
        return (*super()._content(), self.source.text)


def _start(node: Node) -> int:
    return node.span.start
