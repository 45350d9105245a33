"""The build's own step: `gikparse.preparing`, so that no process has to read the grammars with lark."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PreparingHook(BuildHookInterface):  # type: ignore[type-arg]
    """Prepares the package before it is put into a wheel, or linked to by an editable one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, str(Path(self.root) / "src"))
        from gikparse.preparing import prepare

        prepare()
