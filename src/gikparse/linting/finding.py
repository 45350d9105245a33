"""A finding: a diagnostic of a file, and whether anybody needs to hear of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from gikparse.diagnostics import Diagnostic
    from gikparse.linting.waivers import Waiver
    from gikparse.report import Report


@attrs.frozen(kw_only=True)
class Finding:
    """A diagnostic of a report that was checked.

    Attributes:
        report: The report.
        diagnostic: What was found.
        fingerprint: What it is known by: see `gikparse.fingerprints`.
        waiver: The waiver that lets it stand, or None.
        is_known: Whether the baseline has it.
    """

    report: Report
    diagnostic: Diagnostic
    fingerprint: str
    waiver: Waiver | None = None
    is_known: bool = False

    @property
    def file(self) -> str:
        """The file, as the user named it."""
        return self.report.source.name or "<text>"

    @property
    def is_open(self) -> bool:
        """Whether it is to be reported: nobody waived it, and the baseline has it not."""
        return self.waiver is None and not self.is_known
