"""Dumps: articles as rows of a table, as lines of JSON, as a list."""

from __future__ import annotations

import csv
import gzip
import io
import json
import lzma

_ROWS = (
    {
        "id": "g-1",
        "headline": "Bridge closed to lorries",
        "author": "Mary Quill",
        "published": "2021-09-14T07:30:00+01:00",
        "source": "Harbour Gazette",
        "body": "The old bridge over the Ell is closed to lorries from Tuesday on.",
    },
    {
        "id": "g-2",
        "headline": "Ships wait for a berth",
        "author": "Tom Achebe",
        "published": "2021-09-15T18:00:00+01:00",
        "source": "Harbour Gazette",
        "body": "Fourteen ships waited off Port Ellen on Wednesday, the harbour office said.",
    },
)


def lines() -> bytes:
    """JSON lines, packed with gzip."""
    return gzip.compress("\n".join(json.dumps(row) for row in _ROWS).encode())


def listed() -> bytes:
    """A list of objects, over many lines, the text of one in HTML, packed with xz."""
    first, second = _ROWS
    marked_up = {**second, "body": f"<p>{second['body']}</p><h2>Why</h2><p>Nobody knows.</p>"}
    return lzma.compress(json.dumps([first, marked_up], indent=2).encode())


def comma_separated() -> bytes:
    """A table as a spreadsheet writes it, lines within a cell, in UTF-8 with its mark."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _ROWS[0])
    writer.writeheader()
    writer.writerows({**row, "body": row["body"] + "\n\nIt rained."} for row in _ROWS)
    return out.getvalue().encode("utf-8-sig")
