"""The files that could not be read, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.notices import content
from tui.screens.sheet import hanging
from tui.words import one_line


def report(files: Sequence[tuple[str, str]], width: int) -> Content:
    """One file a line with its reason under it; words for it when all could be read."""
    if not files:
        return Content("Every file could be read.")
    lines: list[Content] = []
    for path, reason in files:
        lines.append(Content(one_line(path)))
        lines += hanging("", Content.styled(one_line(reason), "$text-muted"), 2, width)
    lines.append(Content(""))
    lines.append(content("Mend or remove them, then `dateline add` the folder again."))
    return Content("\n").join(lines)
