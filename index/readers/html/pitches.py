"""What a site says to its readers around an article and within it, known by its words alone.

Many pages have names for their parts that say nothing ("css-1x2y3z"). What is asked of readers,
and what the machinery of a page says, is put in much the same words everywhere.
"""

from __future__ import annotations

import re

from index.readers.html.words import letters

_LONGEST = 1500  # characters
_NEWSLETTER = r"\b(?:newsletters?|inbox|e-?mail(?:s| alerts?| updates?)?|alerts|briefing)\b"
_BEGINS = re.compile(
    "|".join(
        (
            # Subscriptions, accounts and letters.
            r"(?:please )?subscribe(?: (?:now|today|here|for free))?"
            r"(?: (?:to|for) (?:read|get|continue|receive|unlock|access|our|the)\b|[.!]?\Z)",
            r"(?:please )?(?:sign|log) ?in (?:or|to (?:read|continue|comment|access|save|your))\b",
            r"(?:create|register for) (?:an?|your) (?:free )?account\b",
            r"already (?:a (?:subscriber|member)|have an account|subscribed)\b",
            rf"(?:please )?(?:sign(?:ing)?[ -]up|register|subscribe) .{{0,120}}{_NEWSLETTER}",
            rf"(?:get|receive|want) .{{0,120}}{_NEWSLETTER}",
            r"by (?:signing up|subscribing|clicking|submitting|providing|registering)\b"
            r".{0,80}\byou (?:consent|agree|acknowledge|accept)\b",
            r"(?:please )?bookmark .{0,80}\bsign up\b",
            r"(?:support|help support|please support) (?:local|our|independent|quality|this) "
            r"(?:journalism|news|reporting|newsroom|work)\b",
            r"(?:become|join as) a (?:member|subscriber|supporter)\b",
            r"enjoy (?:additional|unlimited|more) .{0,30}\b(?:articles|access)\b",
            r"unlimited (?:online|digital) access\b",
            r"access articles from\b",
            # Advertisements and shops.
            r"advertisement(?:\s*[·|:–—-]|\Z)",
            r"this advertisement has not loaded\b",
            r"(?:story|article|content|report) continues? (?:below|after)\b",
            r"(?:if you|when you) (?:buy|purchase|click)\b.{0,120}\bcommissions?\b",
            r"(?:we|this (?:site|article|post)) may (?:earn|receive|contain) .{0,40}"
            r"\b(?:commissions?|affiliate links)\b",
            # Readers' comments, and what else they are asked for.
            r"join (?:the|our) (?:conversation|discussion)\b.{0,40}\Z",
            r"share your thoughts\b.{0,30}\b(?:comments?|conversation)\b",
            r"(?:comments (?:are|may take|on this)|please keep comments)\b.{0,120}\Z",
            r".{1,60}\bis committed to maintaining a (?:lively|civil|respectful|safe)\b",
            r"do you have an? (?:opinion|tip|story|question)\b.{0,200}"
            r"\b(?:e-?mail|contact|click|submit|tell|send|write|let us)\b",
            r"share this (?:story|article|post|page)\b",
            r"(?:follow|like|find) us on (?:twitter|x|facebook|instagram|threads|whatsapp)\b",
            r"download (?:our|the) .{0,30}\bapp\b",
            # Players and the machinery of the page.
            r"listen to (?:this|the) (?:article|story)\b.{0,30}\Z",
            r"we (?:apologi[sz]e|are sorry|'re sorry),? but this (?:video|audio) has failed\b",
            r"(?:scroll|swipe|tap|click) (?:down )?to (?:continue|expand|enlarge|view)\b.{0,30}\Z",
            r"\d+ (?:min(?:ute)?s?[ -]read|comments?|shares?|views?)\Z",
            # Cookies and what is done with data of those who read.
            r"(?:we|our site|this (?:site|website))\b.{0,60}\b(?:use|uses|store) cookies\b",
            r"when you visit (?:our|this) (?:website|site)\b.{0,80}\bcookies\b",
            r"these (?:cookies|trackers) (?:are|allow|enable|may|collect)\b",
            r"(?:strictly necessary|functional|performance|targeting|analytics) cookies\Z",
            r"manage (?:consent|cookie|privacy) (?:preferences|settings)\Z",
            r"(?:do not sell|.{0,30}right to opt.?out)\b.{0,80}\bpersonal information\b",
        )
    ),
    re.IGNORECASE | re.DOTALL,
)
_HAS = re.compile(
    r"\b(?:delivered|straight|right|direct(?:ly)?|sent) (?:in)?to your (?:inbox|phone)\b|"
    r"\b(?:sign up|subscribe) (?:for|to) (?:our|my|the) [\w\s]{0,30}newsletters?\b|"
    r"\bcookies on your (?:browser|device|computer)\b",
    re.IGNORECASE,
)
_FROM_PLAYER = ("backtovideo", "playvideo", "watchvideo")


def is_pitch(words: str) -> bool:
    """Is this paragraph by its words the site's own, to its readers?"""
    if len(words) > _LONGEST:
        return False
    return _BEGINS.match(words) is not None or _HAS.search(words) is not None


def is_under_player(words: str, titles: set[str]) -> bool:
    """Is it the headline once more, with the words of a player behind it? `titles` are what the
    page calls its article, in letters alone."""
    told = letters(words)
    return any(told.endswith(end) and told.removesuffix(end) in titles for end in _FROM_PLAYER)
