"""Many reports for trials of scale: copies of the examples with other figures, one file each.

Real reports are copied, too, where the variable GIKPARSE_REPORTS names a folder of them.

    python tests/scale/copies.py 10000 FOLDER [--broken 100]
    python tests/scale/copies.py 5000 FILE.parquet
"""

import argparse
import os
import re
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
#: A figure in a cell, or one that a sentence counts with.
FIGURE = re.compile(r"(?<=\| )[0-9]{1,6}(?= *\|)|(?<![0-9.年])[1-9][0-9]{0,4}(?=[条件次篇])")
BROKEN = (b"\x89PNG\r\n", b"PK\x03\x04 no archive", b"\x00" * 64, b"%PDF-1.7 nothing")


def originals() -> list[str]:
    """The texts that are copied."""
    folders = [EXAMPLES, *filter(None, [os.environ.get("GIKPARSE_REPORTS")])]
    paths = (path for folder in folders for path in sorted(Path(folder).glob("*.txt")))
    return [path.read_text("utf-8") for path in paths]


def texts(count: int) -> Iterator[str]:
    """So many texts; no two copies of one text have the same figures."""
    for number, text in enumerate(islice(cycle(originals()), count)):
        yield FIGURE.sub(lambda found: str(int(found[0]) + number), text)  # noqa: B023 - used at once


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("target", type=Path)
    parser.add_argument("--broken", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.target.suffix == ".parquet":
        import pyarrow as pa
        from pyarrow import parquet

        made = list(texts(arguments.count))
        names = [f"{number:06}" for number in range(len(made))]
        table = pa.table({"id": names, "text": made})
        parquet.write_table(table, arguments.target, row_group_size=250)
        return
    arguments.target.mkdir(parents=True, exist_ok=True)
    every = arguments.count // arguments.broken if arguments.broken else 0
    for number, text in enumerate(texts(arguments.count)):
        is_broken = every and number % every == every // 2
        content = BROKEN[number % len(BROKEN)] if is_broken else text.encode()
        (arguments.target / f"{number:06}.txt").write_bytes(content)


if __name__ == "__main__":
    main()
