"""The copy of rich text: its paragraphs with how they are set, and what it says of itself.

What is none of the copy is left out: pictures, headers, footers, footnotes, comments, hidden and
deleted words, the instructions of fields. Which destinations these are is known to striprtf, and
so are the character sets; its own conversion knows no paragraphs, prints the addresses of links
into the copy, and takes time that grows with more than the size of a document.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from striprtf.striprtf import destinations, specialchars

from index.readers.raw import Unreadable
from index.readers.rtf.fonts import Fonts
from index.readers.rtf.paragraphs import Paragraphs, Set
from index.readers.rtf.tokens import Token, tokens
from index.readers.style_names import PLAIN, Style, style_named

_DEEPEST = 2_000
_MOST_FONTS = 20_000
# Of a text in two encodings both are in the file: the first is printed here.
_LEFT_OUT = (frozenset(destinations) - {"upr", "title", "author", "creatim"}) | {
    "listtext",
    "listtable",
    "shpinst",
    "nonshppict",
    "bkmkstart",
    "bkmkend",
    "ftnsep",
}
_TOLD = frozenset(("title", "author", "creatim"))
_ENDS = frozenset(("par", "sect", "page", "column"))
_CELL_ENDS = frozenset(("cell", "nestcell"))
_ROW_ENDS = frozenset(("row", "nestrow"))
_SIGNS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")


@dataclass(frozen=True, slots=True)
class Rich:
    """A document: its paragraphs, empty ones too, and what it says of itself. `day` is ISO."""

    paragraphs: list[Set]
    title: str
    author: str
    day: str


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds to the end of a group. `into` is where its characters go: "" is the copy."""

    into: str | None = ""
    font: int | None = None
    skip: int = 1
    bold: bool = False
    hidden: bool = False


def read(data: bytes) -> Rich:
    """The document. Raises `Unreadable` for one that is nested without end."""
    reading = _Reading()
    for token in tokens(data.rstrip(b"\0")):
        if not reading.take(token):
            break
    return reading.done()


