"""Files in any encoding that newsrooms have used; what is no text is refused."""

from __future__ import annotations

import contextlib
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text import NotText, canonical, decode

_COPY = (
    "The minister said “we won’t go” — and the café’s owner, José, agreed. It cost £5 in 2012, "
    "he told reporters, but nobody had asked him to pay.\n"
)
_PLAIN = _COPY.translate(str.maketrans("“”’—", '""\'-'))


@pytest.mark.parametrize(
    ("encoding", "copy"),
    [
        ("utf-8", _COPY),
        ("utf-8-sig", _COPY),
        ("utf-16", _COPY),
        ("utf-32", _COPY),
        ("cp1252", _COPY),
        ("latin-1", _PLAIN),
        ("mac_roman", _COPY),
        ("ascii", "Plain wire copy.\n"),
    ],
)
def test_copy_is_read_in_the_encoding_it_was_written_in(encoding: str, copy: str) -> None:
    assert decode(copy.encode(encoding)) == copy


@pytest.mark.parametrize("said", ["latin-1", "ISO-8859-1", "us-ascii", " windows-1252 "])
def test_copy_that_is_said_to_be_latin1_is_in_what_people_mean_by_it(said: str) -> None:
    assert decode(_COPY.encode("cp1252"), said) == _COPY


@pytest.mark.parametrize("said", ["hex", "unicode_escape", "utf-7", "no such", "a\0b", "utf-8"])
def test_an_encoding_that_is_none_or_does_not_fit_is_not_believed(said: str) -> None:
    assert decode(b"Caf\xe9 \\x41 +AEE-", said) == "Café \\x41 +AEE-"


def test_a_mark_is_believed_sooner_than_what_is_said() -> None:
    assert decode(_COPY.encode("utf-8-sig"), "latin-1") == _COPY
    assert decode(_COPY.encode("utf-16"), "latin-1") == _COPY


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_told_by_its_zeros(encoding: str) -> None:
    plain = _COPY.translate(str.maketrans("“”’—", '""\'-'))
    assert decode(plain.encode(encoding)) == plain


def test_windows_marks_pasted_into_utf8_are_read_as_what_they_are() -> None:
    pasted = "The café, the façade and the rôle: ".encode() + b"\x93quoted\x94 words."
    assert decode(pasted) == "The café, the façade and the rôle: “quoted” words."


def test_russian_copy_of_the_nineties_is_readable() -> None:
    copy = "Министр иностранных дел России заявил во вторник, что переговоры продолжатся. " * 20
    assert decode(copy.encode("cp1251")) == copy


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 text follows", "PDF"),
        (b"{\\rtf1\\ansi text", "rich-text"),
        (b"PK\x03\x04word/document.xml", "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"\x1f\x8b\x08rest", "binary"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "binary"),
        (bytes(range(1, 9)) * 30, "binary"),
        (b"\xff\xfea\x00b", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        decode(data)


def test_some_control_characters_in_a_short_text_do_not_make_it_binary() -> None:
    copy = "^The \x11talks\x12 are off\x03\n" + _PLAIN
    assert decode(copy.encode("latin-1")) == copy


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_without_a_zero_are_binary(seed: int) -> None:
    data = hashlib.shake_256(bytes([seed])).digest(2000).replace(b"\0", b"")
    with pytest.raises(NotText, match="binary"):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused_as_no_text(data: bytes) -> None:
    with contextlib.suppress(NotText):
        text = decode(data)
        assert canonical(text) == canonical(canonical(text))
