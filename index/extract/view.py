"""The view of a text that extraction reads: same length, plain marks, one block a paragraph.

The text handed in may be anything. Nothing here changes a length, so every offset into the view
is an offset into the text itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.article import NewsForm
from index.extract.words.states import CAPITALS
from index.text import fold, paragraphs, trimmed, without

# Typesetters without curly marks wrote ''…'' or ``…'' (the New York Times for decades).
_DOUBLED = re.compile(r"(?<!')'{2,3}(?!')")
# What a tokenizer cannot encode (lone surrogates) or would trip over (controls), and other
# line ends than the line feed.
_CRLF = re.compile("\r\n")
_LINE_END = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_UNREADABLE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# No word is so long; a tokenizer takes the square of its length in time.
_ENDLESS = re.compile(r"\S{200}")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s")
_OPENING_CONTEXT = " \t\n([{-\u2013\u2014\"'"

# "BEIJING, June 5 (Reuters) - ", "WASHINGTON -- "; the dash is lost in some copies of the wire.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'-]+(?:,? [A-Z][A-Z.'-]+){0,3}(?:,? [A-Z]\w+\.?){0,3}(?:,? \d{1,2})?(?:, \d{4})?"
    r",? ?(?:\([^()\n]{2,40}\) ?)?(?:--+|[-\u2013\u2014]) *(?=[\"A-Z0-9])"
)
_DASHLESS = re.compile(
    rf"""(?:{"|".join(sorted(re.escape(name.upper()) for name in CAPITALS))}) (?=[A-Z"][\w'.]+ )"""
)

# Where the credit of a caption begins: "REUTERS/Name", "(Photo by Name)", "AP Photo/Name".
_CREDIT = re.compile(
    r"\(?\b(?:REUTERS|Reuters|AFP|EPA|AP(?: Photo)?|Getty(?: Images)?|Xinhua)\b ?/|"
    r"\(?\b(?i:photo(?:graph|s)?|image|picture|courtesy|credit|copyright)\b"
    r" ?(?::|by\b|of\b|courtesy)|"
    r"\([^()\n]{2,60}\)\s*$|[|\u00a9]|\b[A-Z][\w.'-]+ [A-Z][\w.'-]+(?: [A-Z][\w.'-]+)? ?/ ?[A-Z]"
)

LONGEST_BLOCK = 6000
"""Code points that are parsed at once at most; a longer paragraph is read in pieces."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the body, or a piece of a very long one. Offsets are into the text.

    `first` is False for the second and later pieces of one paragraph.
    """

    start: int
    end: int
    first: bool = True


def reading_view(text: str) -> str:
    """The text with straight marks and plain spaces, of exactly the same length."""
    view = fold(text)
    view = _CRLF.sub(" \n", view)
    view = _LINE_END.sub("\n", view)
    view = _UNREADABLE.sub("\ufffd", view)
    view = _CONTROL.sub(" ", view)
    view = _ENDLESS.sub(lambda match: match[0][:-1] + " ", view)
    return _DOUBLED.sub(_one_mark, view)


def _one_mark(match: re.Match[str]) -> str:
    # The mark goes beside the words, so that a tokenizer finds it where it belongs; of three
    # apostrophes one is a single mark, inside the double one.
    before = match.string[match.start() - 1] if match.start() else " "
    inner = "'" if len(match[0]) == 3 else ""
    return f' "{inner}' if before in _OPENING_CONTEXT else f'{inner}" '


def body_blocks(view: str, form: NewsForm | None) -> list[Block]:
    """The paragraphs of the body: without headline, subheads and furniture."""
    outside = form.not_body if form is not None else []
    blocks: list[Block] = []
    for start, end in paragraphs(view):
        for a, b in without(start, end, outside):
            a, b = trimmed(view, a, b)
            a = _after_dateline(view, a, b)
            if b > a:
                blocks.extend(_pieces(view, a, b))
    return blocks


def outside_blocks(view: str, form: NewsForm | None) -> list[Block]:
    """Headline, subheads and captions: they name actors, but nobody speaks in them.

    A caption ends where its credit begins; whom the credits name is no actor.
    """
    if form is None:
        return []
    spans = [*([form.headline] if form.headline else []), *form.subheads]
    for piece in form.furniture:
        if piece.what == "caption":
            credit = _CREDIT.search(view, piece.start, piece.end)
            spans.append((piece.start, credit.start() if credit is not None else piece.end))
    blocks = []
    for start, end in sorted(spans):
        a, b = trimmed(view, start, end)
        if b > a:
            blocks.append(Block(a, b))
    return blocks


def _after_dateline(view: str, start: int, end: int) -> int:
    match = _DATELINE.match(view, start, min(end, start + 120))
    if match is None:
        match = _DASHLESS.match(view, start, min(end, start + 60))
    return match.end() if match is not None and match.end() < end else start


def _pieces(view: str, start: int, end: int) -> list[Block]:
    pieces: list[Block] = []
    at = start
    while end - at > LONGEST_BLOCK:
        limit = at + LONGEST_BLOCK
        cut = limit
        for match in _SENTENCE_END.finditer(view, at + LONGEST_BLOCK // 2, limit):
            cut = match.end()
        if cut == limit:
            space = view.rfind(" ", at + LONGEST_BLOCK // 2, limit)
            cut = space + 1 if space >= 0 else limit
        pieces.append(Block(at, cut, first=at == start))
        at = cut
    pieces.append(Block(at, end, first=at == start))
    return pieces
