"""The quantities of a paragraph, asked of the paragraph itself."""

import gc
import pickle
import weakref
from pathlib import Path

import pytest

import gikparse
from gikparse import Paragraph, Source, Span


@pytest.mark.parametrize("name", ["f2014", "f2021", "flat2021", "traditional", "wrapped"])
def test_a_paragraph_has_the_quantities_that_its_report_finds_in_it(
    examples: Path, name: str
) -> None:
    report = gikparse.parse((examples / f"{name}.txt").read_bytes().decode())
    paragraphs = list(report.find_all(Paragraph))
    assert any(paragraph.quantities for paragraph in paragraphs)
    for paragraph in paragraphs:
        assert paragraph.quantities == report.quantities_in(paragraph)


def test_it_has_them_in_a_report_from_json_and_from_a_pickle() -> None:
    report = gikparse.parse("一、概述\n全年公开12条，其中规章1条。")
    for again in (gikparse.from_dict(report.to_dict()), pickle.loads(pickle.dumps(report))):  # noqa: S301  # our own
        (paragraph,) = again.find_all(Paragraph)
        assert [quantity.text for quantity in paragraph.quantities] == ["12条", "1条"]


def test_a_paragraph_that_was_made_by_hand_has_none() -> None:
    assert Paragraph(source=Source(text="全年公开12条。"), span=Span(0, 8)).quantities == ()


def test_a_paragraph_keeps_no_report_alive() -> None:
    report = gikparse.parse("一、概述\n全年公开12条。")
    (paragraph,) = report.find_all(Paragraph)
    gone = weakref.ref(report.sections[0].heading)
    del report
    gc.collect()
    assert gone() is None
    assert len(paragraph.quantities) == 1
