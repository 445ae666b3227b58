"""What was read in a paragraph, packed small, so that one that recurs is read only once.

Wire archives repeat whole paragraphs. Only what the model says of a paragraph's own words is
kept, never who is meant by them: that depends on the article. What comes back is not believed
before it fits the text word by word.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.strings import StringStore
    from spacy.tokens import Doc

Entity = tuple[int, int, str]
"""The first character, the end and the label of a named entity."""

T = TypeVar("T")

_KEY = 16
_SPAN = struct.Struct("<IIB")
_KEPT = ("TAG", "DEP", "HEAD")
_TABLE = 255
"""Labels at most for which a byte is enough."""


class Known(Protocol):
    """Keeps what was read, by keys of 16 bytes. It may forget anything at any time."""

    def recall(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """What is known of these keys; those of which nothing is known are left out."""

    def keep(self, found: Mapping[bytes, bytes]) -> None:
        """Take in what was found. Raises nothing: it may keep none of it."""


def read_once(
    known: Known | None,
    what: str,
    texts: Sequence[str],
    *,
    recall: Callable[[str, bytes], T | None],
    read: Callable[[Sequence[str]], Iterable[T]],
    pack: Callable[[T], bytes | None],
) -> list[T]:
    """What stands in each text, in order: `recall` where it is known, `read` where it is not.

    `what` says what is read in them and by what, so that nothing else is taken for it.
    """
    keys = {text: _key(what, text) for text in texts}
    stored = known.recall(list(keys.values())) if known is not None else {}
    found: dict[str, T] = {}
    for text, key in keys.items():
        packed = stored.get(key)
        value = recall(text, packed) if packed is not None else None
        if value is not None:
            found[text] = value
    missing = [text for text in keys if text not in found]
    fresh = dict(zip(missing, read(missing), strict=True))
    if known is not None and fresh:
        packs = ((keys[text], pack(value)) for text, value in fresh.items())
        known.keep({key: packed for key, packed in packs if packed is not None})
    found |= fresh
    return [found[text] for text in texts]


def _key(what: str, text: str) -> bytes:
    told = f"{what}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=_KEY).digest()


class Packing:
    """Packs the parses and the entities of one model. Four bytes a word, nine an entity."""

    def __init__(
        self,
        strings: StringStore,
        tags: Iterable[str],
        relations: Iterable[str],
        labels: Iterable[str],
    ) -> None:
        self._tags = _table(strings, tags)
        self._relations = _table(strings, relations)
        self._labels = sorted(labels)
        self._label = {label: number for number, label in enumerate(self._labels)}

    def pack_parse(self, doc: Doc) -> bytes | None:
        """Tags, relations and heads of a parsed text; None where they are too many or too far."""
        words: NDArray[np.uint64] = np.asarray(doc.to_array(list(_KEPT)), np.uint64)
        words = words.reshape(len(doc), len(_KEPT))
        tags, relations = _numbers(words[:, 0], self._tags), _numbers(words[:, 1], self._relations)
        heads = words[:, 2].view(np.int64)
        if tags is None or relations is None or (np.abs(heads) > np.iinfo("<i2").max).any():
            return None
        return tags.tobytes() + relations.tobytes() + heads.astype("<i2").tobytes()

    def unpack_parse(self, doc: Doc, packed: bytes) -> Doc | None:
        """A text that was only divided into words, with its parse; None where this is not its."""
        count = len(doc)
        if len(packed) != 4 * count:
            return None
        tags = np.frombuffer(packed, np.uint8, count)
        relations = np.frombuffer(packed, np.uint8, count, offset=count)
        heads = np.frombuffer(packed, "<i2", count, offset=2 * count).astype(np.int64)
        places = heads + np.arange(count)
        if not (
            (tags < len(self._tags)).all()
            and (relations < len(self._relations)).all()
            and ((places >= 0) & (places < count)).all()
        ):
            return None
        words = np.empty((count, 3), dtype=np.uint64)
        words[:, 0] = self._tags[tags]
        words[:, 1] = self._relations[relations]
        words[:, 2] = heads.view(np.uint64)
        doc.from_array(list(_KEPT), words)  # type: ignore[arg-type]
        return doc

    def pack_entities(self, entities: Iterable[Entity]) -> bytes | None:
        """The entities of a text; None where one has a label that the model does not give."""
        if any(label not in self._label for _, _, label in entities):
            return None
        return b"".join(_SPAN.pack(a, b, self._label[label]) for a, b, label in entities)

    def unpack_entities(self, text: str, packed: bytes) -> list[Entity] | None:
        """The entities of a text in order of place; None where these are not its."""
        if len(packed) % _SPAN.size:
            return None
        spans = list(_SPAN.iter_unpack(packed))
        end = 0
        for a, b, label in spans:
            if not (end <= a < b <= len(text)) or label >= len(self._labels):
                return None
            end = b
        return [(a, b, self._labels[label]) for a, b, label in spans]


def _table(strings: StringStore, names: Iterable[str]) -> NDArray[np.uint64]:
    """The numbers of names, ascending; no more of them than a byte can tell apart."""
    numbers = sorted({strings.add(name) for name in names})
    return np.array(numbers[:_TABLE], dtype=np.uint64)


def _numbers(values: NDArray[np.uint64], table: NDArray[np.uint64]) -> NDArray[np.uint8] | None:
    """The place of each value in a table; None where one is not in it."""
    places = np.minimum(np.searchsorted(table, values), len(table) - 1)
    return places.astype(np.uint8) if (table[places] == values).all() else None
