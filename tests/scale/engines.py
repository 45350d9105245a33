"""Run recipes on the same reports and compare every figure with the plain run, in one process.

python tests/scale/engines.py PARQUET spark dask
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
from pyarrow import dataset, parquet

from gikparse.arrow import parse_batches

RECIPES = Path(__file__).parents[2] / "docs" / "recipes"


def sorted_rows(table: pa.Table) -> pa.Table:
    return table.sort_by([("file", "ascending"), ("number", "ascending")]).combine_chunks()


def plain(source: str) -> pa.Table:
    batches = parquet.ParquetFile(source).iter_batches(250)
    return pa.Table.from_batches(parse_batches(batches))


def main(source: str, *engines: str) -> int:
    began = time.perf_counter()
    expected = sorted_rows(plain(source))
    files = parquet.ParquetFile(source).metadata.num_rows
    print(
        f"plain: {files} reports, {expected.num_rows} figures, {time.perf_counter() - began:.1f} s"
    )
    differing = 0
    for engine in engines:
        with tempfile.TemporaryDirectory() as folder:
            target = str(Path(folder) / "out")
            began = time.perf_counter()
            command = [sys.executable, RECIPES / f"on_{engine}.py", source, target]
            subprocess.run(command, check=True)
            took = time.perf_counter() - began
            found = dataset.dataset(target, format="parquet").to_table()
            found = sorted_rows(found.select(expected.schema.names).cast(expected.schema))
        same = found.equals(expected)
        differing += not same
        said = "every figure is the same" if same else "THE FIGURES DIFFER"
        print(
            f"{engine}: {found.num_rows} figures, {took:.1f} s with start and end; {said}",
            flush=True,
        )
    return differing


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
