"""Sphinx's settings: the pages build without a network and without a warning."""

import sys
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "gikparse"
author = "The gikparse authors"
copyright = "2026, The gikparse authors"
release = installed_version("gikparse")
version = release

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinx_copybutton",
    "chinese_lines",
    "mixed_search",
    "pages",
]
exclude_patterns = ["_build", "_ext", "examples", "generated"]
html_theme = "furo"
html_title = f"gikparse {release}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_extra_path = ["generated/extra"]
html_search_language = "mixed"
html_search_scorer = str(Path(__file__).parent / "_ext" / "search_scorer.js")

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

# A name in single backticks in a docstring is code.
default_role = "code"
autodoc_member_order = "bysource"
# RULE matters to those who change a grammar; the page of nodes explains it once.
autodoc_default_options = {"members": True, "show-inheritance": True, "exclude-members": "RULE"}
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
napoleon_numpy_docstring = False
# An "Attributes:" section lists fields in the class's own text; autodoc makes the entries.
napoleon_use_ivar = True

# The inventories are at hand, so that the pages build without a network. Python ships its own;
# the others are written by hand and hold the names that stand in public signatures.
intersphinx_mapping = {
    "python": ("https://docs.python.org/3", "_inventories/python.inv"),
    "hypothesis": ("https://hypothesis.readthedocs.io/en/latest", "_inventories/hypothesis.inv"),
    "pyarrow": ("https://arrow.apache.org/docs/python", "_inventories/pyarrow.inv"),
}
# How hints that Sphinx shows as written call things, and where these are described.
written_as = {
    "pa.": "pyarrow.",
    "st.": "hypothesis.strategies.",
    "Decimal": "decimal.Decimal",
    "date": "datetime.date",
}
nitpick_ignore_regex = [
    (r"py:.*", r"gikparse\..*\.[A-Z]"),  # type variables
    (r"py:class", r"QuantityFinder|SourceQuantities|Number"),  # no public names
]

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True


def keep_colons(
    _app: Sphinx, what: str, _name: str, _obj: object, _options: Any, lines: list[str]
) -> None:
    """Stop napoleon from reading "The text: …" as something of the type "The text".

    The type of an attribute, or of what a function returns, is what stands before the first
    colon: nothing, from here on.
    """
    if what in ("attribute", "property") and lines:
        lines[0] = f": {lines[0]}"
    for place, line in enumerate(lines[:-1]):
        if line.strip() == "Returns:":
            said = lines[place + 1].lstrip()
            lines[place + 1] = f"{'':{len(lines[place + 1]) - len(said)}}: {said}"


def find_as_described(_app: Sphinx, _env: object, node: Any, _shown: object) -> None:
    """Let intersphinx look for a name as it is described."""
    target = node.get("reftarget", "")
    for written, described in written_as.items():
        if target == written or (written.endswith(".") and target.startswith(written)):
            node["reftarget"] = described + target.removeprefix(written)


def setup(app: Sphinx) -> None:
    app.connect("missing-reference", find_as_described, priority=400)  # intersphinx has 500
    app.connect("autodoc-process-docstring", keep_colons, priority=400)  # napoleon has 500
