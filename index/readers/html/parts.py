"""The paragraphs of a page as parts of it: which belong to the article, and which stand around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from index.readers.html.clutter import (
    holds_body,
    is_caption,
    is_clutter,
    is_line,
    is_standfirst,
)
from index.readers.html.pieces import Piece, is_prose
from index.readers.html.pitches import is_pitch
from index.readers.html.trees import Element
from index.readers.html.words import letters, tokens

_MOST_OF = 0.9  # of the words that were found, which the body's element holds
_LITTLE = 0.25  # of them: an element with more of them is no clutter, whatever its name
_USUAL = 0.3  # of them: so much of the copy stands in elements that are set alike
_LINKED = 0.9  # of the letters of a paragraph: such a one leads elsewhere
_LINKED_PART = 0.3  # of the letters of a part of the page that leads elsewhere
_LINKED_TITLE = 0.45  # of a headline: some are printed twice, once for those who hear the page
_SHORTEST_TITLE = 15  # letters
_LONGEST_CARD = 500
_FEW = 25  # words
_SEVERAL = 2
_LONGEST_LABEL = 60
_LABEL = re.compile(
    r"(?:read|watch|see|listen|related|recommended|popular|trending|advertisement|"
    r"article content|story continues|more|most|also|sign up|subscribe|share|follow|comments?|"
    r"editor'?s picks?|top stories|latest|don'?t miss|you may|you might|up next|topics|tags|filed"
    r"|in this (?:article|story)|loading|skip)\b",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"[(\[](?:[^()\[\]]{1,40}\s)?(?:photo|photograph|image|getty images|file photo|video)s?"
    r"(?:\s?(?:/|:|by\b|via\b|courtesy)[^()\[\]]{1,80})?[)\]]\s*\Z",
    re.IGNORECASE,
)
_READ_MORE = re.compile(
    r"(?:(?:also )?read(?:ing)?(?: more| also| next)?|related(?: \w+)?|see also|more|watch|"
    r"recommended(?: \w+)?|don'?t miss|click here|in pictures|listen)\s*(?::|»|>|\||–|-|…)",
    re.IGNORECASE,
)


class Parts:
    """The paragraphs of a page, and which of them were found to be the article's."""

    def __init__(self, pieces: Sequence[Piece], found: Sequence[bool]) -> None:
        self._pieces = pieces
        self._found = found
        self._lines = [line_up(piece.element) for piece in pieces]
        self._weights = [len(tokens(piece.words)) for piece in pieces]
        self._by_class: Counter[str] = Counter()
        self._total = 0
        for place in self._places(found):
            self._total += self._weights[place]
            for name in {_signature(element) for element in self._lines[place]}:
                self._by_class[name] += self._weights[place]
        self._links: Counter[Element] = Counter()
        self._letters: Counter[Element] = Counter()
        for piece, line in zip(pieces, self._lines, strict=True):
            for element in line:
                self._letters[element] += len(piece.words)
                self._links[element] += round(piece.linked * len(piece.words))
        self._cards = self._teasers()
        self._pitches = [is_pitch(piece.words) for piece in pieces]
        self._clutter: dict[Element, bool] = dict.fromkeys(self._boxes(), True)
        self._captions = [self._is_caption(place) for place in range(len(pieces))]

    @property
    def listed(self) -> int:
        """The beginnings of other articles on the page."""
        return len(self._cards)

    def chosen(self) -> list[Piece]:
        """The article's paragraphs, in order."""
        sure = [
            place
            for place in self._places(self._found)
            if not self._is_clutter(place) and not self._captions[place]
        ]
        if not sure:
            return [self._pieces[place] for place in self._places(self._found)]
        sure = self._of_one(sure)
        held = self._holding(sure)
        parents = Counter({_signature(_parent(self._pieces[place])): 0 for place in sure})
        near: Counter[Element] = Counter()
        for place in sure:
            parents[_signature(_parent(self._pieces[place]))] += self._weights[place]
            near[_parent(self._pieces[place])] += 1
        alike = {
            (_signature(self._pieces[place].element), _parent(self._pieces[place]))
            for place in sure
        }
        # Of elements without a class of their own, each is like all others of the page.
        named = (name for name in parents if "." in name)
        usual = {name for name in named if parents[name] >= _USUAL * self._total}
        held = self._widened(held, sure, usual)
        chosen = []
        for place, piece in enumerate(self._pieces):
            if held not in self._lines[place] or self._is_clutter(place):
                continue
            if self._captions[place] and piece.linked < _LINKED:
                chosen.append(Piece("caption", piece.words, piece.element, piece.linked))
            elif _leads_elsewhere(piece) or self._is_line(place):
                continue
            elif self._found[place] or (
                (near[_parent(piece)] > 1 or _signature(_parent(piece)) in usual)
                and (
                    piece.set_as is not None
                    or piece.element.tag == "p"
                    or (_signature(piece.element), _parent(piece)) in alike
                )
                and _may_be_copy(piece)
            ):
                chosen.append(piece)
        return chosen

    def above(
        self, chosen: Sequence[Piece], descriptions: Iterable[str], named: set[str]
    ) -> Iterator[Piece]:
        """The standfirst and the captions that stand between the headline and the copy."""
        if not chosen:
            return
        first = next(
            place
            for place, piece in enumerate(self._pieces)
            if piece.element is chosen[0].element and piece.words == chosen[0].words
        )
        told = {letters(words) for words in descriptions}
        taken = {letters(piece.words) for piece in chosen}
        headline = max(
            (
                place
                for place in range(first)
                if self._pieces[place].element.tag == "h1"
                or letters(self._pieces[place].words) in named
            ),
            default=None,
        )
        if headline is None:
            return
        for place in range(headline + 1, first):
            piece = self._pieces[place]
            key = letters(piece.words)
            if key in taken or key in named or piece.linked > 0.5:
                continue
            if self._captions[place]:
                if not self._is_clutter(place):
                    yield Piece("caption", piece.words, piece.element, 0.0)
            elif key in told or (
                any(map(is_standfirst, self._lines[place][:3]))
                and self._weights[place] >= 5
                and not self._is_clutter(place)
                and not self._is_line(place)
            ):
                taken.add(key)
                yield Piece(None, piece.words, piece.element, piece.linked)

    def _places(self, told: Sequence[bool]) -> Iterator[int]:
        return (place for place, is_so in enumerate(told) if is_so)

    def _is_clutter(self, place: int) -> bool:
        return self._pitches[place] or any(map(self._is_clutter_element, self._lines[place]))

    def _is_clutter_element(self, element: Element) -> bool:
        known = self._clutter.get(element)
        if known is None:
            few = self._by_class[_signature(element)] < _LITTLE * self._total
            elsewhere = self._links[element] > _LINKED_PART * self._letters[element]
            known = self._clutter[element] = element in self._cards or (
                few and is_clutter(element, leads_elsewhere=elsewhere)
            )
        return known

    def _boxes(self) -> Iterator[Element]:
        """The parts of the page around what is said to its readers, as far as there is no copy."""
        copy: Counter[Element] = Counter()
        found: Counter[Element] = Counter()
        if not any(self._pitches):
            return
        for place, line in enumerate(self._lines):
            piece = self._pieces[place]
            stops = piece.element.tag == "h1" or (piece.set_as is None and is_prose(piece.words))
            for element in line:
                copy[element] += stops and not self._pitches[place]
                found[element] += self._found[place] and self._weights[place]
        for place in self._places(self._pitches):
            for element in self._lines[place]:
                if copy[element] or found[element] >= _LITTLE * self._total:
                    break
                yield element

    def _teasers(self) -> set[Element]:
        """The cards that lead to other articles: several of one kind, each with little more than
        a headline that is a link."""
        cards: dict[str, set[Element]] = {}
        for piece, line in zip(self._pieces, self._lines, strict=True):
            most = _LINKED_TITLE if piece.set_as == "subhead" else _LINKED
            if piece.linked >= most and len(piece.words) >= _SHORTEST_TITLE:
                for element in line[1:4]:
                    if self._letters[element] > _LONGEST_CARD:
                        break
                    if element.tag not in ("p", "ul", "ol", "blockquote", "figcaption", "td", "tr"):
                        cards.setdefault(_signature(element), set()).add(element)
        return set().union(*(found for found in cards.values() if len(found) > 1))

    def _is_caption(self, place: int) -> bool:
        piece = self._pieces[place]
        if piece.set_as == "caption":
            return True
        if piece.set_as is None and self._weights[place] <= _FEW and _is_under_picture(piece):
            return True
        if self._weights[place] > 4 * _FEW:
            return False
        return _CREDITED.search(piece.words) is not None or any(
            is_caption(element) and self._by_class[_signature(element)] < _LITTLE * self._total
            for element in self._lines[place][:4]
        )

    def _is_line(self, place: int) -> bool:
        """Is it a line of who and when, by what the page calls it?"""
        return self._weights[place] < _FEW and any(
            is_line(element) and self._by_class[_signature(element)] < _LITTLE * self._total
            for element in self._lines[place][:3]
        )

    def _of_one(self, places: list[int]) -> list[int]:
        """Only those of the first article, where several stand below one another, each with a
        headline of its own, as on pages that go on with the next one."""
        headed: list[Element] = []
        for piece, line in zip(self._pieces, self._lines, strict=True):
            if piece.element.tag == "h1":
                article = next((each for each in line if each.tag == "article"), None)
                if article is not None and article not in headed:
                    headed.append(article)
                    if len(headed) == _SEVERAL:
                        break
        if len(headed) < _SEVERAL:
            return places
        own = [place for place in places if headed[0] in self._lines[place]]
        return own or places

    def _holding(self, places: Sequence[int]) -> Element:
        """The lowest element that holds most of these paragraphs' words."""
        below: Counter[Element] = Counter()
        for place in places:
            for element in self._lines[place]:
                below[element] += self._weights[place]
        total = sum(self._weights[place] for place in places)
        holding = [element for element in below if below[element] >= _MOST_OF * total]
        # Of these each lies in the next one: the lowest has the longest line.
        return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()))

    def _widened(self, held: Element, sure: Sequence[int], usual: set[str]) -> Element:
        """The element that also holds what stands in other parts of the page just so, or where
        the page says that its copy is; never more than one article."""
        line = line_up(held)
        article = next((element for element in line if element.tag == "article"), None)
        for element in line:
            if holds_body(element) or element is article:
                held = element
                break
        bounds = set(takewhile(lambda element: element is not article, line))
        bounds |= {article} if article is not None else set()
        for place, piece in enumerate(self._pieces):
            if self._found[place] or not is_prose(piece.words) or held in self._lines[place]:
                continue
            if _signature(_parent(piece)) not in usual or self._is_clutter(place):
                continue
            common = next((each for each in line if each in set(self._lines[place])), None)
            if common is None or (article is not None and common not in bounds):
                continue
            if article is None and sum(1 for _ in common.iter("h1")) > 1:
                continue
            held = common if held not in common.iterancestors() else held
        return held


