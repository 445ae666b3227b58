"""What the bytes of rich text mean: each font may be in another encoding."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from striprtf.striprtf import charset_map

_SYMBOLS = 2
"""The character set of fonts whose characters are pictures."""
_BULLET = b"\xb7"
_NAMED = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_UNKNOWN = "cp1252"


@dataclass(slots=True)
class Fonts:
    """The encodings of a document: its own, and those of its fonts by their numbers."""

    own: str = _UNKNOWN
    sets: dict[int, int] = field(default_factory=dict)

    def is_named(self, word: str, number: int | None) -> bool:
        """Take up what a control word says of the document's own encoding, if it does."""
        if word in _NAMED:
            self.own = _NAMED[word]
        elif word == "ansicpg" and number is not None:
            self.own = _known(f"cp{number}")
        else:
            return False
        return True

    def decoder(self, font: int | None) -> Decoder:
        """A decoder for what is written in a font."""
        character_set = self.sets.get(font, 0) if font is not None else 0
        if character_set == _SYMBOLS:
            return Decoder(None)
        # Nought and one are the document's own.
        encoding = charset_map.get(character_set) if character_set > 1 else None
        return Decoder(_known(encoding) if encoding else self.own)


class Decoder:
    """Decodes bytes as they come: a character may have two, in two tokens."""

    def __init__(self, encoding: str | None) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)("replace") if encoding else None

    def decode(self, data: bytes, *, last: bool = False) -> str:
        if self._decoder is None:
            return "\u2022" if data == _BULLET else data.decode("ascii", "ignore")
        return self._decoder.decode(data, last)


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return _UNKNOWN
