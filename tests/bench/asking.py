"""Asking the engines: the questions of every class, in turn, until each has had its rounds.

What counts is processor time, of this process and of those it started, from the question to
the exact count and twenty rows with snippets. All engines answer one question before the next
is asked, and all questions are asked before any is asked again.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.bench.engines.base import Answer, Session
from tests.bench.measures import Spread, cpu_of_self_and_children, quantile
from tests.bench.questions import KINDS, Kind, Question
from tests.bench.tables import NONE, number, ratio, table

_PATIENCE = 20.0
"""Seconds of processor time after which an engine is asked no more questions of a class."""


@dataclass(slots=True)
class Asked:
    """What one engine took for one class: milliseconds of each answer, and the counts found."""

    taken: list[float] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    @property
    def spread(self) -> Spread:
        return Spread.of(self.taken)


Answers = Mapping[tuple[str, Kind], Asked]
"""By the engine's name and the class of question."""


def ask(sessions: Mapping[str, Session], questions: Sequence[Question], rounds: int) -> Answers:
    """Ask all questions of all engines so many times; each engine once before, to warm up.

    The engines take turns in being first: whoever comes behind one that reads much finds the
    processor's caches full of what that one read.
    """
    answers: dict[tuple[str, Kind], Asked] = defaultdict(Asked)
    for session in sessions.values():
        session.ask(questions[0])
    turns = deque(sessions.items())
    for _ in range(rounds):
        for question in questions:
            turns.rotate(1)
            for name, session in turns:
                asked = answers[name, question.kind]
                if sum(asked.taken) < _PATIENCE * 1000:
                    _ask(session, question, asked)
    return answers


def _ask(session: Session, question: Question, asked: Asked) -> None:
    began = cpu_of_self_and_children()
    answer = session.ask(question)
    taken = (cpu_of_self_and_children() - began) * 1000
    if answer is not None:
        asked.taken.append(taken)
        asked.counts.append(answer.count)


def report(title: str, answers: Answers, engines: Sequence[str]) -> str:
    """A row a class: p50 / p95 of each engine, and the first's ratio to each other."""
    first, *others = engines
    rows = []
    for kind in KINDS:
        spreads = {name: answers[name, kind].spread for name in engines if (name, kind) in answers}
        own = spreads.get(first)
        rows.append(
            [
                kind,
                *(_cell(spreads.get(name)) for name in engines),
                *(
                    ratio(own.p50 if own else None, spreads[name].p50 if name in spreads else None)
                    for name in others
                ),
                _counts(answers, kind, engines),
            ]
        )
    head = ["CPU ms, p50 / p95", *engines, *(f"to {name}" for name in others), "found, median"]
    return table(title, head, rows)


def _cell(spread: Spread | None) -> str:
    if spread is None or spread.p50 != spread.p50:  # NaN: it lacks the class
        return NONE
    return f"{number(spread.p50)} / {number(spread.p95)}"


def _counts(answers: Answers, kind: Kind, engines: Iterable[str]) -> str:
    """How much each engine found, in their order: equal work is not always asked of them."""
    found = []
    for name in engines:
        asked = answers.get((name, kind))
        found.append(f"{quantile(asked.counts, 0.5):.0f}" if asked and asked.counts else NONE)
    return " ".join(found)


def ask_typed(
    sessions: Mapping[str, Session], queries: Sequence[str], *, most: int
) -> dict[str, list[float]]:
    """Milliseconds from each letter to its rows, query after query, by engine.

    At most so many queries. An engine that nobody types into is left out.
    """
    taken: dict[str, list[float]] = {}
    for query in queries[:most]:
        for length in range(1, len(query) + 1):
            for name, session in sessions.items():
                began = cpu_of_self_and_children()
                answer: Answer | None = session.typed(query[:length])
                if answer is not None:
                    spent = (cpu_of_self_and_children() - began) * 1000
                    taken.setdefault(name, []).append(spent)
    return taken


def report_typed(title: str, taken: Mapping[str, Sequence[float]]) -> str:
    """A row an engine: letters typed, and how long each took."""
    rows = [
        [
            name,
            str(len(values)),
            number(quantile(values, 0.5)),
            number(quantile(values, 0.95)),
            number(max(values)),
        ]
        for name, values in taken.items()
    ]
    return table(title, ["letter by letter, CPU ms", "letters", "p50", "p95", "worst"], rows)
