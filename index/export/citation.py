"""The citation of a passage: what every form of export says of where the words stand.

The order is that of a newspaper citation in a note: author, "headline," outlet, day. What is
inferred says so and why; an unknown day is "n.d."; nothing else that is unknown appears.
"""

from __future__ import annotations

import re

from index.article import Article, Cited, Fact
from index.text import one_line

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
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
    if cited.passage.paragraph is not None:
        parts[-1] += ","
        parts.append(f"paragraph {cited.passage.paragraph}")
    line = " ".join(one_line(part) for part in parts)
    return line if line.endswith(".") else line + "."


def provenance(cited: Cited) -> list[tuple[str, str]]:
    """What leads back to the exact characters, as name and value, each one line."""
    passage, form = cited.passage, cited.article.form
    facts = []
    if form.agency.value and form.agency.value != form.outlet.value:
        facts.append(("Agency", _marked(form.agency, form.agency.value)))
    if cited.speakers:
        facts.append(("Quoted in it", _listed(cited.speakers)))
    if form.url.value:
        facts.append(("URL", form.url.value))
    facts += [
        ("File", file_name(cited.article)),
        ("File SHA-256", passage.file_sha256),
        ("Text SHA-256", passage.text_sha256),
        ("Characters", f"{passage.start} to {passage.end}, end exclusive"),
    ]
    if passage.source_changed:
        facts.append(("Source", "changed since the passage was kept; these are the words kept"))
    return [(name, one_line(value)) for name, value in facts]


def day(iso: str) -> str:
    """An ISO day as a citation writes it: "2012-06-05" is "June 5, 2012"."""
    match = _DAY.fullmatch(iso)
    if not match or not 1 <= int(match[2]) <= 12:
        return iso
    return f"{_MONTHS[int(match[2]) - 1]} {int(match[3])}, {match[1]}"


def file_name(article: Article) -> str:
    """The name of the article's file, without its folders, which are the person's own matter."""
    return one_line(article.files[0].rsplit("/", 1)[-1]) if article.files else ""


def _headline(article: Article) -> str:
    """The headline in quotation marks; marks inside become single ones, as citations do."""
    fact = article.form.title
    words = one_line(article.title).translate(_DOUBLE_MARKS)
    if fact.basis == "inferred":
        return f'"{words}" (headline {_reason(fact)}),'
    return f'"{words}"' if words.endswith(("?", "!")) else f'"{words},"'


def _marked(fact: Fact[str | None] | Fact[tuple[str, ...]], value: str) -> str:
    return f"{value} ({_reason(fact)})" if fact.basis == "inferred" else value


def _reason(fact: Fact[str | None] | Fact[tuple[str, ...]]) -> str:
    return f"inferred: {fact.reason}" if fact.reason else "inferred"


def _listed(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
