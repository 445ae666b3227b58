"""Sidecars: `NAME.yaml` beside `NAME.txt` says what is known of the article, by hand.

Its lines are facts: `title: …`, `date: 2012-06-05`, `byline: [Jane Roe]`. The names are those
that columns of dumps may have. It holds for every article of its file, and comes before what the
file itself says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import BinaryIO, TypeVar

from index.readers.columns import facts_among, known
from index.readers.opening import opened
from index.readers.plain_yaml import mapping
from index.readers.raw import Given, Names, Unreadable
from index.text import sha256

_SUFFIXES = (".yaml", ".yml")
_MOST = 64 * 1024

ALONE = "facts in YAML, and beside it no file of the same name"

P = TypeVar("P", bound=PurePath)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar says, and its hash; None without one. `unknown` are the names in it that
    stand for no fact."""

    facts: Given = field(default_factory=dict)
    sha256: str | None = None
    unknown: tuple[str, ...] = ()
    path: Path | None = None


NO_SIDECAR = Sidecar()


@dataclass(frozen=True, slots=True)
class Parted:
    """Files parted from their sidecars: `files` are to be read, `sidecars` belong to some of
    them; `used` are the sidecars' own paths, and `trouble` those that cannot be used, each with
    the reason."""

    files: Sequence[Path]
    sidecars: Mapping[Path, Sidecar]
    used: Sequence[Path]
    trouble: Sequence[tuple[Path, str]]


def parted(found: Sequence[Path], named: Iterable[Path], names: Names) -> Parted:
    """Part the files that were found from the sidecars among them.

    Of those that a person `named` the sidecar counts too that stands beside them, and a sidecar
    that was named brings along what it belongs to.
    """
    files = [path for path in found if not is_yaml(path)]
    sidecars = dict.fromkeys(path for path in found if is_yaml(path))
    for path in named:
        if is_yaml(path):
            files += [each for each in beside(path) if path in sidecars]
        else:
            sidecars.update(dict.fromkeys(each for each in names_of(path) if each.is_file()))
    files = list(dict.fromkeys(files))
    of: dict[Path, list[Path]] = {}
    for path in files if sidecars else ():
        for sidecar in names_of(path):
            of.setdefault(sidecar, []).append(path)
    said: dict[Path, Sidecar] = {}
    used: list[Path] = []
    trouble: list[tuple[Path, str]] = []
    for path in sidecars:
        try:
            if path not in of:
                raise Unreadable(ALONE)
            said.update(dict.fromkeys(of[path], _read(path, names)))
        except Unreadable as error:
            trouble.append((path, error.reason))
        else:
            used.append(path)
    return Parted(files, said, used, trouble)


def is_yaml(path: PurePath) -> bool:
    """Whether a file is a sidecar, by its name."""
    return path.suffix.lower() in _SUFFIXES


def names_of(path: P) -> list[P]:
    """What the sidecar of a file may be called: "a.txt.yaml", or "a.yaml" for short."""
    stems = [path.name]
    # "a.yaml" is for "a.tar.gz" too, and "Mr. Roe.yaml" for "Mr. Roe.txt".
    while (shorter := PurePath(stems[-1]).stem) != stems[-1]:
        stems.append(shorter)
    return [path.with_name(stem + suffix) for stem in stems for suffix in _SUFFIXES]


def beside(sidecar: Path) -> list[Path]:
    """The files that a sidecar is for, by name."""
    try:
        there = sorted(sidecar.parent.iterdir())
    except OSError:
        return []
    return [
        path for path in there if not is_yaml(path) and sidecar in names_of(path) and path.is_file()
    ]


def _read(path: Path, names: Names) -> Sidecar:
    with opened(path) as source:
        return replace(facts_of(source.file, names), path=path)


def facts_of(file: BinaryIO, names: Names) -> Sidecar:
    """What a sidecar says. Raises `Unreadable`."""
    data = file.read(_MOST + 1)
    if len(data) > _MOST:
        raise Unreadable(f"a sidecar may have {_MOST // 1024} kB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("a sidecar in another encoding than UTF-8") from None
    found = mapping(text)
    facts = facts_among(found, names)
    if not facts:
        raise Unreadable("a sidecar without a fact that is known, as in date: 2012-06-05")
    unknown = tuple(name for name in found if not known([name], names) - {"text"})
    return Sidecar(facts, sha256(text)[:16], unknown)
