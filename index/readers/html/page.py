"""A web page: the article on it, and what it says of that article."""

from __future__ import annotations

import re
from html import unescape

from index.readers import deliveries
from index.readers.composing import Paragraph, composed
from index.readers.format import Whole
from index.readers.head import Head
from index.readers.html.body import Body, body_of
from index.readers.html.encodings import decoded
from index.readers.html.facts import facts_of
from index.readers.html.fragments import begins_as_page, fragment, is_marked_up
from index.readers.html.guessing import guessed_day
from index.readers.html.said import Said, said_by
from index.readers.html.trees import tree_of
from index.readers.html.words import tokens
from index.readers.raw import Bounds, Document, RawArticle, Read, Unreadable, larger_than

_TAG = re.compile(
    r"<(?:/?[a-z][a-z0-9]{0,10}\b[^<>]{0,2000}|!doctype [^<>]{0,300})>", re.IGNORECASE
)
_TAGS = 3
_TAGS_WITHIN = 8192
_LARGEST = 16 << 20
"""Characters; pages are a hundredth of that, pictures within them aside."""
_IN_LINE = re.compile(r"data:[\w/+.;=-]{1,100};base64,[A-Za-z0-9+/=]*")
_FEWEST = 25  # words of running copy that are an article, where the page does not say it is one
_FEWEST_TOLD = 8  # words, of lines and all, that are one where the page does say so
_LONG = 250  # words of an article that stands for itself, whatever else is on the page
_LONGEST_WALL = 150  # words of what asks for consent, or says that something is not there
_SHELL = 80  # words of a page that its scripts fill in
_LIST = 6  # beginnings of other articles
_MOSTLY_LINKS = 0.5
_WALLS = (
    (
        re.compile(
            r"before you continue|\b(?:cookie|privacy|consent)\b.*\b(?:choices?|settings?|"
            r"preferences|consent|wall|policy)\b|your privacy|manage (?:cookies|consent)",
            re.IGNORECASE,
        ),
        "a page that asks for consent, in the place of the article",
    ),
    (
        re.compile(
            r"are you (?:a )?(?:robot|human)|just a moment|attention required|access denied|"
            r"verify (?:that )?you|security check|captcha|forbidden|unusual traffic",
            re.IGNORECASE,
        ),
        "a page that was refused by the site",
    ),
    (
        re.compile(
            r"\bnot found\b|\b404\b|page (?:can't|cannot|could not) be found|no longer "
            r"available|page unavailable|something went wrong|server error",
            re.IGNORECASE,
        ),
        "a page that says that the article is not there",
    ),
)
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_LINKED_DESCRIPTIONS = ("description", "alternativeHeadline", "abstract")
_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".shtml"))


def _tells(head: Head) -> bool:
    text = head.text if head.text is not None else head.data.decode("latin-1").replace("\0", "")
    if "<" not in text:
        return False
    return begins_as_page(text) or (
        head.suffix in _SUFFIXES and len(_TAG.findall(text[:_TAGS_WITHIN])) >= _TAGS
    )


def _articles(document: Document, _: Bounds) -> Read:
    html = _IN_LINE.sub("", decoded(document.data))
    if len(html) > _LARGEST:
        raise Unreadable(larger_than(_LARGEST))
    if (delivered := deliveries.split_page(html)) is not None:
        yield from delivered
        return
    try:
        tree = tree_of(html)
        said = said_by(tree, html)
        facts = facts_of(said)
        stated = max(said.linked.texts("articleBody"), key=len, default=None)
        body = body_of(
            tree,
            stated=stated,
            titles=facts.titles,
            descriptions=(*said.meta(*_DESCRIPTIONS), *said.linked.texts(*_LINKED_DESCRIPTIONS)),
        )
    except RecursionError:
        raise Unreadable("its tags are nested too deeply") from None
    paragraphs = list(body.paragraphs)
    if body.words < _FEWEST and stated is not None and len(tokens(stated)) > max(body.words, 12):
        # A page that is only filled in by its scripts may have the article in its data.
        paragraphs = _paragraphs_of(said)
    elif (reason := _none(said, body)) is not None:
        raise Unreadable(reason)
    if "date" not in facts.given and (guess := guessed_day(tree, facts.given)) is not None:
        facts.guessed["date"] = guess
    text, marks = composed(paragraphs)
    yield RawArticle(text, facts.given, facts.guessed, marks, marked=True)


def _paragraphs_of(said: Said) -> list[Paragraph]:
    """The article's body as the page's data have it."""
    told = [value for value in said.linked.each("articleBody") if isinstance(value, str)]
    body = max(told, key=len)
    if is_marked_up(body):
        return fragment(body)
    lines = unescape(body).splitlines()
    return [(None, line) for line in lines]


def _none(said: Said, body: Body) -> str | None:
    """Why there is no article on a page; None where there is one."""
    title = " ".join((said.title, *said.headings[:1]))
    if body.words < _LONGEST_WALL and not said.linked.articles:
        for pattern, reason in _WALLS:
            if pattern.search(title):
                return reason
    lines = body.told >= _FEWEST_TOLD and body.linked <= _MOSTLY_LINKS
    if said.is_article and (body.words or lines):
        return None
    if body.listed >= _LIST and body.words < _LONG:
        return "a page that lists articles, and no article"
    if body.words < _FEWEST and not (lines and said.is_one_element):
        if body.around < _SHELL and said.tree.find(".//script") is not None:
            return "a page that only its scripts fill in, and these are not run"
        return "a page without an article"
    if body.linked > _MOSTLY_LINKS:
        return "a page of links, and no article"
    return None


FORMAT = Whole("html", 1, _tells, _articles)
