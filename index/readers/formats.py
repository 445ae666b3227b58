"""Texts that are not plain text though every byte of them is: XML.

Taken in as they are, their markup would be read as copy. Each is told by its content for
certain; a text that only looks a little like one is an article.
"""

from __future__ import annotations

import re

_SAMPLE = 1 << 16
_XML = re.compile(r"\s*<\?xml\b[^>]{0,200}\?>")


def foreign(text: str) -> str | None:
    """What a decoded file is that is no plain text, as a clause for a person; None if it is."""
    text = text.lstrip("\ufeff")
    head = text[:_SAMPLE]
    if _XML.match(head):
        return "an XML file; only plain text is read so far"
    return None
