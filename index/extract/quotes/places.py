"""Where marked stretches stand in their paragraph: beside which cue, inside what was said."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from index.article import Span
from index.extract.parsing.lookup import beginnings
from index.extract.quotes.complements import RUNS_ON
from index.extract.quotes.drafts import Draft, Paragraph
from index.extract.quotes.marks import Marked
from index.extract.quotes.report import Report
from index.extract.quotes.unsaid import is_unsaid
from index.extract.words.cues import ADDRESSED, CUES, NAMING, TOLD

_FARTHEST = 45  # tokens between a quotation and its cue at most
_OBJECTS = frozenset("DT PRP$ PRP NN NNS NNP NNPS JJ CD VBG".split())
_ENDS = frozenset({".", "?", "!", ";"})


class Places:
    """One paragraph's reports as its marked stretches stand to them.

    `nested` gathers what holds the attribution of somebody else's words.
    """

    def __init__(self, view: str, paragraph: Paragraph) -> None:
        self.view = view
        self.paragraph = paragraph
        self.nested: list[tuple[Span, Report]] = []
        outer, doc = paragraph.outer, paragraph.doc
        read = outer is not None and doc is not None
        self.starts = [outer.places[i] for i in beginnings(doc)] if read and outer and doc else []
        self.held = {one.start for one in outer.held.values()} if outer is not None else set()

    def token_at(self, place: int) -> int | None:
        """The parsed token that begins at an offset of the article, or the first one after."""
        at = bisect_left(self.starts, place)
        return at if at < len(self.starts) else None

    def leads_up(self, marked: Marked, report: Report) -> int | None:
        """Where the narrator's words begin that lead up to marks with their cue after them.

        "The plan “is dead,” Smith said": the whole sentence up to the cue is Smith's.
        """
        doc, at = self.paragraph.doc, self.token_at(marked.outer[0])
        after = self.token_at(marked.outer[1])
        if doc is None or at is None or after is None or report.token < after:
            return None
        comma = "," in self.view[marked.end - 1 : marked.outer[1] + 1]
        beside = doc[after].text == "," or report.left <= after
        if not comma or not beside or report.cue.kind == "act" or report.left - after > 2:
            return None
        if any(start > marked.start for start, _ in report.contents):
            return None
        if report.speaker is not None and report.speaker.antecedent is not None:
            return None
        first = doc[at].sent.start
        start = self.starts[first]
        words = self.view[start : marked.outer[0]].rstrip()
        if not any(char.isalnum() for char in words) or words[-1] == ":":
            return None
        if words[-1] == "," and self.view[marked.start].isupper():
            return None
        for one in self.paragraph.reports:
            names = one.cue.kind != "act" or one.cue.lemma in NAMING
            if first <= one.token < at and names:
                return None
        return start

    def object_of(self, marked: Marked, report: Report) -> Span | None:
        """What a cue before it brings together with the marks: "called the plan “a joke” of his".

        None where the marks stand alone ("said on Monday: “…”").
        """
        doc, at = self.paragraph.doc, self.token_at(marked.outer[0])
        if doc is None or at is None or report.token >= at or report.cue.lemma in ADDRESSED:
            return None
        first = report.token + 1
        between = doc[first:at]
        if any(token.is_punct and token.text not in ("-", "'") for token in between):
            return None
        if any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in between):
            return None
        starts = first == at or doc[first].tag_ in _OBJECTS
        after = self.token_at(marked.outer[1])
        end = marked.end
        stopped = self.view[marked.end - 1] in ".,;?!"
        if after is not None and not stopped and self._goes_on(after, report):
            last = doc[after].sent.end
            while after < last and not doc[after].is_punct and doc[after].tag_ != "CC":
                end = self.starts[after] + len(doc[after].text)
                after += 1
        if not starts or (first == at and end == marked.end):
            return None
        return self.starts[first], end

    def _goes_on(self, at: int, report: Report) -> bool:
        doc = self.paragraph.doc
        if doc is None:
            return False
        token = doc[at]
        if token.tag_[0] in "VM" and report.cue.lemma in NAMING:
            return False  # "what he called “fraud” led to …"
        return token.tag_ in RUNS_ON or token.lower_ in RUNS_ON or token.tag_ in ("NN", "NNS")

    def begins_sentence(self, marked: Marked) -> bool:
        before = self.view[self.paragraph.start : marked.outer[0]].rstrip()
        return not before or before[-1] in '.?!"\u2026'

    def ends_sentence(self, marked: Marked) -> bool:
        after = self.view[marked.outer[1] : self.paragraph.end].lstrip()
        if self.view[marked.end - 1] in ".?!" or not marked.closed:
            return not after or not after[0].islower()
        return not after or after[0] in '.?!"('

    def cue_after(self, marked: Marked) -> Report | None:
        doc, outer = self.paragraph.doc, self.paragraph.outer
        after = self.token_at(marked.outer[1])
        if doc is None or outer is None or after is None:
            return None
        last = self.view[marked.end - 1]
        if last == "." and not doc[after].text[:1].islower():
            return None
        stop, last_stop = after, min(len(doc), after + _FARTHEST)
        while stop < last_stop and doc[stop].text not in _ENDS and doc[stop].idx not in outer.held:
            stop += 1
        for report in self.paragraph.reports:
            if after <= report.token < stop:
                if report.left > after and report.token - after > 22:
                    return None
                gap = doc[after : report.left] if report.left > after else doc[after:after]
                elsewhere = report.contents and not report.inserted
                if elsewhere and report.cue.kind == "act" and not self._takes(report, marked):
                    continue
                if any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in gap):
                    return None
                if doc[after].text not in (",",) and len(gap) > 8:
                    return None
                return report
        return None

    def _takes(self, report: Report, marked: Marked) -> bool:
        return any(overlap(span, (marked.start, marked.end)) > 0 for span in report.contents)

    def cue_before(self, marked: Marked) -> Report | None:
        doc, outer = self.paragraph.doc, self.paragraph.outer
        at = self.token_at(marked.outer[0])
        if doc is None or outer is None or at is None:
            return None
        start, first = at, max(0, at - _FARTHEST)
        while (
            start > first
            and doc[start - 1].text not in _ENDS
            and doc[start - 1].idx not in outer.held
        ):
            start -= 1
        reach = 25 if marked.start in self.held else 8
        for report in reversed(self.paragraph.reports):
            if start <= report.token < at and at - report.token <= reach:
                if report.cue.kind == "act" and at - report.token > 8:
                    continue
                return report
        return None

    def content_around(self, marked: Marked) -> tuple[Span, Report] | None:
        best: tuple[Span, Report] | None = None
        for report in self.paragraph.reports:
            for span in report.contents:
                if overlap(span, (marked.start, marked.end)) <= 0:
                    continue
                better = best is None or (span[1] - span[0] > best[0][1] - best[0][0])
                if report.speaker is None and best is not None:
                    better = False
                if report.cue.kind == "act" and best is not None and best[1].cue.kind != "act":
                    better = False
                if better:
                    best = (span, report)
        return self._nearer(marked, best) if best is not None else None

    def _nearer(self, marked: Marked, found: tuple[Span, Report]) -> tuple[Span, Report]:
        """The attribution inside what another reports, where its clause holds the marks.

        In "Peskov called the reports “fiction,” the agency reported" and in "said he was told
        by Peskov that “…”" the words between marks are Peskov's.
        """
        around, outer = found
        for report in self.paragraph.reports:
            speaker = report.speaker
            if report is outer or speaker is None or speaker.form == "pronoun":
                continue
            verb = report.cue_span
            if not (around[0] <= verb[0] and verb[1] <= around[1]) or not speaker.speaks:
                continue
            if report.cue.kind == "act" and report.cue.lemma not in NAMING:
                continue
            for span in report.contents:
                held = span[0] - 1 <= marked.outer[0] and marked.end - 1 <= span[1]
                # Parses have been seen in which each of two reports holds the other.
                if held and span[1] - span[0] < around[1] - around[0]:
                    self.nested.append((around, outer))
                    return self._nearer(marked, (span, report))
        return found

    def content_next_to(self, marked: Marked) -> tuple[Span, Report] | None:
        """What was said where it goes on after the marks: "“To see it is stunning,” since …"."""
        for report in self.paragraph.reports:
            for span in report.contents:
                if 0 <= span[0] - marked.outer[1] <= 3 and report.inserted:
                    return span, report
        return None

    def is_alone(self, marked: Marked) -> bool:
        return self.begins_sentence(marked) and self.ends_sentence(marked)


def in_words(act: Draft, paragraph: Paragraph) -> Draft:
    """An act as speech, where its verb says that it was done with words: "declared an end"."""
    cue = CUES.get((act.cue or "").lower())
    doc, mention = paragraph.doc, act.mention
    if cue is None or cue.lemma not in TOLD or mention is None or not mention.speaks:
        return act
    if act.cue_span is None or act.start < act.cue_span[0]:
        return act
    at = Places("", paragraph).token_at(act.cue_span[0])
    if doc is None or at is None or not doc[at].tag_.startswith("VB"):
        return act
    verb = doc[at]
    if is_unsaid(verb, cue, None):
        return act
    return replace(act, kind="indirect")


def overlap(one: Span, other: Span) -> int:
    """How many characters two spans share; not positive where they share none."""
    return min(one[1], other[1]) - max(one[0], other[0])
