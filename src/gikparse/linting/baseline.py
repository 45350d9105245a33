"""Baselines: the findings that were there when somebody began to look, by their fingerprints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from gikparse.errors import UsageError
from gikparse.linting.waivers import posix_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gikparse.linting.finding import Finding

#: Names the format and its version.
_KEY = "gikparse-baseline"
_VERSION = 1
_FIELDS = ("file", "code", "fingerprint")


@attrs.frozen(kw_only=True)
class Baseline:
    """Known findings.

    Attributes:
        path: The file that holds them. Paths in it are relative to its folder.
        entries: File, code and fingerprint of each.
    """

    path: Path
    entries: frozenset[tuple[str, str, str]] = frozenset()

    def entry(self, file: str, code: str, fingerprint: str) -> tuple[str, str, str]:
        """What stands for a finding in this baseline."""
        return posix_path(file, self.path.parent), code, fingerprint

    def gone(
        self, files: Iterable[str], met: Iterable[tuple[str, str, str]]
    ) -> frozenset[tuple[str, str, str]]:
        """The entries of checked files that were not met again."""
        checked = {posix_path(file, self.path.parent) for file in files}
        return frozenset(entry for entry in self.entries if entry[0] in checked) - set(met)


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file.

    Raises:
        UsageError: It cannot be read, or is no baseline.
    """
    try:
        data: Any = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"cannot read the baseline {path}: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: this is no JSON: {error}") from None
    if not isinstance(data, dict) or data.get(_KEY) != _VERSION:
        raise UsageError(f"{path}: this is no baseline: the key {_KEY!r} is not {_VERSION}")
    listed = data.get("findings")
    entries: list[Any] = listed if isinstance(listed, list) else [None]
    for number, entry in enumerate(entries):
        for field in _FIELDS:
            if not isinstance(entry, dict) or not isinstance(entry.get(field), str):
                raise UsageError(f"{path}: findings[{number}].{field}: expected a string")
    return Baseline(
        path=path, entries=frozenset((e["file"], e["code"], e["fingerprint"]) for e in entries)
    )


def write_baseline(path: Path, findings: Iterable[Finding]) -> int:
    """Write findings to a file as a baseline, one a line, so that changes of it can be read.

    Returns:
        How many there are.

    Raises:
        UsageError: The file cannot be written.
    """
    empty = Baseline(path=path)
    entries = []
    for finding in findings:
        named = empty.entry(finding.file, finding.diagnostic.code, finding.fingerprint)
        entry = dict(zip(_FIELDS, named, strict=True)) | {"message": finding.diagnostic.message}
        entries.append(json.dumps(entry, ensure_ascii=False))
    body = "".join(f"{',' if n else ''}\n  {entry}" for n, entry in enumerate(entries))
    # A message may quote a lone surrogate, which UTF-8 cannot hold and JSON can escape.
    text = f'{{\n "{_KEY}": {_VERSION},\n "findings": [{body}\n ]\n}}\n'
    try:
        path.write_text(text, "utf-8", errors="backslashreplace")
    except OSError as error:
        raise UsageError(f"cannot write the baseline {path}: {error.strerror}") from None
    return len(entries)
