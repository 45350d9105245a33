"""XML from strangers: no document type, so no entities; bounded nesting; short names."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from gikparse.errors import UsageError
from gikparse.readers.limits import Job

#: The namespaces of Word documents, transitional and strict, by their usual prefixes.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
}


def parse_xml(data: bytes, job: Job, part: str) -> Element:
    """The root element of an XML document.

    Args:
        data: The document.
        job: What bounds it.
        part: What messages call it.

    Returns:
        Elements whose names are `w-p` (ElementTree takes `w:p` for something else) in the namespaces that Word documents are made
        of, and local names for all others; so are those of attributes.

    Raises:
        UsageError: It is no XML, nested too deeply, or has a document type.
    """
    builder = TreeBuilder()
    names: dict[str, str] = {}
    depth = 0

    def short(name: str) -> str:
        if name not in names:
            uri, _, local = name.rpartition(" ")
            names[name] = f"{_PREFIXES[uri]}-{local}" if uri in _PREFIXES else local
        return names[name]

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        job.require(depth, "depth", f"levels of elements in {part}")
        builder.start(short(name), {short(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(short(name))

    def refuse(*_: object) -> None:
        raise UsageError(f"{job.name} has a document type in {part}, as no Word document does")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        if isinstance(error, UsageError):
            raise
        raise job.broken("a Word document", f"{part}: {error}") from None
    root = builder.close()
    assert isinstance(root, Element)  # noqa: S101 - expat has refused a document without one
    return root
