"""Who goes on speaking: quotations that have no cue of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.extract.quotes.drafts import Draft, Paragraph
from index.extract.quotes.marks import Marked
from index.extract.quotes.mentions import Mention, mention_at
from index.extract.quotes.outer import Outer
from index.extract.words.cues import CUES

if TYPE_CHECKING:
    from spacy.tokens import Doc


_INTRODUCED = -1  # instead of a paragraph: "He said:" stands before the quotation


def pass_on(drafts: Sequence[Draft], paragraphs: Sequence[Paragraph]) -> list[Draft]:
    """Give quotations without a cue the speaker of their paragraph, or of the one before.

    A quotation takes the speaker of the last quotation before it in its paragraph, else of the
    next one in it, else, where its paragraph begins with it, of the last in the paragraph
    before. Where there is none it stays without.
    """
    done: list[Draft] = list(drafts)
    for index, draft in enumerate(done):
        if draft.how != "inherited":
            continue
        source = _source(done, index, draft, paragraphs)
        done[index] = (
            replace(draft, how="none")
            if source is None
            else replace(draft, mention=source.mention, how="named")
            if source.block == _INTRODUCED
            # Within a paragraph it is one quotation, split by its cue.
            else replace(draft, mention=source.mention, cue=source.cue, cue_span=source.cue_span)
            if source.block == draft.block
            else replace(draft, mention=source.mention)
        )
    return done


def run_on(drafts: Sequence[Draft], marks: Sequence[Marked]) -> list[Draft]:
    """One quotation of each that runs over several paragraphs, each opened anew by a mark.

    Its speaker is the one known in the first paragraph, else in the next that knows one.
    """
    opened_anew = {marked.start for marked in marks if marked.chained}
    left_open = {marked.end for marked in marks if not marked.closed}
    kept: list[Draft] = []
    last = None  # the place in `kept` of the quotation that may run on, and its paragraph
    for draft in drafts:
        if draft.kind == "act":
            kept.append(draft)
            continue
        if (
            last is not None
            and draft.start in opened_anew
            and draft.block == last[1] + 1
            and kept[last[0]].end in left_open
        ):
            at = last[0]
            begun = kept[at]
            if begun.mention is None:
                begun = replace(
                    begun,
                    mention=draft.mention, cue=draft.cue, cue_span=draft.cue_span, how=draft.how,
                )  # fmt: skip
            kept[at] = replace(begun, end=draft.end, verbatim=begun.verbatim + draft.verbatim)
        else:
            at = len(kept)
            kept.append(draft)
        last = at, draft.block
    return kept


def _source(
    done: Sequence[Draft], index: int, draft: Draft, paragraphs: Sequence[Paragraph]
) -> Draft | None:
    before = [d for d in done[:index] if d.block == draft.block and d.kind != "act"]
    if before and not draft.chained:
        # Somebody told of in passing ("who said …") does not go on speaking.
        main = [d for d in before if d.mention is None or d.mention.antecedent is None]
        return (main or before)[-1]
    after = [d for d in done[index + 1 :] if d.block == draft.block and d.how == "beside"]
    if after and not draft.chained:
        return after[0]
    if draft.start > paragraphs[draft.block].start + 2 and not draft.chained:
        return None
    if draft.block and paragraphs[draft.block - 1].introduces is not None:
        return replace(draft, mention=paragraphs[draft.block - 1].introduces, block=_INTRODUCED)
    previous = [d for d in done[:index] if d.block == draft.block - 1 and d.kind != "act"]
    return previous[-1] if previous else None


def who_introduces(doc: Doc, outer: Outer, colon: int) -> Mention | None:
    """The subject of the last sentence before a colon."""
    said = CUES.get(doc[colon - 1].lower_)
    if said is not None and said.kind == "say" and colon > 1 and doc[colon - 2].tag_ == "NNP":
        return mention_at(doc[colon - 2], outer)  # "Roe said:", however the sentence is parsed
    for index in range(colon - 1, max(-1, colon - 40), -1):
        token = doc[index]
        if token.text in (".", "?", "!", ";"):
            return None
        if token.dep_ == "nsubj" and token.head.dep_ in ("ROOT", "ccomp", "conj", "parataxis"):
            mention = mention_at(token, outer)
            return mention if mention.speaks else None
    return None
