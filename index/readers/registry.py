"""The formats that are read, each in a module of its own. Told by content first, then by name."""

from __future__ import annotations

from index.readers import (
    docx,
    dumps,
    feeds,
    html,
    mail,
    markdown,
    newsml,
    ninjs,
    pdf,
    plain,
    rtf,
    tars,
    warcs,
    xml_files,
    zips,
)
from index.readers.format import Format, mark
from index.readers.head import Head
from index.readers.others import other
from index.readers.raw import Unreadable

FORMATS: tuple[Format, ...] = (
    pdf.FORMAT,
    docx.FORMAT,
    rtf.FORMAT,
    tars.FORMAT,
    warcs.FORMAT,
    feeds.JSON_FEED,
    ninjs.ITEM,
    ninjs.ITEMS,
    dumps.LINES,
    dumps.OBJECTS,
    dumps.TABLE,
    mail.MAILBOX,
    mail.SAVED_PAGE,
    mail.LETTER,
    markdown.FORMAT,
    feeds.FEED,
    newsml.FORMAT,
    html.FORMAT,
    xml_files.OTHER,
    # Behind all that is packed as a zip and is one thing.
    zips.FORMAT,
    plain.DELIVERY,
    plain.FORMAT,
)
"""In the order in which they are asked: the surest first, plain text, which is all else, last."""

MARKS = frozenset(mark(form) for form in FORMATS)
"""By what articles are read now."""


def format_of(head: Head) -> Format:
    """The format of what begins so. Raises `Unreadable` with the reason where it is none."""
    if (what := other(head)) is not None:
        raise Unreadable(what)
    return next(form for form in FORMATS if form.tells(head))
