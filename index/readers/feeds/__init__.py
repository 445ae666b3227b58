"""Feeds: RSS, Atom and JSON Feed, each entry an article."""

from index.readers.feeds.json_feed import FORMAT as JSON_FEED
from index.readers.feeds.xml_feeds import FORMAT as FEED

__all__ = ["FEED", "JSON_FEED"]
