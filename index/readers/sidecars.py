"""Sidecars: `NAME.yaml` beside `NAME.txt` says what is known of the article, by hand.

Its lines are facts: `title: …`, `date: 2012-06-05`, `byline: [Jane Roe]`. The names are those
that columns of dumps may have. It holds for every article of its file, and comes before what the
file itself says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.readers.columns import facts_among
from index.readers.opening import opened
from index.readers.plain_yaml import mapping
from index.readers.raw import Given, Names, Unreadable
from index.text import sha256

SUFFIXES = (".yaml", ".yml")
_MOST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar says, and its hash; None without one."""

    facts: Given = field(default_factory=dict)
    sha256: str | None = None


NO_SIDECAR = Sidecar()


@dataclass(frozen=True, slots=True)
class Sidecars:
    """`of` has the sidecars by the files that they belong to; `files` are the sidecars
    themselves, `trouble` those that cannot be read, each with the reason."""

    of: Mapping[Path, Sidecar]
    files: frozenset[Path]
    trouble: Sequence[tuple[Path, str]]


def sidecars_of(found: Sequence[Path], names: Names) -> Sidecars:
    """The sidecars among files that were found, and beside those that stand alone."""
    of: dict[Path, Sidecar] = {}
    files: set[Path] = set()
    trouble: list[tuple[Path, str]] = []
    by_stem: dict[Path, list[Path]] = {}
    for path in found:
        if path.suffix.lower() not in SUFFIXES:
            # "a.yaml" belongs to "a.txt" and to "a.tar.gz", "a.txt.yaml" to "a.txt" alone.
            for stem in {path, *_stems(path)}:
                by_stem.setdefault(stem, []).append(path)
    for path in found:
        if path.suffix.lower() in SUFFIXES and (named := by_stem.get(path.with_suffix(""))):
            files.add(path)
            try:
                sidecar = _read(path, names)
            except Unreadable as error:
                trouble.append((path, error.reason))
            else:
                of.update(dict.fromkeys(named, sidecar))
    return Sidecars(of, frozenset(files), trouble)


def _stems(path: Path) -> list[Path]:
    stems = []
    while path.suffix and path.stem:
        path = path.with_suffix("")
        stems.append(path)
    return stems


def _read(path: Path, names: Names) -> Sidecar:
    with opened(path) as source:
        data = source.file.read(_MOST + 1)
    if len(data) > _MOST:
        raise Unreadable(f"a sidecar may have {_MOST // 1024} kB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("a sidecar in another encoding than UTF-8") from None
    facts = facts_among(mapping(text), names)
    if not facts:
        raise Unreadable("a sidecar without a fact that is known, as in date: 2012-06-05")
    return Sidecar(facts, sha256(text)[:16])
