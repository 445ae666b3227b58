"""Which terms a text is cut into."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.fulltext.analysis import TAIL, tails_of, tokens
from index.fulltext.stems import family_prefix, stem
from index.text import canonical

TERMS = [
    ("Peace Plan", ["peace", "plan"]),
    ("U.N.", ["un"]),
    ("UN", ["un"]),
    ("the U.S. and", ["the", "us", "and"]),
    ("U.N.'s", ["un"]),
    ("a.m.", ["am"]),
    ("J.K. Rowling", ["jk", "rowling"]),
    ("U.Nations", ["u", "nations"]),
    ("Annan's", ["annan"]),
    ("Annan’s", ["annan"]),
    ("Syrians'", ["syrians"]),
    ("O'Brien", ["obrien"]),
    ("O’Brien’s", ["obrien"]),
    ("don't", ["dont"]),
    ("'truce'", ["truce"]),
    ("9,000", ["9000"]),
    ("$1,234,567.50", ["1234567.50"]),
    ("3.5bn", ["3.5bn"]),
    ("1,2", ["1", "2"]),
    ("AT&T", ["at&t"]),
    ("C++ and C#", ["c++", "and", "c#"]),
    ("word#", ["word"]),
    ("10:30", ["10", "30"]),
    ("snake_case", ["snake", "case"]),
    ("Café", ["cafe"]),
    ("Łódź Ærø Straße Þórr", ["lodz", "aero", "strasse", "thorr"]),
    ("İstanbul ISPARTA ısparta", ["istanbul", "isparta", "isparta"]),
    ("日本語", ["日", "本", "語"]),
    ("10-15", ["10", "15"]),
    ("al-Assad's", ["al", "assad", "alassad"]),
    ("U.N.-backed", ["un", "backed", "unbacked"]),
    ("cease\u2011fire", ["cease", "fire", "ceasefire"]),
    ("inter-\nvention", ["inter", "vention", "intervention"]),
    ("pro-cease-fire", ["pro", "cease", "fire", "procease", "ceasefire", "proceasefire"]),
    ("Moscow - Beijing", ["moscow", "beijing"]),
]


@pytest.mark.parametrize(("text", "terms"), TERMS, ids=[repr(text) for text, _ in TERMS])
def test_a_text_is_cut_into_these_terms(text: str, terms: list[str]) -> None:
    assert [token.term for token in tokens(text) if TAIL not in token.term] == terms


def test_a_compound_stands_whole_and_in_parts() -> None:
    text = "a cease-fire deadline"
    standing = [
        (token.position, token.term, text[token.start : token.end]) for token in tokens(text)
    ]
    assert standing == [
        (0, "a", "a"),
        (1, "cease", "cease"),
        (2, "fire", "fire"),
        (1, "ceasefire", "cease-fire"),
        (2, tails_of("ceasefire") + "5", "fire"),
        (3, "deadline", "deadline"),
    ]


def test_no_position_follows_directly_across_a_stretch_left_out() -> None:
    text = "peace READ MORE plan"
    first, second = tokens(text, [(0, 6), (16, 20)])
    assert (first.term, second.term) == ("peace", "plan")
    assert second.position > first.position + 1


@given(st.text())
def test_every_letter_and_figure_belongs_to_a_term(raw: str) -> None:
    text = canonical(raw)
    covered: set[int] = set()
    for token in tokens(text):
        assert token.term
        assert 0 <= token.start < token.end <= len(text)
        covered.update(range(token.start, token.end))
    assert all(at in covered for at, char in enumerate(text) if char.isalnum())


LATIN = st.characters(min_codepoint=0x20, max_codepoint=0x17F)


@example("A.\u0112")  # an acronym of marked letters
@given(st.text(alphabet=LATIN))
def test_both_unicode_forms_have_the_same_terms(raw: str) -> None:
    text = canonical(raw)
    apart = unicodedata.normalize("NFD", text)
    assert [(t.term, t.position) for t in tokens(text)] == [
        (t.term, t.position) for t in tokens(apart)
    ]


@pytest.mark.parametrize("word", ["café", "Ångström", "naïve", "São", "Đorđe", "façade", "Čech"])
def test_accents_in_either_unicode_form_make_no_difference(word: str) -> None:
    forms = {
        tuple(token.term for token in tokens(unicodedata.normalize(form, word)))
        for form in ("NFC", "NFD")
    }
    assert len(forms) == 1
    assert next(iter(forms))[0].isascii()


HOSTILE = [
    *("a." * 50_000 + "bb", "1," + "000," * 50_000 + "1", "a-" * 50_000 + "b", "a'" * 50_000),
    *("a" * 200_000, "a\u0301" * 50_000, "+" * 100_000, "-\n" * 50_000, "1." * 50_000),
]


@pytest.mark.parametrize("text", HOSTILE, ids=[repr(text[:4]) for text in HOSTILE])
def test_hostile_runs_are_cut_too(text: str) -> None:
    assert all(token.end <= len(text) for token in tokens(text))


SAME_STEM = [
    ("plan", "plans"),
    ("urged", "urges"),
    ("policy", "policies"),
    ("die", "died"),
    ("use", "used"),
    ("ceasefire", "ceasefires"),
    ("sanction", "sanctioned"),
    ("sensible", "sensibly"),
    ("employability", "employable"),
]
OTHER_STEM = [
    ("us", "use"),
    ("un", "uns"),
    ("news", "new"),
    ("united", "unit"),
    ("police", "policy"),
    ("his", "hi"),
]


@pytest.mark.parametrize(("one", "other"), SAME_STEM)
def test_forms_of_a_word_share_a_stem_and_are_found_by_its_beginning(one: str, other: str) -> None:
    assert stem(one) == stem(other)
    assert family_prefix(one) == family_prefix(other)
    assert one.startswith(family_prefix(one))
    assert other.startswith(family_prefix(one))


@pytest.mark.parametrize(("one", "other"), OTHER_STEM)
def test_words_of_other_meaning_are_kept_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)
