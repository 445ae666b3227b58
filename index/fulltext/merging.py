"""When segments are merged."""

from __future__ import annotations

from typing import Any, Final

from index.fulltext.engine import SegmentReader

_SMALL: Final = 2 * 1024 * 1024
"""Bytes below which a segment is small: some hundred articles."""

_MOST_SMALL: Final = 4
_MOST_LARGE: Final = 8
_LARGEST: Final = 8 * 1024 * 1024 * 1024
"""Bytes that no merged segment exceeds; its places are counted in 32 bits."""

_DELETED_SHARE: Final = 0.3


def merge_like_sizes(writer: Any, segments: list[Any]) -> list[Any]:
    """A merge policy for `ArrayWriter.commit`: the segments to keep as they are.

    An index has at most four small segments and eight large ones. When there is one more, the
    smallest are merged, as many of them as makes it cheapest to be rid of one segment. So what
    is added bit by bit is merged with its like, and what is large only when much was added: of
    some hundred commits of equal size each document is rewritten three or four times. A
    segment that lost a third of its documents is rewritten, an empty one is dropped.
    """
    alive = [segment for segment in segments if segment.doc_count() > 0]
    rewritten = {
        segment.segid
        for segment in alive
        if segment.deleted_count() > _DELETED_SHARE * segment.doc_count_all()
    }
    small = [segment for segment in alive if _bytes(segment) < _SMALL]
    large = [segment for segment in alive if _bytes(segment) >= _SMALL]
    cheapest = _cheapest(small, _MOST_SMALL) + _cheapest(large, _MOST_LARGE)
    rewritten |= {segment.segid for segment in cheapest}
    for segment in alive:
        if segment.segid in rewritten:
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
    return [segment for segment in alive if segment.segid not in rewritten]


def _cheapest(segments: list[Any], most: int) -> list[Any]:
    """The segments to merge so that there are at most so many; none where there are not more."""
    if len(segments) <= most:
        return []
    rising = sorted(segments, key=_bytes)
    best: list[Any] = []
    least = 0.0
    total = _bytes(rising[0])
    for count, segment in enumerate(rising[1:], start=2):
        total += _bytes(segment)
        price = total / (count - 1)
        if total > _LARGEST:
            break
        if not best or price < least:
            best, least = rising[:count], price
    return best


def _bytes(segment: Any) -> int:
    """What the living documents of a segment take."""
    return int(segment.size * segment.doc_count() / max(1, segment.doc_count_all()))
