"""The four forms of export: exact words, both selectors, and nothing that anything would run."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from index.article import Cited, DatelineError, Quote
from index.export import FORMATS, cite, render
from index.text import canonical

MakeCited = Callable[..., Cited]

MARKUP = [
    "# a heading", "#", "> quoted", "- item", "+ item", "* item", "-", "---", "-- -", "===",
    "1. item", "12) item", "1.", "***", "___", "``` code", "~~~", "`code`", "*emphasis*",
    "_emphasis_", "snake_case", "**strong**", "~~struck~~", "<script>alert(1)</script>",
    "<!-- gone -->", "<http://example.org>", "&amp;", "&#65;", "& co", "AT&T;", "[he]",
    "[a](http://b.c)", "![a](b)", "[a]: http://b.c", "[^1]", "[^1]: note", "ends in ]",
    "ends in !", "| a | b |", "|---|---|", "a | b", "--- | ---", "$20 and $30", "US$x$",
    "    indented", " ", "   ", "trailing  ", "back\\slash", "end\\", "\\* star", "a  b",
    "\u3000wide", "2^10^", "“curly” ‘marks’", "=1+1", "@handle", "-5 degrees", "'=x", "",
    "- [ ] task", "Setext\n===", "a\n---", "\u0301combining", "<b>bold</b>", "</div>",
]  # fmt: skip
PASSAGES = st.one_of(
    st.lists(st.sampled_from(MARKUP), min_size=1, max_size=6).map("\n".join),
    st.lists(st.sampled_from(MARKUP), min_size=1, max_size=4).map("".join),
    st.text(min_size=1),
    st.text(alphabet="a1 .)\n\\`*_{}[]<>()#+-=!|~&;^$:\"'@", min_size=1, max_size=40),
).map(canonical).filter(bool)  # fmt: skip


def from_markdown(exported: str) -> str:
    """The exact words, by the rule that the export documents, from a file of one passage."""
    lines = []
    for line in exported.split("\n"):
        if not line.startswith(">"):
            break
        lines.append(line[2:])
    words = "\n".join(lines)
    assert words.endswith("[^1]")
    words = words.removesuffix("[^1]")
    undo = re.compile(r"\\\n|\\([!-/:-@\[-`{-~])|&#(\d+);")
    return undo.sub(lambda m: m[1] or (chr(int(m[2])) if m[2] else "\n"), words)


def rendered(exported: str) -> str:
    """What a person sees of the first block quote, on a page made by a Markdown renderer."""
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(exported)
    quote = page[: page.index("</blockquote>") + len("</blockquote>")]
    tags = set(re.findall(r"</?(\w+)", quote))
    assert tags <= {"blockquote", "p", "br"}, f"markup was made of a passage: {tags}"
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", quote)).split())


@settings(max_examples=400, deadline=None)
@given(words=PASSAGES)
@example(words="Ura!")
@example(words="a [he]")
@example(words="a\n\n\n    b  \n")
@example(words="\n")
@example(words="x\\")
@example(words="x\\ ")
def test_a_markdown_page_shows_the_words_and_gives_them_back(cited: MakeCited, words: str) -> None:
    exported = render([cited(words)], "markdown")
    assert from_markdown(exported) == words
    assert rendered(exported) == " ".join((words + "[^1]").split())


def test_ordinary_copy_stands_in_markdown_as_it_is(seed: Cited) -> None:
    copy = 'Lavrov said [Annan\'s] plan — "U.N.-backed" (and $20 billion) e-mail: a_b@c.d.'
    for words in (seed.passage.exact, copy):
        exported = render([Cited(_with(seed, words).passage, seed.article)], "markdown")
        assert exported.startswith(f"> {words}[^1]\n")


def _with(cited: Cited, exact: str) -> Cited:
    return replace(cited, passage=replace(cited.passage, exact=exact))


def test_paragraphs_stay_paragraphs_and_lines_stay_lines(cited: MakeCited) -> None:
    exported = render([cited("One.\nTwo.\n\nThree.")], "markdown")
    assert exported.splitlines()[:4] == ["> One.\\", "> Two.", ">", "> Three.[^1]"]


def test_each_markdown_footnote_cites_its_own_passage(cited: MakeCited, seed: Cited) -> None:
    other = cited("Other *words*.", note="a *note*", tags=("x",))
    other = replace(other, article=replace(other.article, id="another"))
    exported = render([seed, other], "markdown")
    first, second = exported.splitlines()[-3::2]
    assert first.startswith("[^1]: Gleb Bryanski and Chris Buckley, ")
    assert second.startswith('[^2]: "syria plan.txt," n.d., paragraph 4. ')
    assert seed.passage.text_sha256 in first
    assert f"Characters: {seed.passage.start} to {seed.passage.end}" in first
    assert "\nNote: a \\*note\\*\n\nTags: x\n" in exported


def test_an_article_is_cited_in_full_once_and_then_in_short(seed: Cited) -> None:
    later = replace(seed, passage=replace(seed.passage, paragraph=7, start=900, end=950))
    full, brief = render([seed, later], "markdown").splitlines()[-3::2]
    assert full.count(seed.passage.text_sha256) == full.count(seed.passage.file_sha256) == 1
    assert brief == (
        '[^2]: "Putin, Hu Urge Support for Syria Peace Plan," paragraph 7 (article and file as in '
        "note 1). In it: Vladimir Putin (paraphrased); Characters: 900 to 950, end exclusive."
    )


@settings(max_examples=200, deadline=None)
@given(words=PASSAGES)
@example(words="'=1+1")
@example(words="''@x")
@example(words="'tis")
@example(words=" =1+1")
@example(words="＝1+1")
def test_a_csv_cell_gives_the_words_back_and_is_never_a_formula(
    cited: MakeCited, words: str
) -> None:
    exported = render([cited(words)], "csv")
    [row] = csv.DictReader(io.StringIO(exported, newline=""))
    cell = row["exact"]
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    if re.match(r"'+\s*[=+\-@＝＋－＠]", cell):
        cell = cell[1:]
    assert cell == words


def test_the_table_is_rfc_4180(seed: Cited, cited: MakeCited) -> None:
    exported = render([seed, cited('He said, "no".\nThen left.', tags=("=cmd", "b"))], "csv")
    header, first, *_ = exported.split("\r\n")
    assert header.startswith("id,article,exact,")
    assert exported.endswith("\r\n")
    assert '"He said, ""no"".\nThen left."' in exported
    rows = list(csv.DictReader(io.StringIO(exported, newline="")))
    assert [row["start"] for row in rows] == [str(seed.passage.start)] * 2
    assert rows[0]["date"] == "2012-06-05"
    assert (rows[0]["date_basis"], rows[0]["date_reason"]) == ("inferred", "from the photo caption")
    assert (rows[1]["date"], rows[1]["date_basis"]) == ("", "unknown")
    assert rows[1]["tags"] == "'=cmd; b"
    assert first.count("Gleb Bryanski; Chris Buckley") == 1


@settings(max_examples=200, deadline=None)
@given(words=PASSAGES, note=st.text())
def test_json_gives_the_words_back(cited: MakeCited, words: str, note: str) -> None:
    exported = render([cited(words, note=note)], "json")
    [annotation] = json.loads(exported)
    quote, position = annotation["target"]["selector"]
    assert quote["exact"] == annotation["passage"]["exact"] == words
    assert position["end"] - position["start"] == len(words)
    assert annotation["passage"]["note"] == note
    exported.encode("utf-8")  # lone surrogates are written by number


def test_json_is_a_web_annotation_with_both_selectors(seed: Cited) -> None:
    [annotation] = json.loads(render([seed], "json"))
    passage = seed.passage
    assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert annotation["type"] == "Annotation"
    assert annotation["id"].startswith("urn:uuid:")
    assert annotation["target"]["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": passage.exact,
            "prefix": passage.prefix,
            "suffix": passage.suffix,
        },
        {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
    ]
    assert annotation["passage"] == passage.to_json()
    assert annotation["article"] == seed.article.to_json()
    assert annotation["speakers"] == ["Vladimir Putin"]
    assert annotation["quotes"] == [quote.to_json() for quote in seed.quotes]
    assert "body" not in annotation
    assert "created" not in annotation


def test_notes_and_tags_are_bodies_of_the_annotation(cited: MakeCited) -> None:
    [annotation] = json.loads(render([cited("Words.", note="why", tags=("un",))], "json"))
    assert [(body["purpose"], body["value"]) for body in annotation["body"]] == [
        ("commenting", "why"),
        ("tagging", "un"),
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_no_escape_sequence_comes_out(cited: MakeCited, form: str) -> None:
    from index.article import Fact

    evil = "\x1b]52;c;eA==\x07\x1b[2J\x9b31m\u202egnp.exe\u2066\x7f\x00\u200b\r\udc80"
    exported = render(
        [
            cited(
                "a" + evil + "b",
                note=evil,
                tags=(evil,),
                files=(f"/x/{evil}.txt",),
                quotes=(Quote(60, 70, "mixed", evil, ((0, 200),), evil),),
                title=Fact(evil, "stated"),
                outlet=Fact(evil, "inferred", evil),
                byline=Fact((evil,), "stated"),
                url=Fact(evil, "stated"),
            )
        ],
        form,
    )
    assert not re.search(
        "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]",
        exported,
    )
    assert "\r" not in exported.replace("\r\n", "")


def test_nothing_to_export_is_an_empty_document_of_its_kind() -> None:
    assert render([], "markdown") == render([], "text") == ""
    assert json.loads(render([], "json")) == []
    assert render([], "csv").count("\r\n") == 1


def test_plain_text_holds_each_passage_as_it_stands(seed: Cited, cited: MakeCited) -> None:
    other = cited("One.\n\n    Two.")
    assert render([seed, other], "text") == f"{cite(seed)}\n\n* * *\n\n{cite(other)}\n"


def test_a_format_that_is_none_is_told_with_those_that_are(seed: Cited) -> None:
    with pytest.raises(DatelineError, match="markdown, text, csv, json"):
        render([seed], "word")
