"""Texts that are not plain text though every byte of them is: web pages, mails.

Taken in as they are, their markup would be read as copy. Each is told by its content for
certain; a text that only looks a little like one is an article.
"""

from __future__ import annotations

import re

_SAMPLE = 1 << 16
_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?s:.{0,2000}?)-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(r"\s*<(?:div|p|article|section|main|span|table|h[1-6])\b[^<>]{0,500}>", re.I)
_END_TAG = re.compile(r"</(?:div|p|article|section|main|span|table|h[1-6])>", re.IGNORECASE)
_XML = re.compile(r"\s*<\?xml\b[^>]{0,200}\?>")
_HEADER = re.compile(
    r"(?:From [^\n]*\n)?(?:[A-Z][\w-]{1,40}:[ \t]?[^\n]*\n(?:[ \t]+[^\n]*\n)*){3,}"
)
_MAIL = re.compile(
    r"^(?:MIME-Version:|Content-Transfer-Encoding:|Content-Type: multipart/|Received: from |"
    r"Message-ID: ?<)",
    re.IGNORECASE | re.MULTILINE,
)
_END_TAGS = re.compile(r"</(?:p|div|article|section|span|h[1-6])>|<br\s*/?>", re.IGNORECASE)
_MARKUP = 3  # such tags: an article about the web may name one


def foreign(text: str) -> str | None:
    """What a decoded file is that is no plain text, as a clause for a person; None if it is."""
    text = text.lstrip("\ufeff")
    head = text[:_SAMPLE]
    if _WEB_PAGE.match(head) or (_FRAGMENT.match(head) and _END_TAG.search(head)):
        return "a web page; only plain text is read so far"
    if _XML.match(head):
        return "an XML file; only plain text is read so far"
    header = _HEADER.match(head)
    if header is not None and _MAIL.search(header[0]):
        return "a raw e-mail; only plain text is read so far"
    return None


def is_marked_up(text: str) -> bool:
    """Whether a text that was given as an article's is HTML: its tags would be read as copy."""
    head = text[:_SAMPLE]
    return "<" in head and bool(
        _WEB_PAGE.match(head)
        or (_FRAGMENT.match(head) and _END_TAG.search(head))
        or len(_END_TAGS.findall(head)) >= _MARKUP
    )
