"""How what a strategy drew is shown: short enough to be read, and in Python."""

from __future__ import annotations

from enum import Enum
from typing import Any, cast

import attrs


class Shown:
    """Shows the call that makes an instance of an attrs class, without arguments that are as by default.

    Hypothesis shows every field of a class that says nothing else.
    """

    def __repr__(self) -> str:
        """The call, which can be pasted into a test."""
        fields = attrs.fields_dict(cast("type[attrs.AttrsInstance]", type(self))).values()
        values = ((field, getattr(self, field.name)) for field in fields)
        unusual = (f"{f.name}={_shown(value)}" for f, value in values if value != f.default)
        return f"{type(self).__name__}({', '.join(unusual)})"

    def _repr_pretty_(self, printer: Any, _: bool) -> None:
        """What Hypothesis prints."""
        printer.text(repr(self))


def _shown(value: object) -> str:
    return str(value) if isinstance(value, Enum) else repr(value)


def in_lines(text: str) -> str:
    r"""A text as Python, a line each, so that it can be read and pasted.

    Example:
        >>> print(in_lines("一、概述\n　无。"))
            '一、概述\n'
            '\u3000无。'
    """
    return "\n".join(f"    {line!r}" for line in text.splitlines(keepends=True))
