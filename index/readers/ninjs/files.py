"""Files of ninjs, told before other JSON by names that are its own.

A row of a dump whose text has a name that a person's settings know is left to these.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from index.readers import dumps
from index.readers.columns import known, plain_name
from index.readers.format import Deeper, Row, Stream, Whole
from index.readers.head import SAMPLE, Head
from index.readers.ninjs.items import article_of, items_within
from index.readers.objects import objects
from index.readers.raw import Bounds, Document, Names, Read, Unreadable

_OWN = frozenset(
    "versioncreated firstcreated contentcreated embargoed pubstatus urgency copyrightholder "
    "copyrightnotice usageterms ednote representationtype slugline located renditions "
    "associations headlines bodies descriptions infosources bodytext bodyxhtml bodyhtml "
    "bodyhtml5 bodynitf descriptiontext mimetype profile rightsinfo genre genres".split()
)
_FEWEST = 2
_KEY = re.compile(r'"([\w ]{1,40})"\s*:')
_LIST = re.compile(r"\[\s*(?=\{)")
_MAY_BE = re.compile(rb'"(?:uri|guid)"', re.IGNORECASE)


def _names_fit(keys: Collection[object], names: Names) -> bool:
    found = {plain_name(key) for key in keys if isinstance(key, str)}
    ours = bool(found & {"uri", "guid"}) and len(found & _OWN) >= _FEWEST
    return ours and "text" not in known(keys, names)


def _first_item(head: Head) -> tuple[bool, bool]:
    """Whether what begins so is ninjs, and whether it is no more than one item."""
    text = (head.text or "").lstrip()
    listed = _LIST.match(text)
    at = listed.end() if listed is not None else 0
    if not text.startswith("{", at):
        return False, False
    try:
        item, end = json.JSONDecoder().raw_decode(text, at)
    except (ValueError, RecursionError):
        # An item longer than the sample cannot be looked at as a whole.
        return not head.whole and _names_fit(set(_KEY.findall(text)), head.names), listed is None
    alone = listed is None and head.whole and not text[end:].strip()
    return isinstance(item, dict) and _names_fit(item.keys(), head.names), alone


def _tells_item(head: Head) -> bool:
    return _first_item(head) == (True, True)


def _tells_items(head: Head) -> bool:
    return _first_item(head) == (True, False)


def _articles(document: Document, bounds: Bounds) -> Read:
    """The item, and those within it that have copy of their own."""
    number = 0
    for found in objects(io.BytesIO(document.data), bounds.document):
        if isinstance(found, Unreadable):
            yield found
            continue
        for item in items_within(found):
            number += 1
            part = f"item {number}" if number > 1 else ""
            try:
                yield replace(article_of(item), part=part)
            except Unreadable as error:
                yield Unreadable(f"{part}: {error.reason}" if part else error.reason)


def _rows(file: io.BufferedReader, bounds: Bounds, deeper: Deeper) -> Iterator[Row]:
    """A document for each item; what is none is a row as of any dump."""
    start = Head(file.peek(SAMPLE)[:SAMPLE], "", bounds.names)
    lines = not (start.text or "").lstrip().startswith("[") and dumps.LINES.tells(start)
    dump = dumps.LINES if lines else dumps.OBJECTS
    for number, row in enumerate(dump.rows(file, bounds, deeper), 1):
        if isinstance(row, bytes) and _MAY_BE.search(row):
            yield Document(f"item {number}.json", row)
        elif isinstance(row, Mapping) and _names_fit(row.keys(), bounds.names):
            yield Document(f"item {number}.json", json.dumps(row).encode())
        else:
            yield row


ITEM = Whole("ninjs", 1, _tells_item, _articles)
ITEMS = Stream("ninjs items", 1, _tells_items, _rows)
