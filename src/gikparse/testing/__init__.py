"""Random reports and what holds for every report: for gikparse's tests and for yours.

`reports` and `outlines` are Hypothesis strategies, `render` writes an outline
down in one of the layouts that real reports have, and `check_report` checks the
promises of the tree. The package needs the extra `testing`.
"""

from __future__ import annotations

from importlib.util import find_spec

from gikparse.errors import InstallationError

if find_spec("hypothesis") is None:
    raise InstallationError("gikparse.testing needs Hypothesis: pip install 'gikparse[testing]'")

from gikparse.testing.content import Content, content_of, same_content
from gikparse.testing.invariants import check_report
from gikparse.testing.outlines import (
    Outline,
    OutlineSection,
    outlines,
    paragraphs,
    report_titles,
    section_titles,
)
from gikparse.testing.render import (
    Brackets,
    Layout,
    SectionShape,
    expected_shape,
    layouts,
    marker,
    render,
    reports,
    shape_of,
)

__all__ = [
    "Brackets",
    "Content",
    "Layout",
    "Outline",
    "OutlineSection",
    "SectionShape",
    "check_report",
    "content_of",
    "expected_shape",
    "layouts",
    "marker",
    "outlines",
    "paragraphs",
    "render",
    "report_titles",
    "reports",
    "same_content",
    "section_titles",
    "shape_of",
]
