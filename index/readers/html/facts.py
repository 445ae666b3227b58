"""What a page tells of its article: stated where it says so, guessed where it only lets one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from index.readers.html.bylines import bylines, marked_authors
from index.readers.html.moments import moment
from index.readers.html.outlets import outlet_of, without_outlet
from index.readers.html.people import names_in
from index.readers.html.said import Said, address
from index.readers.html.words import letters, plain, words_of

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title")
_MORE_TITLES = ("parsely-title", "cxenseparse:title", "title", "hdl", "headline")
_AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "byline",
    "creator",
    "citation_author",
    "article.author",
)
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_at",
    "publication_date",
    "originalpublicationdate",
    "pubdate",
    "pub_date",
    "article.published",
    "datecreated",
    "dc.date.created",
    "citation_publication_date",
    "date",
)
_UPDATED = (
    "article:modified_time",
    "og:article:modified_time",
    "datemodified",
    "og:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "article.updated",
    "last-modified",
    "last_modified",
    "lastmod",
)
_SECTIONS = ("article:section", "og:article:section", "parsely-section", "section", "mrf:sections")
# What content systems put where no section was chosen.
_NO_SECTION = frozenset(
    "articles article uncategorized uncategorised tags tag post posts story stories default "
    "general home homepage all".split()
)
_LOCALE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2,4})?\Z", re.IGNORECASE)
_MOST_AUTHORS = 40
_HEADLINE = 4  # words
_OF_ONE_STORY = 0.25  # of the words of the printed headline are in the window's title


@dataclass(frozen=True, slots=True)
class Facts:
    """`titles` are all that the page calls its article, the headline first if it has one."""

    given: dict[str, tuple[str, ...]] = field(default_factory=dict)
    guessed: dict[str, tuple[str, str]] = field(default_factory=dict)
    titles: tuple[str, ...] = ()


def facts_of(said: Said) -> Facts:
    """What a page says of its article beside the copy."""
    given: dict[str, tuple[str, ...]] = {}
    guessed: dict[str, tuple[str, str]] = {}
    address_of_page = next(_addresses(said), None)
    outlet, guess = outlet_of(said, address_of_page)
    if outlet is not None:
        given["outlet"] = (outlet,)
    elif guess is not None:
        guessed["outlet"] = guess
    from_title = guess[0] if guess is not None else None
    titles = _titles(said, outlet or from_title)
    headline = _headline(said, titles, outlet or from_title)
    heading = _only_heading(said, outlet or from_title)
    if headline is not None:
        given["title"] = (headline,)
    elif heading is not None:
        guessed["title"] = (heading, "from the heading on the page")
    elif titles:
        guessed["title"] = (titles[0], "from the title of the page")
    _tell_authors(said, outlet, given, guessed)
    _tell_dates(said, given)
    if section := next(_sections(said), None):
        given["section"] = (section,)
    if address_of_page is not None:
        given["url"] = (address_of_page,)
    if language := next(_languages(said), None):
        given["language"] = (language,)
    if agency := next(_agencies(said, outlet), None):
        given["agency"] = (agency,)
    return Facts(given, guessed, tuple(dict.fromkeys(filter(None, (headline, heading, *titles)))))


def _titles(said: Said, outlet: str | None) -> list[str]:
    """What the page calls its article in its data, then in its window's title."""
    told = [
        *said.linked.texts("headline"),
        *said.meta(*_TITLES),
        *said.linked.texts("name"),
        *said.meta(*_MORE_TITLES),
        *(words for element in said.marked("headline") if (words := _words_or_content(element))),
        said.title,
    ]
    own = letters(outlet or "")
    shorn = (without_outlet(title, outlet) for title in told)
    return list(dict.fromkeys(title for title in shorn if title and letters(title) != own))


def _headline(said: Said, titles: Sequence[str], outlet: str | None) -> str | None:
    """The headline as it is printed, or as most of the page's data have it; None where only the
    window's title tells.

    Where the print is but another wording of what data and window's title agree on, as with a
    kicker or a label within the heading, theirs is taken.
    """
    own = letters(outlet or "")
    printed = [h for h in (without_outlet(h, outlet) for h in said.headings) if letters(h) != own]
    linked = [without_outlet(title, outlet) for title in said.linked.texts("headline")]
    window = letters(without_outlet(said.title, outlet))
    agreed = next((title for title in linked if letters(title) == window), None)
    by_letters = {letters(title): title for title in reversed(titles)}
    for heading in printed:
        if agreed is not None and letters(heading) != window and _alike(heading, agreed):
            return agreed
    for heading in printed:
        if (stated := by_letters.get(letters(heading))) is not None:
            return stated if heading.isupper() else heading
    for heading in printed:
        if any(_alike(heading, title) for title in titles):
            return heading
    stated_titles = [
        *linked,
        *(without_outlet(title, outlet) for title in said.meta(*_TITLES, *_MORE_TITLES)),
    ]
    if stated_titles:
        votes = Counter(map(letters, stated_titles))
        return max(stated_titles, key=lambda title: votes[letters(title)])
    if len(printed) == 1 and (not window or _alike(printed[0], said.title, _OF_ONE_STORY)):
        return printed[0]
    return None


