"""The articles read in this session, to go back and forward among."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class History:
    """Article ids, each with the offset at which one was in it."""

    _visits: list[tuple[str, int]] = field(default_factory=list)
    _now: int = -1

    def visit(self, article: str, place: int = 0) -> None:
        """An article is being read; what lay ahead is forgotten if it is another one."""
        if self._now >= 0 and self._visits[self._now][0] == article:
            return
        del self._visits[self._now + 1 :]
        self._visits.append((article, place))
        self._now = len(self._visits) - 1

    def leave(self, article: str, place: int) -> None:
        """Remember where one was in the article of this visit."""
        if self._now >= 0 and self._visits[self._now][0] == article:
            self._visits[self._now] = (article, place)

    def back(self) -> tuple[str, int] | None:
        """The article read before this one, None at the first."""
        return self._step(-1)

    def forward(self) -> tuple[str, int] | None:
        """The article read after this one, None at the last."""
        return self._step(1)

    def _step(self, by: int) -> tuple[str, int] | None:
        if not 0 <= self._now + by < len(self._visits):
            return None
        self._now += by
        return self._visits[self._now]
