"""`gikparse catalogue`: what the forms ask for."""

import pytest

import gikparse
from gikparse.cli import main
from gikparse.cli.width import width


def printed(*arguments: str, capsys: pytest.CaptureFixture[str], status: int = 0) -> list[str]:
    assert main(["catalogue", *arguments]) == status
    shown = capsys.readouterr()
    assert not shown.err
    return shown.out.splitlines()


def test_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    header, *lines = printed(capsys=capsys)
    assert [cell.strip() for cell in header.split("│")] == ["id", "label", "name", "unit", "forms"]
    assert [line.split()[0] for line in lines] == list(gikparse.catalogue.indicators)


@pytest.mark.parametrize("text", ["复议后起诉", "state secret", "request.received.", "收到申请数"])
def test_a_search_prints_what_the_library_finds(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [spec.id for spec in gikparse.catalogue.search(text)]
    assert found
    assert [line.split()[0] for line in printed(text, capsys=capsys)[1:]] == found


def test_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed("request.fee", capsys=capsys)[1].split("│")[3:] == [" 万元 ", " F2014"]


def test_nothing_found_is_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed("收成", capsys=capsys, status=1) == ["nothing in the catalogue holds '收成'"]


def test_one_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed("--id", "proactive.fee", capsys=capsys) == [
        "proactive.fee",
        "  label        行政事业性收费",
        "  name         Amount of administrative charges collected",
        "  unit         万元",
        "  parent       proactive 主动公开情况",
        "  F2021        第二十条第（八）项: 行政事业性收费; columns amount",
        "  comparable   F2021",
        "  source       国办公开办函〔2021〕30号",
        "  not to join  proactive.fee_items, request.fee: proactive.fee is the amount of all administrative charges,",
        "               proactive.fee_items the number of items charged for and never an amount, request.fee what applicants",
        "               paid for information.",
    ]


def test_a_heading_that_is_a_sum(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed("--id", "request.answered.unable", capsys=capsys)
    assert any(
        line.startswith("  F2019 F2021  申请人情况: 本年度办理结果 / 无法提供") for line in lines
    )
    assert (
        "  F2019 F2021  the sum of request.answered.unable.not_held, request.answered.unable.needs_creation,"
        in lines
    )


@pytest.mark.parametrize("id_", list(gikparse.catalogue.indicators))
def test_every_indicator_fits_the_screen(id_: str, capsys: pytest.CaptureFixture[str]) -> None:
    spec = gikparse.catalogue.indicators[id_]
    lines = printed("--id", id_, capsys=capsys)
    assert lines[0] == id_
    assert lines[1].split(maxsplit=1) == ["label", spec.label]
    assert max(map(width, lines)) <= 120
    names = {line[2:].partition("  ")[0] for line in lines}
    assert ("note" in names) is bool(spec.note)
    assert ("source" in names) is bool(spec.source)
    assert ("comparable" in names) is bool(gikparse.catalogue.comparable(id_))


def test_an_id_that_there_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue", "--id", "request.recieved"]) == 2
    shown = capsys.readouterr()
    assert "there is no indicator 'request.recieved'; did you mean request.received" in shown.err
    assert not shown.out
