"""The way back through the queries that were asked, from what one has typed."""

from __future__ import annotations

from collections.abc import Sequence


class Recall:
    """One walk: back through the queries that have what was typed in them, and forward again."""

    def __init__(self, typed: str, history: Sequence[str]) -> None:
        """`history` is newest first; the walk begins before it, at what was typed."""
        sought = typed.strip().casefold()
        self._steps = [typed]
        self._steps += [asked for asked in history if sought in asked.casefold() != sought]
        self._at = 0

    def back(self) -> str | None:
        """The query asked before, None at the oldest."""
        return self._step(1)

    def forward(self) -> str | None:
        """The query asked after, at last what was typed; None beyond that."""
        return self._step(-1)

    def stands_at(self, text: str) -> bool:
        """Whether the line still holds what the walk has put there."""
        return self._steps[self._at] == text

    def _step(self, by: int) -> str | None:
        if not 0 <= self._at + by < len(self._steps):
            return None
        self._at += by
        return self._steps[self._at]
