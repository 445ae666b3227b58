"""The language of queries, for those who tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.query.examples import Group


def query_language() -> tuple[Group, ...]:
    """Every form of a query with its meaning, group by group; loaded when it is asked for."""
    from index.query.examples import LANGUAGE

    return LANGUAGE
