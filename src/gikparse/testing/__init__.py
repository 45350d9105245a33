r"""Random reports and what holds for every report: for gikparse's tests and for yours.

`reports` and the other strategies give what a report says together with what a parser should
find in it; `render` writes it down in one of the layouts that real reports have; `check_report`
checks what holds for every report, and `check_reading` that a report says what was written.
The package needs the extra `testing`.

Example:
    >>> import gikparse
    >>> report = gikparse.parse(to_traditional("一、主动公开\n全年公开12条。"))
    >>> check_report(report)
    >>> report.sections[0].title
    '主動公開'
"""

from __future__ import annotations

from importlib.util import find_spec

from gikparse.errors import InstallationError

if find_spec("hypothesis") is None:
    raise InstallationError("gikparse.testing needs Hypothesis: pip install 'gikparse[testing]'")

from gikparse.testing.content import Content, content_of, same_content
from gikparse.testing.expecting import Expected, expected_cells
from gikparse.testing.filling import Figure, FilledForm, FilledTable, filled_forms
from gikparse.testing.hostile import hostile_texts
from gikparse.testing.invariants import check_report
from gikparse.testing.mutations import Damage, damaged, spliced
from gikparse.testing.noise import noise, noisy
from gikparse.testing.outlines import (
    Outline,
    OutlineSection,
    outlines,
    report_titles,
    section_titles,
)
from gikparse.testing.prose import Prose, QuantityShape, paragraphs, quantities
from gikparse.testing.render import (
    Brackets,
    Layout,
    SectionShape,
    expected_shape,
    marker,
    render,
    shape_of,
)
from gikparse.testing.reports import WrittenReport, check_reading, headings, layouts, reports
from gikparse.testing.rewriting import (
    flatten,
    to_full_width,
    to_half_width,
    to_traditional,
    with_blank_lines,
)
from gikparse.testing.table_layouts import Shape, Spans, TableLayout, table_layouts
from gikparse.testing.tables import render_table

__all__ = [
    "Brackets",
    "Content",
    "Damage",
    "Expected",
    "Figure",
    "FilledForm",
    "FilledTable",
    "Layout",
    "Outline",
    "OutlineSection",
    "Prose",
    "QuantityShape",
    "SectionShape",
    "Shape",
    "Spans",
    "TableLayout",
    "WrittenReport",
    "check_reading",
    "check_report",
    "content_of",
    "damaged",
    "expected_cells",
    "expected_shape",
    "filled_forms",
    "flatten",
    "headings",
    "hostile_texts",
    "layouts",
    "marker",
    "noise",
    "noisy",
    "outlines",
    "paragraphs",
    "quantities",
    "render",
    "render_table",
    "report_titles",
    "reports",
    "same_content",
    "section_titles",
    "shape_of",
    "spliced",
    "table_layouts",
    "to_full_width",
    "to_half_width",
    "to_traditional",
    "with_blank_lines",
]
