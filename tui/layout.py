"""Which panes are shown at which width."""

from __future__ import annotations

from typing import Literal

Pane = Literal["results", "article", "sidebar"]
PANES: tuple[Pane, ...] = ("results", "article", "sidebar")

THREE = 120
"""Columns from which all three panes stand side by side."""
TWO = 80
"""Columns from which two do: the article, and the results or the sidebar."""

SMALLEST = (40, 10)
"""Columns and lines below which nothing can be read."""


def shown(width: int, front: Pane, beside: Pane) -> tuple[Pane, ...]:
    """The panes to show, from the left.

    `front` is the one in focus; `beside` is the one that the article last stood beside.
    """
    if width >= THREE:
        return PANES
    if width < TWO:
        return (front,)
    other: Pane = front if front != "article" else beside
    return ("article", "sidebar") if other == "sidebar" else ("results", "article")


def joints(width: int, panes: tuple[Pane, ...]) -> tuple[int, ...]:
    """The columns at which the rules between these panes stand."""
    results, sidebar = side_widths(width)
    columns: list[int] = []
    if "results" in panes and len(panes) > 1:
        columns.append(1 + results)
    if "sidebar" in panes and len(panes) > 1:
        columns.append(width - sidebar - 1)
    return tuple(columns)


def side_widths(width: int) -> tuple[int, int]:
    """The columns of the results and of the sidebar; the article has the rest."""
    if width >= 180:
        return 44, 40
    if width >= THREE:
        return 30 + (width - THREE) // 6, 28 + (width - THREE) // 6
    if width >= TWO:
        return 24 + (width - TWO) // 5, 28 + (width - TWO) // 5
    return width - 1, width - 1
