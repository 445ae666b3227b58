"""How time and size grow with the archive, and what that says of a larger one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.bench.asking import Answers
from tests.bench.building import Built
from tests.bench.measures import exponent, quantile
from tests.bench.questions import KINDS
from tests.bench.tables import number, table

FAR = 300_000
"""Articles for which it is told what the growth so far would lead to."""


def report(
    engine: str,
    built: Mapping[int, Sequence[Built]],
    answers: Mapping[int, Answers],
    typed: Mapping[int, Mapping[str, Sequence[float]]],
) -> str:
    """A row a measure of one engine: each size, the exponent, and the same at `FAR` articles.

    Questions are chosen anew for each size, of the same shares of its articles: where time
    goes with what is found, the exponent is near 1.
    """
    sizes = sorted(built)
    rows: list[list[str]] = []

    def row(name: str, values: Sequence[float]) -> None:
        power = exponent(sizes, values)
        far = values[-1] * (FAR / sizes[-1]) ** power
        rows.append([name, *map(number, values), f"{power:.2f}", number(far)])

    own = {size: {each.engine: each for each in built[size]}.get(engine) for size in sizes}
    whole = [each for each in own.values() if each is not None]
    if len(whole) == len(sizes):
        row("building, CPU s", [each.cpu for each in whole])
        row("building, peak MB", [each.memory for each in whole])
        row("index, MB", [each.size.index / 2**20 for each in whole])
    for kind in KINDS:
        asked = [answers[size][engine, kind] for size in sizes if (engine, kind) in answers[size]]
        if len(asked) == len(sizes) and all(each.taken for each in asked):
            row(f"{kind}, CPU ms p50", [each.spread.p50 for each in asked])
    letters = [typed[size][engine] for size in sizes if engine in typed.get(size, {})]
    if len(letters) == len(sizes):
        row("letter by letter, CPU ms p50", [quantile(taken, 0.5) for taken in letters])
        row("letter by letter, CPU ms p95", [quantile(taken, 0.95) for taken in letters])
    head = [engine, *(f"{size:,}" for size in sizes), "exponent", f"at {FAR:,}"]
    return table("Growth with the number of articles", head, rows)
