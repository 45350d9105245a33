"""What only an office program can read."""

import shutil
import subprocess
from pathlib import Path

import pytest
from writing import example, to_docx

from gikparse import UsageError
from gikparse.readers import office, read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
HAS_OFFICE = shutil.which("soffice") is not None


def test_without_an_office_program_the_message_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda _: None)
    with pytest.raises(UsageError) as caught:
        read(OLE, name="年报.doc")
    assert str(caught.value) == (
        "年报.doc is an old Word document (.doc): install LibreOffice, which gikparse converts"
        " it with, or save it as .docx"
    )


def test_a_program_that_fails_is_an_error_that_names_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda _: "false")
    with pytest.raises(
        UsageError, match=r"^年报\.rtf is an RTF document that cannot be read: LibreOffice"
    ):
        read(b"{\\rtf1}", name="年报.rtf")


def test_a_program_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(command: list[str], *, timeout: int, **_: object) -> None:
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(office.shutil, "which", lambda _: "soffice")
    monkeypatch.setattr(office.subprocess, "run", hang)
    with pytest.raises(UsageError, match="LibreOffice took more than 60 s"):
        read(OLE)


@pytest.mark.slow
@pytest.mark.skipif(not HAS_OFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["doc", "rtf"])
def test_what_libreoffice_wrote_reads_as_it_was(ending: str, tmp_path: Path) -> None:
    original = tmp_path / "report.docx"
    # What LibreOffice writes as RTF has lost the marks of automatic numbers.
    original.write_bytes(to_docx(example(), automatic=ending != "rtf"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(original)], check=True, capture_output=True, timeout=120)
    found = read((tmp_path / f"report.{ending}").read_bytes()).source
    assert found.format == ending
    assert found.text == read(original.read_bytes()).source.text
