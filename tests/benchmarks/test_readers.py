"""Milliseconds for a report in each format: `nox -s bench`."""

import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

READERS = Path(__file__).parents[1] / "readers"
sys.path.append(str(READERS))

from writing import EXAMPLE, example, to_docx, to_html  # noqa: E402

from gikparse.readers import read  # noqa: E402

TEXT = EXAMPLE.read_text("utf-8")
PAGE = (READERS / "fixtures" / "page.html").read_text("utf-8")

FILES = {
    "text-utf-8": TEXT.encode(),
    "text-gb18030": TEXT.encode("gb18030"),
    "html": to_html(example()).encode(),
    "html-page": PAGE.replace("{{report}}", to_html(example())).encode("gbk"),
    "docx": to_docx(example()),
    "pdf-chromium": (READERS / "fixtures" / "f2021.chromium.pdf").read_bytes(),
    "pdf-libreoffice": (READERS / "fixtures" / "f2021.libreoffice.pdf").read_bytes(),
}


@pytest.mark.parametrize("name", FILES)
def test_read(name: str, benchmark: BenchmarkFixture) -> None:
    data = FILES[name]
    read(data)  # what is loaded once is not measured
    source = benchmark(read, data).source
    benchmark.extra_info["bytes"] = len(data)
    assert "一、总体情况" in source.text
