"""What a page shows: its words, each where it stands. After ISO 32000-1, 8.3, 9.3 and 9.4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

from index.readers.pdf.fonts import Fonts, Letters
from index.readers.pdf.opening import ODD
from index.readers.raw import Unreadable

Matrix = tuple[float, float, float, float, float, float]

_ONE: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST = 8
_MOST_FORMS = 500
_MOST_SAVED = 500
_MOST_SHOWN = 200_000
_FAR = 1e6
_FLAT = 0.1
"""How much a line may rise for its length and be a line of copy."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Some words on a page: from `left` to `right` on the baseline `low`, with `size` in points.

    `space` is the width of a space in points. `turn` tells by how many quarters to the left they
    are turned.
    """

    words: str
    left: float
    right: float
    low: float
    size: float
    space: float
    bold: bool
    turn: int


@dataclass(frozen=True, slots=True)
class _State:
    """The state of text, and where it stands on the page."""

    place: Matrix = _ONE
    letters: Letters | None = None
    size: float = 0.0
    between: float = 0.0
    between_words: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class Page:
    """What a page shows. `pictures` counts these, `unreadable` letters in fonts that do not say
    what their letters are."""

    shown: list[Shown] = field(default_factory=list)
    pictures: int = 0
    unreadable: int = 0


def shown_on(page: Any, reader: Any, fonts: Fonts) -> Page:
    """What this page shows, in the order in which it is drawn. Raises errors in `ODD`."""
    found = Page()
    resources = _dictionary(page.get("/Resources"))
    parent = page
    for _ in range(_DEEPEST):
        if resources:
            break
        parent = _dictionary(parent.get("/Parent"))
        resources = _dictionary(parent.get("/Resources"))
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    if isinstance(contents, ArrayObject | StreamObject):
        drawing = _Drawing(found, reader, fonts)
        drawing.run(contents, resources, _upright(page), 0)
    return found


def times(first: Matrix, then: Matrix) -> Matrix:
    """One matrix and then another, as PDF multiplies them."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


class _Drawing:
    """Goes through the operators of a page and of the forms that it draws."""

    def __init__(self, found: Page, reader: Any, fonts: Fonts) -> None:
        self._found = found
        self._reader = reader
        self._fonts = fonts
        self._forms = 0
        self._state = _State()
        self._text: Matrix = _ONE
        self._line: Matrix = _ONE
        self._marks: list[str] = []
        self._instead: str | None = None

    def run(self, stream: Any, resources: Mapping[str, Any], place: Matrix, depth: int) -> None:
        saved: list[_State] = []
        before, marks = self._state, self._marks
        self._state = replace(self._state, place=place)
        self._marks = list(marks)
        for operands, operator in ContentStream(stream, self._reader, "bytes").operations:
            try:
                if operator == b"q":
                    if len(saved) < _MOST_SAVED:
                        saved.append(self._state)
                elif operator == b"Q":
                    if saved:
                        self._state = saved.pop()
                elif operator == b"Do":
                    self._draw(operands, resources, depth)
                elif operator == b"Tf":
                    self._set_font(operands, resources)
                elif operator in _OPERATORS:
                    _OPERATORS[operator](self, operands)
            except (TypeError, ValueError, IndexError, KeyError, AttributeError, OverflowError):
                continue  # an operator without its operands
        self._state, self._marks = before, marks

    def _draw(self, operands: Sequence[Any], resources: Mapping[str, Any], depth: int) -> None:
        drawn = resources["/XObject"].get_object()[operands[0]].get_object()
        if drawn.get("/Subtype") == "/Image":
            self._found.pictures += 1
        elif drawn.get("/Subtype") == "/Form" and depth < _DEEPEST:
            self._forms += 1
            if self._forms > _MOST_FORMS:
                raise Unreadable("a page of too many parts")
            matrix = tuple(float(number) for number in drawn.get("/Matrix", _ONE))
            inside = _dictionary(drawn.get("/Resources")) or resources
            place = times(matrix, self._state.place) if len(matrix) == 6 else self._state.place
            text, line = self._text, self._line
            self.run(drawn, inside, place, depth + 1)
            self._text, self._line = text, line

    def _set_font(self, operands: Sequence[Any], resources: Mapping[str, Any]) -> None:
        letters = self._fonts.of(resources, operands[0])
        self._state = replace(self._state, letters=letters, size=float(operands[1]))

    def begin(self, _: Sequence[Any]) -> None:
        self._text = self._line = _ONE

    def move(self, operands: Sequence[Any]) -> None:
        self._line = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self._line)
        self._text = self._line

    def move_and_lead(self, operands: Sequence[Any]) -> None:
        self._state = replace(self._state, leading=-float(operands[1]))
        self.move(operands)

    def next_line(self, _: Sequence[Any]) -> None:
        self.move((0, -self._state.leading))

    def set_matrix(self, operands: Sequence[Any]) -> None:
        a, b, c, d, e, f = (float(number) for number in operands[:6])
        self._text = self._line = (a, b, c, d, e, f)

    def concatenate(self, operands: Sequence[Any]) -> None:
        a, b, c, d, e, f = (float(number) for number in operands[:6])
        self._state = replace(self._state, place=times((a, b, c, d, e, f), self._state.place))

    def set_state(self, name: str, operands: Sequence[Any]) -> None:
        value = float(operands[0])
        told: dict[str, Any] = {name: value / 100 if name == "scale" else value}
        self._state = replace(self._state, **told)

    def show(self, operands: Sequence[Any]) -> None:
        self._show(operands[0])

    def show_spaced(self, operands: Sequence[Any]) -> None:
        """`TJ`: strings, and numbers that move what follows."""
        for each in operands[0]:
            if isinstance(each, bytes):
                self._show(each)
            elif isinstance(each, int | float):
                self._advance(-float(each) / 1000 * self._state.size * self._state.scale)

    def show_on_next(self, operands: Sequence[Any]) -> None:
        self.next_line(())
        self._show(operands[0])

    def show_on_next_spaced(self, operands: Sequence[Any]) -> None:
        words, between = float(operands[0]), float(operands[1])
        self._state = replace(self._state, between_words=words, between=between)
        self.show_on_next(operands[2:])

    def mark(self, operands: Sequence[Any]) -> None:
        """`BMC`, `BDC`: what follows has a meaning of its own, or stands for other words."""
        self._marks.append(str(operands[0]) if operands else "")
        if len(operands) > 1 and isinstance(operands[1], DictionaryObject):
            actual = operands[1].get("/ActualText")
            if isinstance(actual, bytes | str) and self._instead is None:
                self._marks[-1] = "/ActualText"
                self._instead = _decoded(actual)

    def unmark(self, _: Sequence[Any]) -> None:
        if self._marks and self._marks.pop() == "/ActualText":
            self._instead = None

    def _advance(self, along: float) -> None:
        self._text = times((1, 0, 0, 1, along, 0), self._text)

    def _show(self, data: Any) -> None:
        state = self._state
        if not isinstance(data, bytes) or state.letters is None:
            return
        letters = state.letters
        if not letters.readable:
            self._found.unreadable += len(data)
            return
        if len(self._found.shown) >= _MOST_SHOWN:
            raise Unreadable("a page of too many words")
        words: list[str] = []
        width = 0.0
        for told, wide, is_space in letters.told(data):
            words.append(told)
            width += wide / 1000 * state.size + state.between
            if is_space:
                width += state.between_words
        start = self._text
        self._advance(width * state.scale)
        text = "".join(words)
        if self._instead is not None:
            text, self._instead = self._instead, ""
        if text and "/Artifact" not in self._marks:
            self._put(text, start)

    def _put(self, words: str, start: Matrix) -> None:
        state = self._state
        a, b, c, d, e, f = times((1, 0, 0, 1, 0, state.rise), times(start, state.place))
        end = times(self._text, state.place)
        along, across = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
        size = abs(state.size) * (across or along)
        if not (0 < size < _FAR and abs(e) < _FAR and abs(f) < _FAR and abs(end[4]) < _FAR):
            return
        if abs(b) <= _FLAT * abs(a):
            turn, left, right, low = (0, e, end[4], f) if a > 0 else (2, -e, -end[4], -f)
        elif abs(a) <= _FLAT * abs(b):
            turn, left, right, low = (1, f, end[5], -e) if b > 0 else (3, -f, -end[5], e)
        else:
            return  # aslant: a stamp across the page
        letters = state.letters
        space = (letters.space if letters else 260.0) / 1000 * abs(state.size) * along
        self._found.shown.append(
            Shown(
                words,
                min(left, right),
                max(left, right),
                low,
                size,
                space * abs(state.scale),
                letters is not None and letters.bold,
                turn,
            )
        )


