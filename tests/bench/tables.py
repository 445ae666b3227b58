"""Tables on the terminal, as aligned columns that are Markdown too."""

from __future__ import annotations

import math
from collections.abc import Sequence

NONE = "–"
"""What stands where an engine lacks something, or was not asked."""


def number(value: float | None) -> str:
    """A figure with three digits that count; a dash for none."""
    if value is None or math.isnan(value):
        return NONE
    if value >= 1000:
        return f"{value:,.0f}"
    if value >= 100:
        return f"{value:.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}"


def ratio(value: float | None, base: float | None) -> str:
    """How many times the one is the other."""
    if value is None or base is None or not base:
        return NONE
    quotient = value / base
    return NONE if math.isnan(quotient) else f"{number(quotient)} ×"


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A title and a table; the first column is left-aligned, all others right-aligned."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        first, *others = (
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        return f"| {' | '.join([first, *others])} |"

    first, *others = widths
    bar = "|".join(["", "-" * (first + 2), *("-" * (width + 1) + ":" for width in others), ""])
    return "\n".join([f"\n{title}\n", line(head), bar, *map(line, rows)])
