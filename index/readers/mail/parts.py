"""The parts of a letter: its copy, and what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.readers.raw import Unreadable
from index.text import NotText, decode, one_line

if TYPE_CHECKING:
    from email.message import Message

_SIGNATURES = frozenset(
    "application/pgp-signature application/pkcs7-signature application/x-pkcs7-signature "
    "application/pgp-keys text/x-vcard text/vcard".split()
)
_SEALED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
_TNEF = frozenset(("application/ms-tnef", "application/vnd.ms-tnef"))
_EXTENSIONS = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/rtf": ".rtf",
    "message/rfc822": ".eml",
}
# Parameters are taken apart in time that grows with their square.
_LONG_FIELD = re.compile(
    rb"^content-(?:type|disposition)[ \t]*:(?:[^\n]|\n[ \t]){65536}", re.IGNORECASE | re.MULTILINE
)
_LONGEST_NAME = 150


@dataclass
class Parts:
    """The parts of a letter, each in order: copies in plain words and in HTML that say the same,
    a pair each, and what is attached with its name."""

    copies: list[tuple[str | None, str | None]] = field(default_factory=list)
    attached: list[tuple[str, bytes]] = field(default_factory=list)
    trouble: list[Unreadable] = field(default_factory=list)


def letter_of(data: bytes) -> Message:
    """A letter taken apart. Raises `Unreadable`."""
    from email import policy
    from email.parser import BytesParser

    if _LONG_FIELD.search(data):
        raise Unreadable("a field that tells the kind of a part is longer than 64 kB")
    try:
        return BytesParser(policy=policy.compat32).parsebytes(data)
    except RecursionError:
        raise Unreadable("its parts are nested too deeply") from None


def parts_of(letter: Message) -> Parts:
    """The parts of a letter. Raises `Unreadable`."""
    found = Parts()
    try:
        _sort(letter, found, within="")
    except RecursionError:
        raise Unreadable("its parts are nested too deeply") from None
    return found


def content_of(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding undone."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def text_of(part: Message) -> str:
    """The text of a part, in the encoding that it names, or in any that fits. Raises `NotText`."""
    return decode(content_of(part), part.get_content_charset() or "")


def _sort(part: Message, found: Parts, *, within: str) -> None:
    kind = part.get_content_type()
    if kind == "multipart/encrypted" or kind in _SEALED:
        found.trouble.append(Unreadable("encrypted"))
    elif kind == "message/rfc822" or within == "multipart/digest":
        found.attached.append((_name(part, found), _enclosed(part)))
    elif kind == "multipart/alternative" and part.is_multipart():
        _alternatives(part, found)
    elif part.is_multipart():
        for each in _children(part):
            _sort(each, found, within=kind)
    else:
        _single(part, kind, found, within=within)


def _single(part: Message, kind: str, found: Parts, *, within: str) -> None:
    how = part.get_content_disposition()
    named = _told_name(part)
    if kind in _TNEF or named.lower() == "winmail.dat":
        found.trouble.append(
            Unreadable(f"{named or 'winmail.dat'}: attachments in Outlook's own form (TNEF)")
        )
    elif kind in _SIGNATURES or kind.startswith("message/"):
        return
    elif how != "attachment" and not named and kind in ("text/plain", "text/html"):
        found.copies.append(_copy(part, kind, found))
    elif kind.startswith("multipart/"):
        found.copies.append(_copy(part, "text/plain", found))  # of which no part was found
    elif _is_shown_within(part, kind, within):
        return
    else:
        found.attached.append((_name(part, found), content_of(part)))


def _is_shown_within(part: Message, kind: str, within: str) -> bool:
    """Whether it belongs to the copy in HTML, as a picture or a sheet of styles does."""
    if kind.startswith("image/") and part.get_content_disposition() != "attachment":
        return (
            within == "multipart/related" or "content-id" in part or "content-disposition" in part
        )
    return within == "multipart/related" and "content-id" in part


def _alternatives(part: Message, found: Parts) -> None:
    """Forms of one text: the plain one and the one in HTML make one copy."""
    among = Parts()
    for each in _children(part):
        _sort(each, among, within="multipart/alternative")
    plain = [text for text, _ in among.copies if text is not None]
    marked_up = [text for _, text in among.copies if text is not None]
    if plain or marked_up:
        found.copies.append(("\n\n".join(plain) or None, "\n".join(marked_up) or None))
    found.attached.extend(among.attached)
    found.trouble.extend(among.trouble)


def _copy(part: Message, kind: str, found: Parts) -> tuple[str | None, str | None]:
    try:
        text = text_of(part)
    except NotText:
        found.trouble.append(Unreadable("its text is in no known encoding"))
        return None, None
    if kind == "text/html":
        return None, text
    if part.get_param("format") == "flowed":
        text = _unflowed(text, delsp=str(part.get_param("delsp", "")).lower() == "yes")
    return text, None


_QUOTED = re.compile(r">*")


def _unflowed(text: str, *, delsp: bool) -> str:
    """The text with the lines joined that were broken on the way only (RFC 3676)."""
    found: list[str] = []
    goes_on: str | None = None
    for line in text.replace("\r\n", "\n").split("\n"):
        match = _QUOTED.match(line)
        depth = match[0] if match is not None else ""
        words = line[len(depth) :].removeprefix(" ")
        if goes_on == depth and words != "-- ":
            found[-1] += words
        else:
            found.append(f"{depth} {words}" if depth else words)
        soft = words.endswith(" ") and words != "-- "
        goes_on = depth if soft else None
        if soft and delsp:
            found[-1] = found[-1][:-1]
    return "\n".join(found)


def _children(part: Message) -> Iterator[Message]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (each for each in payload if not isinstance(each, str))


def _enclosed(part: Message) -> bytes:
    """A letter within a letter, as it would be a file of its own."""
    from email import policy

    letter = next(_children(part), None)
    if letter is not None:
        as_it_was = policy.compat32.clone(mangle_from_=False, max_line_length=0)
        try:
            return letter.as_bytes(policy=as_it_was)
        except (LookupError, UnicodeError, ValueError, TypeError):
            return b""
    return content_of(part)


def _told_name(part: Message) -> str:
    try:
        return one_line((part.get_filename() or "")[:1000])
    except Exception:  # parameters that are none (RFC 2231)
        return ""


def _name(part: Message, found: Parts) -> str:
    """What an attachment is called: its own name without folders, or its place among the others."""
    told = re.split(r"[/\\]", _told_name(part))[-1].strip(" .")
    if told:
        return told[-_LONGEST_NAME:]
    kind = part.get_content_type()
    extension = ".eml" if kind.startswith("message/") else _EXTENSIONS.get(kind, "")
    return f"attachment {len(found.attached) + 1}{extension}"
