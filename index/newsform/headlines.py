"""Headlines and subheads: told by their shape and place, or made from the lede."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.article import Span
from index.newsform.blocks import Block, ends_sentence, is_prose, is_shouted, is_title_case, words
from index.newsform.credits import read_byline
from index.newsform.datelines import read_dateline
from index.newsform.names import is_person, outlet_named

_LONGEST_HEADLINE = 220
_MOST_HEADLINE_WORDS = 32
_LONGEST_WITH_STOP = 150
_LONGEST_SUBHEAD = 80
_MOST_SUBHEAD_WORDS = 12
_MOST_QUESTION_WORDS = 10
_LONGEST_MADE = 90

_SECTIONS_LISTED = """
analysis/opinion|opinion|analysis|editorial|commentary|comment|politics|world|world news|us news
uk news|business|business news|sport|sports|technology|science|health|culture|entertainment
lifestyle|travel|education|environment|national|international|local|local news|national news
international news|europe|asia|africa|americas|middle east|top news|breaking news|latest|news
front page|home|features|feature|obituaries|obituary|letters|letters to the editor|arts|media
markets|economy|money|law|religion|weather|exclusive|live|live updates|video|the americas
opinion contributor|guest columnist|op-ed|fact check|explainer|perspective|the big idea
"""
_SECTIONS = frozenset(
    name for line in _SECTIONS_LISTED.strip().splitlines() for name in line.split("|")
)
_NO_HEADLINE = re.compile(
    r"(?:story highlights|highlights|key points|in brief|dear \w+|to the editor|"
    r"extracts? (?:of|from))\b|[-•*·–—>]\s|\d[\d.,%$ ]*\Z|\S+@\S+|https?:|www\.",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\s+(?:\||[-–—])\s+(?P<site>[^|–—]{2,40})\Z")
_SUMMARY = re.compile(r"(?:story highlights|highlights|key points)\b", re.IGNORECASE)
_FIGURES = re.compile(r"\d")
_BULLET = re.compile(r"[-•*·>–—(\[<#@]|\d+[.]?\s*\Z")
_TURN = re.compile(r"(?:But|And|So|Or|Yet|Because|Then|Well|Right|Really|No|Yes)\b")
_CLAUSE = re.compile(r"(?:,|;| [-–—]|:)\s")


def find_headline(blocks: Sequence[Block]) -> Block | None:
    """The headline among the first blocks that are no furniture, in order; None if none stands.

    It is the first of them or is not there: what follows copy is a subhead.
    """
    for place, block in enumerate(blocks[:3]):
        if is_section(block.text):
            continue
        return block if _is_headline(block, blocks[place + 1 : place + 3]) else None
    return None


def is_section(text: str) -> bool:
    """A label over the headline ("POLITICS", "ANALYSIS/OPINION:")."""
    return text.strip(" :|").lower() in _SECTIONS


def _is_headline(block: Block, below: Sequence[Block]) -> bool:
    text = block.text
    if not below or len(text) > _LONGEST_HEADLINE or _NO_HEADLINE.match(text):
        return False
    count = len(words(text))
    if not 2 <= count <= _MOST_HEADLINE_WORDS or _is_names(text) or outlet_named(text):
        return False
    if text.endswith((":", ",", ";")) or text[0].islower() or "\n" in text and len(text) > 160:
        return False
    if not text.rstrip("\"')").endswith((".", "…")):
        if ends_sentence(text) and not is_shouted(text):
            # A question or a cry may open copy, too: it is a headline above longer copy.
            return any(len(after.text) > len(text) for after in below)
        return True
    # Some sites set a full stop behind headlines: then what follows must show it to be one.
    if len(text) > _LONGEST_WITH_STOP or ". " in text[:-1].replace("U.S. ", "").replace(
        "U.N. ", ""
    ):
        return False
    if read_dateline(text) is not None:
        return False
    after = below[0]
    return (
        read_dateline(after.text) is not None
        or read_byline(after.text) is not None
        or (is_title_case(text) and is_prose(after.text))
    )


def _is_names(text: str) -> bool:
    return is_person(text)


def without_site(text: str) -> tuple[str, str | None]:
    """A headline without the name of the site behind it, and that name."""
    match = _SUFFIX.search(text)
    if match is None:
        return text, None
    site = outlet_named(match["site"])
    if site is None and "|" in match[0] and len(match["site"].split()) <= 4:
        site = match["site"].strip()
    return (text[: match.start()], site) if site else (text, None)


def headline_from(lede: str) -> str:
    """A headline made of the first words of the lede, cut where a clause or a word ends."""
    words_only = " ".join(lede.split())
    if len(words_only) <= _LONGEST_MADE:
        return words_only
    cut = words_only[: _LONGEST_MADE + 1]
    clauses = [match.start() for match in _CLAUSE.finditer(cut)]
    if clauses and clauses[-1] >= _LONGEST_MADE // 2:
        return cut[: clauses[-1]] + " …"
    return cut[:_LONGEST_MADE].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + " …"


def find_subheads(blocks: Sequence[Block], headline: Block | None) -> list[Span]:
    """Subheads among the blocks that are no furniture, in order, the headline left out.

    A subhead stands alone between copy, above copy. Lines in a row are a list, a line that
    recurs is a speaker's label.
    """
    repeated = Counter(block.text for block in blocks if len(block.text) <= _LONGEST_SUBHEAD)
    found: list[Span] = []
    summary = False
    for place, block in enumerate(blocks[:-1]):
        summary = summary and not is_prose(block.text) or bool(_SUMMARY.match(block.text))
        before = blocks[place - 1] if place else None
        if before is None and headline is None or summary:
            continue
        if not _is_subhead(block.text) or repeated[block.text] > 1:
            continue
        above_copy = is_prose(blocks[place + 1].text)
        below_copy = before is None or is_prose(before.text)
        if above_copy and below_copy:
            found.append((block.start, block.end))
    return found


def _is_subhead(text: str) -> bool:
    if len(text) > _LONGEST_SUBHEAD or "\n" in text or _BULLET.match(text) or '"' in text:
        return False
    count = len(words(text))
    if not 1 <= count <= _MOST_SUBHEAD_WORDS or not (text[0].isupper() or text[0].isdigit()):
        return False
    if len(_FIGURES.findall(text)) > sum(map(str.isalpha, text)):
        return False
    if text.endswith("?"):
        return count <= _MOST_QUESTION_WORDS and not _TURN.match(text)
    return not text.rstrip("') ").endswith((".", "!", ",", ";", ":", "…", "-", "–", "—"))
