"""The parts of a Word file that are read, each within its bounds.

python-docx would load every part, each picture too, before it is asked for one; so parts are
taken out of the container here, and only their XML is its matter.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from docx.oxml import parse_xml
from lxml import etree

from index.readers.decoders import MOST_TIMES
from index.readers.raw import Unreadable, larger_than

_MOST_ENTRIES = 20_000
_LARGEST = 32 << 20
"""Bytes of XML that a part may have: a book has two or three million."""
_FREE = 1 << 20
"""Bytes that a part may unpack to, however small it is packed."""
_MAIN = "word/document.xml"
_RELATIONSHIPS = "_rels/.rels"
_OFFICE_DOCUMENT = "/relationships/officeDocument"
_CORE = "/relationships/metadata/core-properties"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# The strict form of the standard has names of its own for the same things.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_DAMAGED = "damaged: not a whole Word document"


class Package:
    """The container of a Word file. Every method raises `Unreadable`."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._entries = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise Unreadable(_DAMAGED) from error
        if len(self._entries) > _MOST_ENTRIES:
            raise Unreadable("a Word document of too many parts")
        kinds = self._kinds()
        self._main = kinds.get(_OFFICE_DOCUMENT, _MAIN)
        self._core = kinds.get(_CORE, "docProps/core.xml")

    def main(self) -> Any:
        """The document's own XML."""
        found = self._part(self._main)
        if found is None:
            raise Unreadable("no Word document in it")
        return found

    def beside(self, name: str) -> Any | None:
        """The XML of a part beside the document, as "styles.xml"; None without one."""
        return self._part(posixpath.join(posixpath.dirname(self._main), name))

    def core(self) -> Any | None:
        """The XML of the core properties; None without them."""
        return self._part(self._core)

    def _kinds(self) -> dict[str, str]:
        """What the container says stands where; what lies outside of it is left alone."""
        root = self._part(_RELATIONSHIPS)
        if root is None:
            return {}
        found: dict[str, str] = {}
        for relation in root.iter(_RELATION):
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                for ending in (_OFFICE_DOCUMENT, _CORE):
                    if kind.endswith(ending):
                        found.setdefault(ending, target.lstrip("/"))
        return found

    def _part(self, name: str) -> Any | None:
        info = self._entries.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise Unreadable("encrypted, and asks for a password")
        most = min(_LARGEST, max(_FREE, info.compress_size * MOST_TIMES))
        try:
            with self._zip.open(info) as part:
                data = part.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError) as error:
            raise Unreadable(_DAMAGED) from error
        except NotImplementedError as error:
            raise Unreadable("packed in a way that is not known") from error
        if len(data) > _LARGEST:
            raise Unreadable(larger_than(_LARGEST))
        if len(data) > most:
            raise Unreadable(f"unpacks to more than {MOST_TIMES} times its size")
        if b"<!DOCTYPE" in data or b"<\0!\0D\0O\0C" in data or b"\0<\0!\0D\0O\0C" in data:
            raise Unreadable("XML with a document type, which no Word file has")
        for strict, plain in _STRICT:
            data = data.replace(strict, plain)
        try:
            return parse_xml(data)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Unreadable(_DAMAGED) from error
