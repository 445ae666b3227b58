"""Canonical text, and the same-length folding that matching works on."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

TEXT_RULES = 1
"""Version of the rules of `canonical`; stored with each text, so that a change can be seen."""

# Invisible characters that reorder, hide or split words: dropped. ZWJ and ZWNJ stay, since
# scripts and emoji need them.
_DROPPED = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# What is left of C0, DEL and C1, and lone surrogates, which no file can hold as UTF-8 again.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

# No writing system stacks more marks than this on one letter (UAX #15, Stream-Safe Text
# Format). Normalising a longer run takes time that grows with its square.
_MOST_MARKS = 30
_GRAPHEME_JOINER = "\u034f"
_LAST_MARK = 0x1FFFF

_FOLDS = (
    ("'", "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060"),
    ('"', "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u301d\u301e"),
    (
        " ",
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
        "\u202f\u205f\u3000\t",
    ),
    ("-", "\u2010\u2011\u2012"),
)
_ASCII_FOLDS = tuple(mark for _, marks in _FOLDS for mark in marks if mark.isascii())


def canonical(text: str) -> str:
    """The canonical form of a text. Idempotent; nothing is stripped or trimmed.

    Bidi controls, soft hyphens, zero-width spaces, word joiners, tag characters and byte-order
    marks go; line ends become a line feed, tabs and U+00A0 a space; any other control
    character becomes U+FFFD, so that no escape sequence survives; a pile of more than 30
    combining marks is broken by U+034F; then NFC.
    """
    if text.isascii() and text.isprintable():
        return text
    if _odd().search(text):
        text = _DROPPED.sub("", text)
        text = _LINE_END.sub("\n", text)
        text = text.replace("\t", " ").replace("\u00a0", " ")
        text = _CONTROL.sub("\ufffd", text)
    if text.isascii() and not any(mark in text for mark in _ASCII_FOLDS):
        return text
    # A pile is so high that it has a mark at one of these places, before or after.
    if not _mark().search(text[::_MOST_MARKS]):
        composed = unicodedata.normalize("NFC", text)
        if not _mark().search(composed[::_MOST_MARKS]):
            return composed
    text = unicodedata.normalize("NFC", _unpiled(text))
    # NFC takes apart the few letters that may not be composed, and so may lengthen a pile.
    while _pile().search(text):
        text = unicodedata.normalize("NFC", _unpiled(text))
    return text


# Sets of so many characters take milliseconds to compile: that is put off until they are needed.
@cache
def _odd() -> re.Pattern[str]:
    """What some rule of `canonical` may change: hardly any text has it.

    Characters beyond U+FFFF are left out: a set without them is looked up in a table.
    """
    return re.compile(
        "[^\n -~\u00a1-\u00ac\u00ae-\u061b\u061d-\u180d\u180f-\u200a\u200c\u200d\u2010-\u2027"
        "\u202f-\u205f\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufff8\ufffc-\uffff]"
    )


@cache
def _mark() -> re.Pattern[str]:
    """Marks among other characters: every mark is one of these."""
    return re.compile(
        "[\u0300-\u1fff\u20d0-\u20ff\u2cef-\u2dff\u302a-\u309a\ua66f-\uabff\ufb1e-\ufe2f"
        "\U00010000-\U0001ffff]"
    )


def _unpiled(text: str) -> str:
    return _pile().sub(rf"\g<0>{_GRAPHEME_JOINER}", text)


@cache
def _pile() -> re.Pattern[str]:
    # The four characters that are no marks themselves but come apart into nothing else count.
    marks = [
        point
        for point in range(0x300, _LAST_MARK)
        if unicodedata.combining(chr(point)) or point in (0x0F73, 0x0F75, 0x0F81)
    ]
    ranges: list[list[int]] = []
    for point in marks:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    inside = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return re.compile(f"[{inside}]{{{_MOST_MARKS}}}(?=[{inside}])")


def one_line(text: str) -> str:
    """Canonical text on one line, for what is shown beside articles: file names, messages."""
    return " ".join(canonical(text).split())


def fold(text: str) -> str:
    """A view of the same length for matching: straight quotation marks, plain spaces, hyphens."""
    if text.isascii() and not any(mark in text for mark in _ASCII_FOLDS):
        return text
    # A pass for each mark is many times quicker than one look at each character.
    for plain, marks in _FOLDS:
        for mark in marks:
            if mark in text:
                text = text.replace(mark, plain)
    return text


def sha256(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hex digits."""
    import hashlib  # loads OpenSSL, which the first picture of the reader does without

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
