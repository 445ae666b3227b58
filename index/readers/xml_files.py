"""XML: what a file of it is by its root, and its tree, made without ever reaching outside.

No entity is declared by a file itself: a few lines of such stand for gigabytes, and others for
files and addresses. A document type is passed over, and nothing that it names is looked at.
"""

from __future__ import annotations

import html.entities
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.readers.extras import needing
from index.readers.format import Whole
from index.readers.head import Head
from index.readers.raw import Bounds, Document, Read, Unreadable
from index.text import NotText, decode

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,300}\?>")
_ENCODING = re.compile(rb"""\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
_IN_DOCTYPE = re.compile(r"""<!--.*?-->|"[^"]*"|'[^']*'|[\[\]>]""", re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY\s+(?!%)", re.IGNORECASE)
_ROOT = re.compile(r"<(?:([\w.-]{1,60}):)?([A-Za-z_][\w.-]{0,60})([^<>]{0,4000})")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]\w{1,30};)")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Root:
    """The outermost element: its name without a prefix, and its namespace, "" where it has none."""

    name: str
    namespace: str


@dataclass(frozen=True, slots=True)
class _Above:
    """Where the document type stands, and where the root begins."""

    doctype: tuple[int, int] | None
    root: int


def root_of(head: Head) -> Root | None:
    """The root of what begins as XML; None for what does not."""
    text = head.text
    if text is None or not text.lstrip().startswith("<"):
        return None
    match = _ROOT.match(text, _above(text).root)
    if match is None:
        return None
    prefix = f"xmlns:{match[1]}" if match[1] else "xmlns"
    said = re.search(rf"""\s{re.escape(prefix)}\s*=\s*["']([^"']*)["']""", match[3])
    return Root(match[2], said[1].strip() if said else "")


def xml_text(data: bytes) -> str:
    """XML as text without declaration and document type. Raises `Unreadable`."""
    return _bare(_decoded(data))


def _bare(text: str) -> str:
    text = _DECLARATION.sub("", text.lstrip("\ufeff"), count=1)
    above = _above(text)
    if above.doctype is not None:
        start, end = above.doctype
        if _ENTITY.search(text, start, end):
            raise Unreadable("an XML file that declares entities of its own, which are not read")
        text = text[:start] + text[end:]
    return text


def tree_of(data: bytes, what: str) -> Element:
    """The root of the tree of an XML file. Raises `Unreadable`; `what` is the sort of file."""
    return tree_of_text(_decoded(data), what)


def tree_of_text(text: str, what: str) -> Element:
    """The same for XML that is text already, whatever encoding it says it was in."""
    with needing(what, "xml"):
        from defusedxml import ElementTree
        from defusedxml.common import DefusedXmlException
    text = _NOT_IN_XML.sub("\ufffd", _bare(text))
    for attempt in (text, None):
        try:
            root: Element = ElementTree.fromstring(
                (attempt if attempt is not None else _NAMED.sub(_character, text)).encode(),
                forbid_dtd=True,
            )
        except DefusedXmlException:
            raise Unreadable("an XML file that declares entities of its own") from None
        except ElementTree.ParseError as error:
            if attempt is not None and "undefined entity" in str(error):
                continue  # characters by their names in HTML, which the document type brought along
            line = error.position[0] if error.position else 0
            raise Unreadable(f"not well-formed XML in line {line}") from None
        except RecursionError:
            raise Unreadable("its elements are nested too deeply") from None
        return root
    raise Unreadable("not well-formed XML")


def _character(match: re.Match[str]) -> str:
    return html.entities.html5.get(match[1], match[0].replace("&", "&amp;"))


def _decoded(data: bytes) -> str:
    said = _ENCODING.match(data)
    try:
        return decode(data, said[1].decode("latin-1") if said is not None else "")
    except NotText as error:
        raise Unreadable(str(error)) from error


def _above(text: str) -> _Above:
    """What stands above the root: declarations, comments, a document type."""
    at = 0
    doctype: tuple[int, int] | None = None
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        if text.startswith("<?", at):
            end = text.find("?>", at) + 2
        elif text.startswith("<!--", at):
            end = text.find("-->", at) + 3
        elif _DOCTYPE.match(text, at):
            end = _end_of_doctype(text, at)
            doctype = (at, end)
        else:
            return _Above(doctype, at)
        if end <= at:
            return _Above(doctype, len(text))
        at = end


def _end_of_doctype(text: str, at: int) -> int:
    depth = 0
    for match in _IN_DOCTYPE.finditer(text, at + 2):
        if match[0] == "[":
            depth += 1
        elif match[0] == "]":
            depth -= 1
        elif match[0] == ">" and depth <= 0:
            return match.end()
    return len(text)


def _tells_other(head: Head) -> bool:
    """XML of another kind, as a declaration says, or a name that fits what begins so."""
    text = head.text or ""
    return bool(_DECLARATION.match(text)) or (
        head.suffix in (".xml", ".rdf", ".svg") and root_of(head) is not None
    )


def _refused(document: Document, bounds: Bounds) -> Read:
    return iter((Unreadable("an XML file of a kind that is not read"),))


OTHER = Whole("xml", 1, _tells_other, _refused, risky=False)
"""XML of any other kind: its tags would be read as copy."""
