"""Offsets lead back to the exact characters of the text as it was handed in."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Extraction
from index.extract import extract
from index.extract.parsing.model import Model
from tests.extract.conftest import said

FRAGMENTS = st.sampled_from(
    [
        "“We will go,”", '"Never,"', "''It is over,''", " Maria Lopez said", " said he", ".",
        " said on Monday that", " Moscow wants peace", " he said", " according to the U.N.",
        "\n\n", "\n", "\u00a0", " ", "\ud83d", "\U0001f600", "\x00", "\x1b[31m", "é", "e\u0301",
        "“", "”", '"', "'", "’", " the report said", " Mr. Hu", " who", ":", ", adding that ",
        " said", " which it says", " —", "\r\n", "\u2028", " told reporters", "(AP)",
    ]
)  # fmt: skip


def check(text: str, found: Extraction) -> None:
    for quote in found.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.text
        assert 0 <= quote.confidence <= 1
        for start, end in quote.verbatim:
            assert quote.start <= start < end <= quote.end
        if quote.mention_span is not None:
            assert text[slice(*quote.mention_span)] == quote.mention
        if quote.cue_span is not None:
            assert text[slice(*quote.cue_span)] == quote.cue
    places = [(quote.start, quote.end) for quote in found.quotes]
    assert len(set(places)) == len(places)
    assert [quote.start for quote in found.quotes] == sorted(q.start for q in found.quotes)
    spans = [span for one in found.actors for span in one.mentions]
    assert len(set(spans)) == len(spans)
    for one in found.actors:
        assert one.count == len(one.mentions)
        assert all(0 <= a < b <= len(text) for a, b in one.mentions)
        assert {" ".join(text[a:b].split()) for a, b in one.mentions} == set(one.aliases)
    assert len({(one.name, one.kind) for one in found.actors}) == len(found.actors)


@settings(max_examples=60, deadline=None)
@given(parts=st.lists(FRAGMENTS, max_size=14))
def test_any_text_at_all_is_read(model: Model, parts: list[str]) -> None:
    text = "".join(parts)
    check(text, extract(text, model=model))


def test_text_that_is_not_canonical_keeps_its_own_offsets(model: Model) -> None:
    text = "\u00a0\u00a0Maria\u00a0Lopez said:\u00a0“It\u00a0is over.”"
    text += "\r\n\r\n\ud800 She said it was late."
    found = extract(text, model=model)
    check(text, found)
    assert said(found) == [("Maria Lopez", "It\u00a0is over."), ("Maria Lopez", "it was late")]


def test_a_paragraph_of_any_length_is_read_in_pieces(model: Model) -> None:
    text = "The river rose again that night and the town waited. " * 400
    text += "“The dam will hold,” Maria Lopez said."
    found = extract(text, model=model)
    check(text, found)
    assert said(found) == [("Maria Lopez", "The dam will hold,")]


def test_reading_twice_gives_the_same(model: Model) -> None:
    text = "“The dam will hold,” Maria Lopez told the U.N. in Geneva. She said it was new."
    assert extract(text, model=model) == extract(text, model=model)


def test_nothing_to_read_is_nothing_found(model: Model) -> None:
    for text in ("", " \n\n ", "...", '"'):
        assert extract(text, model=model) == Extraction()
