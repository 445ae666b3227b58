"""Passages as plain text: the words as they stand, then the citation, indented."""

from __future__ import annotations

from collections.abc import Sequence

from index.article import Cited
from index.export.citation import citation, place, source
from index.text import canonical, one_line

BETWEEN = "\n\n* * *\n\n"
"""What parts two passages."""


def cite(cited: Cited) -> str:
    """One passage with its citation, as for the clipboard.

    The passage comes first and is left exactly as the article has it; a blank line parts it
    from the citation, each line of which is indented by four spaces.
    """
    passage = cited.passage
    lines = [citation(cited)]
    lines += [f"{name}: {value}" for name, value in place(cited) + source(cited)]
    if passage.tags:
        lines.append("Tags: " + ", ".join(one_line(tag) for tag in passage.tags))
    if note := canonical(passage.note):
        first, *more = note.split("\n")
        lines += [f"Note: {first}", *(f"      {line}" for line in more)]
    return canonical(passage.exact) + "\n\n" + "\n".join("    " + line for line in lines)


def render(cited: Sequence[Cited]) -> str:
    """Passages with their citations, parted by a line of asterisks."""
    return BETWEEN.join(cite(one) for one in cited) + "\n" if cited else ""
