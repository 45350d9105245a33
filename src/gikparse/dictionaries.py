"""OpenCC's dictionaries for `tw2s`, read as files.

The module `opencc` is never imported, because three distributions own that name and
only one of them holds plain dictionaries.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from gikparse.errors import InstallationError

# The two steps of `tw2s`, each with its phrases and its characters.
_NAMES = ("TWVariantsRevPhrases", "TWVariantsRev", "TSPhrases", "TSCharacters")
#: Stands between the texts of two of them.
_END = "\0"

_REMEDY = (
    "run: python -m pip uninstall -y opencc opencc-py; "
    "python -m pip install --force-reinstall opencc-python-reimplemented"
)


def dictionaries() -> str:
    """The text of OpenCC's dictionaries, one behind the other.

    Raises:
        InstallationError: They are not installed.
    """
    folder = _dictionary_folder()
    return _END.join(_dictionary(folder / f"{name}.txt") for name in _NAMES)


def _dictionary_folder() -> Path:
    try:
        spec = find_spec("opencc")
    except (ImportError, ValueError):
        spec = None
    if spec is None or spec.submodule_search_locations is None:
        raise _missing("the package opencc")
    return Path(spec.submodule_search_locations[0]) / "dictionary"


def _dictionary(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError:
        raise _missing(f"its dictionary {path}") from None


def entries(text: str) -> list[dict[str, str]]:
    """The entries of each dictionary; of several values OpenCC takes the first.

    Args:
        text: The dictionaries, as `dictionaries` gives them.
    """
    return [_entries(name, part) for name, part in zip(_NAMES, text.split(_END), strict=True)]


def _entries(name: str, text: str) -> dict[str, str]:
    found = {}
    for line in text.splitlines():
        word, _, values = line.partition("\t")
        found[word] = value = values.split(" ", 1)[0]
        if not word or len(value) != len(word):
            raise InstallationError(
                f"OpenCC's dictionary {name}: {line!r} is no pair of words of equal length; {_REMEDY}"
            )
    return found


def _missing(what: str) -> InstallationError:
    # Only a broken installation pays for this import.
    from importlib.metadata import packages_distributions, version

    owners = sorted(set(packages_distributions().get("opencc", ())))
    found = ", ".join(f"{owner} {version(owner)}" for owner in owners) or "no distribution"
    return InstallationError(
        f"gikparse reads Traditional Chinese with OpenCC's dictionaries, but {what} is missing; "
        f"the import name opencc belongs to {found}; {_REMEDY}"
    )
