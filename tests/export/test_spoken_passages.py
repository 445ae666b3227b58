"""A passage that is somebody's words: marked as such, and named with its speaker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given, settings

from index.article import Cited, QuoteKind
from index.export import cite, render
from index.export.parsing import exported
from tests.export.conftest import BEFORE, said
from tests.export.test_formats import PASSAGES, rendered

MakeCited = Callable[..., Cited]

WORDS = "We will go [home]!"


def spoken(
    cited: MakeCited,
    words: str = WORDS,
    kind: QuoteKind = "direct",
    speaker: str | None = "Ruth Okafor",
    *,
    corrected: bool = False,
) -> Cited:
    """A passage that is the words of one speaker from end to end."""
    start = len(BEFORE)
    told = replace(
        said(words, words, kind, speaker), start=start, end=start + len(words), corrected=corrected
    )
    return cited(words, quotes=(told,))


@pytest.mark.parametrize(
    ("kind", "speaker", "quoted", "line"),
    [
        ("direct", "Ruth Okafor", f"“{WORDS}”[^1]", "— Ruth Okafor"),
        ("direct", None, f"“{WORDS}”[^1]", "— speaker unknown"),
        ("mixed", "Ruth Okafor", f"{WORDS}[^1]", "— Ruth Okafor, partly quoted"),
        ("indirect", "Ruth Okafor", f"{WORDS}[^1]", "— Ruth Okafor, paraphrased"),
    ],
)
def test_in_markdown_the_speaker_stands_below_and_direct_speech_in_marks(
    cited: MakeCited, kind: QuoteKind, speaker: str | None, quoted: str, line: str
) -> None:
    page = render([spoken(cited, kind=kind, speaker=speaker)], "markdown")
    assert rendered(page) == quoted
    assert page.split("\n\n")[1] == line


def test_a_passage_that_only_holds_somebody_s_words_is_left_as_it_is(cited: MakeCited) -> None:
    words = "“We will go,” she said."
    told = said(words, "We will go,", "direct", "Okafor")
    page = render([cited(words, quotes=(told,))], "markdown")
    assert page.startswith(f"> {words}[^1]\n\n[^1]: ")


def test_words_that_have_their_marks_get_no_second_pair(cited: MakeCited) -> None:
    assert rendered(render([spoken(cited, "“We will go.”")], "markdown")) == "“We will go.”[^1]"


def test_a_part_of_direct_speech_is_marked_too(cited: MakeCited) -> None:
    whole = spoken(cited, "We will go, and we will stay.")
    part = replace(whole.passage, exact="we will stay", start=whole.passage.start + 16)
    part = replace(part, end=part.start + len(part.exact))
    page = render([replace(whole, passage=part)], "markdown")
    assert rendered(page) == "“we will stay”[^1]"


def test_the_note_says_that_the_marks_are_no_part_of_the_words(cited: MakeCited) -> None:
    note = render([spoken(cited)], "markdown").splitlines()[-1]
    assert "Quotation marks: those around the passage are no part of it" in note


@settings(max_examples=200, deadline=None)
@given(words=PASSAGES)
@example(words="&ldquo;so&rdquo;")
@example(words="“so”")
@example(words="so&rdquo;[^1]")
@example(words="a\n\n")
def test_the_exact_words_come_back_out_of_the_marks(cited: MakeCited, words: str) -> None:
    page = render([spoken(cited, words)], "markdown")
    assert [found.exact for found in exported(page)] == [words]
    marked = words[0] in '“„‟«‹"' and words[-1] in '”»›"'
    shown = words if marked else f"“{words}”"
    assert "".join(rendered(page).split()) == "".join(f"{shown}[^1]".split())


def test_a_speaker_that_a_person_set_is_said_to_be(cited: MakeCited) -> None:
    by_hand, by_machine = spoken(cited, corrected=True), spoken(cited)
    assert "In it: Ruth Okafor (quoted; speaker set by the reader)" in cite(by_hand)
    assert "speaker set" not in cite(by_machine)
    page = render([by_hand], "markdown")
    assert "\n\n— Ruth Okafor (speaker set by the reader)\n\n" in page
