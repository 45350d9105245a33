"""The errors that gikparse raises.

They are few, because a report never causes one: what a text says, however
damaged, becomes nodes and diagnostics. An error means that the caller asked
for something impossible or that the installation is broken.
"""


class GikparseError(Exception):
    """The base class of every error that gikparse raises on purpose.

    Example:
        >>> import gikparse
        >>> try:
        ...     gikparse.load("nowhere.txt")
        ... except gikparse.GikparseError as error:
        ...     print(type(error).__name__)
        UsageError
    """


class UsageError(GikparseError, ValueError):
    """The caller's mistake: a wrong argument, an unreadable file, a bad option.

    Example:
        >>> import gikparse
        >>> gikparse.load("nowhere.txt")
        Traceback (most recent call last):
        gikparse.errors.UsageError: cannot read nowhere.txt: No such file or directory
    """


class SchemaError(GikparseError, ValueError):
    """A document handed to `gikparse.from_dict` is not one that `to_dict` wrote.

    Example:
        >>> import gikparse
        >>> try:
        ...     gikparse.from_dict({"type": "Report"})
        ... except gikparse.SchemaError:
        ...     print("this is no report")
        this is no report
    """


class InstallationError(GikparseError, RuntimeError):
    """A file or package that gikparse needs is missing or not the one it expects.

    Example:
        >>> from gikparse.grammar import grammar_text
        >>> try:
        ...     grammar_text("nothing")
        ... except InstallationError as error:
        ...     print(str(error).rpartition("; ")[2])
        reinstall gikparse
    """


class FindingsError(GikparseError):
    r"""`Report.raise_for` met diagnostics at or above the severity asked for.

    Attributes:
        diagnostics: The diagnostics that caused the error, in document order.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n好。\n二）主动公开\n有。")
        >>> try:
        ...     report.raise_for(gikparse.Severity.WARNING)
        ... except FindingsError as error:
        ...     print([found.name for found in error.diagnostics])
        ['lost-bracket']
    """

    def __init__(self, message: str, diagnostics: tuple[object, ...]) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics
