"""The formats that are read, each in a module of its own. Told by content first, then by name."""

from __future__ import annotations

from index.readers import dumps, html, mail, markdown, plain
from index.readers.format import Format, mark
from index.readers.head import Head

FORMATS: tuple[Format, ...] = (
    dumps.LINES,
    dumps.OBJECTS,
    dumps.TABLE,
    mail.MAILBOX,
    mail.SAVED_PAGE,
    mail.LETTER,
    markdown.FORMAT,
    html.FORMAT,
    plain.FORMAT,
)
"""In the order in which they are asked: the surest first, plain text, which is all else, last."""

MARKS = frozenset(mark(form) for form in FORMATS)
"""By what articles are read now."""


def format_of(head: Head) -> Format:
    """The format of what begins so. Raises `Unreadable` with the reason where it is none."""
    return next(form for form in FORMATS if form.tells(head))
