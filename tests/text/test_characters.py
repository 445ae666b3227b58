"""Canonical text and folding: what every offset in an archive rests on."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text import canonical, fold, one_line, sha256

# Letters, marks and white space of news, and everything that files are attacked with.
_HOSTILE = "\x1b[]0;31m\x07\x9b\x90\r\n\t\x0b\x0c\x85\u2028\u2029\u202e\u2066\ufeff\u00ad\u200b"
_NEWS = "aé e\u0301 ü\u0344 \u0958 “”‘’«»- –—\u00a0\u2009.,!?…"
texts = st.text(alphabet=st.sampled_from(_HOSTILE + _NEWS) | st.characters(), max_size=200)


@given(texts)
def test_canonical_text_is_canonical_already(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(texts)
def test_no_control_character_survives_but_the_line_feed(text: str) -> None:
    kept = [ch for ch in canonical(text) if unicodedata.category(ch) in ("Cc", "Cs")]
    assert set(kept) <= {"\n"}
    assert not set(canonical(text)) & set("\u202a\u202e\u2066\u2069\u200e\ufeff\u00ad\u200b\u061c")


@given(texts)
def test_folding_keeps_every_place(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    for printed, plain in zip(text, folded, strict=True):
        assert plain == printed or plain in "'\" -"


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("one\r\ntwo\rthree\x0bfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("a\tb\u00a0c", "a b c"),
        ("co\u00adop\u200berate", "cooperate"),
        ("\ufeffBEIJING", "BEIJING"),
        ("\x1b]0;owned\x07", "\ufffd]0;owned\ufffd"),
        ("cafe\u0301", "café"),
        ("family \U0001f468\u200d\U0001f469", "family \U0001f468\u200d\U0001f469"),
        ("  two spaces, end  \n", "  two spaces, end  \n"),
    ],
)
def test_what_becomes_of_the_characters_of_a_file(printed: str, kept: str) -> None:
    assert canonical(printed) == kept


def test_a_pile_of_accents_is_broken_where_no_script_piles_more() -> None:
    piled = "a" + "\u0301\u0327" * 20_000
    kept = canonical(piled)
    assert kept.count("\u0301") + kept.count("\u0327") >= 39_000
    assert "\u034f" in kept
    assert canonical(kept) == kept


def test_marks_of_every_make_fold_to_the_plain_ones() -> None:
    assert fold("“Nous” «ici» ‘so’ don’t cease‑fire") == '"Nous" "ici" \'so\' don\'t cease-fire'


def test_a_file_name_is_shown_on_one_line_without_its_escapes() -> None:
    shown = one_line("evil\n\x1b[31mname\udcff.txt")
    assert shown == "evil \ufffd[31mname\ufffd.txt"


def test_the_hash_is_that_of_the_text_as_utf8() -> None:
    assert sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_pile_of_marks_is_broken_wherever_it_stands() -> None:
    for before in range(70):
        for mark in ("\u0301", "\u0344", "\u20d7", "\U0001d165"):
            made = canonical("x" * before + mark * 40 + "y")
            assert "\u034f" in made, (before, ascii(mark))
            assert canonical(made) == made
    assert "\u034f" not in canonical("x" + "\u0323" * 29 + "y")


def test_every_character_alone_is_settled_as_the_rules_say() -> None:
    kept = "\n \u200c\u200d\u2013\u2019\u00e9\u05d0\u4e2d\U0001f600"
    assert canonical(kept) == kept
    for point in (*range(0x20), *range(0x7F, 0xA1), 0xAD, 0x200B, 0x2028, 0x202E, 0xFEFF, 0xE0041):
        made = canonical(f"a{chr(point)}b")
        assert made in ("ab", "a b", "a\nb", "a\ufffdb"), hex(point)
        assert made != f"a{chr(point)}b" or chr(point) in "\n "
