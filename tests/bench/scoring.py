"""Scores quotes that were found against those that people marked.

Each quote found is matched with at most one in the gold, those with the largest overlap first.
The overlap of two stretches is their intersection over their union, after both were trimmed of
white space, quotation marks and punctuation at their ends; a half is a match. It is exact when
nothing is left to trim off either. A speaker is right when the last word of the one name stands
in the other: "President Bashar al-Assad" is "Assad". Quotes of the gold that are not asked for
(of other types, or optional) count neither as missed when they are not found nor as false when
they are.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from index.article import Span

HALF = 0.5
_TRIMMED = frozenset("\"'`\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019 \t\r\n\u00a0,.;:-\u2013\u2014")
_ARTICLES = ("the", "a", "an", "mr", "mrs", "ms", "dr")
_SUFFIXES = ("jr", "sr", "ii", "iii")
_AFTER_NAME = re.compile(
    r"[,;(\u2014\u2013]|\b(?:who|of|for|at|in|from|to|with|told)\b"
)  # fmt: skip
_TOUCHED = 0.2
_FIRST_WORDS = 12
_CONTEXT = 150
_BANDS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.0)


@dataclass(frozen=True, slots=True)
class Gold:
    """A quote that people marked. `speakers` are all names that are right; `asked` is false for
    one that may be found and need not."""

    start: int
    end: int
    speakers: tuple[str, ...] = ()
    type: str = ""
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A quote that was found. `confidence` is None where the finder tells none."""

    start: int
    end: int
    speaker: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong, with the cause by which such are counted."""

    cause: str
    article: str
    words: str
    expected: str
    given: str
    around: str

    def to_json(self) -> str:
        """One line."""
        return json.dumps({name: getattr(self, name) for name in self.__slots__})


@dataclass(slots=True)
class Score:
    """Counts over all articles. `bands` has for each lower bound of confidence how many quotes
    were counted, how many of them are quotes, and how many of these have the right speaker."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    overlapping: int = 0
    attributed: int = 0
    bands: dict[float, Counter[str]] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def f1(self, right: int) -> tuple[float, float, float]:
        """Precision, recall and their harmonic mean in per cent, of so many that are right."""
        precision = right / self.found if self.found else 0.0
        recall = right / self.gold if self.gold else 0.0
        both = precision + recall
        mean = 2 * precision * recall / both if both else 0.0
        return 100 * precision, 100 * recall, 100 * mean


def read_gold(path: Path, types: Iterable[str] | None) -> dict[str, list[Gold]]:
    """The quotes of each article; those of other types than these are not asked for."""
    wanted = None if types is None else set(types)
    gold: dict[str, list[Gold]] = {}
    for record in _records(path):
        gold[str(record["doc"])] = [_gold(one, wanted) for one in record["quotes"]]
    return gold


def read_texts(path: Path) -> dict[str, str]:
    """The text of each article."""
    return {str(record["doc"]): record["text"] for record in _records(path)}


def score(
    gold: Mapping[str, Sequence[Gold]],
    found: Mapping[str, Sequence[Found]],
    texts: Mapping[str, str],
) -> Score:
    """Score what was found in the articles of the gold."""
    result = Score(bands={band: Counter() for band in _BANDS})
    for article, marked in gold.items():
        _Article(result, article, texts[article], marked, found.get(article, ())).count()
    return result


class _Article:
    """One article being scored."""

    def __init__(
        self, result: Score, name: str, text: str, gold: Sequence[Gold], found: Sequence[Found]
    ) -> None:
        self.result = result
        self.name = name
        self.text = text
        self.gold = gold
        self.found = list({(one.start, one.end): one for one in reversed(found)}.values())
        self.found.reverse()
        self.marked = [trimmed(text, one.start, one.end) for one in gold]
        self.given = [trimmed(text, one.start, one.end) for one in self.found]

    def count(self) -> None:
        matches = self._matches()
        of_gold = {j: i for i, j in matches.items()}
        for i, one in enumerate(self.gold):
            if one.asked:
                self.result.gold += 1
                if i in matches:
                    self._count_match(i, matches[i])
                else:
                    self._count_missed(i)
        for j, quote in enumerate(self.found):
            if j in of_gold:
                self.result.found += self.gold[of_gold[j]].asked
            elif not self._is_excused(j):
                self.result.found += 1
                self._band(quote, None)
                touched = any(overlap(self.given[j], span) > 0 for span in self.marked)
                cause = "false, over a quote with other borders" if touched else "false"
                self._mistake(cause, (quote.start, quote.end), "", quote.speaker or "")

    def _matches(self) -> dict[int, int]:
        """For each quote of the gold that was found, which one found it."""
        pairs = sorted(
            (-overlap(marked, given), i, j)
            for i, marked in enumerate(self.marked)
            for j, given in enumerate(self.given)
            if overlap(marked, given) >= HALF
        )
        matches: dict[int, int] = {}
        taken: set[int] = set()
        for _, i, j in pairs:
            if i not in matches and j not in taken:
                matches[i] = j
                taken.add(j)
        return matches

    def _count_match(self, i: int, j: int) -> None:
        gold, quote = self.gold[i], self.found[j]
        self.result.overlapping += 1
        exact = self.marked[i] == self.given[j]
        self.result.exact += exact
        right = same_speaker(gold.speakers, quote.speaker)
        self.result.attributed += right
        self._band(quote, right or not gold.speakers)
        span = gold.start, gold.end
        if gold.speakers and not right:
            cause = "another speaker" if quote.speaker else "speaker unknown"
            self._mistake(f"{cause}: {gold.type}", span, gold.speakers[0], quote.speaker or "")
        elif not exact:
            given = self.text[quote.start : quote.end]
            self._mistake(f"borders: {gold.type}", span, self.text[slice(*span)], given)

    def _count_missed(self, i: int) -> None:
        gold = self.gold[i]
        near = [self.found[j] for j, g in enumerate(self.given) if overlap(self.marked[i], g) > 0]
        cause = "missed, found with other borders" if near else "missed"
        given = self.text[near[0].start : near[0].end] if near else ""
        speaker = gold.speakers[0] if gold.speakers else ""
        self._mistake(f"{cause}: {gold.type}", (gold.start, gold.end), speaker, given)

    def _is_excused(self, j: int) -> bool:
        """Whether a quote that matched nothing lies on one that was not asked for."""
        given = self.given[j]
        for one, marked in zip(self.gold, self.marked, strict=True):
            common = min(given[1], marked[1]) - max(given[0], marked[0])
            much = overlap(given, marked) > _TOUCHED or common > HALF * (given[1] - given[0])
            if not one.asked and much:
                return True
        return False

    def _band(self, quote: Found, right: bool | None) -> None:
        """Count by its confidence a quote that is none (None), or has the right speaker or not."""
        if quote.confidence is not None:
            confidence = round(quote.confidence, 6)
            counts = self.result.bands[next(band for band in _BANDS if confidence >= band)]
            counts.update(counted=1, quotes=right is not None, right=bool(right))

    def _mistake(self, cause: str, span: Span, expected: str, given: str) -> None:
        around = self.text[max(0, span[0] - _CONTEXT) : span[1] + _CONTEXT]
        words = self.text[slice(*span)]
        cause = cause.removesuffix(": ")
        self.result.mistakes.append(Mistake(cause, self.name, words, expected, given, around))


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without white space and marks at its ends, unless nothing else is in it."""
    a, b = start, min(end, len(text))
    while a < b and text[a] in _TRIMMED:
        a += 1
    while b > a and text[b - 1] in _TRIMMED:
        b -= 1
    return (a, b) if b > a else (start, end)


def overlap(one: Span, other: Span) -> float:
    """The intersection of two stretches over their union."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def same_speaker(right: Sequence[str], given: str | None) -> bool:
    """Whether a name's last word stands in one of those that are right, or theirs in it."""
    if not given:
        return False
    words = _words(given)
    for name in right:
        if _words(name) == words:
            return True
        expected, core = _core(name) or _words(name), _core(given) or words
        if not expected or not core:
            continue
        if (expected[-1] in words[:_FIRST_WORDS] and expected[-1] in core) or core[-1] in expected:
            return True
    return False


def _words(name: str) -> list[str]:
    name = re.sub(r"[\u2019']s\b", "", name)
    name = re.sub(r"\b([A-Za-z])\.(?=[A-Za-z]\b|\s|$)", r"\1", name).lower()
    words = re.findall(r"\w+", name)
    while words and words[0] in _ARTICLES:
        del words[0]
    return words


def _core(name: str) -> list[str]:
    """The words of a name before what is told of its bearer, without "Jr." and the like."""
    words = _words(_AFTER_NAME.split(name.strip(), maxsplit=1)[0])
    while words and words[-1] in _SUFFIXES:
        del words[-1]
    return words


def _gold(record: Mapping[str, Any], wanted: set[str] | None) -> Gold:
    speaker = record.get("speaker")
    speakers = record.get("speakers") or ([speaker] if speaker else [])
    kind = record.get("type") or ""
    gold = Gold(record["start"], record["end"], tuple(speakers), kind)
    refused = record.get("optional", False) or (wanted is not None and kind not in wanted)
    return replace(gold, asked=not refused)


def _records(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
