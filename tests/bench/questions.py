"""What is asked of the engines: questions of every class, chosen by rule from the corpus itself.

Nothing is picked by hand: words, phrases and pairs are those whose share of the articles lies
nearest to given shares, so that another corpus gets questions of the same weight.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Literal, TypeVar, get_args
from zlib import crc32

from tests.bench.corpus import Corpus

Kind = Literal[
    "rare word",
    "common word",
    "AND",
    "phrase",
    "stop-word phrase",
    "proximity",
    "prefix",
    "wildcard",
    "fuzzy",
    "field and dates",
    "sorted by date",
    "facets",
    "exact count",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
Words = TypeVar("Words", str, tuple[str, ...])

NEAR = 5
"""Words between which a proximity question asks: its two stand at most so many apart."""

_WORD = re.compile(r"[a-z]+")
_STOP = 60  # the words in most articles, which are taken for stop words
_SAMPLE = 1500  # articles in which neighbours are counted


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `words` are lower-case; `pattern` has ? for one character, * for any.

    `since` and `until` are ISO days, both included.
    """

    kind: Kind
    words: tuple[str, ...]
    pattern: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""


def questions(corpus: Corpus, each: int) -> list[Question]:
    """So many questions of every class that the corpus has some for, class by class."""
    words = _Words(corpus)
    common = words.single(each, 0.03, 0.5)
    middle = words.single(each, 0.005, 0.05)
    outlets, since, until = _outlets_and_dates(corpus)
    pairs = [(a, b) for a, b in zip(common, reversed(middle), strict=False) if a != b]
    bounded = zip(common, outlets * each, strict=False)
    asked: dict[Kind, Iterable[Question]] = {
        "rare word": (Question("rare word", (w,)) for w in words.single(each, 0.0002, 0.002)),
        "common word": (Question("common word", (word,)) for word in common),
        "AND": (Question("AND", pair) for pair in pairs),
        "phrase": (Question("phrase", run) for run in words.together(each, stop=False)),
        "stop-word phrase": (
            Question("stop-word phrase", run) for run in words.together(each, stop=True)
        ),
        "proximity": (Question("proximity", pair) for pair in words.apart(each)),
        "prefix": (Question("prefix", (w[: 2 + at % 3],)) for at, w in enumerate(common)),
        "wildcard": (Question("wildcard", (), pattern) for pattern in _patterns(middle)),
        "fuzzy": (Question("fuzzy", (_misspelt(word),)) for word in middle if len(word) > 5),
        "field and dates": (
            Question("field and dates", (word,), outlet=outlet, since=since, until=until)
            for word, outlet in bounded
        ),
        "sorted by date": (Question("sorted by date", (word,)) for word in common),
        "facets": (Question("facets", (word,)) for word in common),
        "exact count": (Question("exact count", pair) for pair in pairs),
    }
    return [question for kind in KINDS for question in asked[kind]]


def _beginning(word: str) -> str:
    """What the forms of a word have in common, near enough."""
    return word[: max(4, len(word) - 3)]


def _patterns(words: list[str]) -> Iterator[str]:
    """Words with their third letter left open, or with most of their middle, in turn."""
    for number, word in enumerate(word for word in words if len(word) > 4):
        yield f"{word[:2]}?{word[3:]}" if number % 2 else f"{word[:3]}*{word[-1]}"


def _misspelt(word: str) -> str:
    """A word without the letter in its middle."""
    middle = len(word) // 2
    return word[:middle] + word[middle + 1 :]


