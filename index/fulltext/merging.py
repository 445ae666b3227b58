"""When segments are merged."""

from __future__ import annotations

from typing import Any, Final

from index.fulltext.engine import SegmentReader

_FACTOR: Final = 8
"""So many segments of like size become one: each document is rewritten log8(n) times."""

_SMALLEST: Final = 64
_DELETED_SHARE: Final = 0.3


def merge_like_sizes(writer: Any, segments: list[Any]) -> list[Any]:
    """A merge policy for `SegmentWriter.commit`: the segments to keep as they are.

    Whoosh's own policy compares with Fibonacci numbers of documents and with commits of some
    hundreds never merges. Here a level holds segments within a factor of each other; a full
    level is merged into the segment being written. A segment that lost a third of its documents
    is rewritten, an empty one is dropped.
    """
    alive = [segment for segment in segments if segment.doc_count() > 0]
    levels: dict[int, list[Any]] = {}
    for segment in alive:
        levels.setdefault(_level(segment.doc_count()), []).append(segment)
    rewritten = [
        segment
        for segment in alive
        if segment.deleted_count() > _DELETED_SHARE * segment.doc_count_all()
    ]
    for level in sorted(levels):
        if len(levels[level]) >= _FACTOR:
            rewritten += [segment for segment in levels[level] if segment not in rewritten]
    for segment in rewritten:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [segment for segment in alive if segment not in rewritten]


def _level(documents: int) -> int:
    level, size = 0, _SMALLEST
    while documents >= size:
        size *= _FACTOR
        level += 1
    return level
