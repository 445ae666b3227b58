"""Dateline runs from a checkout, from an editable install and from a wheel far from both."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.terminal import Terminal, surroundings

ROOT = Path(__file__).parents[2]
SOURCES = ("index", "tui", "seeds", "config.yaml", "pyproject.toml", "README.md", "LICENSE")

pytestmark = pytest.mark.xdist_group("packaging")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of its own, so that nothing of ours helps."""
    tree = tmp_path_factory.mktemp("tree")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tree / name)
    return tree


@pytest.fixture(scope="module")
def wheel(tree: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "out", "."],
        cwd=tree,
        check=True,
        capture_output=True,
    )
    [built] = (tree / "out").glob("*.whl")
    return built


def environment_with(folder: Path, what: list[str]) -> Path:
    """The bin folder of a new virtual environment with Dateline installed as `what` says.

    Its dependencies are those of the environment that runs the tests, reached by path.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    pip = [sys.executable, "-m", "pip", "--python", folder / "bin" / "python"]
    subprocess.run(
        [*pip, "install", "--quiet", "--no-deps", "--no-build-isolation", *what],
        check=True,
        env={**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")},
    )
    site = folder / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin"


def run(command: list[Path | str], home: Path) -> str:
    environment = {k: v for k, v in surroundings(home).items() if k != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=home, env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def see_it_work(binaries: Path, home: Path) -> None:
    """Search the sample, take in a file with the worker's help, open the reader."""
    dateline = binaries / "dateline"
    hits = [json.loads(line) for line in run([dateline, "search", "ceasefire", "--json"], home)
            .splitlines()]  # fmt: skip
    assert len(hits) == 4
    with Terminal(home=home, command=(str(dateline),), environment={"PYTHONPATH": ""}) as terminal:
        terminal.until("sample archive")
        terminal.until("Putin, Hu Urge Support")
        terminal.quit()


def test_the_wheel_holds_what_it_needs_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "index/shipped/config.yaml" in names
    assert sum(name.startswith("index/shipped/seeds/") for name in names) == 4
    assert {"tui/styles.tcss", "tui/sheets.tcss", "tui/ledger.tcss"} <= set(names)
    assert not [name for name in names if name.startswith("tests")]


def test_a_wheel_runs_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    binaries = environment_with(tmp_path / "venv", [str(wheel)])
    where = run([binaries / "python", "-c", "import index; print(index.__file__)"], tmp_path)
    assert str(tmp_path) in where
    see_it_work(binaries, tmp_path)


def test_an_editable_install_runs_on_the_checkout(tree: Path, tmp_path: Path) -> None:
    binaries = environment_with(tmp_path / "venv", ["--editable", str(tree)])
    where = run([binaries / "python", "-c", "import index; print(index.__file__)"], tmp_path)
    assert str(tree) in where
    see_it_work(binaries, tmp_path)


def test_a_checkout_runs_as_it_is(tree: Path, tmp_path: Path) -> None:
    environment = {**surroundings(tmp_path), "PYTHONPATH": str(tree)}
    done = subprocess.run(
        [sys.executable, "-m", "tui", "search", "ceasefire", "--json"],
        cwd=tmp_path, env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert len(done.stdout.splitlines()) == 4
