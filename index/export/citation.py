"""The citation of a passage: what every form of export says of where the words stand.

The order is that of a newspaper citation in a note: author, "headline," outlet, day. What is
inferred says so there, and why among the facts that follow; an unknown day is "n.d."; nothing
else that is unknown appears.
"""

from __future__ import annotations

import re

from index.article import FACTS, Article, Cited, Fact, page_named
from index.export.speech import in_it, marks_left_out
from index.text import one_line

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CITED = {
    "title": "headline",
    "date": "date",
    "updated": "update",
    "outlet": "outlet",
    "agency": "agency",
    "byline": "author",
    "url": "URL",
}
"""The facts that a citation may hold, and what it calls them."""
_MARKED = "those around the passage are no part of it"
_DOUBLE_MARKS = str.maketrans({'"': "'", "\u201c": "\u2018", "\u201d": "\u2019"})


def citation(cited: Cited) -> str:
    """One line that cites the passage, from the author to the paragraph, with its full stop."""
    form = cited.article.form
    parts = []
    if form.byline.value:
        parts.append(_marked(form.byline, _listed(form.byline.value)) + ",")
    parts.append(_headline(cited.article))
    if form.outlet.value:
        parts.append(_marked(form.outlet, form.outlet.value) + ",")
    parts.append(_marked(form.date, day(form.date.value)) if form.date.value else "n.d.")
    if form.updated.value:
        parts[-1] += ","
        parts.append("updated " + _marked(form.updated, day(form.updated.value)))
    return _ended(_with_place(parts, cited))


def short(cited: Cited, note: int) -> str:
    """The citation of a further passage of an article that note number `note` cites in full."""
    parts = _with_place([_headline(cited.article, plain=True)], cited)
    return _ended([*parts, f"(article and file as in note {note})"])


def place(cited: Cited, *, marked: bool = False) -> list[tuple[str, str]]:
    """What is to be known of this passage alone, as name and value, each one line.

    `marked`: it was put in quotation marks that are not the article's.
    """
    passage = cited.passage
    facts = [
        ("In it", in_it(cited)),
        ("Quotation marks", _MARKED if marked else marks_left_out(cited)),
        ("Characters", f"{passage.start} to {passage.end}, end exclusive"),
    ]
    if passage.source_removed:
        facts.append(("Source", "removed from the archive; these are the words kept"))
    if passage.source_changed:
        facts.append(("Source", "changed since the passage was kept; these are the words kept"))
    return _lines(facts)


def source(cited: Cited) -> list[tuple[str, str]]:
    """What holds of the article and leads back to its file, as name and value, each one line."""
    passage, form = cited.passage, cited.article.form
    agency = form.agency.value if form.agency.value != form.outlet.value else None
    facts = [
        ("Agency", agency or ""),
        ("Inferred", _inferred(cited.article)),
        ("URL", form.url.value or ""),
    ]
    if passage.file_sha256 == passage.text_sha256:
        facts.append(("File and text SHA-256", passage.file_sha256))
    else:
        facts.append(("File SHA-256", passage.file_sha256))
        facts.append(("Text SHA-256", passage.text_sha256))
    # The names come last: whatever they hold, nothing behind them can be mistaken for it.
    facts.append(("Part of the file", cited.article.place))
    return _lines([*facts, ("File", file_name(cited.article))])


def day(iso: str) -> str:
    """An ISO day as a citation writes it: "2012-06-05" is "June 5, 2012"."""
    match = _DAY.fullmatch(iso)
    if not match or not 1 <= int(match[2]) <= 12:
        return iso
    return f"{_MONTHS[int(match[2]) - 1]} {int(match[3])}, {match[1]}"


def file_name(article: Article) -> str:
    """The name of the article's file, without its folders, which are the person's own matter."""
    return one_line(article.files[0].rsplit("/", 1)[-1]) if article.files else ""


def _lines(facts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, one_line(value)) for name, value in facts if value]


def _ended(parts: list[str]) -> str:
    line = " ".join(one_line(part) for part in parts)
    return line if line.endswith(".") else line + "."


def _with_place(parts: list[str], cited: Cited) -> list[str]:
    """The parts with the page and the number of the paragraph, and the comma before them."""
    passage = cited.passage
    places = [page_named(passage.page)] if passage.page else []
    if passage.paragraph is not None:
        places.append(f"paragraph {passage.paragraph}")
    if not places:
        return parts
    comma = "" if parts[-1].endswith((',"', '?"', '!"')) else ","
    return [*parts[:-1], parts[-1] + comma, ", ".join(places)]


def _headline(article: Article, *, plain: bool = False) -> str:
    """The headline in quotation marks; marks inside become single ones, as citations do."""
    words = one_line(article.title).translate(_DOUBLE_MARKS)
    if article.form.title.basis == "inferred" and not plain:
        return f'"{words}" (headline inferred),'
    return f'"{words}"' if words.endswith(("?", "!")) else f'"{words},"'


def _marked(fact: Fact[str | None] | Fact[tuple[str, ...]], value: str) -> str:
    return f"{value} (inferred)" if fact.basis == "inferred" else value


def _inferred(article: Article) -> str:
    """The facts cited that are inferred, each with what it is inferred from."""
    told = []
    for name in FACTS:
        fact: Fact[object] = getattr(article.form, name)
        if name in _CITED and fact.basis == "inferred":
            told.append(f"{_CITED[name]} ({fact.reason})" if fact.reason else _CITED[name])
    return ", ".join(told)


def _listed(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
