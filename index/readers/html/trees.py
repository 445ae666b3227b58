"""HTML to a tree, as a browser would make one of it, without ever reaching for anything outside."""

from __future__ import annotations

import re
from typing import Any

from index.readers.extras import needing
from index.readers.raw import Unreadable

Element = Any
"""An element of lxml, which has no types."""

_NOT_IN_A_TREE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# What says what it is encoded in: it was decoded already, and the parser must not do it again.
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,300}>", re.IGNORECASE)

_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# The parser takes the square of the time for so many.
_MOST_ATTRIBUTES = 5000


def tree_of(html: str) -> Element:
    """The root of the tree of a page, or of what may stand in one. Raises `Unreadable`.

    Broken markup is put right. Entities that a document type brings along are not looked at,
    and nothing is fetched: neither by a `<base>`, nor by any address.
    """
    with needing("a web page", "html"):
        from lxml import etree
        from lxml import html as lxml_html
    parser = lxml_html.HTMLParser(
        encoding="utf-8",
        huge_tree=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        default_doctype=False,
    )
    for tag in _LONG_TAG.finditer(html):
        if len(_QUOTED.sub("", tag[0]).split()) > _MOST_ATTRIBUTES:
            raise Unreadable("a tag has more attributes than any page needs")
    clean = _NOT_IN_A_TREE.sub("", _DECLARATION.sub("", html, count=1))
    try:
        root = etree.fromstring(clean.encode(), parser)
    except (etree.LxmlError, ValueError):
        raise Unreadable("no page that could be taken apart") from None
    for error in parser.error_log:
        if error.type_name == "ERR_RESOURCE_LIMIT":
            deep = "depth" in error.message
            what = "its tags are nested too deeply" if deep else "longer than any paragraph is"
            raise Unreadable(what)
    if root is None:  # nothing but comments
        return parser.makeelement("html")
    return root
