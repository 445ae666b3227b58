"""Text to quotes, speakers and actors, by rules over a small language model.

The model and spaCy are loaded only by `load_model`: importing this package costs nothing.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import STEMMERS, ByLanguage, language_name

if TYPE_CHECKING:
    from index.article import Extraction, NewsForm
    from index.extract.parsing.known import Known
    from index.extract.parsing.model import Model

_CODE = 2  # letters of a language's code

RULES = 2
"""Version of the rules; stored with each extraction, so that a change can be seen."""


def load_model(package: str, known: Known | None = None) -> Model:
    """Load the language model of an installed package by its import name.

    A paragraph that is `known` is not read again by the model; what it reads is kept there.
    Takes about a second and 300 MB. Raises `DatelineError` when it is not there or unusable.
    """
    from index.extract.parsing.model import load_model as load

    return load(package, known)


@cache
def model_language(package: str) -> str:
    """The code of the language that an installed model reads, as its package says; quickly.

    Of one that is not there, as its name says ("en_core_web_sm"), else English.
    """
    from importlib.util import find_spec

    begins = package.partition("_")[0]
    told: object = begins if len(begins) == _CODE else "en"
    try:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
            told = json.loads((Path(folder) / "meta.json").read_text(encoding="utf-8"))["lang"]
    except (ImportError, OSError, ValueError, KeyError, TypeError):
        pass  # it is loaded, or refused, by `load_model`
    return told if isinstance(told, str) else "en"


def by_language(language: str | None, package: str) -> ByLanguage:
    """How an article in this language is searched, and whether this model reads it.

    One whose language is unknown is taken for one in the model's.
    """
    reads = model_language(package)
    stemmer = STEMMERS.get(language or "en")
    if language in (None, reads):
        return ByLanguage(language, stemmer, True)
    told = f"it is in {language_name(language)}, and the model reads {language_name(reads)}"
    return ByLanguage(language, stemmer, False, told)


def extract(text: str, form: NewsForm | None = None, *, model: Model) -> Extraction:
    """The quotes and actors of a text, in order of place.

    Offsets are code points into `text` exactly as handed in, which may be any string at all.
    The headline, subheads and furniture of `form` yield no quotes and no actors, nor does a text
    whose language is known and is not the model's; without a form the whole text is body.
    """
    from index.extract.pipeline import extract as read

    return read(text, form, model=model)
