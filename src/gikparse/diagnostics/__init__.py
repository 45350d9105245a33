"""Diagnostics: what was odd, where, and how much it matters."""

from gikparse.diagnostics.diagnostic import Diagnostic, Kind, Related, Severity

__all__ = ["Diagnostic", "Kind", "Related", "Severity"]
