"""ninjs: news in JSON, generations 1 to 3 (IPTC), an item a file or many."""

from index.readers.ninjs.files import ITEM, ITEMS

__all__ = ["ITEM", "ITEMS"]
