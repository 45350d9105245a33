"""Fuzz one target with atheris, guided by coverage: `nox -s atheris -- TARGET SECONDS`.

The corpus grows in a folder of its own, so that the next run goes on where this one
stopped. An input that makes the target raise is written into the folder beside it; put it
into `tests/fuzz/crashes/TARGET`, where `test_targets.py` runs it ever after.
"""

import argparse
import pkgutil
import sys
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parent
#: The longest input, in bytes: short ones are quick, and no bug so far needed a long one.
LONGEST = {"parse": 4000, "text": 3000, "html": 3000, "word": 4000, "pdf": 4000, "file": 4000}


def instrumented() -> ModuleType:
    """The targets; what gikparse imports late is imported now, or nobody would see its branches."""
    import atheris

    sys.path.append(str(FOLDER))
    with atheris.instrument_imports(include=["gikparse"]):
        import gikparse

        for module in pkgutil.walk_packages(gikparse.__path__, "gikparse."):
            if not module.name.startswith(("gikparse.cli", "gikparse.testing")):
                import_module(module.name)
        return import_module("targets")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=sorted(LONGEST))
    parser.add_argument("seconds", type=int)
    parser.add_argument("--corpus", type=Path, default=Path(".fuzz"))
    options = parser.parse_args()
    targets = instrumented()

    corpus, crashes = (options.corpus / options.target / name for name in ("corpus", "crashes"))
    for folder in (corpus, crashes):
        folder.mkdir(parents=True, exist_ok=True)
    for seed in targets.seeds(options.target):
        (corpus / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    arguments = [
        sys.argv[0],
        str(corpus),
        f"-artifact_prefix={crashes}/",
        f"-max_total_time={options.seconds}",
        f"-max_len={LONGEST[options.target]}",
        "-timeout=20",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        "-verbosity=1",
    ]
    import atheris  # here, because tests read this module too, and few have atheris

    atheris.Setup(arguments, targets.TARGETS[options.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
