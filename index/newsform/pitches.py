"""What a site prints around an article: pitches, notices, links, advertisements."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.newsform.blocks import mentions
from index.newsform.names import agency_named, outlet_named

_EXACT_LISTED = """
ad|ads|advert|advertisement|advertisement advertisement|advertising|sponsored|sponsored content
promoted|paid content|story continued below|story continues below|continue reading below
article continues below|article continues after advertisement|story continues below advertisement
advertisement continue reading the main story|continue reading the main story|continue reading
continue reading below advertisement|read more|read more here|read the full story|read full article
read next|read this next|more on this|more on this story|more on this topic|see more|learn more
view more|view gallery|view comments|show comments|hide comments|comments|leave a comment
post a comment|share|share this|share this article|share this story|share this article share
share this: pocket|share on facebook|share on twitter|tweet|email|e-mail|print|save|copy link
link copied|facebook|twitter|whatsapp|linkedin|pinterest|reddit|instagram|youtube|play facebook
related|related articles|related stories|related story|related topics|related coverage|related news
related content|related links|recommended|recommended for you|recommended stories|most read
most popular|most viewed|popular now|trending|trending now|top stories|latest news|latest stories
editor's picks|editors' picks|what to read next|you may also like|you might also like|also read
see also|newsletter sign-up|newsletter signup|sign up|sign in|log in|login|register|subscribe
subscribe now|subscribe today|already a subscriber|close|loading|please wait|photo|photos|video
videos|audio|watch|listen|watch live|watch now|slideshow|gallery|photo gallery|image|graphic
pullquote|break|image gallery|next|previous|next image of|prev image of|prev next image of
back to top|skip to content|skip to main content|skip advertisement|scroll down for video
toggle caption|hide caption|enlarge this image|menu|search|home|follow us|contact us|about us
report a typo|print this article|text size|font size|our standards|embed|transcript|getty images
slideshow images|hidden ad unit|music|click here|full coverage|in pictures|topics|tags|explore more
topics in this article|body|full text
support us|print subscriptions|search jobs|my account|show more|see all|show all|all sections
related stories|enter your email address|enter your email|email address|privacy notice
privacy policy|cookie policy|terms of use|terms and conditions|reuse this content
more for you|up next|now playing|remind me later|not now|no thanks
our standards: the thomson reuters trust principles
"""
_EXACT = frozenset(name for line in _EXACT_LISTED.strip().splitlines() for name in line.split("|"))
_SQUEEZE = re.compile(r"[^a-z':& -]+")
_LONGEST_EXACT = 90

# Beginnings of lines that lead elsewhere. Such a line is short and says nothing itself.
_LINK = re.compile(
    r"\(?\s*(?:(?:read more|related|more|see also|also see|also read|read also|also on \w+|watch|"
    r"watch live|photos?|video|pictures|gallery|slideshow|listen|read|don't miss|must read|"
    r"recommended|more from|full coverage|in depth|explainer|special coverage)\s?:|"
    r"read more (?:about|on|from|at|of)\b|skip to (?:\w+ ){0,2}\w+\Z|"
    r"related (?:stories|articles|coverage)\b|"
    r"more from (?-i:[A-Z])[^.]{1,50}\Z|"
    r"click (?:here|to)\b|read or share this\b|send us your\b|follow AP\b|tap here\b|"
    r"share this\b|follow (?:us|@|the \w+ on)|"
    r"follow .{1,60} on (?:twitter|facebook|instagram)\b|like us on\b|join us on\b|"
    r"find us on\b|view (?:the )?(?:gallery|photos|slideshow|comments|more)\b|"
    r"continue reading\b|this article is more than \d|listen to (?:the )?(?:article|this)\b|"
    r"media playback is\b|slideshow \(|watch (?:the )?(?:latest )?video\b|"
    r"see (?:the )?(?:full|more|all)\b.{0,40}\b(?:coverage|stories|photos)\b|"
    r"\[(?:embed|image|video|pull)|editor'?s'? picks?\b|download the\b|"
    r"your browser does(?:n't| not)\b|please enable\b|share (?:on|via)\b|check out (?:our|the)\b|"
    r"visit (?:our|the) (?:site|website|homepage)|advertisement\b.{0,40}\Z)",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[.!?] [A-Z]")
_LONGEST_LINK = 200

# Imperatives that sell; each must begin a sentence.
_SELL = re.compile(
    r"(?:\A|[.!?…*|]\s+|\n)\W*(?:please\s+)?(?:"
    r"sign up\b.{0,120}\b(?:newsletter|newsletters|inbox|briefing|alerts?|email|e-mail|daily|"
    r"today|here|updates)\b|sign up (?:here|now|today|for (?:our|the|daily|free))\b|"
    r"sign up (?:to|for) [^.!?\"]{2,60}\Z|"
    r"subscribe\b.{0,120}\b(?:newsletters?|now|today|channel|inbox|month|podcast|access|"
    r"youtube|here|app)\b|subscribe to\b|"
    r"get (?:the|our|all the) .{0,80}\b(?:delivered|inbox|newsletter|app|alerts)\b|"
    r"get .{0,60}\bdelivered (?:to|straight)|want .{1,80}\bdelivered\b|"
    r"(?:donate|chip in|become (?:a|an) (?:\w+ )?(?:member|subscriber|supporter|contributor))\b|"
    r"make a (?:\w+ )?(?:contribution|donation|gift)\b|"
    r"support (?:our|the|independent|progressive|quality|this|local)\b.{0,80}"
    r"\b(?:journalism|reporting|work|newsroom|journalists|site)\b|"
    r"download (?:our|the) .{0,40}\bapp\b|by signing up,? you\b|"
    r"follow us on\b|join (?:our|the) .{0,40}\b(?:newsletter|community|list|mailing)\b|"
    r"click here to (?:get|sign|subscribe|download|join|support|donate)\b|"
    r"support [\w.' ]{2,40}'s? (?:\w+ )?journalism\b|"
    r"visit .{2,40}'s? homepage\b|got a (?:news )?tip\b|"
    r"like what you(?:'re| are) reading)",
    re.IGNORECASE,
)
_BOOKMARK = re.compile(
    r"\bbookmark (?:our|this (?:site|page)|[\w-]+\.[\w.]{2,9})\b.{0,120}"
    r"\b(?:newsletters?|home ?page)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\A\W*(?:privacy (?:notice|policy)\s*:|"
    r"(?:all )?(?:contents? )?(?:©|\(c\)|copyright\b)\s*(?:©|\(c\)|by\b|\d{4}|[A-Z])|"
    r"\d{4} ©|all rights reserved\b|this material may not be published|"
    r"content created by\b|this site is protected by\b|sign up for .{0,60}newsletters?\b|"
    r"thank you for (?:signing up|subscribing|reading)|we(?:'re|"
    r" are) committed to keeping our readers|"
    r"as a public service, all our|.{0,40}\breader[- ]supported\b|"
    r".{1,60} is a nonprofit newsroom\b|"
    r"(?:the|our) (?:daily|weekly) newsletter\b|editor'?s note: as a public service)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:\s|©|\(c\)|copyright\b|by\b|,|\d{4}(?:\s?-\s?\d{4})?)*"
    r"(?P<holder>[A-Z][^.,;|\n©]{1,60}?)\s*"
    r"(?=[.,;|\n]|\Z|\bAll\b|\bLLC|\bLtd|\bInc\b|\bLimited|\bCo\b|\bCompany|\bCorp)",
    re.IGNORECASE,
)
_SYNDICATE = re.compile(
    r"syndicat|creators|features|content agency|productions|group|\ball rights\b", re.IGNORECASE
)
_LONGEST_PITCH = 700

# The words in which a site asks its readers for money, in the first person.
_APPEAL = re.compile(
    r"small favou?r to ask|we need your (?:help|support)|with your (?:help|support)|"
    r"your (?:support|contribution|donation|gift)\b|support us\b|"
    r"(?:please )?consider (?:supporting|"
    r"donating|making|becoming|subscribing)|help (?:us|keep)\b.{0,60}\b(?:continue|journalism|free|"
    r"reporting|independent)|(?:independent|quality|fearless|open|honest) journalism|"
    r"\bour (?:journalism|newsroom|journalists|reporting|readers|mission|critical mission)\b|"
    r"from (?:just|as little as|only) [$£€]\d|monthly|one-time (?:gift|contribution)|"
    r"payment method|make a (?:difference|contribution|donation)|become a (?:member|supporter|"
    r"subscriber)|support (?:independent|our|open)\b|thank you\b",
    re.IGNORECASE,
)
_OPENS_APPEAL = re.compile(
    r"small favou?r to ask|(?:since|now that|if) you(?:'re| are) here\b|"
    r"we need your (?:help|support)|we(?:'re| are) asking (?:you|our readers)|"
    r"support (?:independent|our|quality|fearless) (?:journalism|reporting|newsroom)|"
    r"(?:please )?consider (?:supporting|donating|making a (?:contribution|donation|gift))|"
    r"more people (?:than ever )?are reading .{1,40} than ever|unlike many news organi[sz]ations",
    re.IGNORECASE,
)
_SHORT_UI = 60
_LONGEST_APPEAL = 1500

# Quick looks before slow patterns. At least one of these words must stand in a pitch:
_SELLING = (
    *("sign", "subscri", "deliver", "newsletter", "app", "donat", "chip in", "become a", "make a"),
    *("support", "download", "follow us", "join", "click here", "homepage", "tip", "like what"),
    *("©", "(c)", "copyright", "rights", "this material", "privacy", "content created"),
    *("protected by", "thank you", "committed to", "public service", "nonprofit"),
)
# One of these in whatever `_SELL` matches:
SELLS = (
    *("sign up", "signing up", "subscribe", "get ", "want ", "donate", "chip in", "become a"),
    *("make a ", "support ", "download ", "follow us", "join ", "click here", "visit "),
    *("got a ", "like what you", "bookmark "),
)
# One of these in an article with an appeal, and one of those in a paragraph that opens it:
APPEALS = (
    *("small favo", "re here", "we need your", "re asking ", "support ", "consider "),
    *("are reading ", "unlike many news"),
)
_APPEALING = (
    *("small favo", "you're here", "you are here", "we need your", "re asking ", "support our"),
    *("support independent", "support quality", "support fearless", "consider supporting"),
    *("consider donating", "consider making a ", "are reading ", "unlike many news"),
)

_UPDATE_NOTE = re.compile(
    r"\A\W*(?:\((?:updat(?:es|ed|ing)|adds|adding|recasts?|corrects?|rewrites?|writes? through|"
    r"refiles?|"
    r"repeats?|clarifies|removes?|deletes?|fixes|changes?|edits)\b[^()\"]*\)\W*\Z|"
    r"this (?:story|article|post|piece|report|page|column|version)\b.{0,40}\b(?:has been|was|is|"
    r"will be)\s+(?:\w+\s+)?(?:updated|corrected|revised|amended|clarified|changed|edited)\b|"
    r"(?:an|a) (?:earlier|previous|prior) version of this\b|"
    r"(?:update|correction|clarification|corrections? (?:&|and) amplifications?|editor'?s'? note|"
    r"author'?s note)\s*(?:\d{1,2}/\d{1,2}[/\d]*)?\s*:(?=.{0,80}\b(?:this|an? (?:earlier|previous)|"
    r"story|article|updated|corrected|version)\b))",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_NOTE = 500

_OUTLET_IN_PITCH = tuple(
    re.compile(pattern)
    for pattern in (
        r"\ASupport (?P<outlet>[A-Z][\w.'& -]{2,40}?)(?:'s \w+ journalism|'s journalism)?[!.]?\Z",
        r"\b(?:GET THE|Get the|Download the) (?P<outlet>[A-Z][\w.&' -]{1,30}?) (?:APP|app)\b",
        r"\bVisit (?P<outlet>[A-Z][\w.& ]{2,40}?)'s homepage\b",
        r"\bSupport (?P<outlet>[A-Z][\w.& ]{2,40}?)'s (?:\w+ )?journalism\b",
        r"\b(?P<outlet>The [A-Z][\w]+(?: [A-Z][\w]+){0,3}), an? (?:\w+ )?(?:independent )?news\b",
    )
)
_SUPPORT_LINE = re.compile(r"\ASupport (?:[Tt]he )?[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,4}[!.]?\Z")


def is_navigation(text: str) -> bool:
    """Is it a link, a button, an advertisement's mark, or a rule of dashes or stars?"""
    if len(text) <= _LONGEST_EXACT:
        plain = _SQUEEZE.sub(" ", text.lower()).strip(" -:'")
        if not plain:
            return not any(map(str.isalnum, text))
        if " ".join(plain.split()) in _EXACT:
            return True
    if len(text) > _LONGEST_LINK or not _LINK.match(text) or _speaks(text):
        return False
    return len(text) <= _LONGEST_EXACT or not _SENTENCES.search(text)


