"""Whoosh, imported in one place.

Whoosh 2.7.4 was written before Python warned of its string escapes; where it is compiled on
first import those warnings would reach a person, so they are silenced for the import only.
"""

from __future__ import annotations

import warnings
from importlib import import_module

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh import columns, fields, formats
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import FileIndex, LockError
    from whoosh.reading import IndexReader, SegmentReader
    from whoosh.util.filelock import FileLock
    from whoosh.writing import SegmentWriter

    # Whoosh imports these itself when it first needs them.
    for _late in ("codec.whoosh3", "matching.wrappers", "multiproc", "searching"):
        import_module(f"whoosh.{_late}")

__all__ = [
    "FileIndex",
    "FileLock",
    "FileStorage",
    "IndexReader",
    "LockError",
    "SegmentReader",
    "SegmentWriter",
    "columns",
    "fields",
    "formats",
]
