"""Whoosh, imported in one place.

Whoosh 2.7.4 was written before Python warned of its string escapes; where it is compiled on
first import those warnings would reach a person, so they are silenced for the import only.
"""

from __future__ import annotations

import warnings
from importlib import import_module

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh import columns, fields, formats, matching, query
    from whoosh.codec import base
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import TOC, FileIndex, LockError, clean_files
    from whoosh.matching import LeafMatcher, NullMatcher, ReadTooFar
    from whoosh.query import spans
    from whoosh.reading import IndexReader, SegmentReader, TermInfo, TermNotFound
    from whoosh.searching import Searcher
    from whoosh.util.filelock import FileLock
    from whoosh.writing import SegmentWriter

    # Whoosh imports these itself when it first needs them.
    for _late in ("codec.whoosh3", "matching.wrappers", "multiproc", "searching"):
        import_module(f"whoosh.{_late}")

__all__ = [
    "TOC",
    "FileIndex",
    "FileLock",
    "FileStorage",
    "IndexReader",
    "LeafMatcher",
    "LockError",
    "NullMatcher",
    "ReadTooFar",
    "Searcher",
    "SegmentReader",
    "SegmentWriter",
    "TermInfo",
    "TermNotFound",
    "base",
    "clean_files",
    "columns",
    "fields",
    "formats",
    "matching",
    "query",
    "spans",
]
