"""Rich text taken apart: control words, characters, groups. After "RTF Specification 1.9.1"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|"
    r"\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\",
    re.DOTALL,
)
_LONGEST_SKIP = 1 << 31


class Token(NamedTuple):
    """One of: a control `word` with its `number`, a `sign` behind a backslash, a brace, or
    characters: bytes in the encoding of the font at this place."""

    word: str = ""
    number: int | None = None
    sign: str = ""
    brace: str = ""
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a document, without binary data that stands among them."""
    text = data.decode("latin-1")
    at = 0
    while (match := _TOKEN.match(text, at)) is not None:
        at = match.end()
        kind = match.lastgroup
        if kind == "text":
            yield Token(data=match["text"].encode("latin-1"))
        elif kind in ("word", "number"):
            number = int(match["number"]) if match["number"] else None
            if match["word"] == "bin":
                at += min(max(number or 0, 0), _LONGEST_SKIP)
            else:
                yield Token(word=match["word"], number=number)
        elif kind == "brace":
            yield Token(brace=match["brace"])
        elif kind == "hex":
            yield Token(data=bytes.fromhex(match["hex"]))
        elif kind == "sign":
            yield Token(sign=match["sign"])
