"""The project's checks, one name each: `nox -s tests`, or `nox` for all but the benchmarks."""

import os
from pathlib import Path

import nox

nox.needs_version = ">=2024.4"
nox.options.sessions = ["lint", "types", "tests", "docs", "wheel"]
nox.options.reuse_existing_virtualenvs = True


@nox.session
def tests(session: nox.Session) -> None:
    session.install("-e", ".[dev]")
    session.run("pytest", "--numprocesses", "auto", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Open the page of a report, and search the site, in the Chromium of this machine."""
    session.install("-e", ".[dev,docs]", "playwright>=1.40")
    build_site(session)
    session.run("pytest", "-rs", "tests/formats/html", "tests/test_search.py", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    session.install("ruff>=0.9")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    session.install("-e", ".[dev]")
    session.run("mypy")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site, check its types and links; `nox -s browser` searches it."""
    session.install(
        "-e", ".[docs,testing,arrow,html,pdf]", "mypy>=1.15"
    )  # pages describe the extras
    build_site(session)
    session.run(
        "mypy",
        "--strict",
        "docs/_ext/chinese_lines.py",
        "docs/_ext/links.py",
        "docs/_ext/mixed_search.py",
        "docs/_ext/pages",
    )
    session.run("python", "docs/_ext/links.py", "docs/_build/html")


def build_site(session: nox.Session) -> None:
    session.run(
        "sphinx-build", "-n", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html"
    )


@nox.session
def bench(session: nox.Session) -> None:
    session.install("-e", ".[dev]")
    session.run(
        "pytest", "tests/benchmarks", "--benchmark-enable", "--benchmark-only", *session.posargs
    )


@nox.session
def fuzz(session: nox.Session) -> None:
    """The long hunt: every property test with many inputs, and how many each has seen."""
    session.install("-e", ".[dev]")
    long = {"HYPOTHESIS_PROFILE": "fuzz"}
    session.run("pytest", "--properties", *session.posargs, env=long)


@nox.session
def mutants(session: nox.Session) -> None:
    """Change the code in small ways and see whether its tests notice."""
    session.install("-e", ".[dev]", "mutmut>=3.8")
    session.run("mutmut", "run", *session.posargs)
    session.run("mutmut", "results")


@nox.session(python="3.11")  # atheris has no wheel for later ones
def atheris(session: nox.Session) -> None:
    """Fuzz one target, guided by coverage: `nox -s atheris -- html 600`. It goes on where it stopped."""
    session.install("-e", ".[html,pdf,testing]", "atheris>=3")
    session.run("python", "tests/fuzz/coverage_guided.py", *session.posargs)


@nox.session
def scale(session: nox.Session) -> None:
    """Measure runs over many files: `nox -s scale -- 10000`."""
    session.install("-e", ".[dev]")
    folder = Path(session.create_tmp()).resolve() / "reports"
    count = session.posargs[0] if session.posargs else "1000"
    session.run("python", "tests/scale/copies.py", count, str(folder), "--broken", "100")
    session.run("python", "tests/scale/processes.py", str(folder), *session.posargs[1:])


@nox.session
def engines(session: nox.Session) -> None:
    """Run the recipes for engines and compare every figure: `nox -s engines -- 5000`."""
    session.install(
        ".[arrow]", "pyspark>=4", "dask[dataframe,distributed]", "pandas", "duckdb", "polars"
    )
    source = str(Path(session.create_tmp()).resolve() / "reports.parquet")
    count = session.posargs[0] if session.posargs else "5000"
    session.run("python", "tests/scale/copies.py", count, source)
    session.run("python", "tests/scale/engines.py", source, "frames", "dask", "spark")


@nox.session
def wheel(session: nox.Session) -> None:
    """Install what users install, each in its own environment, away from the checkout."""
    session.install("hatchling>=1.26")
    example = Path("docs/examples/f2021.txt").resolve()
    folder = Path(session.create_tmp()).resolve()
    for old in folder.glob("gikparse-*"):
        old.unlink()
    session.run("python", "-m", "hatchling", "build", "--directory", str(folder))
    built = sorted(folder.glob("gikparse-*"))
    if len(built) != 2:
        session.error(f"expected one wheel and one sdist, found {[path.name for path in built]}")
    session.chdir(folder)
    for path in built:
        environment = folder / path.suffix.removeprefix(".")
        scripts = environment / ("Scripts" if os.name == "nt" else "bin")
        session.run("python", "-m", "venv", "--clear", str(environment))
        session.run(str(scripts / "python"), "-m", "pip", "install", "-q", str(path), external=True)
        session.run(str(scripts / "gikparse"), "show", str(example), external=True)
