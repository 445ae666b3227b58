"""Encodings by their names, as files, letters and web servers tell them."""

from __future__ import annotations

import codecs

# What people mean by these names holds more characters than the names say
# (WHATWG Encoding Standard, "Names and labels").
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_NO_TEXTS = frozenset(("idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"))
"""Such write text down for machines; in them it could hide what it says."""


def encoding_called(name: str) -> str | None:
    """The encoding that is meant by a name, by Python's name of it; None where there is none."""
    try:
        known = codecs.lookup(name.strip()).name
        " ".encode(known)  # "hex" and "zlib" are codecs, too, and no encodings
    except (LookupError, ValueError):
        return None
    return None if known in _NO_TEXTS else _MEANT.get(known, known)