def is_pitch(text: str, selling: Sequence[str] = SELLS) -> bool:
    """Does the site sell itself here: newsletter, subscription, donation, rights?

    `selling` are those of `SELLS` that stand in the article at all.
    """
    if len(text) > _LONGEST_PITCH:
        return False
    noted = _NOTICE.match(text) or _SUPPORT_LINE.match(text)
    if not (noted or mentions(text, selling)) or not mentions(text, _SELLING) or _speaks(text):
        return False
    return bool(noted or _SELL.search(text) or _BOOKMARK.search(text))


def opens_appeal(text: str) -> bool:
    """Does an appeal to the readers' purse begin here, one that may run on to the end?"""
    if len(text) > _LONGEST_APPEAL or not mentions(text, _APPEALING):
        return False
    return bool(_OPENS_APPEAL.search(text)) and not _speaks(text)


def continues_appeal(text: str) -> bool:
    """Can this stand in such an appeal: the site's own words, or a button under them?"""
    if _speaks(text):
        return False
    return bool(_APPEAL.search(text)) or is_navigation(text) or len(text) <= _SHORT_UI


def is_update_note(text: str) -> bool:
    """Does the desk say here what it changed: "(Updates with …)", "Correction: …"?"""
    return len(text) <= _LONGEST_NOTE and bool(_UPDATE_NOTE.match(text))


def outlet_in_pitch(text: str) -> str | None:
    """The outlet that a pitch names as its own."""
    for pattern in _OUTLET_IN_PITCH:
        match = pattern.search(text)
        if match:
            name = match["outlet"].strip()
            return outlet_named(name) or (name if name.istitle() or " " in name else None)
    return None


def rights_holder(text: str) -> tuple[str | None, str | None]:
    """(outlet, agency) in a line of copyright; a syndicate is neither."""
    match = _RIGHTS.search(text)
    if match is None:
        return None, None
    holder = match["holder"].strip(" .")
    if agency_named(holder):
        return None, agency_named(holder)
    if _SYNDICATE.search(holder) or holder.lower() in ("the author", "author"):
        return None, None
    return (outlet_named(holder) or (None if holder.isupper() else holder)), None


def _speaks(text: str) -> bool:
    """Somebody is quoted here: it is copy whatever else it looks like."""
    return '"' in text and re.search(r"\b(?:said|says|told|asked|added|wrote)\b", text) is not None
