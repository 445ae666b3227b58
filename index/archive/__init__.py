"""The one door: what has a screen reaches the archive through here, and nothing behind it."""

from index.archive.archive import Archive, open_archive, restore_archive, sample_folder
from index.archive.completing import Completion, Completions
from index.archive.concordance import Concordance, Line, Order
from index.archive.extracting import extract_texts
from index.archive.facets import Facet, FacetValue
from index.archive.language import query_language
from index.archive.results import Results
from index.archive.searches import SavedSearch
from index.archive.searching import Sort
from index.ingest.progress import Progress, Report

__all__ = [
    "Archive",
    "Completion",
    "Completions",
    "Concordance",
    "Facet",
    "FacetValue",
    "Line",
    "Order",
    "Progress",
    "Report",
    "Results",
    "SavedSearch",
    "Sort",
    "extract_texts",
    "open_archive",
    "query_language",
    "restore_archive",
    "sample_folder",
]
