"""Web pages, and HTML that is an article's body: feeds, letters and dumps have it so."""

from index.readers.html.fragments import fragment, is_marked_up
from index.readers.html.page import FORMAT

__all__ = ["FORMAT", "fragment", "is_marked_up"]
