"""`gikparse check`: what is wrong with reports."""

from __future__ import annotations

import sys
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from gikparse.cli.choosing import Chooser, add_choices_to
from gikparse.cli.commands import add_command
from gikparse.cli.inputs import FILE_HELP, add_from_to, read_report
from gikparse.cli.painting import add_color_to
from gikparse.cli.wording import add_lang_to, locale_lang
from gikparse.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from gikparse.cli.commands import Commands
    from gikparse.linting.run import Outcome

_ABOUT = """\
Print what is wrong with reports or could not be read, each with its place, its code and
the text that it is about. `gikparse rule CODE` explains a code. Reports of one agency in
consecutive years are compared.
"""
_EPILOG = """\
exit status:
  0  no finding of severity WARNING or ERROR in any file, or none that --fail-on asks for
  1  at least one
  2  wrong usage, or a file that cannot be read

examples:
  gikparse check report.txt
  gikparse check 2023.html 2024.html              compares the years, too
  gikparse check --select GIK1,GIK302 reports/
  gikparse check --format csv -o findings.csv reports/
  gikparse check --write-baseline known.json reports/
  gikparse check --baseline known.json reports/   only what is new
"""
_FORMATS = ("text", "json", "sarif", "github", "csv")


def add_to(commands: Commands) -> None:
    """Add the command to those of `gikparse`."""
    parser = add_command(
        commands,
        "check",
        _run,
        summary="what is wrong with reports",
        about=_ABOUT,
        epilog=_EPILOG,
    )
    help_ = f"{FILE_HELP}; of a folder, the reports in it"
    parser.add_argument("files", metavar="FILE", nargs="+", help=help_)
    add_from_to(parser)
    parser.add_argument("--format", choices=_FORMATS, default="text", help="default: text")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write the findings there"
    )
    add_choices_to(parser)
    parser.add_argument(
        "--write-baseline",
        type=Path,
        metavar="FILE",
        help="write all findings there, as known ones, and print none",
    )
    parser.add_argument(
        "--statistics", action="store_true", help="print how often each code was found instead"
    )
    parser.add_argument(
        "-q", "--quiet", action="store_true", help="print one line a finding and nothing else"
    )
    add_color_to(parser)
    add_lang_to(parser)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.statistics and arguments.format != "text":
        raise UsageError(f"--statistics has no format {arguments.format}")
    outcome, lang = _lint(arguments)
    if arguments.write_baseline:
        return _write_baseline(arguments.write_baseline, outcome)
    with _output(arguments):
        _write(outcome, lang, arguments)
    if arguments.output and not arguments.quiet:
        _print_summary(outcome, lang, arguments)
    _print_remarks(outcome, lang, arguments)
    return 2 if outcome.unread else int(outcome.is_failed)


def _lint(arguments: argparse.Namespace) -> tuple[Outcome, str]:
    """The outcome, and the language in which to tell it."""
    from datetime import date

    from gikparse.cli.targets import find_files
    from gikparse.linting.run import run_linter

    chooser = Chooser(arguments)
    given, unread, lang = [], [], None
    for file in find_files(arguments.files, chooser.excludes):
        settings = chooser.of(file)
        lang = lang or settings.lang
        try:
            given.append((read_report(file, arguments.file_format), settings))
        except UsageError as error:
            unread.append(str(error))
            print(f"gikparse: {error}", file=sys.stderr)
    today = date.today()
    return run_linter(given, today=today, unread=unread), lang or locale_lang()


def _write_baseline(path: Path, outcome: Outcome) -> int:
    from gikparse.linting.baseline import write_baseline

    if not outcome.reports:  # a slip in the name of a file is no reason to forget what is known
        print(f"gikparse: nothing was checked, and {path} was not written", file=sys.stderr)
        return 2
    count = write_baseline(path, (f for f in outcome.findings if f.waiver is None))
    print(f"wrote {count} finding{'s' * (count != 1)} to {path}")
    return 2 if outcome.unread else 0


@contextmanager
def _output(arguments: argparse.Namespace) -> Iterator[None]:
    """Standard output, or in its place the file that the user named."""
    if arguments.output is None:
        yield
        return
    # A spreadsheet takes CSV for UTF-8 only with a mark at its beginning.
    encoding = "utf-8-sig" if arguments.format == "csv" else "utf-8"
    try:
        with (
            arguments.output.open("w", encoding=encoding, errors="backslashreplace") as file,
            redirect_stdout(file),
        ):
            yield
    except OSError as error:
        raise UsageError(f"cannot write {arguments.output}: {error.strerror}") from None


def _write(outcome: Outcome, lang: str, arguments: argparse.Namespace) -> None:
    if arguments.format == "text":
        from gikparse.cli.painting import printer
        from gikparse.cli.proofs import proof, statistics

        write = printer("never" if arguments.output else arguments.color)
        if arguments.statistics:
            write(statistics(outcome, lang))
        else:
            write(proof(outcome, lang, quiet=arguments.quiet))
        if not arguments.quiet:
            _print_summary(outcome, lang, arguments)
        return
    from gikparse.formats.findings import writer

    for line in writer(arguments.format)(outcome, lang):
        print(line)


def _print_summary(outcome: Outcome, lang: str, arguments: argparse.Namespace) -> None:
    from gikparse.cli.painting import printer
    from gikparse.cli.proofs import summary

    printer("never" if arguments.output else arguments.color)([summary(outcome, lang)])


def _print_remarks(outcome: Outcome, lang: str, arguments: argparse.Namespace) -> None:
    from gikparse.cli.wording import remarks

    if not arguments.quiet:
        sys.stdout.flush()
        for remark in remarks(outcome, lang):
            print(f"gikparse: {remark}", file=sys.stderr)
