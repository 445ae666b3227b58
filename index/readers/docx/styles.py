"""How Word's styles set a paragraph, by the names that they have in every language of Word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from index.article import SetAs
from index.readers.style_names import PLAIN, Style, style_named

_DEEPEST = 20
_BODY_LEVEL = 9


@dataclass(frozen=True)
class Styles:
    """The styles of a document by their ids."""

    _by_id: dict[str, Style] = field(default_factory=dict)

    def of(self, paragraph: Any) -> Style:
        """The style of a paragraph, whose own settings come first."""
        settings = paragraph.find(qn("w:pPr"))
        if settings is None:
            return PLAIN
        named = settings.find(qn("w:pStyle"))
        style = self._by_id.get(named.get(qn("w:val")) if named is not None else "", PLAIN)
        own = _settings(settings)
        return Style(own) if own is not None and style.kind is None and not style.beside else style


def styles_of(root: Any | None) -> Styles:
    """The styles in a document's part of styles; none without one."""
    if root is None:
        return Styles()
    elements = {
        element.get(qn("w:styleId")): element
        for element in root.iter(qn("w:style"))
        if element.get(qn("w:type"), "paragraph") == "paragraph"
    }
    return Styles({name: _read(name, elements) for name in elements if name})


def _read(name: str, elements: dict[str, Any]) -> Style:
    """A style, by its name or its settings, or by those of the style that it is based on."""
    at: str | None = name
    for _ in range(_DEEPEST):
        element = elements.get(at) if at else None
        if element is None:
            break
        called = element.find(qn("w:name"))
        words = called.get(qn("w:val")) if called is not None else at
        if (style := style_named(words or "")) is not None:
            return style
        settings = element.find(qn("w:pPr"))
        if settings is not None and (kind := _settings(settings)) is not None:
            return Style(kind)
        base = element.find(qn("w:basedOn"))
        at = base.get(qn("w:val")) if base is not None else None
    return PLAIN


def _settings(settings: Any) -> SetAs | None:
    """What settings tell: the level of an outline makes a heading, a number an item of a list."""
    level = settings.find(qn("w:outlineLvl"))
    if level is not None and (level.get(qn("w:val")) or "").isdigit():
        return "subhead" if int(level.get(qn("w:val"))) < _BODY_LEVEL else None
    numbers = settings.find(qn("w:numPr"))
    if numbers is not None:
        number = numbers.find(qn("w:numId"))
        if number is not None and number.get(qn("w:val")) != "0":
            return "item"
    return None
