"""JSON that is no object a line: a list of objects, or objects one after another."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from index.readers.raw import Unreadable

_CHUNK = 1 << 18
_BETWEEN = re.compile(r"[\s,]*")


def objects(file: BinaryIO, most: int) -> Iterator[Mapping[str, object] | Unreadable]:
    """The objects in a file, in order; what is none is told in its place.

    Holds one object of at most `most` bytes at a time. What comes behind an error cannot be told
    from what belongs to it, so that an error in the JSON is the last that is given.
    """
    decoder = json.JSONDecoder()
    incoming = codecs.getincrementaldecoder("utf-8")("replace")
    text = incoming.decode(file.read(_CHUNK)).lstrip("\ufeff \t\r\n")
    at = 1 if text.startswith("[") else 0
    listed = bool(at)
    step = _CHUNK
    ended = False
    while True:
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        if listed and text.startswith("]", at):
            return
        try:
            value, end = decoder.raw_decode(text, at)
            if end == len(text) and not ended and not isinstance(value, dict):
                raise ValueError  # a number may go on
        except RecursionError:
            yield Unreadable("nested too deeply; what follows it cannot be read either")
            return
        except ValueError:
            if ended:
                if text[at:].strip() or listed:
                    yield Unreadable("not JSON; what follows it cannot be read either")
                return
            if len(text) - at > most:
                yield Unreadable("longer than an article may be; what follows it is not read")
                return
            # Twice as much each time: what was tried before is tried again.
            data = file.read(step)
            ended = not data
            step = max(_CHUNK, 2 * (len(text) - at))
            text, at = text[at:] + incoming.decode(data, ended), 0
            continue
        step = _CHUNK
        at = end
        yield value if isinstance(value, dict) else Unreadable("not a JSON object")
        if at > _CHUNK:
            text, at = text[at:], 0
