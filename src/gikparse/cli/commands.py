"""What the subcommands have in common."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001


def add_command(
    commands: Commands,
    name: str,
    run: Callable[[argparse.Namespace], int],
    *,
    summary: str,
    about: str,
    epilog: str,
) -> argparse.ArgumentParser:
    """Add a command to those of `gikparse`.

    Args:
        commands: The commands.
        name: What the user types.
        run: Runs it and returns the exit status.
        summary: A few words for the list of commands.
        about: What `--help` says first.
        epilog: What `--help` says last, with examples, laid out as it is.

    Returns:
        The command's parser, for its arguments.
    """
    parser = commands.add_parser(
        name,
        help=summary,
        description=about,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    return parser
