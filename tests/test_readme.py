"""README.md promises two commands and names files; both must stay true."""

import shutil
import subprocess
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TOKENS = MarkdownIt().parse(README)
COMMANDS = [token.content for token in TOKENS if token.type == "fence" and token.info == "sh"]
INLINE = [child for token in TOKENS for child in token.children or ()]


def test_first_command_shows_a_report() -> None:
    assert "pip install" in COMMANDS[0]
    assert "gikparse show docs/examples/" in COMMANDS[0]


def test_second_command_tests() -> None:
    assert "[dev]" in COMMANDS[1]
    assert "-m pytest" in COMMANDS[1].splitlines()[-1]


@pytest.mark.parametrize("command", COMMANDS[:2])
def test_command_stops_at_the_first_failure(command: str) -> None:
    *lines, last = command.splitlines()
    assert all(line.endswith((" &&", " \\")) for line in lines)
    assert not last.endswith(("&&", "\\"))
    assert ";" not in command


@pytest.mark.parametrize("command", COMMANDS[:2])
@pytest.mark.skipif(shutil.which("sh") is None, reason="no sh")
def test_command_is_plain_shell(command: str) -> None:
    subprocess.run(["sh", "-n", "-c", command], check=True)  # noqa: S607


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_ci_runs_the_second_command() -> None:
    shown = subprocess.run(
        ["bash", ROOT / ".ci" / "run", "--show"],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    )
    assert shown.stdout == COMMANDS[1]


def named_paths() -> list[str]:
    """The files that README.md links to or its two commands read."""
    links = [str(token.attrs["href"]) for token in INLINE if token.type == "link_open"]
    local = [link.partition("#")[0] for link in links if "://" not in link]
    words = [word for command in COMMANDS[:2] for word in command.split() if "/" in word]
    return sorted({*local, *(word for word in words if not word.startswith(".venv"))})


def test_readme_names_paths() -> None:
    assert "docs/examples/f2021.txt" in named_paths()


@pytest.mark.parametrize("path", named_paths())
def test_path_exists(path: str) -> None:
    assert (ROOT / path).exists()
