"""The form of news articles: headline, byline, dateline, agency, dates; body or furniture.

The rules are about English-language papers, wires and web pages saved as plain text in
general. Everything here is pure: text in, values out.
"""

from index.newsform.layout import layout
from index.newsform.reading import read_form

__all__ = ["layout", "read_form"]
