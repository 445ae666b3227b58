"""Headlines and subheads: told by their shape and place, or made from the lede."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.article import Span
from index.newsform.blocks import Block, ends_sentence, is_prose, is_shouted, is_title_case, words
from index.newsform.datelines import read_dateline
from index.newsform.names import agency_named, is_person, outlet_named
from index.text.sentence_breaks import sentences

_LONGEST_HEADLINE = 220
_MOST_HEADLINE_WORDS = 32
_LONGEST_SENTENCE = 160  # of a headline that is set like a sentence
_LONGEST_WITH_STOP = 150
_MAY_OPEN = "\"'$£€#¿¡"
_LONGEST_EXCLAMATION = 30  # "Obama: No. We Can't": more is copy, or a caption run in
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
opinion contributor|opinion contributors|editorial board|the editorial board
guest columnist|op-ed|fact check|explainer|perspective|the big idea
football|cricket|tennis|rugby|golf|cycling|racing|olympics|books|film|films|movies|music|tv
tv & radio|television|radio|games|fashion|food|food & drink|recipes|style|life|life & style
jobs|puzzles|crosswords|podcasts|newsletters|magazine|real estate|property|cars|motoring
society|climate|climate crisis|energy|tech|uk|us|u.s.|global|global development|us politics
uk politics|finance|companies|personal finance|policy|crime|family|wellness|stage|art & design
"""
_SECTIONS = frozenset(
    name for line in _SECTIONS_LISTED.strip().splitlines() for name in line.split("|")
)
# Between sections in a list, and on the path to one; fold makes a straight mark of "»".
_SECTION_MARKS = re.compile(r"\s*[|•·]\s*|\s[/]\s")
_PATH_MARKS = re.compile(r"\s*[›>→]\s*|\s\"\s")
_MOST_PATH = 60
_MOST_SECTION_WORDS = 3
_NO_HEADLINE = re.compile(
    r"(?:story highlights|highlights|key points|in brief|updated?:|dear \w+|to the editor|"
    r"extracts? (?:of|from))\b|[-•*·–—>]\s|\d[\d.,%$ ]*\Z|.*(?:@\w|https?:|www\.|\.com/)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\s+(?:\||[-–—])\s+(?P<site>[^|–—]{2,40})\Z")
_SUMMARY = re.compile(r"(?:story highlights|highlights|key points)\b", re.IGNORECASE)
_FIGURES = re.compile(r"\d")
_BULLET = re.compile(r"[-•*·>–—(\[<#@]|\d+[.]?\s*\Z")
_TURN = re.compile(r"(?:But|And|So|Or|Yet|Because|Then|Well|Right|Really|No|Yes)\b")
_CLAUSE = re.compile(r"(?:,|;| [-–—]|:)\s")


def find_headline(blocks: Sequence[Block], credited: frozenset[int]) -> Block | None:
    """The headline among the first blocks that are no furniture, in order; None if none stands.

    It is the first of them or is not there: what follows copy is a subhead. `credited` holds
    where those blocks begin that have a byline or a timestamp right under them.
    """
    # Some papers print the headline again, over the lede.
    lede = next((place for place, block in enumerate(blocks) if is_prose(block.text)), 0)
    for place, block in enumerate(blocks[:3]):
        if is_section(block.text):
            continue
        if any(other.text == block.text for other in blocks[max(place + 2, lede) :]):
            return None  # a label that recurs
        below = blocks[place + 1] if place + 1 < len(blocks) else None
        return block if below and _is_headline(block, below, block.start in credited) else None
    return None


def is_section(text: str) -> bool:
    """A label over the headline: "POLITICS", "News | Sport", "Environment › Climate crisis"."""
    if text.strip(" :|").lower() in _SECTIONS:
        return True
    parts = _SECTION_MARKS.split(text.strip(" :|").lower())
    if len(parts) > 1:
        return 2 * sum(part in _SECTIONS for part in parts) > len(parts) and not any(
            len(part.split()) > _MOST_SECTION_WORDS for part in parts
        )
    path = _PATH_MARKS.split(text.strip().lower())
    return len(path) > 1 and path[0] in _SECTIONS and len(text) <= _MOST_PATH


def _is_headline(block: Block, below: Block, credited: bool) -> bool:
    text = block.text
    if len(text) > _LONGEST_HEADLINE or _NO_HEADLINE.match(text) or read_dateline(text):
        return False
    count = len(words(text))
    if not 2 <= count <= _MOST_HEADLINE_WORDS or is_person(text) or outlet_named(text):
        return False
    if text.rstrip("\"' –—-").endswith((":", ",", ";")) or _is_quotation(text):
        return False
    if text[0].islower() or not (text[0].isalnum() or text[0] in _MAY_OPEN):
        return False
    set_large = is_title_case(text) or is_shouted(text)
    if len(text) > _LONGEST_SENTENCE and not set_large:
        return False
    if credited:
        return True
    if sentences(text, 0, len(text))[0][1] not in range(_LONGEST_EXCLAMATION, len(text)):
        if not ends_sentence(text) or text.endswith(")"):
            return True
        if not text.rstrip("\"')").endswith((".", "…")):
            return set_large  # set like a sentence, a question may be the lede
        # Some sites set a full stop behind headlines: what follows must show it to be one.
        return len(text) <= _LONGEST_WITH_STOP and (
            read_dateline(below.text) is not None
            or (is_title_case(text, share=1.0) and is_prose(below.text))
        )
    return False


def _is_quotation(text: str) -> bool:
    """A whole sentence in marks, as it stands in copy or is pulled out of it."""
    return text.startswith('"') and text.endswith('"') and ends_sentence(text)


def without_hashes(block: Block) -> Block:
    """The headline without the marks that Markdown sets before it."""
    marks = len(block.text) - len(block.text.lstrip("# "))
    return Block(block.start + marks, block.end, block.text[marks:])


def without_site(text: str) -> tuple[str, str | None]:
    """A headline without the name of the site behind it, and that name."""
    match = _SUFFIX.search(text)
    if match is None:
        return text, None
    site = outlet_named(match["site"])
    tokens = match["site"].split()
    if site is None and "|" in match[0] and len(tokens) <= 4 and not agency_named(tokens[0]):
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
        summary = (summary and not is_prose(block.text)) or bool(_SUMMARY.match(block.text))
        before = blocks[place - 1] if place else None
        if (before is None and headline is None) or summary:
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
