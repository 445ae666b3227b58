"""Marks and reports brought together: what was said, in which words, with which cue."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from index.article import QuoteKind, Span
from index.extract.quotes.drafts import Draft, How, Paragraph
from index.extract.quotes.marks import Marked
from index.extract.quotes.mentions import Mention
from index.extract.quotes.passing import who_introduces
from index.extract.quotes.places import Places, overlap
from index.extract.quotes.report import Report
from index.extract.words.cues import WORDED

SCARE_WORDS = 4
"""Marked stretches of so many words or fewer are scare quotes unless a cue stands beside them."""

_NAME = r"[A-Z][\w.'\u2019-]*"
_NAMED = re.compile(
    rf"(?:^|[.?!\"]\s+)((?:The |the )?{_NAME}(?:[ ,]+(?:{_NAME}|of|the|\([^)]*\)))*)\s*:\s*$"
)
_SIGNED = re.compile(
    rf"^\s*[\u2013\u2014\u2015-]+\s*((?:{_NAME})(?:[ ,]+(?:{_NAME}|of|the))*)[.\s]*$"
)
_SMALL_WORDS = frozenset("a an and as at but by for from in is of on or the to vs with".split())
_BEFORE_TITLES = frozenset(
    """on of in book film movie show series song album novel article essay titled entitled program
    programme documentary memoir column magazine newspaper book, film, movie, novel, memoir,
    documentary, song, album, hit drama comedy sitcom host play musical tell tells told
    telling""".split()
)
_THAT = re.compile(r"\bthat,?\s$")
_WORD = re.compile(r"\w+")


def draft_quotes(view: str, paragraph: Paragraph) -> list[Draft]:
    """The quotes of one paragraph in order of place, their speakers still as mentions."""
    return _Joiner(view, paragraph).join()


class _Joiner:
    """Joins the marks and the reports of one paragraph."""

    def __init__(self, view: str, paragraph: Paragraph) -> None:
        self.view = view
        self.paragraph = paragraph
        self.drafts: list[Draft] = []
        self.openings = [one.outer[0] for one in paragraph.marks]
        self.used: set[Span] = set()
        self.place = Places(view, paragraph)

    def join(self) -> list[Draft]:
        pending: list[Marked] = []
        inside: dict[Span, list[Marked]] = {}
        owner: dict[Span, Report] = {}
        led: dict[tuple[int, int], tuple[int, list[Marked], Report]] = {}
        for marked in self.paragraph.marks:
            if self._is_title(marked):
                continue
            beside = self.place.cue_after(marked)
            if beside is not None and self.place.begins_sentence(marked):
                self._add_beside(marked, beside)
                continue
            start = self.place.leads_up(marked, beside) if beside is not None else None
            if beside is not None and start is not None:
                _, before, _ = led.get((beside.token, start), (0, [], beside))
                led[beside.token, start] = (marked.end, [*before, marked], beside)
                continue
            found = self.place.content_around(marked)
            if found is not None:
                span, report = found
                inside.setdefault(span, []).append(marked)
                owner[span] = report
                continue
            found = self.place.content_next_to(marked)
            if found is not None and not self.place.is_alone(marked):
                inside.setdefault(found[0], []).append(marked)
                owner[found[0]] = found[1]
                continue
            beside = beside or self.place.cue_before(marked)
            wide = self.place.object_of(marked, beside) if beside is not None else None
            if beside is not None and wide is not None and not self._is_utterance(marked):
                begun = next((a for a in inside if a[0] == wide[0] and owner[a] is beside), wide)
                wide = (wide[0], max(wide[1], begun[1]))
                inside[wide] = [*inside.pop(begun, []), marked]
                owner[wide] = beside
            elif beside is not None:
                self._add_beside(marked, beside)
                self._add_lead(marked, beside)
            else:
                pending.append(marked)
        for (_, start), (end, marks, report) in led.items():
            marks += [one for one in pending if start <= one.start < end]
            pending = [one for one in pending if not start <= one.start < end]
            self._add_content((start, end), sorted(marks, key=lambda one: one.start), report)
        for span, marks in inside.items():
            self._add_content(span, marks, owner[span])
        for marked in pending:
            self._add_uncued(marked)
        self._add_unmarked()
        return _without_told_again(sorted(self.drafts, key=lambda draft: (draft.start, draft.end)))

    def _is_title(self, marked: Marked) -> bool:
        """Whether the words are the title of a book, a film, a programme."""
        words = re.findall(r"[^\W\d_]{2,}", self.view[marked.start : marked.end])
        if not words or self.view[marked.end - 1] in "?!":
            return False
        small = [word for word in words if not word[0].isupper()]
        if any(word.lower() not in _SMALL_WORDS for word in small):
            return False
        before = self.view[self.paragraph.start : marked.outer[0]].rstrip().rsplit(None, 1)
        alone = self.view[marked.outer[1] : self.paragraph.end].strip() == "" and not before
        last = before[-1].lower() if before else ""
        if alone:
            return len(words) <= 8 and len(words) > 1
        return last in _BEFORE_TITLES or last.endswith("'s") or (len(words) > 2 and last == ",")

    # What becomes a quote.

    def _add_beside(self, marked: Marked, report: Report) -> None:
        kind: QuoteKind = "direct" if self._is_utterance(marked) else "mixed"
        start = marked.start
        that = _THAT.search(self.view, self.paragraph.start, marked.outer[0])
        if that is not None:
            start, kind = that.start(), "mixed"
        self._add(start, marked.end, kind, report, ((marked.start, marked.end),), "beside")

    def _add_lead(self, marked: Marked, report: Report) -> None:
        """What somebody said before a cue after which marks go on: "To win, X said, “is …”"."""
        if report.lead is not None and self.view[marked.start].islower():
            self._add(*report.lead, "indirect", report, (), "clause")

    def _is_utterance(self, marked: Marked) -> bool:
        """Whether the words stand for themselves, not as a part of the narrator's sentence."""
        first = next((c for c in self.view[marked.start : marked.end] if c.isalnum()), "a")
        before = self.view[self.paragraph.start : marked.outer[0]].rstrip()
        return not first.islower() or not before or before[-1] in ',:.?!"'

    def _add_content(self, span: Span, marks: Sequence[Marked], report: Report) -> None:
        start = min(span[0], *(one.start for one in marks), span[1])
        end = max(span[1], *(one.end for one in marks), span[0])
        rest = self.view[start:end]
        for one in marks:
            a, b = max(one.outer[0], start) - start, min(one.outer[1], end) - start
            rest = rest[:a] + " " * (b - a) + rest[b:]
        if not [word for word in _WORD.findall(rest) if word.lower() not in ("and", "s")]:
            for one in marks:
                self._add_beside(one, report)
            self.used.add(span)
            return
        self.used.add(span)
        verbatim = tuple((one.start, one.end) for one in marks)
        if self.view[start] == '"' or self.view[start] == "'":
            start = min(start + 1, end)
        while end > start and self.view[end - 1] in "\"'" and any(one.end < end for one in marks):
            end -= 1
        self._add(start, end, "mixed", report, verbatim, "clause")

    def _add_uncued(self, marked: Marked) -> None:
        view, paragraph = self.view, self.paragraph
        before = view[paragraph.start : marked.outer[0]]
        span = (marked.start, marked.end)
        named = _NAMED.search(before)
        signed = _SIGNED.search(view[marked.outer[1] : paragraph.end])
        if named is not None or signed is not None:
            match, base = (named, paragraph.start) if named else (signed, marked.outer[1])
            assert match is not None  # noqa: S101
            a, b = match.span(1)
            text = view[base + a : base + b].rstrip(" ,")
            place = (base + a, base + a + len(text))
            mention = Mention(place, text.split()[-1].lower(), "name", True, head_span=place)
            self.drafts.append(
                Draft(*span, "direct", paragraph.number, (span,), mention, how="named")
            )
            return
        introduced = self._introduced(marked)
        if introduced is not None:
            self.drafts.append(
                Draft(*span, "direct", paragraph.number, (span,), introduced, how="named")
            )
            return
        words = len(view[marked.start : marked.end].split())
        whole = self.place.begins_sentence(marked) and self.place.ends_sentence(marked)
        if marked.chained or (whole and (words > SCARE_WORDS or view[marked.end - 1] in ".?!,")):
            self.drafts.append(
                Draft(
                    *span, "direct", paragraph.number, (span,), how="inherited",
                    chained=marked.chained,
                )
            )  # fmt: skip

    def _introduced(self, marked: Marked) -> Mention | None:
        """Whose words a colon brings, with whatever verb: "Smith scolded him: “…”"."""
        doc, outer = self.paragraph.doc, self.paragraph.outer
        at = self.place.token_at(marked.outer[0])
        if doc is None or outer is None or not at or doc[at - 1].text != ":":
            return None
        return who_introduces(doc, outer, at - 1)

    def _add_unmarked(self) -> None:
        quoted = [(draft.start, draft.end) for draft in self.drafts]
        for report in self.paragraph.reports:
            for span in report.contents:
                if span in self.used or any(overlap(span, one) > 0 for one in quoted):
                    continue
                span = self._unmarked(span)
                if span[1] <= span[0]:
                    continue
                # "condemned the attack" tells what somebody did with words, not the words.
                worded = report.cue.clause or report.cue.lemma in WORDED
                if report.cue.kind == "act" or not worded:
                    continue
                if report.speaker is None and report.cue.kind == "speech":
                    continue
                self._add(*span, "indirect", report, (), "clause")

        for span, report in self.place.nested:
            if report.speaker is not None and span not in self.used:
                self.used.add(span)
                self._add(*self._unmarked(span), "indirect", report, (), "clause")

    def _unmarked(self, span: Span) -> Span:
        """A stretch without a stray mark at its ends."""
        start, end = span
        while start < end and (self.view[start] == '"' or self.view[start].isspace()):
            start += 1
        while end > start and (self.view[end - 1] == '"' or self.view[end - 1].isspace()):
            end -= 1
        return start, end

    def _balanced(self, start: int, end: int) -> Span:
        """A span widened so that no pair of marks is cut in two by its border."""
        marks = self.paragraph.marks
        nearest = max(0, bisect_left(self.openings, start) - 1)
        for marked in marks[nearest:]:
            opening, closing = marked.outer
            if (start, end) == (marked.start, marked.end):
                return start, end
            if opening >= end:
                break
            if marked.closed and start <= opening < end < closing:
                end = closing
            elif opening < start < closing <= end:
                start = opening
            elif marked.closed and start <= opening and opening < end == marked.end:
                end = closing
        for marked in marks[bisect_left(self.openings, start) :][:1]:
            if (start, end) == marked.outer and marked.closed:
                return marked.start, marked.end
        return start, end

    def _add(
        self,
        start: int,
        end: int,
        kind: QuoteKind,
        report: Report,
        verbatim: tuple[Span, ...],
        how: How,
    ) -> None:
        start, end = self._balanced(start, end)
        self.drafts.append(
            Draft(
                start, end, kind, self.paragraph.number, verbatim, report.speaker,
                self.view[slice(*report.cue_span)].replace("\n", " "), report.cue_span, how,
            )
        )  # fmt: skip


def _without_told_again(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without reports that are part of what somebody else is reported to say.

    "Smith said Jones thought it was late" is one statement, of Smith. Words between marks keep
    the speaker to whom the inner report gives them.
    """
    kept: list[Draft] = []
    for draft in drafts:
        told = draft.kind == "indirect" and any(
            other is not draft
            and other.kind in ("indirect", "mixed")
            and other.how == "clause"
            and other.start <= draft.start
            and draft.end <= other.end
            and other.end - other.start > draft.end - draft.start
            for other in drafts
        )
        if not told:
            kept.append(draft)
    return kept
