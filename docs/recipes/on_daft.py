"""Daft: a column of structs, one list of figures a document."""

import sys

import daft
import pyarrow as pa

from gikparse.arrow import parse_batches, schema

DOCUMENTS = pa.struct(schema("documents"))


@daft.func.batch(return_dtype=daft.DataType.from_arrow_type(DOCUMENTS))
def parsed(id: daft.Series, text: daft.Series) -> pa.Array:  # noqa: A002 - the column's name
    pages = pa.record_batch({"id": id.to_arrow(), "text": text.to_arrow()})
    (documents,) = parse_batches([pages], table="documents")
    return documents.to_struct_array()


def main(source: str, target: str) -> None:
    pages = daft.read_parquet(source)  # columns: id, text
    documents = pages.select(parsed(pages["id"], pages["text"]).alias("document"))
    figures = documents.select(documents["document"]["indicators"].alias("figure"))
    figures = figures.where(figures["figure"].list_count() > 0).explode("figure")
    names = schema("indicators").names
    figures.select(*(figures["figure"][name].alias(name) for name in names)).write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
