"""Texts that are not plain text though every byte of them is: mails, XML.

Taken in as they are, their markup would be read as copy. Each is told by its content for
certain; a text that only looks a little like one is an article.
"""

from __future__ import annotations

import re

_SAMPLE = 1 << 16
_XML = re.compile(r"\s*<\?xml\b[^>]{0,200}\?>")
_HEADER = re.compile(
    r"(?:From [^\n]*\n)?(?:[A-Z][\w-]{1,40}:[ \t]?[^\n]*\n(?:[ \t]+[^\n]*\n)*){3,}"
)
_MAIL = re.compile(
    r"^(?:MIME-Version:|Content-Transfer-Encoding:|Content-Type: multipart/|Received: from |"
    r"Message-ID: ?<)",
    re.IGNORECASE | re.MULTILINE,
)


def foreign(text: str) -> str | None:
    """What a decoded file is that is no plain text, as a clause for a person; None if it is."""
    text = text.lstrip("\ufeff")
    head = text[:_SAMPLE]
    if _XML.match(head):
        return "an XML file; only plain text is read so far"
    header = _HEADER.match(head)
    if header is not None and _MAIL.search(header[0]):
        return "a raw e-mail; only plain text is read so far"
    return None
