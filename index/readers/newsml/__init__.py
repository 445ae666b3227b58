"""What agencies deliver in XML: NewsML-G2, the NewsML before it, and NITF."""

from index.readers.newsml.reading import FORMAT

__all__ = ["FORMAT"]
