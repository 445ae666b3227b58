"""An item of ninjs to an article.

The generations differ in the case of names, and in what is a list: "headline" and "body_xhtml" of
the first are entries of "headlines" and "bodies" from the second on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from index.readers.bylines import writers
from index.readers.columns import plain_name
from index.readers.composing import Paragraph, composed
from index.readers.html import fragment
from index.readers.moments import moment
from index.readers.newsml import nitf
from index.readers.newsml.trees import below, first, text_of
from index.readers.raw import Given, RawArticle, Unreadable
from index.readers.xml_files import tree_of_text
from index.text import one_line

Item = Mapping[str, object]

_LONGEST = 2000
_DEEPEST = 3
_DATED = re.compile(r"\d{4}-?\d\d-?\d\d")
_PAGE = re.compile(r"html", re.IGNORECASE)
_NITF = re.compile(r"(?<![a-z])nitf", re.IGNORECASE)
_LEADS = frozenset(("lead", "ingress", "preamble", "lede"))
_MEDIA = {
    "picture": "a picture",
    "graphic": "a graphic",
    "video": "a video",
    "audio": "a sound",
    "composite": "a package: a list of other items",
    "package": "a package: a list of other items",
    "event": "an event, no article",
    "planning": "a plan of coverage, no article",
}


def items_within(item: Item, depth: int = 0) -> Iterator[Item]:
    """An item, its names made alike, and items associated with it that have copy of their own."""
    alike = {plain_name(name): value for name, value in item.items()}
    yield alike
    associated = alike.get("associations")
    values = associated.values() if isinstance(associated, Mapping) else _list(associated)
    for each in values:
        if depth < _DEEPEST and isinstance(each, Mapping):
            for inner in items_within(each, depth + 1):
                if any(text.strip() for text, _ in _bodies(inner)):
                    yield inner


def article_of(item: Item) -> RawArticle:
    """The article that an item is. Raises `Unreadable`."""
    if _line(item.get("pubstatus")).lower().endswith(("canceled", "cancelled")):
        raise Unreadable("withdrawn by its agency")
    given = _facts(item)
    guessed = {}
    uri = _line(item.get("uri"))
    if uri.startswith(("http://", "https://")):
        guessed["url"] = (uri, "from what the agency calls it")
    copy, within, marked = _copy(item)
    text, marks = composed([*_lead(item, copy), *copy])
    if not text:
        kind = _line(item.get("type")).lower()
        raise Unreadable(
            _MEDIA.get(kind) or ("no text, only a headline" if "title" in given else "no text")
        )
    return RawArticle(text, {**within, **given}, guessed, marks, marked)


def _facts(item: Item) -> Given:
    dates = _days(item, "contentcreated", "firstcreated", "versioncreated")
    changed = _days(item, "versioncreated")
    houses = [
        *_names(item.get("source")),
        *_names(item.get("infosources")),
        *_names(item.get("provider")),
        *_names(item.get("copyrightholder")),
    ]
    lines = [line for key in ("byline", "by") if (line := _line(item.get(key)))]
    people = list(writers(lines[:1], houses)) or (
        [] if lines else [name for name in _names(item.get("authors")) if name]
    )
    topics = (item.get(key) for key in ("service", "subject", "subjects"))
    found = {
        "id": tuple(filter(None, (_line(item.get("uri")) or _line(item.get("guid")),))),
        "title": first(_line(item.get("headline")), _valued(item.get("headlines"))),
        "author": tuple(people),
        "agency": first(*houses),
        "section": first(*(name for topic in topics for name in _names(topic))),
        "date": tuple(dates[:1]),
        "updated": tuple(each for each in changed if each not in dates[:1]),
        "language": first(_line(item.get("language"))),
    }
    if not found["title"]:
        found["title"] = first(_line(item.get("title")), _line(item.get("name")))
    return {name: told for name, told in found.items() if told}


def _copy(item: Item) -> tuple[list[Paragraph], Given, bool]:
    """The copy in its best form, what that says of the article itself, and whether it tells how
    its paragraphs are set."""
    bodies = sorted(_bodies(item), key=lambda body: _order(body[1]))
    for text, form in bodies:
        if _order(form) == 1:
            found, facts = _in_nitf(text)
        else:
            found = fragment(text) if _PAGE.search(form) else text_of(text)
            facts = {}
        if any(words.strip() for _, words in found):
            return found, facts, _order(form) < _PLAIN
    described = [text for _, text in _described(item)]
    if not bodies and _line(item.get("type")).lower() not in _MEDIA and described:
        return text_of(described[0]), {}, False
    return [], {}, False


_PLAIN = 2


def _order(form: str) -> int:
    if _PAGE.search(form):
        return 0
    return 1 if _NITF.search(form) else _PLAIN


def _in_nitf(text: str) -> tuple[list[Paragraph], Given]:
    root = tree_of_text(text, "NITF")
    inside = next(below(root, "nitf"), None)
    if inside is None:
        return [], {}
    return nitf.paragraphs_of(inside), nitf.facts_of(inside)


def _bodies(item: Item) -> Iterator[tuple[str, str]]:
    """The copy in each of its forms, with what tells the form: "text/html", "xhtml"."""
    for body in _list(item.get("bodies")):
        if isinstance(body, Mapping):
            alike = {plain_name(name): value for name, value in body.items()}
            form = f"{_line(alike.get('contenttype'))} {_line(alike.get('role'))}"
            if isinstance(value := alike.get("value"), str) and "xml" not in form.replace(
                "xhtml+xml", ""
            ).replace("nitf+xml", ""):
                yield value, form
    for name, value in item.items():
        if name.startswith("body") and isinstance(value, str):
            yield value, name.removeprefix("body") or "text"


def _lead(item: Item, copy: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """What is printed over the copy, where the copy does not have it."""
    known = {" ".join(words.split()) for _, words in copy}
    for role, text in _described(item):
        if role in _LEADS and known and " ".join(text.split()) not in known:
            yield from text_of(text)


def _described(item: Item) -> Iterator[tuple[str, str]]:
    for each in _list(item.get("descriptions")):
        if isinstance(each, Mapping) and isinstance(value := each.get("value"), str):
            yield _line(each.get("role")).lower(), value
    for name in ("descriptiontext", "descriptionhtml", "descriptionxhtml"):
        if isinstance(value := item.get(name), str):
            yield "", value


def _valued(entries: object) -> str:
    """Of several lines the main one, else the first."""
    found = [each for each in _list(entries) if isinstance(each, Mapping)]
    found.sort(key=lambda each: _line(each.get("role")).lower() not in ("main", "headline", ""))
    return next((line for each in found if (line := _line(each.get("value")))), "")


def _names(value: object) -> list[str]:
    entries = value if isinstance(value, list) else [value]
    lines = (
        _line(each.get("name") or each.get("literal")) if isinstance(each, Mapping) else _line(each)
        for each in entries
    )
    return [line for line in lines if line]


def _days(item: Item, *names: str) -> list[str]:
    told = (_line(item.get(name)) for name in names)
    return [moment(each) for each in told if _DATED.match(each)]


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _line(value: object) -> str:
    return one_line(value[:_LONGEST]) if isinstance(value, str) else ""