class _Reading:
    def __init__(self) -> None:
        self._paragraphs = Paragraphs()
        self._fonts = Fonts()
        self._styles: dict[int, Style] = {}
        self._stack: list[_Group] = []
        self._now = _Group()
        self._decoder = self._fonts.decoder(None)
        self._skipped = 0
        self._words: dict[str, list[str]] = {}
        self._bold: bool | None = None
        self._told = 0
        self._created: dict[str, int] = {}

    def take(self, token: Token) -> bool:
        """Take up a token; False at the end of the document."""
        if token.brace:
            return self._brace(token.brace)
        if token.data:
            self._characters(token.data)
        elif token.sign:
            self._sign(token.sign)
        elif token.word:
            self._word(token.word, token.number)
        return True

    def done(self) -> Rich:
        self._end_of_paragraph()
        self._paragraphs.end_table()
        parts = (self._created.get(part, 0) for part in ("yr", "mo", "dy"))
        try:
            day = datetime.date(*parts).isoformat()
        except ValueError:
            day = ""
        return Rich(self._paragraphs.found, self._taken("title"), self._taken("author"), day)

    def _brace(self, brace: str) -> bool:
        self._skipped = 0
        self._flush()
        if brace == "{":
            if len(self._stack) >= _DEEPEST:
                raise Unreadable("nested too deeply")
            self._stack.append(self._now)
            return True
        if self._now.into == "stylesheet":
            self._style_ends()
        if not self._stack:
            return False
        font = self._now.font
        self._now = self._stack.pop()
        if self._now.font != font:
            self._decoder = self._fonts.decoder(self._now.font)
        return bool(self._stack)

    def _characters(self, data: bytes) -> None:
        if self._skipped:
            data, self._skipped = data[self._skipped :], max(self._skipped - len(data), 0)
        if data and self._now.into is not None and not self._now.hidden:
            self._print(self._decoder.decode(data))

    def _print(self, words: str) -> None:
        into = self._now.into
        if into is None or self._now.hidden or not words:
            return
        self._words.setdefault(into, []).append(words)
        if into == "" and words.strip():
            self._bold = self._now.bold and self._bold is not False

    def _sign(self, sign: str) -> None:
        if sign == "*":
            # A destination that a reader need not know.
            self._now = replace(self._now, into=None)
        elif sign in "\r\n":
            self._end_of_paragraph()
        elif sign in _SIGNS:
            self._flush()
            self._print(_SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        now = self._now
        if word in _LEFT_OUT:
            into = word if word in ("fonttbl", "stylesheet") else None
            self._now = replace(now, into=into)
        elif word in _TOLD:
            self._now = replace(now, into=word, hidden=False)
        elif now.into in ("fonttbl", "stylesheet", "creatim") or now.into is None:
            self._of_table(word, number)
        elif word == "u":
            self._flush()
            if number is not None:
                self._print(chr(number & 0xFFFF))
                self._skipped = now.skip
        elif word == "uc":
            self._now = replace(now, skip=min(max(number or 0, 0), 16))
        elif word in ("f", "plain", "b", "v", "deleted"):
            self._of_characters(word, number)
        elif self._fonts.is_named(word, number):
            self._decoder = self._fonts.decoder(now.font)
        elif now.into == "":
            self._of_paragraph(word, number)

    def _of_characters(self, word: str, number: int | None) -> None:
        self._flush()
        now = self._now
        if word == "f":
            self._now = replace(now, font=number)
            self._decoder = self._fonts.decoder(number)
        elif word == "plain":
            self._now = replace(now, bold=False, hidden=False)
        elif word == "b":
            self._now = replace(now, bold=number != 0)
        else:
            self._now = replace(now, hidden=number != 0)

    def _of_paragraph(self, word: str, number: int | None) -> None:
        setting = self._paragraphs
        if word in _ENDS:
            self._end_of_paragraph()
        elif word in _CELL_ENDS:
            setting.table = True
            self._end_of_paragraph()
            setting.end_cell()
        elif word in _ROW_ENDS:
            self._flush()
            setting.end_row()
        elif word == "pard":
            setting.reset()
        elif word == "intbl":
            setting.table = True
        elif word == "s":
            setting.style = self._styles.get(number or 0, PLAIN)
        elif word == "outlinelevel":
            setting.level = number
        elif word in ("ls", "pnlvlblt", "pnlvlbody"):
            setting.list = number != 0
        elif isinstance(special := specialchars.get(word), str):
            self._flush()
            self._print(special)

    def _of_table(self, word: str, number: int | None) -> None:
        """A word in the tables of fonts and styles, or in the day of creation."""
        into = self._now.into
        if into == "fonttbl" and word == "f":
            self._told = number or 0
        elif into == "fonttbl" and word == "fcharset":
            if len(self._fonts.sets) < _MOST_FONTS:
                self._fonts.sets[self._told] = number or 0
        elif into == "stylesheet" and word in ("s", "cs", "ds", "ts"):
            self._told = (number or 0) if word == "s" else -1
        elif into == "creatim" and word in ("yr", "mo", "dy"):
            self._created[word] = number or 0

    def _style_ends(self) -> None:
        name = self._taken("stylesheet").rsplit(";", 1)[0]
        self._words["stylesheet"] = []
        if name and (style := style_named(name)) is not None and self._told >= 0:
            self._styles[self._told] = style
        self._told = 0

    def _flush(self) -> None:
        """The end of what was written without a break: half a character is none."""
        if rest := self._decoder.decode(b"", last=True):
            self._print(rest)

    def _taken(self, name: str) -> str:
        words = "".join(self._words.get(name, ()))
        return _SURROGATES.sub(_paired, words).strip()

    def _end_of_paragraph(self) -> None:
        self._flush()
        words = self._taken("")
        self._words[""] = []
        bold, self._bold = bool(self._bold), None
        self._paragraphs.end(words, bold=bold)


def _paired(match: re.Match[str]) -> str:
    return match[0].encode("utf-16", "surrogatepass").decode("utf-16")
