"""Captions and picture credits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.newsform.blocks import mentions
from index.newsform.days import days_in
from index.newsform.names import agency_named, is_person

_AGENCIES = (
    r"(?:AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|EFE|PA(?: Wire| Media| Images)?|"
    r"AAP|Xinhua|TASS|ITAR-TASS|RIA Novosti|Sputnik|Kyodo|Yonhap|Bloomberg|Press Association|"
    r"Associated Press|The Canadian Press|Shutterstock|iStock(?:photo)?|Alamy|Corbis|"
    r"Rex(?: Features)?|"
    r"Zuma(?: Press)?|Barcroft|Redux|Magnum|Flickr|Wikimedia(?: Commons)?|WireImage|FilmMagic|"
    r"Pixabay|Unsplash|NurPhoto|Anadolu|Pool|Handout|Courtesy)"
)
_PICTURE_LIBRARIES = (
    r"(?:Getty(?: Images)?|Shutterstock|iStock(?:photo)?|Alamy|Corbis|Flickr|Pixabay|Unsplash|"
    r"Wikimedia(?: Commons)?|NurPhoto|Handout|Courtesy)"
)
_PHOTO = (
    r"(?:photographs?|photos?|pictures?|images?|pics?|illustrations?|graphics?|video|"
    r"photo credit|image credit|picture credit|credit)"
)
_HOLDER = (
    r"[A-Z@][\w.'&-]*(?:(?:\s?[/,|;]\s?|\s(?:for|of|via|the|and|de|van|von)\s|\s)[A-Z@][\w.'&-]*)*"
)
# A credit at the end of a caption, each in a form that running copy does not have.
# Before each stands what it cannot match without.
_CREDITS = tuple(
    (needed, re.compile(pattern))
    for needed, pattern in (
        (  # REUTERS/Alexsey Druginyn/RIA Novosti/Pool · AP Photo/Jane Doe
            ("/",),
            r"\b(?:REUTERS|AFP|EPA|AP|PA)(?: [Pp]hoto)?/[^\s/()][^()\n]{1,110}\)?\.?\Z",
        ),
        (  # (AP Photo/Jane Doe) · (Reuters photo: Carlo Allegri) · (Photo by X/Getty Images)
            ("(",),
            rf"\((?!\s*(?i:photos|pictures|video)\s*:)(?:[^()]{{1,40}}\s)?(?i:{_PHOTO})"
            r"(?:\s?[:/]|\s+(?:by|courtesy|via|credit)\b|\))[^()]{0,110}\)?\.?\Z",
        ),
        (  # (Jonathan Ernst/Reuters) · (Pixabay); a wire's name alone may sign the copy
            ("(",),
            rf"\((?:[^()/]{{2,60}}/\s?{_AGENCIES}|{_AGENCIES}:\s[A-Z][^()]{{2,40}}|"
            rf"{_PICTURE_LIBRARIES})(?:/[^()]{{2,40}})?\)\.?\Z",
        ),
        (  # Photograph: David Jones/PA · Photo by Jane Doe · Credit: AFP
            ("photo", "pic", "image", "illustration", "graphic", "video", "credit"),
            rf"(?:(?<=[.!?\"')])\s+|\A)(?!PHOTOS?:\s[A-Z][a-z])(?i:{_PHOTO})"
            rf"(?:\s+by\b|\s*:|\s+courtesy of)\s*{_HOLDER}\.?\Z",
        ),
        (  # Mandel Ngan/AFP/Getty Images · Jane Doe/AP · Name via Getty Images
            ("/", "|", "via"),
            rf"(?:(?<=[.!?\"')])\s+|\A)(?:[A-Z][\w.'-]+ ){{0,4}}?[A-Z][\w.'-]+\s?(?:/|\svia\s|\s?\|"
            rf"\s?)\s?"
            rf"{_AGENCIES}(?:\s?(?:/|via)\s?[A-Z][\w ]{{1,30}})*\.?\Z",
        ),
        (  # Image copyright Getty Images · Getty Images
            (),  # as a paragraph of its own only
            rf"\A(?:Image copyright\s.{{1,80}}|{_AGENCIES}(?:\s?/\s?{_AGENCIES})*)\Z",
        ),
    )
)
# How captions begin on pages saved as text, whatever they end in.
_OPENINGS = re.compile(
    r"(?:enlarge this image|toggle caption|hide caption|image (?:caption|source)|media caption|"
    r"media playback is (?:un|not )supported|image copyright|file\s?-?\s?photo\b|file picture|"
    r"\(?photo(?:graph)?(?: credit)?(?:\s?:|\sby\b)|(?:photo|image) credit|caption\s?:|"
    r"CLOSE (?=[A-Z])|pictured\s?:|above\s?:|file\s?(?:--|[-–—])\s)",
    re.IGNORECASE,
)
_IN_THIS_PHOTO = re.compile(
    r"(?:\(?file\W+)?in this\s(?=[^\"]{0,60}(?:\d|file|undated|handout))[^\"]{0,60}?"
    r"\b(?:photo|photograph|picture|image|frame grab)\b",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 650  # agencies put the day into their captions, and much else
_LONGEST_UNDATED = 320
# Without one of these no credit stands there: a quick look before the slow patterns.
_CREDITING = (
    *("/", "|", " via ", "photo", "picture", "image", "pic", "illustration", "graphic", "video"),
    *("credit", "getty", "(", "courtesy"),
)
_CREDIT_WORDS = re.compile(
    rf"\b(?i:{_PHOTO})\b(?:\s+by\b)?|\b(?:copyright|toggle caption|Enlarge this image)\b|[:()]"
)
_SPEECH_CUE = re.compile(r"\b(?:said|told|asked|added)\b")
_SHORT = 40
_REACH = 160  # code points from the end within which a credit begins


@dataclass(frozen=True, slots=True)
class Picture:
    """A caption or credit in a paragraph: from where, and whose picture.

    `start` is 0 when the whole paragraph is the caption. `agency` is the one the credit names.
    """

    start: int
    what: str  # "caption" or "credit"
    photographer: str | None
    agency: str | None
    house_style: bool  # credited as the agency itself prints it: "REUTERS/Name"


def read_picture(text: str) -> Picture | None:
    """The caption or picture credit that a paragraph is, or with which it ends."""
    found = _credits(text) if len(text) <= _SHORT or mentions(text[-_REACH:], _CREDITING) else ()
    if found:
        at = min(found)
        at -= text[at - 1 : at] == "("
        credit = text[at:]
        longest = _LONGEST_CAPTION if days_in(text[:at]) else _LONGEST_UNDATED
        whole = len(text) <= longest and not _is_copy(text[:at])
        what = "caption" if whole and at else "credit"
        return Picture(
            0 if whole else at,
            what,
            _photographer(credit),
            _agency(credit),
            house_style="REUTERS/" in credit,
        )
    if len(text) <= _LONGEST_CAPTION and (_OPENINGS.match(text) or _IN_THIS_PHOTO.match(text)):
        return Picture(0, "caption", _photographer(text), _agency(text), house_style=False)
    return None


def _credits(text: str) -> list[int]:
    """Where the credits begin with which a paragraph may end."""
    tail = max(0, len(text) - _REACH)
    ending = text[tail:].lower()
    found = []
    for needed, pattern in _CREDITS:
        if not (any(word in ending for word in needed) if needed else not tail):
            continue
        match = pattern.search(text, tail)
        if match is not None and (match.start() > tail or not tail):
            found.append(match.end() - len(match[0].lstrip()))
    return found


def _is_copy(text: str) -> bool:
    """Is what stands before a credit running copy, with somebody speaking in it?"""
    return '"' in text and _SPEECH_CUE.search(text) is not None


def _photographer(credit: str) -> str | None:
    for part in re.split(r"[/|,]|\bvia\b|\bfor\b", _CREDIT_WORDS.sub("/", credit)):
        name = part.strip(" .-–—*")
        if agency_named(name) is None and is_person(name) and not re.fullmatch(_AGENCIES, name):
            return name
    return None


def _agency(credit: str) -> str | None:
    for part in re.split(r"[/|,()]|\bvia\b", _CREDIT_WORDS.sub("/", credit)):
        found = agency_named(part.strip(" .")) if part.strip() else None
        if found:
            return found
    return None
