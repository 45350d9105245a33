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

# The inventory is at hand, so that the pages build without a network.
intersphinx_mapping = {"python": ("https://docs.python.org/3", "_inventories/python.inv")}
# Names from elsewhere are shown and not linked.
nitpick_ignore_regex = [
    (r"py:.*", r"(attrs|hypothesis|lark)\..*"),
    (r"py:.*", r"gikparse\..*\.[A-Z]"),  # type variables
    (
        r"py:class",
        r"Decimal|date|QuantityFinder|SourceQuantities|pa\..*|Number|Reading|st\..*",
    ),  # as written, in hints that Sphinx does not resolve
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


def setup(app: Sphinx) -> None:
    app.connect("autodoc-process-docstring", keep_colons, priority=400)  # napoleon has 500
