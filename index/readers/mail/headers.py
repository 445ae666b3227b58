"""What stands above a letter: told for what it is, and read for the facts that it says.

Fields are clipped before they are parsed: what is longer is no name and no title, and parsing it
takes time that grows with its square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from index.readers.head import Head
from index.readers.moments import moment
from index.readers.raw import Given
from index.text import NotText, decode, one_line

if TYPE_CHECKING:
    from email.message import Message

_FIELDS = re.compile(r"(?:[A-Za-z][\w-]{0,60}[ \t]*:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)+")
_FIELD = re.compile(
    r"^([A-Za-z][\w-]{0,60})[ \t]*:[ \t]*([^\n]*(?:\n[ \t]+\S[^\n]*)*)", re.MULTILINE
)
_SUFFIXES = frozenset((".eml", ".emlx", ".mht", ".mhtml"))
_COMMON = ("from", "subject", "date", "message-id", "content-type", "mime-version")
_LONGEST = 4096
_GIVEN_BY = 3  # such fields: copy may begin with a line or two like them
_SURE = re.compile(
    r"^(?:MIME-Version:|Content-Transfer-Encoding:|Content-Type: *(?:multipart/|text/)|"
    r"Received: *from |Message-ID: *<|Return-Path: *<|X-Mailer:)",
    re.IGNORECASE | re.MULTILINE,
)
_MACHINE = re.compile(r"\b(?=\w*\d)[0-9a-z]{12,}\b", re.IGNORECASE)
"""A name that only a machine gives to a list."""
_ADDRESS = re.compile(r"[^\s<>@\"]{1,200}@[\w.-]{1,200}")
_COMMENT = re.compile(r"\s\(([^()@]{2,100})\)\s*\Z")
"""The name behind the address, as it was written before there was a place for it (RFC 822)."""
_ID = re.compile(r"<([^<>\s]{1,500})>")
_URL = re.compile(r"https?://[^\s<>\"]{1,2000}")


def fields_above(head: Head) -> Mapping[str, str] | None:
    """The fields that a file begins with, by name in small letters; None if there are too few.

    A name that stands there twice has what is said first.
    """
    text = head.data.removeprefix(b"\xef\xbb\xbf").decode("latin-1").lstrip("\r\n")
    # A field may go on where the sample ends.
    above = _FIELDS.match(text.replace("\r\n", "\n") + ("" if head.whole else "\n"))
    if above is None:
        return None
    found: dict[str, str] = {}
    for name, value in _FIELD.findall(above[0]):
        found.setdefault(name.lower(), value)
    by_name = head.suffix in _SUFFIXES and not found.keys().isdisjoint(_COMMON)
    sure = len(found) >= _GIVEN_BY and _SURE.search(above[0])
    return found if by_name or sure else None


def facts_of(letter: Message) -> Given:
    """What the fields of a letter say of it."""
    found = {
        "title": (clean(letter, "subject"),),
        "author": tuple(_people(letter)),
        "outlet": (_list_name(clean(letter, "list-id")),),
        "language": (clean(letter, "content-language"),),
    }
    if found["author"] == found["outlet"]:
        found["author"] = ()  # a newsletter that goes out under its own name
    if sent := clean(letter, "date"):
        found["date"] = (moment(sent),)
    for fact, name, pattern in (("id", "message-id", _ID), ("url", "archived-at", _URL)):
        if (match := pattern.search(clean(letter, name))) is not None:
            found[fact] = (match[match.lastindex or 0],)
    return {name: told for name, values in found.items() if (told := tuple(filter(None, values)))}


def received(letter: Message) -> str:
    """When the last machine on its way had a letter, "" where none says so."""
    _, _, when = clean(letter, "received").rpartition(";")
    return moment(when) if when else ""


def clean(letter: Message, name: str) -> str:
    """A field on one line, its encoded words decoded; "" where there is none."""
    from email import policy

    value = _raw(letter, name)
    if value is None:
        return ""
    try:
        # The parser of the standard library knows encoded words that are parted or misplaced.
        return one_line(_mended(str(policy.default.header_factory("subject", value))))
    except Exception:  # it has errors of its own, on fields that are none
        return one_line(_decoded(value))


def _raw(letter: Message, name: str) -> str | None:
    """A field as it stands there, clipped, bytes that are not ASCII decoded."""
    for each, value in letter.raw_items():
        if each.lower() == name:
            clipped = " ".join(str(value)[:_LONGEST].splitlines())
            return _as_text(clipped.encode("utf-8", "surrogateescape"))
    return None


def _mended(text: str) -> str:
    """With bytes of which an encoded word could not say the encoding as the text that they are."""
    try:
        return _as_text(text.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        return text


def _as_text(data: bytes) -> str:
    try:
        return decode(data)
    except NotText:
        return data.decode("ascii", "replace")


def _decoded(value: str) -> str:
    from email.errors import HeaderParseError
    from email.header import decode_header

    try:
        parts: Sequence[tuple[bytes | str, str | None]] = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    words: list[str] = []
    for part, charset in parts:
        if isinstance(part, str):
            words.append(part)
            continue
        try:
            words.append(part.decode(charset or "ascii"))
        except (LookupError, UnicodeError):
            words.append(_as_text(part))
    return "".join(words)


def _people(letter: Message) -> Iterator[str]:
    """Who wrote a letter: their names, their addresses where they have none."""
    from email import policy

    value = _raw(letter, "from")
    if value is None:
        return
    try:
        addresses = policy.default.header_factory("from", value).addresses
        people = [one_line(_mended(each.display_name)) for each in addresses]
    except Exception:
        people = []
    if any(people):
        yield from filter(None, people)
    elif (match := _COMMENT.search(value) or _ADDRESS.search(value)) is not None:
        yield one_line(match[match.lastindex or 0])


def _list_name(told: str) -> str:
    """The name of a list as people know it, where its field has one (RFC 2919)."""
    name = told.partition("<")[0].strip().strip("\"'").strip()
    return "" if _MACHINE.search(name) or "@" in name or "." in name.rstrip(".") else name
