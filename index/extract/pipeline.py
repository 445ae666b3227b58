"""Reading one text, from its paragraphs to its quotes and actors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from index.article import Extraction, NewsForm, Span
from index.extract.actors.casting import cast_of
from index.extract.actors.evidence import weigh
from index.extract.actors.names import Sighting
from index.extract.actors.overlooked import captioned, overlooked
from index.extract.actors.proposed import proposed
from index.extract.parsing.model import Model
from index.extract.quotes.acts import draft_acts
from index.extract.quotes.clauses import reports
from index.extract.quotes.drafts import Draft, Paragraph
from index.extract.quotes.joining import draft_quotes
from index.extract.quotes.marks import Marked, scan_marks
from index.extract.quotes.outer import narrate
from index.extract.quotes.passing import pass_on, run_on, who_introduces
from index.extract.quotes.places import in_words
from index.extract.quotes.posts import posts_of
from index.extract.quotes.subjects import bodies_of, subjects_of
from index.extract.quotes.transcript import Turn, turn_draft, turns_of, without_labels
from index.extract.speakers.attributing import attribute
from index.extract.view import Block, body_blocks, outside_blocks, reading_view
from index.extract.words.actcues import ACT_WORDS
from index.extract.words.cues import CUES, SPEECH_NOUNS

_WORD = re.compile(r"[a-z]+")
_SPOKEN = frozenset({"direct", "mixed", "indirect"})
_REPORTING = frozenset({"according", *CUES, *SPEECH_NOUNS, *ACT_WORDS})


def extract(text: str, form: NewsForm | None = None, *, model: Model) -> Extraction:
    """The quotes and actors of a text: see `index.extract.extract`."""
    if form is not None and form.language.value not in (None, model.language):
        return Extraction()
    view = reading_view(text)
    blocks = body_blocks(view, form)
    turns = turns_of(view, blocks)
    blocks = without_labels(blocks, turns)
    turns |= posts_of(view, blocks)
    marks = [one for one in scan_marks(text, view, blocks) if one.block not in turns]
    with model.reading(text):
        sightings = _names(view, blocks, model)
        names = frozenset(word for one in sightings for word in one.name.split())
        paragraphs, subjects, bodies = _parsed(view, blocks, marks, turns, names, model)
        drafts = [draft for one in paragraphs for draft in _drafted(view, one, turns)]
        drafts = run_on(pass_on(drafts, paragraphs), marks)
    outside = outside_blocks(view, form)
    sightings = sorted(
        sightings + captioned(view, outside, form, sightings), key=lambda one: one.span
    )
    evidence = weigh(view, sightings)
    cast = cast_of(view, blocks, sightings, evidence, subjects, outside)
    quotes = attribute(text, view, _placed(drafts), cast, marks, subjects, bodies)
    spoken = Counter(
        quote.speaker for quote in quotes if quote.kind in _SPOKEN and quote.speaker is not None
    )
    return Extraction(quotes, cast.actors(text, spoken))


def _placed(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in order of place; no stretch twice, no speech inside that of the same cue."""
    found: dict[Span, Draft] = {}
    ends: dict[Span, int] = {}
    for draft in sorted(drafts, key=lambda draft: (draft.start, -draft.end)):
        if draft.cue_span is not None and draft.kind != "act":
            if draft.end <= ends.get(draft.cue_span, 0):
                continue
            ends[draft.cue_span] = draft.end
        found.setdefault((draft.start, draft.end), draft)
    return list(found.values())


def _names(view: str, blocks: Sequence[Block], model: Model) -> list[Sighting]:
    spans: list[tuple[int, int, str]] = []
    texts = [view[block.start : block.end].replace("\n", " ") for block in blocks]
    for block, entities in zip(blocks, model.find_names(texts), strict=True):
        spans.extend((block.start + a, block.start + b, label) for a, b, label in entities)
    seen = proposed(view, spans)
    return sorted(seen + overlooked(view, blocks, seen), key=lambda sighting: sighting.span)


def _drafted(view: str, paragraph: Paragraph, turns: Mapping[int, Turn]) -> list[Draft]:
    turn = turns.get(paragraph.number)
    if turn is not None:
        return [turn_draft(view, paragraph.number, turn)]
    spoken = draft_quotes(view, paragraph)
    return [*spoken, *(in_words(act, paragraph) for act in draft_acts(paragraph, spoken))]


def _parsed(
    view: str,
    blocks: Sequence[Block],
    marks: Sequence[Marked],
    turns: Mapping[int, Turn],
    names: frozenset[str],
    model: Model,
) -> tuple[list[Paragraph], list[Span], list[tuple[Span, Span]]]:
    """The paragraphs, those that may report something parsed; the subjects and the bodies."""
    paragraphs: list[Paragraph] = []
    by_block: dict[int, list[Marked]] = {}
    for marked in marks:
        by_block.setdefault(marked.block, []).append(marked)
    for number, block in enumerate(blocks):
        here = by_block.get(number, [])
        paragraph = Paragraph(number, block.start, block.end, here)
        colon = view[block.end - 1] == ":"
        reporting = here or colon or _may_report(view[block.start : block.end])
        if reporting and number not in turns:
            paragraph.outer = narrate(view, number, block, here, names)
        paragraphs.append(paragraph)
    subjects: list[Span] = []
    bodies: list[tuple[Span, Span]] = []
    waiting = [one for one in paragraphs if one.outer is not None]
    texts = [one.outer.text for one in waiting if one.outer is not None]
    for paragraph, doc in zip(waiting, model.parse(texts), strict=True):
        outer = paragraph.outer
        if outer is None:
            continue
        paragraph.doc = doc
        held = {one.start for one in outer.held.values()}
        kept = [one.outer for one in paragraph.marks if one.start not in held]
        paragraph.reports = reports(doc, outer, kept)
        if len(doc) > 1 and doc[-1].text == ":":
            last = paragraph.reports[-1].speaker if paragraph.reports else None
            paragraph.introduces = who_introduces(doc, outer, len(doc) - 1) or last
        subjects.extend(subjects_of(doc, outer))
        bodies.extend(bodies_of(doc, outer))
    return paragraphs, subjects, bodies


def _may_report(paragraph: str) -> bool:
    return not _REPORTING.isdisjoint(_WORD.findall(paragraph.lower()))
