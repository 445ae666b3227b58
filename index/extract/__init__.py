"""Text to quotes, speakers and actors, by rules over a small language model.

The model and spaCy are loaded only by `load_model`: importing this package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.article import Extraction, NewsForm
    from index.extract.parsing.known import Known
    from index.extract.parsing.model import Model

RULES = 2
"""Version of the rules; stored with each extraction, so that a change can be seen."""


def load_model(package: str, known: Known | None = None) -> Model:
    """Load the language model of an installed package by its import name.

    A paragraph that is `known` is not read again by the model; what it reads is kept there.
    Takes about a second and 300 MB. Raises `DatelineError` when it is not there or unusable.
    """
    from index.extract.parsing.model import load_model as load

    return load(package, known)


def extract(text: str, form: NewsForm | None = None, *, model: Model) -> Extraction:
    """The quotes and actors of a text, in order of place.

    Offsets are code points into `text` exactly as handed in, which may be any string at all.
    The headline, subheads and furniture of `form` yield no quotes and no actors, nor does a text
    whose language is known and is not English; without a form the whole text is body.
    """
    from index.extract.pipeline import extract as read

    return read(text, form, model=model)
