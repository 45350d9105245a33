"""Validators for fields that TOML files fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs.validators import instance_of, optional

if TYPE_CHECKING:
    import attrs

#: The value is a text.
is_text = instance_of(str)
#: The value is a text or None.
is_text_or_none = optional(instance_of(str))
#: The value is true or false.
is_flag = instance_of(bool)


def are_texts(_: object, field: attrs.Attribute[tuple[str, ...]], value: tuple[str, ...]) -> None:
    """The value is a tuple of texts, none of them empty."""
    if not isinstance(value, tuple) or not all(isinstance(text, str) and text for text in value):
        raise TypeError(f"'{field.name}' must be a list of texts (got {value!r})")
