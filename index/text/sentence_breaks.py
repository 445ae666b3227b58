"""Where the sentences of English news copy stand, by rule.

For selecting by sentence: no model is loaded, and it is instant. A full stop ends a sentence
unless it belongs to an abbreviation, an initial or a figure; the quotation mark or bracket
that closes after it belongs to the sentence.
"""

from __future__ import annotations

import re

from index.article import Span
from index.text.paragraph_breaks import paragraphs

# A run of end marks, then closing marks, then white space. The look-behind keeps the search
# linear on a text that is one long run; it comes second, since a search for one of a few
# characters is quick.
_END = re.compile(
    r"(?P<marks>[.!?…](?<![.!?…]{2})[.!?…]*+)(?P<closers>[\"'”’»)\]]*+)(?P<gap>\s+)(?P<next>\S)"
)
_WORD_BEFORE = re.compile(r"[^\W\d_](?:[\w.'’&-]*\w)?\Z")
_WORD = re.compile(r"[\"'“‘(\[]*([^\W\d_][\w'’-]*)")
_LONGEST_WORD = 40

# A name or another word always follows these: titles before a name, printed with a capital …
_TITLES = """
mr mrs ms messrs mx dr prof rev fr hon gen lt col maj capt cmdr cpl sgt pvt adm brig ald sen rep
reps sens gov pres amb atty supt insp det pfc spc st ste mt lt.-col maj.-gen lt.-gen brig.-gen
"""
# … and links within a sentence.
_LINKS = "vs v viz cf e.g i.e approx est dept"
# A figure, or a name, may follow these without a new sentence.
_COUNTED = "no nos p pp vol ch"
_DATED = "jan feb mar apr jun jul aug sep sept oct nov dec art sec fig"
# These may end a sentence or stand within one: the next word decides.
_SHORT_FORMS = """
inc co corp ltd plc bros jr sr esq ave blvd rd hwy univ assn natl intl ph.d w.va ala ariz ark calif
colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nev okla ore pa tenn
tex va vt wash wis wyo ont que alta mon tue tues wed thu thur thurs fri sat sun
"""
# Words that begin sentences and hardly ever stand, with a capital, within one.
_STARTERS = """
The A An He She It They We I You This That These Those There Here His Her Its Their Our My In On At
By For From With Without Under Over After Before Since Until During As If When While Where Who What
Why How But And Or Nor So Yet Then Now Some Many Most Several Few All Both Each Every Another Other
Others One No Not Although Though However Because Despite Among Between Meanwhile Also Still Even
Once Only According Earlier Later Last Asked To
"""
_NEVER_LAST = frozenset(_LINKS.split())
_NEVER_LAST_TITLES = frozenset(_TITLES.split())
_BEFORE_FIGURE = frozenset(_COUNTED.split())
_BEFORE_FIGURE_LARGE = frozenset(_DATED.split())
_MAYBE_LAST = frozenset(_SHORT_FORMS.split())
_SMALL_SHORT_FORMS = _NEVER_LAST | _BEFORE_FIGURE | _BEFORE_FIGURE_LARGE | {"etc"}
_OPENERS = frozenset(_STARTERS.split())
_SPEECH_VERBS = re.compile(
    r"(?:[\w.'’-]+\s+){1,5}?(?:said|says|asked|asks|added|told|wrote|writes|replied|responded|"
    r"continued|shouted|cried|tweeted|wondered|demanded|exclaimed|recalled|declared|quipped)\b"
)
_SPEECH_REACH = 120


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences within `text[start:end]`, in order, without the white space around them.

    Offsets are into `text`. A paragraph's end always ends a sentence.
    """
    found: list[Span] = []
    for first, last in paragraphs(text[start:end]):
        found.extend(_in_paragraph(text, start + first, start + last))
    return found


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    at = start
    for match in _END.finditer(text, start, end):
        if _ends_here(text, match, at, end):
            found.append((at, match.start("gap")))
            at = match.start("next")
    found.append((at, end))
    return found


def _ends_here(text: str, match: re.Match[str], start: int, end: int) -> bool:
    marks, closers = match["marks"], match["closers"]
    at = match.start("next")
    after = _WORD.match(text, at, min(end, at + _LONGEST_WORD))
    word_after = after[1] if after else ""
    if word_after[:1].islower():
        return False
    if closers:
        quoted_question = marks[-1] in "!?" and closers[-1] in "\"'”’"
        return not (quoted_question and _SPEECH_VERBS.match(text, at, min(end, at + _SPEECH_REACH)))
    if marks == ".":
        return not _abbreviates(text, start, match.start(), word_after, match["next"])
    return True


def _abbreviates(text: str, start: int, stop: int, word_after: str, next_character: str) -> bool:
    """Does the full stop at `stop` belong to a short form in mid-sentence?"""
    near = text[max(start, stop - _LONGEST_WORD) : stop]
    last = near[near.rfind(" ") + 1 :]
    if last.isalpha() and last.islower() and last not in _SMALL_SHORT_FORMS:
        # Most sentences end with a word like any other.
        return False
    before = _WORD_BEFORE.search(near)
    if before is None:
        return False
    word = before[0]
    small, large = word.lower(), word[0].isupper()
    opens = word_after in _OPENERS
    if small in _NEVER_LAST or (large and small in _NEVER_LAST_TITLES):
        return True
    if next_character.isdigit() and small in _BEFORE_FIGURE | _BEFORE_FIGURE_LARGE:
        return True
    dotted = "." in word and all(len(part) <= 2 for part in word.split("."))
    if dotted or small == "etc" or (large and small in _MAYBE_LAST | _BEFORE_FIGURE_LARGE):
        return not opens and next_character not in "\"“'‘"
    # "J. Edgar Hoover", "John F. Kennedy": an initial; "plan B. The" is none.
    return len(word) == 1 and large and word != "I" and not opens
