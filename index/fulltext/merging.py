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
    smallest are merged, and with them each next one that is no larger than those before it
    together. So what comes bit by bit is merged with its like, and what is large only when
    much was added: in a thousand commits of one size a document is rewritten four times. A
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
    merged = _smallest(small, _MOST_SMALL) + _smallest(large, _MOST_LARGE)
    rewritten |= {segment.segid for segment in merged}
    return _rewrite(writer, alive, rewritten)


def merge_into_few(writer: Any, segments: list[Any]) -> list[Any]:
    """A merge policy for when nothing more is to come: it merges what `scattered` names."""
    return _rewrite(writer, segments, {segment.segid for segment in scattered(segments)})


def scattered(segments: list[Any]) -> list[Any]:
    """Segments that are better one when nothing more is to come for now; none where all is well.

    Every segment costs each search a little, so two are left: the largest, and one of all the
    others; or one alone where these are half of it together. So to add a little rewrites a
    little, and a document is rewritten once in each doubling of the archive.
    """
    falling = sorted(segments, key=_bytes, reverse=True)
    largest, rest = falling[:1], falling[1:]
    total = sum(map(_bytes, rest))
    if rest and total * 2 >= _bytes(falling[0]) and total + _bytes(falling[0]) <= _LARGEST:
        return largest + rest
    return rest if len(rest) > 1 and total <= _LARGEST else []


def _rewrite(writer: Any, segments: list[Any], rewritten: set[str]) -> list[Any]:
    """Give the segments with these ids to the writer; the others."""
    for segment in segments:
        if segment.segid in rewritten:
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
    return [segment for segment in segments if segment.segid not in rewritten]


def _smallest(segments: list[Any], most: int) -> list[Any]:
    """The segments to merge so that there are at most so many; none where there are not more."""
    if len(segments) <= most:
        return []
    rising = sorted(segments, key=_bytes)
    count, total = 1, _bytes(rising[0])
    for segment in rising[1:]:
        size = _bytes(segment)
        if count > 1 and (size > total or total + size > _LARGEST):
            break
        count, total = count + 1, total + size
    return rising[:count] if total <= _LARGEST else []


def _bytes(segment: Any) -> int:
    """What the living documents of a segment take."""
    return int(segment.size * segment.doc_count() / max(1, segment.doc_count_all()))
