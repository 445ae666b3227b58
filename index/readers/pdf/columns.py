"""Columns of a page, told by the white between them.

A cut between two columns is a stretch of white that most lines beside it leave free; what reaches
over it, a headline or a picture's caption, parts the page into bands. In each band the left
column is read before the right one. A table has such white too: its cells are too short for copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_STEP = 2.0  # points
_GUTTER = 0.6  # of a size
_FEWEST = 3  # lines of a column
_NARROWEST = 7.0  # sizes
_FILLED = 0.45  # of a column's width, by its lines
_WIDEST = 40.0  # sizes
_WORDS = 2.5
_SPANNING = (0.0, 0.12, 0.35)
_SET_APART = 2.5  # sizes
_OTHER_SIZE = 1.15
_DEEPEST = 6
_MOST = 4000


@dataclass(frozen=True, slots=True)
class Atom:
    """Words on one line without a wide gap, and where they stand, in points."""

    left: float
    right: float
    low: float
    size: float
    words: str
    bold: bool


def blocks(atoms: Sequence[Atom], depth: int = 0) -> list[list[Atom]]:
    """The atoms of each column or stretch of full width, in reading order."""
    if not atoms:
        return []
    cut = _cut(atoms) if depth < _DEEPEST and len(atoms) <= _MOST else None
    if cut is None:
        return [list(atoms)]
    found: list[list[Atom]] = []
    band: list[Atom] = []
    across: list[Atom] = []
    for atom in sorted(atoms, key=lambda atom: (-atom.low, atom.left)):
        if _spans(atom, cut):
            found.extend(_band(band, cut, depth))
            band = []
            across.append(atom)
        else:
            if across:
                found.append(across)
                across = []
            band.append(atom)
    found.extend(_band(band, cut, depth))
    if across:
        found.append(across)
    return found


def _band(band: Sequence[Atom], cut: float, depth: int) -> list[list[Atom]]:
    """What is above both columns, the left one, the right one, what is below both."""
    above, rest = _beyond(band, cut, -1.0)
    below, rest = _beyond(rest, cut, 1.0)
    left = [atom for atom in rest if atom.right <= cut + _STEP]
    right = [atom for atom in rest if atom.right > cut + _STEP]
    columns = [*blocks(left, depth + 1), *blocks(right, depth + 1)]
    return [*([above] if above else []), *columns, *([below] if below else [])]


def _beyond(band: Sequence[Atom], cut: float, down: float) -> tuple[list[Atom], list[Atom]]:
    """What stands above (`down` is -1) or below a band on one side of the cut, well set apart or
    in another size: a short headline, a foot. And the rest."""
    if not band:
        return [], []
    size = median(atom.size for atom in band)
    found: list[Atom] = []
    order = sorted(band, key=lambda atom: down * atom.low)
    for place, atom in enumerate(order[:-1]):
        following = order[place + 1]
        far = abs(following.low - atom.low) > _SET_APART * size
        other = not 1 / _OTHER_SIZE < atom.size / size < _OTHER_SIZE
        if found and (found[0].right <= cut) != (atom.right <= cut):
            break
        if not (far or (other and abs(following.low - atom.low) > size)):
            break
        found.append(atom)
    return sorted(found, key=lambda atom: -atom.low), order[len(found) :]


def _spans(atom: Atom, cut: float) -> bool:
    return atom.left < cut - _STEP and atom.right > cut + _STEP


def _cut(atoms: Sequence[Atom]) -> float | None:
    """The best place between two columns; None where there is none."""
    first, last = min(atom.left for atom in atoms), max(atom.right for atom in atoms)
    size = median(atom.size for atom in atoms)
    steps = int((last - first) / _STEP) + 1
    if last - first < 2 * _NARROWEST * size or steps > 10_000:
        return None
    covered = [0] * (steps + 1)
    for atom in atoms:
        start, end = int((atom.left - first) / _STEP), int((atom.right - first) / _STEP)
        for step in range(start, min(end, steps) + 1):
            covered[step] += 1
    for share in _SPANNING:
        cuts = [
            (min(sides), cut)
            for start, end in _stretches(covered, share * len(atoms))
            if (end - start) * _STEP >= _GUTTER * size
            and (sides := _sides(atoms, cut := first + (start + end) / 2 * _STEP, size))
        ]
        if cuts:
            return max(cuts)[1]
    return None


def _stretches(covered: Sequence[int], most: float) -> list[tuple[int, int]]:
    """The stretches that at most so many atoms cover, the margins aside."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for step, count in enumerate(covered):
        if count <= most:
            start = step if start is None else start
        elif start is not None:
            if start > 0:
                found.append((start, step))
            start = None
    return found


def _sides(atoms: Sequence[Atom], cut: float, size: float) -> tuple[int, int] | None:
    """How many atoms stand left and right of a cut; None where these are no two columns."""
    left = [atom for atom in atoms if atom.right <= cut + _STEP]
    right = [atom for atom in atoms if atom.left >= cut - _STEP]
    if not _is_column(left, size) or not _is_column(right, size):
        return None
    top = min(max(atom.low for atom in side) for side in (left, right))
    foot = max(min(atom.low for atom in side) for side in (left, right))
    beside = [sum(foot - size <= atom.low <= top + size for atom in side) for side in (left, right)]
    return (len(left), len(right)) if min(beside) >= _FEWEST else None


def _is_column(side: Sequence[Atom], size: float) -> bool:
    if len(side) < _FEWEST:
        return False
    width = max(atom.right for atom in side) - min(atom.left for atom in side)
    rows = len({round(2 * atom.low / size) for atom in side})
    filled = sum(atom.right - atom.left for atom in side)
    return (
        width >= _NARROWEST * size
        and filled >= _FILLED * rows * min(width, _WIDEST * size)
        and sum(len(atom.words.split()) for atom in side) >= _WORDS * len(side)
    )
