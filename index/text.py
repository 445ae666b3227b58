"""Bytes to canonical text, and the same-length folding that matching works on.

The canonical text of an article is made once, when its file is taken in, and every offset
anywhere in Dateline is a code-point offset into it. Folding never changes a length, so an
offset into a folded view is an offset into the text itself.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from index.article import Span

TEXT_RULES = 1
"""Version of the rules of `canonical`; stored with each text, so that a change can be seen."""

# Invisible characters that reorder, hide or split words: dropped. ZWJ and ZWNJ stay, since
# scripts and emoji need them.
_DROPPED = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# What is left of C0, DEL and C1, and lone surrogates, which no file can hold as UTF-8 again.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

_FOLDS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u301d\u301e", '"'),
        **dict.fromkeys(
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
            "\u202f\u205f\u3000\t",
            " ",
        ),
        **dict.fromkeys("\u2010\u2011\u2012", "-"),
    }
)


class NotText(ValueError):
    """Bytes that hold no text: binary, or in no encoding that can be told."""


def decode(data: bytes) -> str:
    """Decode a file's bytes: UTF-8, UTF-16 or UTF-32 by mark, else the likeliest encoding.

    Raises `NotText` for binary data.
    """
    for mark, encoding in (
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise NotText(f"says it is {encoding.upper()} and is not") from error
    if b"\x00" in data:
        raise NotText("binary")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    import charset_normalizer

    best = charset_normalizer.from_bytes(data).best()
    if best is None or best.encoding in ("cp037", "cp500", "cp1026", "cp1140", "cp273"):
        raise NotText("binary")
    return str(best)


def canonical(text: str) -> str:
    """The canonical form of a text. Idempotent; nothing is stripped or trimmed.

    Bidi controls, soft hyphens, zero-width spaces, word joiners, tag characters and byte-order
    marks go; line ends become a line feed, tabs and U+00A0 a space; any other control
    character becomes U+FFFD, so that no escape sequence survives; then NFC.
    """
    text = _DROPPED.sub("", text)
    text = _LINE_END.sub("\n", text)
    text = text.replace("\t", " ").replace("\u00a0", " ")
    text = _CONTROL.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Canonical text on one line, for what is shown beside articles: file names, messages."""
    return " ".join(canonical(text).split())


def fold(text: str) -> str:
    """A view of the same length for matching: straight quotation marks, plain spaces, hyphens."""
    return text.translate(_FOLDS)


def sha256(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_BLANK = re.compile(r"\n[ ]*\n\s*")
_INDENTED = re.compile(r"\n(?=[ ]{2,}\S)")


def paragraphs(text: str) -> list[Span]:
    """Where the paragraphs of a canonical text stand, without the white space around them.

    Blank lines part them; inside a block of hard-wrapped lines so does an indented line (old
    wire copy); a text without blank lines and with long lines has one a line.
    """
    blocks = _split(text, 0, len(text), _BLANK)
    found: list[Span] = []
    for start, end in blocks:
        lines = _split(text, start, end, re.compile(r"\n"))
        wrapped = len(lines) > 1 and max(b - a for a, b in lines) <= 100
        if not wrapped:
            found.extend(lines)
        else:
            found.extend(_split(text, start, end, _INDENTED))
    return found


def _split(text: str, start: int, end: int, border: re.Pattern[str]) -> list[Span]:
    spans: list[Span] = []
    at = start
    for match in border.finditer(text, start, end):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, end))
    return [trimmed for span in spans if (trimmed := _trim(text, *span)) is not None]


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None
