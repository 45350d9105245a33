"""Ray Data: a table in, a table out."""

import sys

import pyarrow as pa
import ray

from gikparse.arrow import parse_batches


def parse_table(pages: pa.Table) -> pa.Table:
    return pa.Table.from_batches(parse_batches(pages.to_batches()))


def main(source: str, target: str) -> None:
    ray.init(num_cpus=2, include_dashboard=False)
    pages = ray.data.read_parquet(source)  # columns: id, text
    figures = pages.map_batches(parse_table, batch_format="pyarrow", batch_size=250)
    figures.write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
