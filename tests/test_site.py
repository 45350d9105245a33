"""The site as a whole: what is made of code and data is whole, and the languages keep in step."""

import re
import zipfile
from pathlib import Path

import pytest
from pages import all_pages, commands, glossary, grammars, write

DOCS = Path(__file__).parents[1] / "docs"
FENCE = re.compile(r"```(python|console|toml|sh)\n(.*?)```", re.DOTALL)
CHINESE = re.compile(r"[一-龥]")

same_code = pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("tutorial/quickstart.md", "zh/index.md"),
        ("reference/command-line.md", "zh/command-line.md"),
    ],
)


def code(page: str) -> list[tuple[str, str]]:
    return FENCE.findall((DOCS / page).read_text("utf-8"))


@same_code
def test_chinese_page_has_the_code_of_the_english_one(english: str, chinese: str) -> None:
    assert code(english)
    assert code(chinese) == code(english)


def test_every_page_is_in_a_folder_that_git_passes_over(tmp_path: Path) -> None:
    stale = tmp_path / "reference" / "rules" / "GIK000.md"
    stale.parent.mkdir(parents=True)
    stale.write_text("a rule that is no more")
    ignored = (DOCS.parent / ".gitignore").read_text("utf-8").splitlines()
    write(tmp_path)
    assert not stale.exists()
    for path in tmp_path.rglob("*.*"):
        below = f"/docs/{path.relative_to(tmp_path).as_posix()}"
        assert any(below.startswith(folder) for folder in ignored if folder.startswith("/docs/"))


def test_the_examples_can_be_had_without_a_checkout(tmp_path: Path) -> None:
    write(tmp_path)
    with zipfile.ZipFile(tmp_path / "generated" / "extra" / "examples.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    for path in (*DOCS.glob("examples/*.*"), *DOCS.glob("recipes/*.py")):
        unpacked = tmp_path / "unpacked" / "docs" / path.relative_to(DOCS)
        assert unpacked.read_bytes() == path.read_bytes()


def test_every_link_among_the_written_pages_has_its_page() -> None:
    texts = dict(all_pages())
    there = set(texts) | {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    for name, text in texts.items():
        for target in re.findall(r"\]\(([\w/]+\.md)\)", text):
            assert (Path(name).parent / target).as_posix() in there, f"{name} links to {target}"
        for target in re.findall(r"\{doc\}`/([^`]+)`", text):
            assert f"{target}.md" in there, f"{name} links to {target}"


@pytest.mark.parametrize("name", grammars.names())
def test_every_definition_of_a_grammar_has_a_diagram_and_a_comment(name: str) -> None:
    [page] = [text for path, text in grammars.pages() if path.endswith(f"/{name}.md")]
    assert grammars.head(name)
    for definition in grammars.definitions(name):
        assert definition.about, f"{name}.lark does not say what {definition.name} is"
        section = page.split(f'<a id="{definition.name}"></a>')[1]
        assert "<svg" in section.partition("<a id=")[0]
    for target in re.findall(r'xlink:href="#(\w+)"', page):
        assert f'<a id="{target}"></a>' in page


@pytest.mark.parametrize("name", ["report", "facts"])
def test_tokens_of_earlier_stages_have_a_comment(name: str) -> None:
    tokens = grammars.declared(name)
    assert tokens is not None
    assert tokens.about


def test_diagram_shows_what_a_mark_looks_like() -> None:
    page = dict(grammars.pages())["reference/grammars/numbering.md"]
    section = page.split('<a id="PART"></a>')[1].partition("<a id=")[0]
    for word in ("第", "部分", "编", "章", "1 to 3 times"):
        assert f">{word}</text>" in section


@pytest.mark.parametrize("page", ["reference/command-line.md", "zh/command-line.md"])
def test_every_command_is_in_the_table_at_the_head_of_its_page(page: str) -> None:
    head = (DOCS / page).read_text("utf-8").partition("\n## ")[0]
    assert set(re.findall(r"^\| `gikparse (\w+)", head, re.MULTILINE)) == set(commands.commands())


def test_every_argument_is_on_the_chinese_page() -> None:
    page = dict(commands.pages())["generated/commands-zh.md"]
    for name in commands.commands():
        assert f"### gikparse {name}\n" in page


def test_an_argument_without_chinese_stops_the_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shorter = tmp_path / "options.toml"
    said = commands.CHINESE.read_text("utf-8")
    shorter.write_text(said.replace('"--full" = "不截短单元格"\n', ""), "utf-8")
    monkeypatch.setattr(commands, "CHINESE", shorter)
    with pytest.raises(ValueError, match="show does not explain --full"):
        list(commands.pages())


def test_every_term_is_explained_in_both_languages() -> None:
    for term in glossary.terms():
        assert CHINESE.search(term.chinese)
        assert CHINESE.search(term.meaning)
        assert not CHINESE.search(term.english)