def _only_heading(said: Said, outlet: str | None) -> str | None:
    """The heading of the page, where it has one, and that is no name of a part of the site."""
    headings = {letters(heading): heading for heading in said.headings}
    headings.pop(letters(outlet or ""), None)
    found = next(iter(headings.values()), None)
    return found if found and len(headings) == 1 and len(found.split()) >= _HEADLINE else None


def _alike(one: str, other: str, share: float = 0.8) -> bool:
    """Are these two wordings of one headline? Four words in five are the same."""
    first, second = (set(re.findall(r"\w+", words.casefold())) for words in (one, other))
    return len(first & second) >= share * max(len(first), len(second), 1)


def _tell_authors(
    said: Said,
    outlet: str | None,
    given: dict[str, tuple[str, ...]],
    guessed: dict[str, tuple[str, str]],
) -> None:
    own = letters(outlet or "")
    stated: tuple[str, ...] = ()
    for told in (_linked_authors(said), said.meta(*_AUTHORS[:1]), *map(said.meta, _AUTHORS[1:])):
        names = names_in(told, outlet)
        if names and (not stated or [letters(name) for name in stated] == [own]):
            stated = names
        if stated and [letters(name) for name in stated] != [own]:
            break
    else:
        names = names_in(marked_authors(said), outlet)
        looks = names_in(bylines(said), outlet) if not names else ()
        if names:
            stated = names
        elif looks and (not stated or [letters(name) for name in looks] != [own]):
            guessed["author"] = ("; ".join(looks[:_MOST_AUTHORS]), "from the byline on the page")
            return
    if stated:
        given["author"] = stated[:_MOST_AUTHORS]


def _linked_authors(said: Said) -> list[str]:
    found: list[str] = []
    for node in said.linked.articles:
        for name in ("author", "creator"):
            told: list[str] = []
            for value in said.linked.resolved(node.get(name)):
                told.extend(_called(value))
            if names_in(told, None):
                found.extend(told)
                break
        if found:
            break
    return found


def _called(value: object) -> Iterator[str]:
    """The names of a person or an organisation in JSON-LD."""
    if isinstance(value, str):
        yield plain(value)
    elif isinstance(value, dict):
        told = value.get("name") or value.get("byline") or value.get("legalName")
        for each in told if isinstance(told, list) else [told]:
            if isinstance(each, str):
                yield plain(each)


def _tell_dates(said: Said, given: dict[str, tuple[str, ...]]) -> None:
    published = _best(
        [
            *said.linked.texts("datePublished"),
            *said.meta(*_PUBLISHED),
            *(_words_or_content(each) for each in said.marked("datePublished")),
            *(each.get("datetime") for each in said.tree.iterfind(".//time[@pubdate]")),
            *said.linked.texts("dateCreated", "uploadDate"),
        ]
    )
    updated = _best(
        [
            *said.linked.texts("dateModified"),
            *said.meta(*_UPDATED),
            *(_words_or_content(each) for each in said.marked("dateModified")),
        ]
    )
    if published is not None:
        given["date"] = (published,)
        # A page that was never changed says that it was, when it was published.
        if updated is not None and updated > published:
            given["updated"] = (updated,)
    elif updated is not None:
        given["updated"] = (updated,)


def _best(told: Iterable[str | None]) -> str | None:
    """The first moment that is told; another telling of that day where only it has the time."""
    moments = [found for each in told if each and (found := moment(each)) is not None]
    if not moments:
        return None
    day = moments[0][:10]
    same = [each for each in moments if each[:10] == day]
    return max(same, key=_exactness) if _exactness(moments[0]) < 1 else moments[0]


def _exactness(told: str) -> int:
    """0 for a day, 1 for a time of it, 2 for one with its zone."""
    return (len(told) > 10) + bool(re.search(r"T.*(?:Z|[+-]\d\d:\d\d)\Z", told))


def _words_or_content(element: object) -> str:
    get = getattr(element, "get")  # noqa: B009
    told = get("content") or get("datetime") or words_of(element)
    return plain(told)


def _sections(said: Said) -> Iterator[str]:
    for told in (*said.meta(*_SECTIONS[:2]), *said.linked.texts("articleSection")):
        if told.casefold() not in _NO_SECTION and len(told) <= 80:
            yield told
    for told in said.meta(*_SECTIONS[2:]):
        if told.casefold() not in _NO_SECTION and len(told) <= 80:
            yield told


def _addresses(said: Said) -> Iterator[str]:
    told: list[object] = [said.links.get("canonical"), *said.meta("og:url")]
    for value in said.linked.each("url", "mainEntityOfPage"):
        told.append(value.get("@id") if isinstance(value, dict) else value)
    told.append(said.saved_from)
    for value in told:
        if (found := address(value)) is not None:
            yield found


def _languages(said: Said) -> Iterator[str]:
    told = (
        said.language,
        *said.meta("content-language", "og:locale", "dc.language", "language"),
        *said.linked.texts("inLanguage"),
    )
    for value in told:
        if _LOCALE.match(value.strip()):
            yield value.strip()


def _agencies(said: Said, outlet: str | None) -> Iterator[str]:
    """Whose copy it is, where the page names another source than itself."""
    own = letters(outlet or "")
    for value in said.linked.each("sourceOrganization", "provider"):
        for one in said.linked.resolved(value):
            for name in _called(one):
                if name and letters(name) != own and address(name) is None:
                    yield name
