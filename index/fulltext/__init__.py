"""The full-text index of an archive, on Whoosh: disposable, made from the store at any time.

The only package that imports Whoosh.
"""

from __future__ import annotations

from index.fulltext.documents import ArticleDoc, PreparedArticle, QuoteDoc, QuoteDocs
from index.fulltext.errors import IndexDamaged, IndexNotWritten
from index.fulltext.evaluation import Abandoned, Ranked, Sort
from index.fulltext.index import Index
from index.fulltext.schema import SCHEMA, prepare
from index.fulltext.searcher import Searcher
from index.fulltext.stamp import Stamp
from index.fulltext.tree import Resolver

__all__ = [
    "SCHEMA",
    "Abandoned",
    "ArticleDoc",
    "Index",
    "IndexDamaged",
    "IndexNotWritten",
    "PreparedArticle",
    "QuoteDoc",
    "QuoteDocs",
    "Ranked",
    "Resolver",
    "Searcher",
    "Sort",
    "Stamp",
    "prepare",
]
