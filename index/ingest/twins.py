"""Articles that are the same from their first to their last character are read once.

Archives hold the same wire copy from several outlets and dumps. Who is meant by "he" depends on
the article around it; where that is the same in every character, so is the answer. Of what is
known of an article only when and where it appeared may differ.
"""

from __future__ import annotations

import hashlib
import pickle
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from index.article import NOTHING, Extraction, NewsForm

_MOST = 24 * 1024 * 1024
"""Bytes that are held at most: some five thousand articles. What was not used longest goes."""

Read = Callable[[str, NewsForm], Extraction]


class Twins:
    """Reads articles, those that were just read from memory."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._held: OrderedDict[bytes, bytes] = OrderedDict()
        self._size = 0

    def read(self, text: str, form: NewsForm) -> Extraction:
        """What was found in an article, now or in its twin."""
        key = _key(text, form)
        packed = self._held.get(key)
        if packed is not None:
            self._held.move_to_end(key)
            found: Extraction = pickle.loads(zlib.decompress(packed))  # noqa: S301 - our own
            return found
        found = self._read(text, form)
        packed = zlib.compress(pickle.dumps(found, pickle.HIGHEST_PROTOCOL), 1)
        self._held[key] = packed
        self._size += len(packed)
        while self._size > _MOST:
            self._size -= len(self._held.popitem(last=False)[1])
        return found


def _key(text: str, form: NewsForm) -> bytes:
    told = replace(form, date=NOTHING, updated=NOTHING, outlet=NOTHING, url=NOTHING)
    whole = f"{told!r}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, digest_size=16).digest()
