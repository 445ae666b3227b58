"""A file or a folder to raw articles: one module a format, one registry (`registry`).

`walk` finds the files, `read` reads one of them, by its content first and its name second.
"""

from index.readers.folders import walk
from index.readers.raw import RawArticle, Unreadable
from index.readers.registry import read

__all__ = ["RawArticle", "Unreadable", "read", "walk"]
