"""Which panes are shown at which width."""

from __future__ import annotations

from typing import Literal

Listing = Literal["results", "concordance"]
Side = Literal["sidebar", "facets"]
Pane = Literal["concordance", "results", "article", "sidebar", "facets"]
SIDES: tuple[Side, ...] = ("sidebar", "facets")
"""What may stand at the right."""

THREE = 120
"""Columns from which three panes stand side by side."""
TWO = 80
"""Columns from which two do: the article, and the results or the sidebar."""

SMALLEST = (40, 10)
"""Columns and lines below which nothing can be read."""


def shown(width: int, front: Pane, beside: Pane, side: Side = "sidebar") -> tuple[Pane, ...]:
    """The panes to show, from the left.

    `front` is the one in focus; `beside` is the one that the article last stood beside, `side`
    what stands at the right. A concordance has the page to itself: its lines need the room.
    Facets never part from the results that they narrow.
    """
    if front == "concordance" or width < TWO:
        return (front,)
    if width >= THREE:
        return ("results", "article", side)
    if side == "facets" and front != "article":
        return ("results", "facets")
    if (beside if front == "article" else front) == "sidebar":
        return ("article", "sidebar")
    return ("results", "article")


def joints(width: int, panes: tuple[Pane, ...]) -> tuple[int, ...]:
    """The columns at which the rules between these panes stand."""
    results, side = side_widths(width)
    columns: list[int] = []
    if "results" in panes[:-1]:
        columns.append(1 + results)
    if "article" in panes[:-1]:
        columns.append(width - side - 1)
    return tuple(columns)


def side_widths(width: int) -> tuple[int, int]:
    """The columns of the results, and of what stands at the right; the article has the rest."""
    if width >= 180:
        return 44, 40
    if width >= THREE:
        return 30 + (width - THREE) // 6, 28 + (width - THREE) // 6
    if width >= TWO:
        return 24 + (width - TWO) // 5, 28 + (width - TWO) // 5
    return width - 1, width - 1
