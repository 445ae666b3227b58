"""In what a page is encoded: by its mark, by its bytes, and by what it says of itself."""

from __future__ import annotations

import codecs
import re

from index.readers.raw import Unreadable
from index.text import NotText, decode

_SAYS = re.compile(
    rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|"""
    rb"""<\?xml\b[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_SAYS_WITHIN = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# As browsers do: what says it is Latin-1 is Windows-1252, and so with others
# (WHATWG Encoding Standard, "Names and labels").
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}


def decoded(data: bytes) -> str:
    """A page's text. Raises `Unreadable` where its bytes are no text.

    Bytes that are UTF-8 throughout are that, whatever the page says: a page that was saved or
    sent on was often encoded anew, and still says what it was before.
    """
    if data.startswith(_MARKS):
        return _by_its_bytes(data)
    if data[:512].count(0) < len(data[:512]) // 4:  # else it is UTF-16 without a mark
        data = data.replace(b"\0", b"")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:  # cut off within a character
            return data.decode("utf-8", "replace")
    if (encoding := _said(data[:_SAYS_WITHIN])) is not None:
        return data.decode(encoding, "replace")
    return _by_its_bytes(data)


def _by_its_bytes(data: bytes) -> str:
    try:
        return decode(data)
    except NotText as error:
        raise Unreadable(str(error)) from error


def _said(head: bytes) -> str | None:
    """The encoding that the page says it has; None where it says none but UTF-8, which it is
    not, or one that nobody knows."""
    match = _SAYS.search(head)
    if match is None:
        return None
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii", "replace")).name
    except LookupError:
        return None
    if name.startswith(("utf", "unicode", "idna", "punycode", "raw")):
        return None
    try:
        b"a".decode(name)  # "hex", "zlib" and their like are codecs and no encodings
    except (LookupError, ValueError):
        return None
    return _MEANT.get(name, name)
