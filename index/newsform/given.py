"""What is said of an article beside its text, as a dump says it, laid over what the text tells.

A fact given so is stated, and counts more than one read in the text: it was written down for
that purpose. Where the text stands, what is furniture and what is body is read in the text alone.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.article import Fact, NewsForm
from index.newsform.blocks import Block
from index.newsform.credits import bare_names, read_byline
from index.newsform.days import days_in, iso
from index.newsform.headlines import without_site
from index.text import fold

Given = Mapping[str, tuple[str, ...]]
"""By field, each value in one line: title, date, updated, outlet, agency, author, language, url."""

_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_FIGURES = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{6})?(?:T.*)?\Z")
_SECONDS = re.compile(r"(\d{9,10})(?:\.\d*)?\Z")
_MILLISECONDS = re.compile(r"(\d{12,13})\Z")
_FIRST_YEAR, _LAST_YEAR = 1600, 2199
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=\Z|[-_])")
_WORD = re.compile(r"\w+")
_LONGEST_SITE = 80
_AMONG = 4
"""Paragraphs at the head among which a headline that was given is looked for."""


def headline_given(title: str, blocks: Sequence[Block]) -> Block | None:
    """The paragraph at the head of the text that is this headline; None if none is.

    Case, marks and spacing aside; a site's name may stand behind it.
    """
    wanted = _words(title)
    for block in blocks[:_AMONG] if wanted else ():
        if len(block.text) > 2 * len(title) + _LONGEST_SITE:
            continue
        if wanted in (_words(block.text), _words(without_site(block.text)[0])):
            return block
    return None


def laid_over(form: NewsForm, given: Given) -> NewsForm:
    """The form with the facts that were given in the place of those read in the text."""
    facts: dict[str, Fact[str | None]] = {
        field: Fact(given[field][0], "stated")
        for field in ("title", "outlet", "agency", "url")
        if field in given
    }
    for field in ("date", "updated"):
        if field in given and (day := _day(given[field][0])) is not None:
            facts[field] = day
    if "language" in given and (code := _LANGUAGE.match(given["language"][0].lower())):
        facts["language"] = Fact(code[0], "stated")
    byline = Fact(_people(given["author"]), "stated") if "author" in given else form.byline
    return replace(form, byline=byline, **facts)  # type: ignore[arg-type]


def _day(told: str) -> Fact[str | None] | None:
    """A day as a database writes it, or as a person does; None if it is none."""
    if (match := _ISO.match(told) or _FIGURES.match(told)) is not None:
        year, month, day = (int(part) for part in match.groups())
        plain = iso(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
        return Fact(plain, "stated") if plain else None
    for pattern, a_second in ((_SECONDS, 1), (_MILLISECONDS, 1000)):
        if (match := pattern.match(told)) is not None:
            moment = datetime.datetime.fromtimestamp(int(match[1]) / a_second, datetime.UTC)
            return Fact(moment.date().isoformat(), "stated")
    for found in days_in(told):
        if (plain := found.iso()) is not None:
            if found.swapped is None:
                return Fact(plain, "stated")
            return Fact(plain, "inferred", "the figures were read with the month first")
    return None


def _people(authors: Sequence[str]) -> tuple[str, ...]:
    """The names, as a byline names them; the words as they were given where they are none."""
    names: list[str] = []
    for told in authors:
        for part in told.split(";"):
            found = read_byline(part) or bare_names(part)
            people = found.people if found else ()
            names.extend(people or filter(None, [part.strip()]))
    return tuple(dict.fromkeys(names))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).casefold())
