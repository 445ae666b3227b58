"""What a page shows, put together to lines in the order in which they are read."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from index.readers.pdf.columns import Atom, blocks
from index.readers.pdf.showing import Shown

_SAME_LINE = 0.45  # of a size; lines of copy are one size and more apart
_APART = 0.9  # of a size; words of a justified line come that far apart rarely
_WORD_GAP = 0.5  # of the width of a space
_INITIAL = 1.8  # times the size of the copy
_LETTERS = 2
_MOST_INITIALS = 40  # of a page
_RECENT = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, which counts from 0. `edge` is where the lines of its column begin,
    `end` where the longest ends; `block` counts the columns of the document."""

    page: int
    block: int
    left: float
    right: float
    low: float
    size: float
    words: str
    bold: bool
    edge: float
    end: float


def lines_of(shown: Sequence[Shown], page: int, block: int) -> list[Line]:
    """The lines of a page in reading order: a column before the one on its right, what spans
    both between them. `block` is the number of its first column."""
    upright = _turned(shown)
    if not upright:
        return []
    found: list[Line] = []
    for number, column in enumerate(blocks(_atoms(_initials(_once(upright)))), block):
        found.extend(_column(column, page, number))
    return found


def _turned(shown: Sequence[Shown]) -> list[Shown]:
    """What stands upright, or as most of the page does."""
    letters: Counter[int] = Counter()
    for each in shown:
        letters[each.turn] += len(each.words.strip())
    most = max(letters, key=lambda turn: (letters[turn], -turn), default=0)
    return [each for each in shown if each.turn == most and each.words.strip()]


def _once(shown: Sequence[Shown]) -> list[Shown]:
    """Without what is drawn a second time in the same place, so that it looks bold."""
    recent: dict[str, list[Shown]] = {}
    found: list[Shown] = []
    for each in shown:
        before = recent.setdefault(each.words, [])
        near = 0.25 * max(each.right - each.left, 1.0)
        if any(
            abs(other.left - each.left) < near and abs(other.low - each.low) < 0.25 * each.size
            for other in before
        ):
            continue
        before.append(each)
        del before[:-_RECENT]
        found.append(each)
    return found


def _initials(shown: list[Shown]) -> list[Shown]:
    """Large initials put before the line that they begin, lines beside them moved to the edge."""
    body = _common_size(shown)
    initials = [
        each
        for each in shown
        if each.size >= _INITIAL * body and len(each.words.strip(" “\"‘'")) in range(1, _LETTERS)
    ]
    for initial in initials if len(initials) <= _MOST_INITIALS else ():
        if any(
            other is not initial
            and other.size >= _INITIAL * body
            and abs(other.low - initial.low) < initial.size / 2
            and abs(other.left - initial.left) < 2 * initial.size
            for other in shown
        ):
            continue  # a word in large letters, drawn one by one
        beside = [
            (place, each)
            for place, each in enumerate(shown)
            if each.size < _INITIAL * body
            and -0.3 * body < each.left - initial.right < 1.5 * body
            and initial.low - 0.3 * body < each.low < initial.low + initial.size
        ]
        if not beside or initial not in shown:
            continue
        first = max(each.low for _, each in beside)
        for place, each in beside:
            starts = abs(each.low - first) < _SAME_LINE * body
            words = initial.words.strip() + each.words.lstrip() if starts else each.words
            shown[place] = replace(each, left=initial.left, words=words)
        shown.remove(initial)
    return shown


def _common_size(shown: Sequence[Shown]) -> float:
    return _main(shown).size if shown else 10.0


def _atoms(shown: Sequence[Shown]) -> list[Atom]:
    """Words that stand together on a line, without a gap in which a column may end."""
    found: list[Atom] = []
    line: list[Shown] = []
    for each in sorted(shown, key=lambda each: -each.low):
        if line and not _on_one_line(line[0], each):
            found.extend(_parted(line))
            line = []
        line.append(each)
    found.extend(_parted(line))
    return found


def _on_one_line(one: Shown | Atom, other: Shown | Atom) -> bool:
    larger, smaller = max(one.size, other.size), min(one.size, other.size)
    return abs(one.low - other.low) < min(_SAME_LINE * larger, 0.8 * smaller)


def _parted(line: list[Shown]) -> list[Atom]:
    line = sorted(line, key=lambda each: (each.left, each.right))
    found: list[Atom] = []
    together: list[Shown] = []
    for each in line:
        if together and each.left - together[-1].right > _APART * max(each.size, together[-1].size):
            found.append(_atom(together))
            together = []
        together.append(each)
    if together:
        found.append(_atom(together))
    return found


def _atom(together: list[Shown]) -> Atom:
    words = [together[0].words]
    for before, each in pairwise(together):
        gap = each.left - before.right
        if gap > _WORD_GAP * min(before.space, each.space) and not (
            before.words.endswith(" ") or each.words.startswith(" ")
        ):
            words.append(" ")
        words.append(each.words)
    main = _main(together)
    return Atom(
        together[0].left,
        max(each.right for each in together),
        main.low,
        main.size,
        _read("".join(words)),
        all(each.bold for each in together if each.words.strip()),
    )


def _main(together: Sequence[Shown | Atom]) -> Shown | Atom:
    """One of those in whose size most letters are set."""
    letters: Counter[float] = Counter()
    for each in together:
        letters[round(each.size, 1)] += len(each.words.strip())
    size = max(letters, key=lambda size: letters[size])
    return next(each for each in together if round(each.size, 1) == size)


def _read(words: str) -> str:
    """The words of a line as they are read: what is read from the right stands in reverse."""
    kinds = [unicodedata.bidirectional(character) for character in words]
    right = sum(kind in ("R", "AL") for kind in kinds)
    if not right or right < sum(kind == "L" for kind in kinds):
        return words
    found: list[str] = []
    backwards = list(zip(words, kinds, strict=True))[::-1]
    for left, run in groupby(backwards, key=lambda each: each[1] in ("L", "EN", "AN")):
        letters = [character for character, _ in run]
        found.extend(letters[::-1] if left else letters)
    return "".join(found)


def _column(atoms: list[Atom], page: int, block: int) -> list[Line]:
    """The lines of one column, from its top to its foot."""
    atoms = sorted(atoms, key=lambda atom: -atom.low)
    rows: list[list[Atom]] = []
    for atom in atoms:
        if rows and _on_one_line(rows[-1][0], atom):
            rows[-1].append(atom)
        else:
            rows.append([atom])
    lefts = [min(atom.left for atom in row) for row in rows]
    end = max(atom.right for atom in atoms)
    edge = _edge(lefts, median(atom.size for atom in atoms))
    found: list[Line] = []
    for row, left in zip(rows, lefts, strict=True):
        row.sort(key=lambda atom: atom.left)
        main = _main(row)
        found.append(
            Line(
                page,
                block,
                left,
                max(atom.right for atom in row),
                main.low,
                main.size,
                " ".join(atom.words.strip() for atom in row),
                all(atom.bold for atom in row),
                edge,
                end,
            )
        )
    return found


def _edge(lefts: Sequence[float], size: float) -> float:
    """Where lines begin: the leftmost place at which at least a third of the usual number do."""
    places = Counter(round(left / (0.3 * size)) for left in lefts)
    most = max(places.values())
    usual = min(place for place, count in places.items() if 3 * count >= most)
    return min(left for left in lefts if round(left / (0.3 * size)) == usual)
