"""What stands on a page with an article and is not of it, by how pages name their parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from index.readers.html.trees import Element

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
# Words in the classes and ids that page makers give to what stands around and within the copy.
_CLUTTER = frozenset(
    "related recirc recirculation recommended recommendation recommendations recirculated "
    "newsletter newsletters signup subscribe subscription subscriptions promo promos promobox "
    "share sharing sharebar shareline comments disqus advert advertisement "
    "advertising ad ads adslot adunit dfp sponsored outbrain taboola breadcrumb breadcrumbs "
    "sidebar footer nav navigation navbar toolbar cookie cookies consent gdpr popup modal "
    "bio bios mostread mostpopular readmore morefrom readnext upnext donate donation noprint "
    "toc pagination pager signin instagram tiktok alsoread livechat copyright visuallyhidden "
    "invisible offscreen sronly screenreader interstitial newsalert inread".split()
)
# Words that often, but not always, name such a part: it is one where it leads elsewhere too.
_MAYBE = frozenset(
    "trending popular latest teaser teasers cta promotion promoted partner callout widget poll "
    "quiz rating player playlist carousel social comment tags taglist topics hashtags menu appeal "
    "pitch affiliate disclaimer disclosure also alert feedback more moreon morein card cards "
    "recommend recommends skip hide hidden collections collection list stories links "
    "infobox module embed register login overlay lightbox aside".split()
)
# Two words that say it only together.
_TOGETHER = (
    "read-more",
    "read-next",
    "read-also",
    "more-from",
    "more-on",
    "more-stories",
    "more-news",
    "most-read",
    "most-popular",
    "sign-up",
    "about-author",
    "author-bio",
    "author-box",
    "author-info",
    "author-card",
    "author-profile",
    "visually-hidden",
    "sr-only",
    "screen-reader",
    "tag-list",
    "up-next",
    "you-may",
    "see-also",
    "story-list",
    "link-list",
    "top-stories",
    "trust-badge",
    "article-footer",
    "post-footer",
    "entry-footer",
)
# What may hold copy for all its name, and is clutter only where its words are few.
_LINES = frozenset(
    "byline bylines author authors date dateline timestamp time published pubdate updated kicker "
    "eyebrow label category categories section rubric tag topic readtime duration button btn meta "
    "metadata info byl contributor contributors reading print email icon count".split()
) - {"dateline", "section"}
_CAPTIONS = frozenset("caption captions figcaption credit credits photocredit cutline".split())
_ROLES = frozenset("navigation complementary contentinfo search dialog banner alert menu".split())
_LONGEST_NAME = 1000  # characters of what an element is called
_TAGS = frozenset(("aside", "footer", "nav", "form", "dialog"))
_STANDFIRST = frozenset(
    "standfirst dek deck subtitle subheadline subhead subheading strapline summary excerpt intro "
    "description sapo lead lede teaser abstract subline".split()
)
_BODY = re.compile(
    r"(?:article|story|post|entry|content|main|page|news|text)[-_]{0,2}"
    r"(?:body|content|text|copy|main)\b|\barticlebody\b",
    re.IGNORECASE,
)


def tokens_of(element: Element) -> frozenset[str]:
    """The words in an element's classes, id and the like, in small letters."""
    return _tokens(_named(element))


@lru_cache(maxsize=2048)
def _tokens(named: str) -> frozenset[str]:
    return frozenset(token.lower() for token in _TOKEN.findall(named))


def is_clutter(element: Element, *, leads_elsewhere: bool) -> bool:
    """Does the element by its name hold what is not of the article?

    `leads_elsewhere` is whether much of it are links to other pages.
    """
    if element.tag in _TAGS or (element.get("role") or "").lower() in _ROLES:
        return True
    named = _named(element)
    if not named:
        return False
    words = tokens_of(element)
    if not _CLUTTER.isdisjoint(words) or (leads_elsewhere and not _MAYBE.isdisjoint(words)):
        return True
    joined = re.sub(r"[_\s]+", "-", named.lower())
    return any(both in joined for both in _TOGETHER)


def is_line(element: Element) -> bool:
    """Does the element by its name hold a line above or below the copy: who, when, where?"""
    return not _LINES.isdisjoint(tokens_of(element))


def is_caption(element: Element) -> bool:
    return element.tag in ("figcaption", "figure") or not _CAPTIONS.isdisjoint(tokens_of(element))


def is_standfirst(element: Element) -> bool:
    return not _STANDFIRST.isdisjoint(tokens_of(element))


def holds_body(element: Element) -> bool:
    """Does the element by its name hold the copy?"""
    told: Mapping[str, str] = element.attrib
    if "articleBody" in (told.get("itemprop", ""), told.get("name", ""), told.get("property", "")):
        return True
    return bool(_BODY.search(f"{told.get('class', '')} {told.get('id', '')}"))


def _named(element: Element) -> str:
    told: Mapping[str, str] = element.attrib
    words = [
        told[key]
        for key in ("class", "id", "data-component", "data-testid", "data-type")
        if key in told
    ]
    return " ".join(words)[:_LONGEST_NAME]
