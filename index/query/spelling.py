"""How far apart two words are."""

from __future__ import annotations


def edits(left: str, right: str, *, most: int = 2) -> int:
    """How many letters must be put in, left out, changed or swapped with their neighbour.

    The optimal string alignment distance; anything over `most` is told as `most + 1`.
    """
    if abs(len(left) - len(right)) > most:
        return most + 1
    last: list[int] = []
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
