"""Waivers: findings that somebody has looked at and lets stand, each with the reason."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import attrs


def posix_path(file: str, folder: Path) -> str:
    """The path of a file as patterns and baselines have it.

    Args:
        file: The file, as the user named it.
        folder: What the path is relative to.

    Returns:
        The path relative to the folder, with `/`; for a file outside the folder the
        whole path; for what is no file, such as `<stdin>`, its name.

    Example:
        >>> posix_path("<stdin>", Path())
        '<stdin>'
    """
    if file.startswith("<"):
        return file
    path = Path(file).absolute()
    try:
        return path.relative_to(folder.absolute()).as_posix()
    except ValueError:
        return path.as_posix()


@attrs.frozen(kw_only=True)
class Waiver:
    """Findings that are not reported.

    Attributes:
        files: Patterns of paths, in the manner of a shell, relative to the folder of the
            settings; `*` matches `/` too.
        codes: Their codes, or the beginnings of codes.
        fingerprint: The one finding that is meant; None for all of these codes.
        reason: Why they may stand.
        where: The place in the settings, for messages.
        folder: The folder of the settings.
    """

    files: tuple[str, ...]
    codes: tuple[str, ...]
    fingerprint: str | None = None
    reason: str
    where: str
    folder: Path

    def is_about(self, file: str) -> bool:
        """Whether it may concern the findings in a file."""
        path = posix_path(file, self.folder)
        return any(fnmatchcase(path, pattern) for pattern in self.files)

    def covers(self, code: str, fingerprint: str) -> bool:
        """Whether it lets a finding stand, in a file that it is about."""
        return code.startswith(self.codes) and self.fingerprint in (None, fingerprint)
