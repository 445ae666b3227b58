"""The one door: what has a screen reaches the archive through here, and nothing behind it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from index.archive.archive import Archive, open_archive, restore_archive, sample_folder
from index.archive.extracting import extract_texts
from index.archive.language import query_language
from index.archive.results import Results
from index.archive.searching import Sort
from index.ingest.progress import Progress, Report

if TYPE_CHECKING:
    from index.archive.completing import Completion, Completions
    from index.archive.concordance import Concordance, Line, Order
    from index.archive.corrections_told import Correction
    from index.archive.facets import Facet, FacetValue
    from index.archive.facts import KnownFact
    from index.archive.ledger import Asked, By, Entry, Group, Listed
    from index.archive.searches import SavedSearch
    from index.archive.unread import NotRead

__all__ = [
    "Archive",
    "Asked",
    "By",
    "Completion",
    "Completions",
    "Concordance",
    "Correction",
    "Entry",
    "Facet",
    "FacetValue",
    "Group",
    "KnownFact",
    "Line",
    "Listed",
    "NotRead",
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

# Values that the reader's first picture does without: their modules are loaded when one is named.
_LATER = {
    "Completion": "completing",
    "Completions": "completing",
    "Concordance": "concordance",
    "Line": "concordance",
    "Order": "concordance",
    "Correction": "corrections_told",
    "Facet": "facets",
    "FacetValue": "facets",
    "KnownFact": "facts",
    "Asked": "ledger",
    "By": "ledger",
    "Entry": "ledger",
    "Group": "ledger",
    "Listed": "ledger",
    "SavedSearch": "searches",
    "NotRead": "unread",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
