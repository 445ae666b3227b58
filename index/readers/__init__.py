"""A file or a folder to raw articles: one module a format, one registry (`registry`).

`walk` finds the files, `read` reads one of them, by its content first and its name second. Of a
dump, which holds many articles or parts, `reading` gives the rows, and `articles_of` what each of
them comes to.
"""

from index.readers.columns import Columns
from index.readers.folders import walk
from index.readers.format import Row
from index.readers.raw import Bounds, Document, Given, Names, RawArticle, Unreadable
from index.readers.reading import Content, Dump, Risky, Rows, articles_of, read, reading
from index.readers.registry import MARKS

__all__ = [
    "MARKS",
    "Bounds",
    "Columns",
    "Content",
    "Document",
    "Dump",
    "Given",
    "Names",
    "RawArticle",
    "Risky",
    "Row",
    "Rows",
    "Unreadable",
    "articles_of",
    "read",
    "reading",
    "walk",
]