_OPERATORS: Mapping[bytes, Any] = {
    b"BT": _Drawing.begin,
    b"Td": _Drawing.move,
    b"TD": _Drawing.move_and_lead,
    b"T*": _Drawing.next_line,
    b"Tm": _Drawing.set_matrix,
    b"cm": _Drawing.concatenate,
    b"Tc": lambda drawing, operands: drawing.set_state("between", operands),
    b"Tw": lambda drawing, operands: drawing.set_state("between_words", operands),
    b"Tz": lambda drawing, operands: drawing.set_state("scale", operands),
    b"TL": lambda drawing, operands: drawing.set_state("leading", operands),
    b"Ts": lambda drawing, operands: drawing.set_state("rise", operands),
    b"Tj": _Drawing.show,
    b"TJ": _Drawing.show_spaced,
    b"'": _Drawing.show_on_next,
    b'"': _Drawing.show_on_next_spaced,
    b"BMC": _Drawing.mark,
    b"BDC": _Drawing.mark,
    b"EMC": _Drawing.unmark,
}


def _upright(page: Any) -> Matrix:
    """The matrix that turns a page as it is to be seen."""
    try:
        turns = int(page.rotation) // 90 % 4
    except ODD:
        turns = 0
    return ((1, 0, 0, 1, 0, 0), (0, -1, 1, 0, 0, 0), (-1, 0, 0, -1, 0, 0), (0, 1, -1, 0, 0, 0))[
        turns
    ]


def extent_of(page: Any) -> tuple[float, float]:
    """The foot and the top of a page as it is to be seen, in points."""
    box = page.cropbox
    _, b, _, d, _, _ = _upright(page)
    heights = [
        float(x) * b + float(y) * d for x in (box.left, box.right) for y in (box.bottom, box.top)
    ]
    return min(heights), max(heights)


def _dictionary(element: Any) -> Any:
    found = element.get_object() if element is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _decoded(words: bytes | str) -> str:
    if isinstance(words, str):
        return words
    if words.startswith((b"\xfe\xff", b"\xff\xfe")):
        return words.decode("utf-16", "replace")
    return words.decode("utf-8" if words.startswith(b"\xef\xbb\xbf") else "latin-1", "replace")
