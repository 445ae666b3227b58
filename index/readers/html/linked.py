"""What a page says of its article in JSON-LD (schema.org), however it is nested."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from index.readers.html.trees import Element
from index.readers.html.words import letters, plain

Node = Mapping[str, object]

_MOST = 5000  # nodes of a page that are looked at
_WRAPPING = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*\Z")
_COMMA = re.compile(r",\s*(?=[}\]])")
_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review)\Z")
_PAGE = frozenset(("WebPage", "ItemPage", "NewsPage"))
# Below these stand other articles than the page's own.
_OTHERS = frozenset(
    "hasPart itemListElement mentions relatedLink blogPost liveBlogUpdate comment citation "
    "isBasedOn significantLink subjectOf itemReviewed review".split()
)


@dataclass(frozen=True, slots=True)
class Linked:
    """The nodes that tell of the page's article, the surest first; those that tell of the page;
    and all that have a name of their own, by that."""

    articles: Sequence[Node] = ()
    pages: Sequence[Node] = ()
    named: Mapping[str, Node] = field(default_factory=dict)

    def each(self, *names: str) -> Iterator[object]:
        """The values of these properties of the articles, then of the pages."""
        for node in (*self.articles, *self.pages):
            for name in names:
                if (value := node.get(name)) is not None:
                    yield value

    def texts(self, *names: str) -> Iterator[str]:
        """Those of them that are words, without entities and on one line."""
        for value in self.each(*names):
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, str) and (words := plain(each)):
                    yield words

    def resolved(self, value: object) -> list[object]:
        """A value as a list, with nodes in the place of references to them."""
        values = value if isinstance(value, list) else [value]
        return [self._meant(each) for each in values]

    def _meant(self, value: object) -> object:
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
            return self.named.get(value["@id"], value)
        return value


def linked_data(tree: Element, titles: Sequence[str]) -> Linked:
    """The JSON-LD of a page. What is broken is passed over.

    `titles` are what the page is called elsewhere: of several articles those so called come
    first, and those of the first one's name alone are taken.
    """
    found = list(_nodes(tree))
    named: dict[str, Node] = {}
    for node, _ in found:
        if isinstance(name := node.get("@id"), str) and len(node) > len(named.get(name, ())):
            named[name] = node
    articles = [(node, apart) for node, apart in found if _is_article(node)]
    own = [node for node, apart in articles if not apart] or [node for node, _ in articles[:1]]
    wanted = {letters(title) for title in titles}
    called = [node for node in own if _names(node) & wanted]
    chosen = called or own[:1]
    pages = [node for node, apart in found if not apart and _types(node) & _PAGE]
    return Linked(chosen, pages, named)


def _nodes(tree: Element) -> Iterator[tuple[Node, bool]]:
    """All nodes in order, each with whether it stands below a list of other articles."""
    count = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        steps: list[tuple[object, bool]] = [(_parsed(script.text or ""), False)]
        while steps and count < _MOST:
            value, apart = steps.pop()
            if isinstance(value, list):
                steps.extend((each, apart) for each in reversed(value))
            elif isinstance(value, dict):
                count += 1
                yield value, apart
                steps.extend((each, apart or key in _OTHERS) for key, each in value.items())


def _parsed(text: str) -> object:
    """The JSON of a script, as far as it is any."""
    text = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip().rstrip(";")
    for attempt in (text, _COMMA.sub("", text), html.unescape(text)):
        try:
            value, _ = json.JSONDecoder(strict=False).raw_decode(attempt.strip())
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _types(node: Node) -> set[str]:
    told = node.get("@type")
    types = told if isinstance(told, list) else [told]
    return {each.rpartition("/")[2] for each in types if isinstance(each, str)}


def _is_article(node: Node) -> bool:
    return any(map(_ARTICLE.search, _types(node))) and bool(
        {"headline", "name", "articleBody", "datePublished"} & node.keys()
    )


def _names(node: Node) -> set[str]:
    return {
        letters(plain(value))
        for name in ("headline", "name", "alternativeHeadline")
        if isinstance(value := node.get(name), str)
    }
