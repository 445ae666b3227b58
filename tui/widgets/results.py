"""The results of a search: a virtual list of articles with the hits in their snippets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style

from index.article import Hit, Snippet
from tui.latest import Latest
from tui.widgets.virtual_list import VirtualList
from tui.words import fact, one_line, source

if TYPE_CHECKING:
    from index.archive import Results

_HIT = Style(reverse=True)  # here, since Textual's component styles lose `reverse`
_SPACE = re.compile(r"\s+")
_MARGIN = 20  # rows fetched beyond the screen, so that a step never waits
_LOW = 32  # lines of a screen below which a row is drawn close


class ResultList(VirtualList):
    """What a query found. `fetch(results, start, stop)` gives the hits for some rows.

    It is called off the screen's thread, for the rows that are on the screen and a few around.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--row",
        "result--title",
        "result--source",
    }
    DEFAULT_CSS = """
    ResultList {
        & > .result--title { text-style: bold; }
        & > .result--source { color: $foreground 65%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "screen.sort", "sort"),
        Binding("f", "screen.facets", "facets"),
        Binding("c", "screen.concordance", "concordance"),
    ]

    def __init__(
        self,
        fetch: Callable[[Results, int, int], list[Hit]],
        failed: Callable[[Exception], None],
        *,
        id: str,  # noqa: A002 Textual's own name
    ) -> None:
        super().__init__(id=id)
        self._results: Results | None = None
        self._hits: dict[int, Hit] = {}
        self._drawn = True
        self._stays: int | None = None  # the line on which the row of the cursor is to stay
        self._before: tuple[int, int, dict[int, Hit]] | None = None
        self._fetch, self._failed = fetch, failed
        self._fetching: Latest[tuple[Results, int, int], list[Hit]] = Latest(
            self, lambda rows, _: fetch(*rows), self._fetched, self._not_fetched
        )

    @property
    def results(self) -> Results | None:
        """What is shown, None before the first search."""
        return self._results

    @property
    def current(self) -> str | None:
        """The id of the article the cursor is on."""
        if self._results is None or not self._results.ids:
            return None
        return self._results.ids[self.cursor]

    def show(self, results: Results, *, keep: str | None = None, first: bool = False) -> None:
        """Show other results: the cursor on article `keep` if it is there, else at the top.

        The `first` results are fetched before the screen is laid out, as many as it may show.
        Later ones are drawn when the hits of a screen are there: once for each letter typed, and
        not first without them; and not at all where they look like those before.
        """
        self._fetching.forget()
        if self._drawn:
            self._before = self.count, self.cursor, self._hits
        stood = None if self._results is None else (self.current, self._line_of_cursor())
        self._results = results
        self._hits = {}
        at = results.ids.index(keep) if keep is not None and keep in results.ids else 0
        self.set_reactive(VirtualList.cursor, at)
        # What arrived above is not to push away what one is looking at.
        self._stays = stood[1] if stood is not None and stood[0] == self.current else None
        self._drawn = first or not self.count
        if self._drawn:
            self._draw_anew()
            if first:
                self._fetch_first(results)
            self._want()
        else:
            room = self.size.height // self.row_height + 1
            rows = max(0, at - room), min(self.count, at + room)
            self._fetching.ask((results, *rows))

    def _draw_anew(self) -> None:
        self._drawn = True
        self.renew()
        top, stays = self.top_of(self.cursor), self._stays
        if stays is not None and (self.scroll_y or top + self.row_height > self.size.height):
            self.scroll_to(y=max(0, top - stays), animate=False, force=True, immediate=True)
        self.put_cursor(self.cursor)

    def _line_of_cursor(self) -> int:
        """The line of the screen on which the row of the cursor begins."""
        return self.top_of(self.cursor) - round(self.scroll_y)

    @property
    def count(self) -> int:
        return len(self._results.ids) if self._results else 0

    @property
    def row_height(self) -> int:
        if self.app.size.height >= _LOW:
            return 6
        searched = self._results is not None and bool(self._results.query.strip())
        return 4 if searched else 3  # a line of a lede tells little

    def row(self, index: int, width: int) -> list[Content]:
        hit = self._hits.get(index)
        if hit is None:
            self._before = None  # that does not look as before
            return [Content("…")]
        close = self.app.size.height < _LOW
        lines = self.row_height - (0 if close else 1)
        title_style = self.get_visual_style("result--title", partial=True)
        titles = wrapped(Content(_headline(hit)), width, min(2, lines - 1))
        rows = [line.stylize(title_style) for line in titles]
        source_style = self.get_visual_style("result--source", partial=True)
        told = wrapped(Content(source(hit.article, width)), width, 1)
        rows += [line.stylize(source_style) for line in told]
        if hit.snippets and lines > len(rows):
            rows += snippet_lines(_beyond_headline(hit), width, lines - len(rows))
        return rows

    def on_resize(self) -> None:
        super().on_resize()
        self._want()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def _want(self) -> None:
        """Ask for the hits of the rows on the screen that are not here yet."""
        shown = self.on_screen
        missing = [index for index in shown if index not in self._hits]
        if self._results is None or not missing:
            return
        start = max(0, missing[0] - _MARGIN)
        stop = min(self.count, missing[-1] + 1 + _MARGIN)
        self._fetching.ask((self._results, start, stop))

    def _fetch_first(self, results: Results) -> None:
        stop = min(self.count, self.app.size.height // self.row_height + 1)
        try:
            self._hits = dict(enumerate(self._fetch(results, 0, stop)))
        except Exception as error:  # told to the person; the list will ask again
            self._failed(error)

    def _fetched(self, rows: tuple[Results, int, int], hits: list[Hit]) -> None:
        results, start, _ = rows
        if results is not self._results:
            return
        if len(self._hits) > 2000:  # a long walk need not be remembered
            self._hits.clear()
        self._hits.update(enumerate(hits, start))
        if self._drawn:
            self.renew()
        elif self._looks_as_before():
            self._drawn = True
            self.forget_drawn()
        else:
            self._draw_anew()
        self._want()

    def _looks_as_before(self) -> bool:
        """Whether the screen shows these very results already, as when others were read."""
        if self._before is None:
            return False
        count, cursor, hits = self._before
        return (count, cursor) == (self.count, self.cursor) and all(
            index in hits and hits[index] == self._hits.get(index) for index in self.on_screen
        )

    def _not_fetched(self, _: object, error: Exception) -> None:
        if not self._drawn:
            self._draw_anew()
        self._failed(error)


def _headline(hit: Hit) -> str:
    """The headline, with ~ before one that was inferred."""
    title = hit.article.form.title
    return one_line(fact(title) if title.value else hit.article.title)


def _beyond_headline(hit: Hit) -> Snippet:
    """The snippet; an opening from which the headline was made goes on where that ends."""
    article, snippet = hit.article, hit.snippets[0]
    made = one_line(article.title).rstrip("…. ")
    opening = one_line(snippet.text)
    if article.form.headline is None and not snippet.matches and opening.startswith(made):
        return replace(snippet, text=f"…{opening[len(made) :].lstrip(' ,;')}")
    return snippet


def snippet_lines(snippet: Snippet, width: int, most: int) -> list[Content]:
    """A snippet in so many lines, its hits marked, begun so that the first is seen whole."""
    text, start = snippet.text, snippet.start
    parts: list[tuple[str, Style | str]] = []
    at = 0
    for begin, end in snippet.matches:
        parts += [(text[at : begin - start], ""), (text[begin - start : end - start], _HIT)]
        at = end - start
    parts.append((text[at:], ""))
    parts = [(_SPACE.sub(" ", part), style) for part, style in parts]
    lead = parts[0][0] if len(parts) > 1 else ""
    hit = parts[1][0] if len(parts) > 1 else ""
    lines: list[Content] = []
    for kept in (len(lead), width * most // 3, width * most // 6, 0):
        before = _end_of(lead, kept)
        cut = bool(hit) and (start > 0 or len(before) < len(lead))
        shown = Content.assemble("…" if cut else "", before, *parts[1 if lead or hit else 0 :])
        lines = wrapped(shown.rstrip() + "…", width, most)
        if not hit or _shows(lines, cut + len(before) + len(hit)):
            break
    return lines


def _end_of(lead: str, length: int) -> str:
    """The last words of the text before a hit, in so many characters."""
    if len(lead) <= length:
        return lead
    word = lead.find(" ", len(lead) - length)
    return lead[word + 1 :] if word >= 0 else ""


def _shows(lines: list[Content], length: int) -> bool:
    """Whether so many characters from the beginning stand in the lines, an ellipsis apart."""
    shown = sum(len(line.plain) + 1 for line in lines) - 1  # a space where a line broke
    return shown - (1 if lines and lines[-1].plain.endswith("…") else 0) >= length


def wrapped(content: Content, width: int, most: int) -> list[Content]:
    """Content in at most so many lines of so many cells; what is cut off ends in an ellipsis."""
    lines = content.wrap(width)
    if len(lines) <= most:
        return [line.rstrip() for line in lines]
    kept = [line.rstrip() for line in lines[:most]]
    last = Content.assemble(kept[-1], " ", lines[most])
    kept[-1] = last.truncate(width, ellipsis=True)
    return kept
