"""The copy of a Word document: its paragraphs as they are printed, changes that were tracked taken.

What was inserted is in, what was deleted or moved away is out. Comments, headers, footers, text
boxes, hidden words, contents and footnotes are out: they are not the article's running copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from index.article import SetAs
from index.readers.composing import Paragraph
from index.readers.docx.styles import Styles
from index.readers.style_names import PLAIN, Style

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OUT = frozenset(
    f"{_W}{name}"
    for name in (
        "del moveFrom pPr rPr txbxContent instrText delText delInstrText footnoteReference "
        "endnoteReference commentReference annotationRef sectPr tblPr trPr tcPr rt footnotePr "
        "sdtPr sdtEndPr"
    ).split()
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_TEXT, _TAB, _BREAK, _RETURN = (f"{_W}{name}" for name in ("t", "tab", "br", "cr"))
_HYPHEN, _RUN, _PARAGRAPH, _TABLE = (f"{_W}{name}" for name in ("noBreakHyphen", "r", "p", "tbl"))
_ROW, _CELL, _VALUE = f"{_W}tr", f"{_W}tc", f"{_W}val"
_LONGEST_CELL = 400
"""Characters; a table with a longer cell sets a page, and is none."""
_OFF = frozenset(("0", "false", "off"))


@dataclass(slots=True)
class _Told:
    """A paragraph's style and words. `runs_on` where its end was deleted."""

    style: Style
    words: str
    runs_on: bool


def paragraphs_of(document: Any, styles: Styles) -> list[Paragraph]:
    """The paragraphs of a document in order, with how they are set, empty ones too.

    The first title is the headline, or the first heading where nothing stands above it. A table
    is a paragraph of lines of cells; one that only sets a page is its paragraphs.
    """
    body = document.find(qn("w:body"))
    told = list(_joined(_told(body if body is not None else document, styles)))
    found: list[Paragraph] = []
    headline = begun = False
    for kind, title, words in told:
        what = kind
        if words and what in ("headline", "subhead"):
            what = "headline" if (title or not begun) and not headline else "subhead"
            headline = headline or what == "headline"
        begun = begun or bool(words.strip())
        found.append((what, words))
    return found


def _joined(told: Iterator[_Told]) -> Iterator[tuple[SetAs | None, bool, str]]:
    """Paragraphs whose end was deleted go on with the next."""
    before, style = "", PLAIN
    for each in told:
        style = style if before else each.style
        words = before + each.words
        if each.runs_on and words:
            before = words
            continue
        before = ""
        if not style.beside:
            yield style.kind, style.title, words
    if before:
        yield style.kind, style.title, before


def _told(element: Any, styles: Styles) -> Iterator[_Told]:
    steps = [element]
    while steps:
        at = steps.pop()
        tag = at.tag
        if tag == _PARAGRAPH:
            yield _Told(styles.of(at), _words(at), _end_is_deleted(at))
        elif tag == _TABLE and (lines := _cells(at)):
            yield _Told(Style("table"), lines, False)
        elif isinstance(tag, str) and tag not in _OUT:
            steps.extend(at.iterchildren(reversed=True))


def _end_is_deleted(paragraph: Any) -> bool:
    mark = paragraph.find(f"{_W}pPr/{_W}rPr")
    return mark is not None and (
        mark.find(f"{_W}del") is not None or mark.find(f"{_W}moveFrom") is not None
    )


def _words(element: Any) -> str:
    """What is printed of a paragraph."""
    words: list[str] = []
    steps = list(element.iterchildren(reversed=True))
    while steps:
        at = steps.pop()
        tag = at.tag
        if tag == _TEXT:
            words.append(at.text or "")
        elif tag == _TAB:
            words.append(" ")
        elif tag in (_BREAK, _RETURN):
            words.append(" " if at.get(f"{_W}type") in ("page", "column") else "\n")
        elif tag == _HYPHEN:
            words.append("\u2011")
        elif isinstance(tag, str) and tag not in _OUT and not _is_hidden(at):
            steps.extend(at.iterchildren(reversed=True))
    return "".join(words)


def _is_hidden(element: Any) -> bool:
    if element.tag != _RUN:
        return False
    hidden = element.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(_VALUE) not in _OFF


def _cells(table: Any) -> str:
    """The lines of a table, the cells of each set apart; "" where it only sets the page."""
    rows: list[list[str]] = []
    for row in table.iterchildren(_ROW):
        cells: list[str] = []
        for cell in row.iterchildren(_CELL):
            paragraphs = [" ".join(_words(each).split()) for each in cell.iter(_PARAGRAPH)]
            words = " ".join(filter(None, paragraphs))
            if len(words) > _LONGEST_CELL or next(cell.iter(_TABLE), None) is not None:
                return ""
            cells.append(words)
        if any(cells):
            rows.append(cells)
    if not any(len(row) > 1 for row in rows):
        return ""
    return "\n".join(" | ".join(row) for row in rows)
