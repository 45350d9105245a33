"""Dask: a task for each row group of a Parquet file, which reads, parses and writes it."""

import sys
from pathlib import Path

import pyarrow as pa
from dask.distributed import Client, LocalCluster
from pyarrow import parquet

from gikparse.arrow import parse_batches


def parse_group(number: int, source: str, target: str) -> int:
    batches = parquet.ParquetFile(source).read_row_group(number).to_batches()
    figures = pa.Table.from_batches(parse_batches(batches))
    parquet.write_table(figures, f"{target}/{number:05}.parquet")
    return figures.num_rows


def main(source: str, target: str) -> None:
    Path(target).mkdir(exist_ok=True)
    groups = range(parquet.ParquetFile(source).num_row_groups)
    with LocalCluster(n_workers=2, threads_per_worker=1) as cluster, Client(cluster) as client:
        tasks = client.map(parse_group, groups, source=source, target=target, pure=False)
        print(sum(client.gather(tasks)), "figures")


if __name__ == "__main__":  # Dask starts processes that import this file
    main(*sys.argv[1:])
