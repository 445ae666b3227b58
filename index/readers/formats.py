"""Texts that are not plain text though every byte of them is: web pages, mails, data.

Taken in as they are, their markup would be read as copy. Each is told by its content for
certain; a text that only looks a little like one is an article.
"""

from __future__ import annotations

import csv
import json
import re

_SAMPLE = 1 << 16
_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?s:.{0,2000}?)-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(r"\s*<(?:div|p|article|section|main|span|table|h[1-6])\b[^<>]{0,500}>", re.I)
_END_TAG = re.compile(r"</(?:div|p|article|section|main|span|table|h[1-6])>", re.IGNORECASE)
_XML = re.compile(r"\s*<\?xml\b[^>]{0,200}\?>")
_HEADER = re.compile(
    r"(?:From [^\n]*\n)?(?:[A-Z][\w-]{1,40}:[ \t]?[^\n]*\n(?:[ \t]+[^\n]*\n)*){3,}"
)
_MAIL = re.compile(
    r"^(?:MIME-Version:|Content-Transfer-Encoding:|Content-Type: multipart/|Received: from |"
    r"Message-ID: ?<)",
    re.IGNORECASE | re.MULTILINE,
)
_DELIMITERS = ",;\t"
_FEWEST_ROWS = 4
_FEWEST_COLUMNS = 3
_MOST_ROWS = 50
_COLUMN_NAME = re.compile(r"[A-Za-z_][\w ./-]{0,30}")


def foreign(text: str) -> str | None:
    """What a decoded file is that is no plain text, as a clause for a person; None if it is."""
    text = text.lstrip("\ufeff")
    head = text[:_SAMPLE]
    if _WEB_PAGE.match(head) or (_FRAGMENT.match(head) and _END_TAG.search(head)):
        return "a web page; only plain text is read so far"
    if _XML.match(head):
        return "an XML file; only plain text is read so far"
    header = _HEADER.match(head)
    if header is not None and _MAIL.search(header[0]):
        return "a raw e-mail; only plain text is read so far"
    if _is_json(text):
        return "a JSON file; only plain text is read so far"
    if any(_is_table(head, mark, whole=len(head) == len(text)) for mark in _DELIMITERS):
        return "a table of data; only plain text is read so far"
    return None


def _is_json(text: str) -> bool:
    """One object or list, or an object on each line."""
    whole = text.strip()
    if not whole.startswith(("{", "[")):
        return False
    return _parses(whole) or (whole[0] == "{" and _parses(whole.split("\n", 1)[0]))


def _parses(words: str) -> bool:
    try:
        return isinstance(json.loads(words), dict | list)
    except (ValueError, RecursionError):
        return False


def _is_table(head: str, mark: str, *, whole: bool) -> bool:
    """Names of columns, then rows that all have as many."""
    lines = head.splitlines(keepends=True)
    if not lines or lines[0].count(mark) + 1 < _FEWEST_COLUMNS:
        return False
    names = [name.strip().strip('"') for name in lines[0].split(mark)]
    if len(set(names)) < len(names) or not all(map(_COLUMN_NAME.fullmatch, names)):
        return False
    try:
        rows = list(csv.reader(lines if whole else lines[:-1], delimiter=mark, strict=True))
    except csv.Error:
        return False
    rows = [row for row in rows if row][:_MOST_ROWS]
    return len(rows) >= _FEWEST_ROWS and all(len(row) == len(names) for row in rows)
