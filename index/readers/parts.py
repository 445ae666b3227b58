"""The parts of an archive, a zip or a tar: which are read, and what they are called."""

from __future__ import annotations

import re

from index.readers.passed_over import is_passed_over, page_of
from index.text import one_line

_LONGEST = 1000
"""Characters of a name that are shown: more is no name that anybody gave."""
_SLASHES = re.compile(r"[/\\]")

A_LINK = "a link, which is not followed"
A_DEVICE = "a device, not a file"
A_PIPE = "a pipe, not a file"


def shown_name(name: str) -> str:
    """The name of a part as a person is told of it: it is only shown, and nothing is written
    to a file of that name."""
    return one_line(name)[:_LONGEST].strip() or "a part without a name"


def steps_of(name: str) -> list[str]:
    """The folders in the name of a part, and the name of the file itself."""
    return [step for step in _SLASHES.split(name) if step not in ("", ".", "..")]


def is_beside(steps: list[str]) -> bool:
    """Whether a part is hidden, or a system's or a program's own, or lies in such a folder."""
    return any(map(is_passed_over, steps))


def page_folders(steps: list[str]) -> list[tuple[tuple[str, ...], str]]:
    """Each folder of a part that looks like one beside a saved page: in which folder the page
    lies then, and its name without suffix."""
    found = []
    for place, folder in enumerate(steps[:-1]):
        if (page := page_of(folder)) is not None:
            found.append((tuple(steps[:place]), page))
    return found
