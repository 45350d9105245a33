"""One process, three data frames: pandas, polars and duckdb take the batches as a stream."""

import sys

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
from pyarrow import parquet

from gikparse.arrow import parse_batches, schema


def stream(source: str) -> pa.RecordBatchReader:
    pages = parquet.ParquetFile(source).iter_batches(250)  # columns: id, text
    return pa.RecordBatchReader.from_batches(schema("indicators"), parse_batches(pages))


def main(source: str, target: str) -> None:
    figures = duckdb.from_arrow(stream(source))
    print(figures.aggregate("id, sum(base_value) AS total", "id").order("id"))
    print(pl.DataFrame(stream(source)).group_by("semantic").len())
    print(pd.DataFrame.from_arrow(stream(source)).groupby("form", dropna=False).size())
    parquet.write_table(stream(source).read_all(), target)


if __name__ == "__main__":
    main(*sys.argv[1:])
