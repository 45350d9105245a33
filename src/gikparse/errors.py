"""The errors that gikparse raises.

They are few, because a report never causes one: what a text says, however
damaged, becomes nodes and diagnostics. An error means that the caller asked
for something impossible or that the installation is broken.
"""


class GikparseError(Exception):
    """The base class of every error that gikparse raises on purpose."""


class UsageError(GikparseError, ValueError):
    """The caller's mistake: a wrong argument, an unreadable file, a bad option."""


class SchemaError(GikparseError, ValueError):
    """A document handed to `gikparse.from_dict` is not one that `to_dict` wrote."""


class InstallationError(GikparseError, RuntimeError):
    """A file or package that gikparse needs is missing or not the one it expects."""


class FindingsError(GikparseError):
    """`Report.raise_for` met diagnostics at or above the severity asked for.

    Attributes:
        diagnostics: The diagnostics that caused the error, in document order.
    """

    def __init__(self, message: str, diagnostics: tuple[object, ...]) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics
