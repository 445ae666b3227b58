"""A file or a folder to raw articles: one module a format, one registry (`registry`).

`walk` finds the files, `read` reads one of them, by its content first and its name second. Of a
dump, which holds many articles, `reading` gives the rows and `Columns` what each of them says.
"""

from index.readers.columns import Columns, record_of
from index.readers.dumps import Row
from index.readers.folders import walk
from index.readers.raw import Given, Names, RawArticle, Unreadable
from index.readers.registry import Dump, Rows, read, reading

__all__ = [
    "Columns",
    "Dump",
    "Given",
    "Names",
    "RawArticle",
    "Row",
    "Rows",
    "Unreadable",
    "read",
    "reading",
    "record_of",
    "walk",
]
