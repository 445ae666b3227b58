"""The paragraphs of a text in Markdown: CommonMark with tables, its markup resolved to words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from index.article import SetAs
from index.readers.composing import Paragraph
from index.readers.raw import Unreadable

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 100
"""How deep blocks may stand in one another; the parser leaves out what is deeper."""
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_UNSEEN = re.compile(r"<(/?)(script|style|template|noscript|title)\b", re.IGNORECASE)


def paragraphs_of(source: str) -> list[Paragraph]:
    """The paragraphs with how they are set, headings of the first order as "headline".

    The alternative text of a picture that stands alone is its caption; other pictures are left
    out. Numbers of lists stay: "2012. What a year." may be no list at all. Raises `Unreadable`.
    """
    tokens = _parser().parse(source)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise Unreadable("its lists and block quotes are nested too deeply")
    return _Blocks().all_of(tokens)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST, "html": True})
    return parser.enable(["table", "strikethrough"])


class _Blocks:
    """Goes through the tokens of a document, and knows what the one at hand stands in."""

    def __init__(self) -> None:
        self._found: list[Paragraph] = []
        self._within: list[str] = []
        self._number = ""
        self._cells: list[str] = []
        self._rows: list[str] = []

    def all_of(self, tokens: Sequence[Token]) -> list[Paragraph]:
        for token in tokens:
            if token.type == "list_item_open":
                self._number = f"{token.info}{token.markup} " if token.info else ""
            if token.type == "inline":
                self._inline(token)
            elif token.type in ("fence", "code_block"):
                self._add(self._set_as, token.content)
            elif token.type == "html_block":
                self._html(token.content)
            elif token.nesting > 0:
                self._within.append(token.type.removesuffix("_open") + token.tag)
            elif token.nesting < 0:
                self._within.pop()
                self._closed(token.type)
        return self._found

    @property
    def _set_as(self) -> SetAs | None:
        for kind in reversed(self._within):
            if kind.startswith("blockquote"):
                return "block quote"
            if kind.startswith("list_item"):
                return "item"
        return None

    def _inline(self, token: Token) -> None:
        words, caption = _words(token.children or ())
        within = self._within[-1]
        if within.startswith(("th", "td")):
            self._cells.append(words)
        elif within.startswith("heading"):
            self._add("headline" if within.endswith("h1") else "subhead", words)
        elif caption is not None:
            self._add("caption", caption)
        else:
            self._add(self._set_as, words)

    def _add(self, what: SetAs | None, words: str) -> None:
        if words.strip():
            self._found.append((what, self._number + words))
            self._number = ""

    def _closed(self, kind: str) -> None:
        if kind == "tr_close":
            self._rows.append(" | ".join(cell for cell in self._cells if cell.strip()))
            self._cells = []
        elif kind == "table_close":
            self._add("table", "\n".join(self._rows))
            self._rows = []

    def _html(self, source: str) -> None:
        from index.readers.html import fragment

        within = self._set_as
        for what, words in fragment(source):
            self._add(what or within, words)


def _unseen(token: Token, sign: str) -> str | None:
    """The name of an element that begins ("") or ends ("/") here and whose words are not seen."""
    match = _UNSEEN.match(token.content) if token.type == "html_inline" else None
    return match[2].lower() if match is not None and match[1] == sign else None


def _words(tokens: Sequence[Token]) -> tuple[str, str | None]:
    """The words of a line, and those of the pictures if it has nothing else."""
    words: list[str] = []
    pictures: list[str] = []
    closed = {name for token in tokens if (name := _unseen(token, "/"))}
    unseen: str | None = None
    for token in tokens:
        if unseen is not None:
            unseen = None if _unseen(token, "/") == unseen else unseen
        elif (name := _unseen(token, "")) in closed:
            unseen = name
        elif token.type == "html_inline":
            if _BREAK.match(token.content):
                words.append("\n")
        elif token.type == "softbreak":
            words.append(" ")
        elif token.type == "hardbreak":
            words.append("\n")
        elif token.type == "image":
            pictures.append(token.content or str(token.attrGet("title") or ""))
        else:
            words.append(token.content)
    found = "".join(words)
    return found, "\n".join(pictures) if pictures and not found.strip() else None
