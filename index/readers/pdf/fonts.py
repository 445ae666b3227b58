"""The letters of a PDF's fonts: what each code means, and how wide it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic._font import Font

from index.readers.pdf.opening import ODD

_HEAVY = ("bold", "black", "heavy", "demi")
_IDENTITY = ("/Identity-H", "/Identity-V")
_WIDEST = 4000.0


@dataclass(frozen=True, slots=True)
class Letters:
    """A font. `space` is the width of a space, in thousandths of its size like all widths."""

    font: Font
    bold: bool
    readable: bool
    space: float

    def told(self, data: bytes) -> list[tuple[str, float, bool]]:
        """Of each character the words it stands for, its width, and whether it is code 32."""
        font = self.font
        if isinstance(font.encoding, str):
            codes = data.decode(font.encoding, "replace")
            meant = codes
        else:
            codes = "".join(map(chr, data))
            meant = "".join(font.encoding.get(code, chr(code))[:1] or "\0" for code in data)
        default = font.character_widths.get("default", 500)
        single = not isinstance(font.encoding, str)
        found: list[tuple[str, float, bool]] = []
        for code, character in zip(codes, meant, strict=True):
            width = font.character_widths.get(code, default)
            if not isinstance(width, int | float) or not 0 <= width <= _WIDEST:
                width = 500
            words = font.character_map.get(character, character)
            found.append((str(words).replace("\0", ""), float(width), single and code == " "))
        return found


@dataclass(slots=True)
class Fonts:
    """The fonts of a document, each read once."""

    _known: dict[int, Letters | None] = field(default_factory=dict)
    _kept: list[Any] = field(default_factory=list)

    def of(self, resources: Mapping[str, Any], name: str) -> Letters | None:
        """The font of this name; None where there is none that can be read."""
        try:
            element = resources["/Font"].get_object()[name].get_object()
        except ODD:
            return None
        if id(element) not in self._known:
            self._kept.append(element)  # so that its number stays its own
            self._known[id(element)] = _read(element)
        return self._known[id(element)]


def _read(element: Any) -> Letters | None:
    try:
        font = Font.from_font_resource(element)
        # Codes that are numbers of glyphs mean nothing by themselves.
        numbers = element.get("/Encoding") in _IDENTITY and "/ToUnicode" not in element
        bold = any(heavy in font.name.casefold() for heavy in _HEAVY)
    except ODD:
        return None
    space = float(font.space_width) if 150 <= font.space_width <= 600 else 260.0
    return Letters(font, bold, font.interpretable and not numbers, space)
