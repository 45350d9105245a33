"""The pages say what is so: their code runs, their transcripts are real, their map is the house."""

import ast
import doctest
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pages import FOLDERS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "gikparse"
WRITTEN = tuple(ROOT / "docs" / folder for folder in FOLDERS)  # made from code and data
PAGES = [
    ROOT / "README.md",
    *sorted(path for path in (ROOT / "docs").rglob("*.md") if not set(WRITTEN) & set(path.parents)),
]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

each_page = pytest.mark.parametrize(
    "page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix()
)


def fences(page: Path, *languages: str) -> Iterator[Token]:
    """The fenced code blocks of a page in any of some languages, in order."""
    for token in MarkdownIt().parse(page.read_text("utf-8")):
        if token.type == "fence" and token.info.split(" ")[0] in languages:
            yield token


def first_line(fence: Token) -> int:
    assert fence.map is not None
    return fence.map[0] + 1


def test_pages_have_code() -> None:
    assert any(list(fences(page, "python")) for page in PAGES)
    assert any(list(fences(page, "console")) for page in PAGES)


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like the checkout to a page, and to which it may write."""
    for name in ("docs", "README.md"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
@each_page
def test_code_runs_and_commands_print_what_the_page_says(page: Path, workplace: Path) -> None:
    names: dict[str, object] = {"__name__": "__page__"}  # one page is one session
    for fence in fences(page, "python", "pycon", "console"):
        if fence.info.startswith("console"):
            run_commands(page, fence, workplace)
        elif ">>>" in fence.content:
            run_session(page, fence, names)
        else:
            code = "\n" * first_line(fence) + fence.content
            exec(compile(code, page, "exec"), names)  # noqa: S102


def run_session(page: Path, fence: Token, names: dict[str, object]) -> None:
    parser = doctest.DocTestParser()
    session = parser.get_doctest(fence.content, names, page.name, str(page), first_line(fence))
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    failed, _ = runner.run(session, out=said.append, clear_globs=False)
    names.update(session.globs)
    assert not failed, "".join(said)


def run_commands(page: Path, fence: Token, folder: Path) -> None:
    for command, expected in transcript(fence.content):
        assert command[0] == "gikparse", f"{page}:{first_line(fence)}: cannot run {command}"
        shown = subprocess.run(
            [Path(sys.executable).with_name("gikparse"), *command[1:]],
            cwd=folder,
            check=False,  # a linter's answer may be its exit status
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        ).stdout
        same = doctest.OutputChecker().check_output(expected, shown, doctest.ELLIPSIS)
        assert same, f"{page}:{first_line(fence)}: {shlex.join(command)} prints\n{shown}"


def transcript(text: str) -> Iterator[tuple[list[str], str]]:
    """The commands of a console block, each with what it prints."""
    before, *runs = ("\n" + text).split("\n$ ")
    assert not before.strip(), "a console block starts with a command"
    for run in runs:
        command, _, output = run.partition("\n")
        yield shlex.split(command), output


@each_page
def test_named_files_exist(page: Path) -> None:
    inline = (token.children or () for token in MarkdownIt().parse(page.read_text("utf-8")))
    code = [
        child.content for children in inline for child in children if child.type == "code_inline"
    ]
    # A path has a slash, and an ending or a slash at its end; other slashes are page names.
    paths = [text for text in code if re.fullmatch(r"(?=.*(\.|/$))[\w.*-]+(/[\w.*-]*)+", text)]
    assert not [path for path in paths if not list(ROOT.glob(path))]


def rooms() -> list[str]:
    """The rooms in the order in which the architecture page lists them."""
    lines = (ROOT / "docs" / "architecture.md").read_text("utf-8").splitlines()
    return [line.split("`")[1] for line in lines if line.startswith("| `")]


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the package with the room that it belongs to."""
    for path in PACKAGE.rglob("*.py"):
        if path != PACKAGE / "__init__.py":
            yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path


def imported_rooms(path: Path) -> set[str]:
    """The rooms that a module needs to be there at all.

    What a function imports when it is called is opened on demand: `Report.to_dict`
    opens `formats`, whose business reports are.
    """
    found: set[str] = set()
    pending: list[ast.AST] = [ast.parse(path.read_text("utf-8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            pending.extend(node.orelse)  # what only a type checker sees is no dependency
            continue
        if isinstance(node, ast.FunctionDef):
            continue
        if isinstance(node, ast.ImportFrom) and node.module == "gikparse":
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(node.module.split(".")[1:2] if node.module.startswith("gikparse.") else ())
        elif isinstance(node, ast.Import):
            found.update(a.name.split(".")[1] for a in node.names if a.name[:9] == "gikparse.")
        pending.extend(ast.iter_child_nodes(node))
    return found


def test_map_names_every_room_and_no_other() -> None:
    assert sorted(rooms()) == sorted({room for room, _ in modules()} | {"data"})


@pytest.mark.parametrize(
    ("room", "path"),
    [pytest.param(r, p, id=p.relative_to(PACKAGE).as_posix()) for r, p in sorted(modules())],
)
def test_room_imports_only_rooms_above_it_on_the_map(room: str, path: Path) -> None:
    order = rooms()
    assert room in order
    below = [other for other in order[order.index(room) + 1 :] if other in imported_rooms(path)]
    assert not below, f"{room} imports {below}, which the map lists after it"