class _Words:
    """How many articles hold each word, and in a sample each pair and triple of neighbours."""

    def __init__(self, corpus: Corpus) -> None:
        self._size = corpus.size
        self._articles: Counter[str] = Counter()
        step = max(1, corpus.size // _SAMPLE)
        self._sampled = 0
        near: list[list[str]] = []
        for number, piece in enumerate(corpus.pieces()):
            found = _WORD.findall(piece.text.lower())
            self._articles.update(set(found))
            if number % step == 0:
                near.append(found)
        self._sampled = len(near)
        self._alike: Counter[str] = Counter()
        for word, count in self._articles.items():
            self._alike[_beginning(word)] += count
        self._stop = {word for word, _ in self._articles.most_common(_STOP)}
        self._sample = near

    def single(self, most: int, low: float, high: float) -> list[str]:
        """Words, no stop words, in shares of the articles from `low` to `high`.

        Most of what begins like such a word is the word: engines that look for its other forms
        find not much more than those that do not.
        """
        known = {
            word: count
            for word, count in self._articles.items()
            if len(word) > 3
            and word not in self._stop
            and count * 2 > self._alike[_beginning(word)]
        }
        return _nearest(known, most, low * self._size, high * self._size)

    def together(self, most: int, *, stop: bool) -> list[tuple[str, ...]]:
        """Neighbours: pairs without stop words, or pairs and triples with at least one."""
        counted = self._counted(lambda words: self._runs(words, stop=stop))
        low, high = (0.02, 0.6) if stop else (0.002, 0.05)
        return _nearest(counted, most, low * self._sampled, high * self._sampled)

    def apart(self, most: int) -> list[tuple[str, ...]]:
        """Pairs without stop words that stand a few words apart."""
        counted = self._counted(self._skips, islice(self._sample, None, None, 4))
        sampled = -(-self._sampled // 4)
        return _nearest(counted, most, 0.005 * sampled, 0.05 * sampled)

    def _counted(
        self,
        of: Callable[[list[str]], Iterator[tuple[str, ...]]],
        sample: Iterable[list[str]] | None = None,
    ) -> Counter[tuple[str, ...]]:
        counted: Counter[tuple[str, ...]] = Counter()
        for words in self._sample if sample is None else sample:
            counted.update(set(of(words)))
        return counted

    def _runs(self, words: list[str], *, stop: bool) -> Iterator[tuple[str, ...]]:
        runs: list[tuple[str, ...]] = list(pairwise(words))
        if stop:
            runs += zip(words, words[1:], words[2:], strict=False)
        for run in runs:
            if stop == any(word in self._stop for word in run) and min(map(len, run)) > 1:
                yield run

    def _skips(self, words: list[str]) -> Iterator[tuple[str, ...]]:
        for distance in range(2, NEAR):
            for pair in zip(words, words[distance:], strict=False):
                if pair[0] != pair[1] and min(map(len, pair)) > 3 and self._stop.isdisjoint(pair):
                    yield pair


def _nearest(counted: Mapping[Words, int], most: int, low: float, high: float) -> list[Words]:
    """So many whose counts lie nearest to steps from `low` to `high`, even in logarithms."""
    low = max(2.0, low)
    high = max(low, high)
    # In an order of no meaning, so that of equals not the first of the alphabet are taken.
    left = sorted(counted, key=lambda what: crc32("".join(what).encode()))
    logs = {what: math.log(counted[what]) for what in left if counted[what] > 1}
    chosen: list[Words] = []
    for step in range(most):
        target = math.log(low) + (math.log(high) - math.log(low)) * step / max(1, most - 1)
        if not logs:
            break
        best = min(logs, key=lambda what: abs(logs[what] - target))
        del logs[best]
        chosen.append(best)
    return chosen


def _outlets_and_dates(corpus: Corpus) -> tuple[list[str], str, str]:
    """The outlets with most articles, and the days between which the middle half of them lie."""
    outlets: Counter[str] = Counter()
    days: list[str] = []
    for piece in corpus.pieces():
        outlets[piece.outlet] += bool(piece.outlet)
        days += [piece.date] if piece.date else []
    days.sort()
    if not days or not outlets:
        return [], "", ""
    named = [outlet for outlet, _ in outlets.most_common(4)]
    return named, days[len(days) // 4], days[len(days) * 3 // 4]


def typed_queries(corpus: Corpus) -> list[str]:
    """What might be typed: neighbours in the corpus, single words, and phrases in marks."""
    words = _Words(corpus)
    pairs = [" ".join(pair) for pair in words.together(10, stop=False)]
    single: list[str] = list(words.single(10, 0.001, 0.2))
    phrases = [f'"{" ".join(run)}"' for run in words.together(4, stop=True)]
    return [*pairs, *single, *phrases]
