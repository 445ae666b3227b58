"""All pages of a PDF as lines, without the heads and feet that recur from page to page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from index.readers.pdf.fonts import Fonts
from index.readers.pdf.lines import Line, lines_of
from index.readers.pdf.opening import ODD, Pdf
from index.readers.pdf.showing import extent_of, shown_on
from index.readers.raw import Unreadable, larger_than

_OUTER = 4  # lines at the head and at the foot of a page that may recur
_MARGIN = 0.15  # of the height of a page
_GAP = 1.6  # sizes
_OTHER_SIZE = 0.06
_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.|seite|s\.|pagina|página|strona)\s*)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|de|di|sur|van)\s*\d{1,4})?[\W_]*\Z",
    re.IGNORECASE,
)
_NEAR = 12.0  # points
_FEWEST = 3


def laid_out(pdf: Pdf, most: int) -> tuple[list[Line], list[int]]:
    """The lines of all pages in reading order, and which pages are damaged.

    Raises `Unreadable` for one without words, and where the words come to more than so many
    bytes.
    """
    fonts = Fonts()
    pages: list[list[Line]] = []
    extents: list[tuple[float, float]] = []
    damaged: list[int] = []
    block = size = pictures = unreadable = 0
    for number in range(len(pdf.labels)):
        lines: list[Line] = []
        extent = (0.0, 0.0)
        try:
            page = shown_on(pdf.pages[number], pdf.reader, fonts)
            extent = extent_of(pdf.pages[number])
        except ODD:
            damaged.append(number)
        else:
            pictures += page.pictures
            unreadable += page.unreadable
            lines = lines_of(page.shown, number, block)
            block = lines[-1].block + 1 if lines else block
        size += sum(len(line.words) for line in lines)
        if size > most:
            raise Unreadable(f"its text is {larger_than(most)}")
        pages.append(lines)
        extents.append(extent)
    if not size:
        raise Unreadable(_why_none(len(pages), len(damaged), pictures, unreadable))
    recurring = _recurring(pages, extents, pdf.labels)
    return [line for page in pages for line in page if line not in recurring], damaged


def _why_none(pages: int, damaged: int, pictures: int, unreadable: int) -> str:
    if damaged == pages:
        return "damaged: none of its pages can be read"
    if unreadable:
        return "a PDF whose fonts do not say what their letters are"
    return "a PDF of pictures, without text" if pictures else "a PDF without text"


def _recurring(
    pages: Sequence[Sequence[Line]],
    extents: Sequence[tuple[float, float]],
    labels: Sequence[str],
) -> set[Line]:
    """The heads and feet: what stands in the same place on pages, figures aside, and numbers."""
    outer = [_outer(page, extent) for page, extent in zip(pages, extents, strict=True)]
    places: dict[tuple[str, bool], list[Line]] = defaultdict(list)
    for lines in outer:
        for line, above in lines:
            places[_plain(line.words), above].append(line)
    found: set[Line] = set()
    written = sum(1 for page in pages if page)
    fewest = _FEWEST if written > _FEWEST else 2
    for alike in places.values():
        heights: dict[int, set[int]] = defaultdict(set)
        for line in alike:
            heights[int(line.low // _NEAR)].add(line.page)
        for line in alike:
            step = int(line.low // _NEAR)
            near = heights[step].union(*(heights.get(step + by, ()) for by in (-1, 1)))
            if len(near) >= fewest:
                found.add(line)
    numbers = [
        line
        for lines in outer
        for line, _ in lines
        if _NUMBER.match(line.words) and _is_outermost(line, lines, found)
    ]
    if len({line.page for line in numbers}) > 1:
        found.update(numbers)
    else:
        found.update(line for line in numbers if _says(line, labels))
    return found


def _outer(page: Sequence[Line], extent: tuple[float, float]) -> list[tuple[Line, bool]]:
    """The lines in the margins of a page, set apart from the copy: each with whether it is at
    the head."""
    if not page:
        return []
    foot, top = extent
    margin = _MARGIN * (top - foot)
    size = median(line.size for line in page)
    by_height = sorted(page, key=lambda line: -line.low)
    above = [line for line in by_height if line.low > top - margin]
    below = [line for line in reversed(by_height) if line.low < foot + margin]
    return [
        *((line, True) for line in _set_apart(above, by_height, size)),
        *((line, False) for line in _set_apart(below, by_height[::-1], size)),
    ]


def _set_apart(margin: list[Line], lines: list[Line], size: float) -> list[Line]:
    """Of the lines in a margin, outermost first, those down to a gap or another size."""
    apart = 0
    for place, line in enumerate(margin[:_OUTER], 1):
        following = lines[place] if place < len(lines) else None
        if (
            following is None
            or abs(following.low - line.low) > _GAP * line.size
            or abs(line.size - size) > _OTHER_SIZE * size
        ):
            apart = place
    return margin[:apart]


def _is_outermost(line: Line, outer: Sequence[tuple[Line, bool]], found: set[Line]) -> bool:
    """Is it the last line of its page on this side, other heads and feet aside?"""
    side = next(above for each, above in outer if each is line)
    beyond = [
        each
        for each, above in outer
        if above == side
        and each is not line
        and each not in found
        and not _NUMBER.match(each.words)
        and (each.low > line.low + 1 if side else each.low < line.low - 1)
    ]
    return not beyond


def _says(line: Line, labels: Sequence[str]) -> bool:
    figures = _FIGURES.findall(line.words)
    return bool(figures) and figures[0] in (labels[line.page], str(line.page + 1))


def _plain(words: str) -> str:
    return _FIGURES.sub("#", " ".join(words.split()).casefold())