def line_up(element: Element) -> list[Element]:
    """An element and those that it lies in, from within."""
    return [element, *element.iterancestors()]


def _parent(piece: Piece) -> Element:
    """What holds a paragraph among its like; of an item what holds its list."""
    parent = piece.element.getparent()
    while parent is not None and parent.tag in ("ul", "ol", "li", "blockquote"):
        parent = parent.getparent()
    return piece.element if parent is None else parent


def _is_under_picture(piece: Piece) -> bool:
    """Does it stand below a picture as captions did before there was a tag for them: in one
    paragraph with it, or as a line that is no sentence in the next?"""
    if piece.element.tag not in ("p", "div", "td", "center"):
        return False
    if piece.element.find(".//img") is not None:
        return True
    above = piece.element.getprevious()
    if above is None or is_prose(piece.words) or above.find(".//img") is None:
        return False
    return not "".join(above.itertext()).strip()


def _signature(element: Element) -> str:
    named = element.get("class")
    return f"{element.tag}.{named}" if named else str(element.tag)


def _leads_elsewhere(piece: Piece) -> bool:
    if piece.linked >= _LINKED:
        return piece.set_as != "block quote"
    return piece.linked > 0.3 and _READ_MORE.match(piece.words) is not None


def _may_be_copy(piece: Piece) -> bool:
    label = len(piece.words) <= _LONGEST_LABEL and _LABEL.match(piece.words)
    return piece.linked <= 0.5 and not label
