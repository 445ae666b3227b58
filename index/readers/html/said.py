"""What a page says of its article beside the copy: in meta tags, links and marked-up words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from index.readers.html.linked import Linked, linked_data
from index.readers.html.trees import Element
from index.readers.html.words import plain, words_of

_ADDRESS = re.compile(r"https?://[^\s<>\"']{4,2000}\Z", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]+)",
    re.IGNORECASE,
)
_SAVED_WITHIN = 4096
_MOST = 50  # things that one page says under one name


@dataclass(frozen=True, slots=True)
class Said:
    """`metas` by name in small letters; `links` the addresses by relation; `linked` is JSON-LD.

    `headings` are the words of the page's `h1`, in order; `title` is what its window is called.
    """

    tree: Element
    metas: Mapping[str, tuple[str, ...]]
    links: Mapping[str, str]
    headings: tuple[str, ...]
    title: str
    linked: Linked
    language: str
    saved_from: str | None

    def meta(self, *names: str) -> Iterator[str]:
        """What meta tags of these names say, in the order of the names."""
        for name in names:
            yield from self.metas.get(name, ())

    @property
    def is_article(self) -> bool:
        """Whether the page says of itself that it is one."""
        told = ("article", "news", "story", "blog")
        kind = next(self.meta("og:type", "parsely-type"), "").lower()
        timed = next(self.meta("article:published_time"), None) is not None
        return bool(self.linked.articles) or kind.startswith(told) or kind == "post" or timed

    @property
    def is_one_element(self) -> bool:
        """Whether the page has one article by its markup: one such element, with its headline."""
        first, second = islice(chain(self.tree.iter("article"), (None, None)), 2)
        return first is not None and second is None and next(first.iter("h1"), None) is not None

    def marked(self, *properties: str) -> Iterator[Element]:
        """The elements that are marked to hold one of these properties (microdata)."""
        wanted = set(properties)
        for element in self.tree.iterfind(".//*[@itemprop]"):
            if wanted & set(element.get("itemprop").split()):
                yield element


def said_by(tree: Element, html: str) -> Said:
    """What a page says of its article. `html` is the page as it was."""
    metas = _metas(tree)
    headings = tuple(
        filter(None, (words_of(heading) for heading in islice(tree.iter("h1"), _MOST)))
    )
    title = next((words for each in tree.iter("title") if (words := words_of(each))), "")
    titles = [*headings, *metas.get("og:title", ()), *metas.get("twitter:title", ()), title]
    match = _SAVED_FROM.search(html[:_SAVED_WITHIN])
    return Said(
        tree=tree,
        metas=metas,
        links=_links(tree),
        headings=headings,
        title=title,
        linked=linked_data(tree, titles),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        saved_from=match[1] if match else None,
    )


def address(value: object) -> str | None:
    """A web address, as it was told; None where this is none, as a file's is."""
    return value.strip() if isinstance(value, str) and _ADDRESS.match(value.strip()) else None


def _metas(tree: Element) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for meta in tree.iter("meta"):
        content = plain(meta.get("content") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(key) or "").strip().lower()
            told = found.get(name, ())
            if name and content and len(told) < _MOST and content not in told:
                found[name] = (*told, content)
    return found


def _links(tree: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for link in tree.iter("link"):
        for relation in (link.get("rel") or "").lower().split():
            if relation not in found and (href := address(link.get("href"))):
                found[relation] = href
    return found
