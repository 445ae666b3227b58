"""One table of how many quotes are found and given to the right speaker, for any gold.

Run by `make bench-quotes GOLD=FILE TEXT=FILE`. GOLD has a line of JSON for each article,
`{"doc": name, "quotes": [{"start", "end", "speaker" or "speakers", "type", "optional"}]}` with
code points of the text, and TEXT `{"doc": name, "text": text}`. How it is scored is told in
`tests.bench.scoring`. Then, of Dateline alone: the share that is right in each band of
confidence, and its mistakes by their causes.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.bench.finders import Dateline, Finder, Marks, Textacy
from tests.bench.measures import cpu_of_self_and_children
from tests.bench.scoring import Score, read_gold, read_texts, score
from tests.bench.tables import NONE, number, table

_MOST = 20
"""Causes of mistakes that are printed."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print, table by table."""
    options = _options(arguments)
    texts = read_texts(options.text)
    gold = read_gold(options.gold, options.types.split(",") if options.types else None)
    ours = Dateline(meant=options.speakers == "meant", acts=options.acts)
    finders: list[Finder] = [ours, Marks(), Textacy()]
    scores: dict[str, Score] = {}
    speeds: dict[str, float] = {}
    words = sum(len(texts[article].split()) for article in gold)
    for finder in finders:
        if why := finder.missing():
            print(f"{finder.name} is not asked: {why}.")
            continue
        began = cpu_of_self_and_children()
        found = finder.find({article: texts[article] for article in gold})
        speeds[finder.name] = words / max(cpu_of_self_and_children() - began, 1e-9)
        scores[finder.name] = score(gold, found, texts)
    asked = sum(quote.asked for quotes in gold.values() for quote in quotes)
    title = f"{options.gold.name}: {asked:,} quotes in {len(gold):,} articles"
    print(report(f"{title}; {options.types or 'all types'}", scores, speeds))
    print(report_bands(scores[ours.name]))
    print(report_causes(scores[ours.name]))
    if options.errors is not None:
        lines = [mistake.to_json() + "\n" for mistake in scores[ours.name].mistakes]
        options.errors.write_text("".join(lines), encoding="utf-8")


def report(title: str, scores: dict[str, Score], speeds: dict[str, float]) -> str:
    """Precision, recall and F1 of everybody who was asked."""
    rows = []
    for name, one in scores.items():
        row = [name, number(one.found)]
        for right in (one.exact, one.overlapping, one.attributed):
            row += [f"{value:.1f}" for value in one.f1(right)]
        rows.append([*row, number(speeds.get(name))])
    head = ["", "found"]
    for what in ("exact", "overlap", "attributed"):
        head += [f"{what} P", "R", "F1"]
    return table(title, [*head, "words a CPU s"], rows)


def report_bands(one: Score) -> str:
    """How many are right of those that are as sure as that."""
    rows = []
    above = 1.0
    for band, counts in one.bands.items():
        counted = counts["counted"]
        rows.append(
            [
                f"{band:.1f} to {above:.1f}",
                str(counted),
                f"{100 * counts['quotes'] / counted:.1f}" if counted else NONE,
                f"{100 * counts['right'] / counted:.1f}" if counted else NONE,
            ]
        )
        above = band
    head = ["confidence", "found", "% a quote", "% and its speaker"]
    return table("Dateline by confidence", head, rows)


def report_causes(one: Score) -> str:
    """The mistakes by their causes, the most frequent first."""
    causes = Counter(mistake.cause for mistake in one.mistakes).most_common(_MOST)
    rows = [[cause, str(count)] for cause, count in causes]
    return table(f"Dateline's {len(one.mistakes):,} mistakes by cause", ["cause", "count"], rows)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-quotes", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("text", type=Path)
    parser.add_argument("--types", help="types that are asked for, with commas: direct,mixed")
    parser.add_argument(
        "--speakers",
        choices=["written", "meant"],
        default="written",
        help="what the gold's speakers are: as the text says (“he”), or the one who is meant",
    )
    parser.add_argument("--acts", action="store_true", help="count what is no speech too")
    parser.add_argument("--errors", type=Path, help="write each mistake of Dateline's here")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
