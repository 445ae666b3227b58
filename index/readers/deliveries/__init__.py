"""Deliveries of news databases: many articles in one file, each with its facts beside it.

LexisNexis and Factiva hand out what was searched as Word, rich text, PDF, HTML or plain text; the
articles are laid out alike in all of them. So a file is first turned into paragraphs by the reader
of its format, and `split` tells by these whether it is a delivery, and takes it apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.readers.composing import Paragraph
from index.readers.deliveries import factiva, nexis, nexis_uni
from index.readers.deliveries.page import paragraphs_of_page
from index.readers.deliveries.pieces import tidied
from index.readers.raw import RawArticle, Unreadable

__all__ = ["Delivered", "may_be_delivery", "split", "split_page", "split_text"]

Delivered = list[RawArticle | Unreadable]

_LAYOUTS = (nexis.split, nexis_uni.split, factiva.split)
_TELLING = re.compile(
    r"\d DO[CK]UMENT|DO[CK]UMENT[EO]? \d|\bDo[ck]ument[eo]?\s?[A-Za-z]*\d|"
    r"\b(?:End of|du|del|des|van) [Dd]o[ck]ument|\bL(?:oad-Date|OAD-DATE):|"
    r"(?:文件|文書|Документ)\s?[A-Za-z]*\d"
)
_NAMED = re.compile(r"o[ck]ument|O[CK]UMENT|oad-Date:|OAD-DATE:|文件|文書|Документ")
_BESIDE = 40  # characters
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")


def split(paragraphs: Iterable[Paragraph]) -> Delivered | None:
    """The articles of a delivery, in order, and what is missing of it; None where it is none.

    Paragraphs are as they stand in the file, empty ones too: they part the lines above an
    article. A line end in one is a line end. Each article has as stated what the delivery says of
    it, its headline among that; its text is what was printed. Pure.
    """
    pieces = tidied(paragraphs)
    return next((found for layout in _LAYOUTS if (found := layout(pieces)) is not None), None)


def may_be_delivery(text: str) -> bool:
    """A quick look at any text, be it marked up: without these words it is no delivery."""
    # The words alone are looked for much quicker, and what stands beside them then.
    return any(
        _TELLING.search(text, max(0, near.start() - _BESIDE), near.end() + _BESIDE)
        for near in _NAMED.finditer(text)
    )


def split_page(html: str) -> Delivered | None:
    """The articles of a delivery in HTML; None where the page is none."""
    return split(paragraphs_of_page(html)) if may_be_delivery(html) else None


def split_text(text: str) -> Delivered | None:
    """The articles of a delivery in plain text; None where it is none."""
    return split(_paragraphs_of_text(text)) if may_be_delivery(text) else None


def _paragraphs_of_text(text: str) -> Iterator[Paragraph]:
    """The paragraphs of plain text, with an empty one for each stretch of blank lines."""
    for block in _BLANK.split(text.replace("\r\n", "\n").replace("\f", "\n\n")):
        yield None, block
        yield None, ""
