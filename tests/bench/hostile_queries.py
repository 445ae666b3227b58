"""Random and hostile strings through the parser: `python -m tests.bench.hostile_queries [COUNT]`.

Each is parsed as a whole query and as one still being typed, and what is understood is told
back. Anything but a query or a complaint ends the run with the string; so does one that takes
longer than a second. Strings are the same in every run with the same seed.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from datetime import date

from index.article import QueryComplaint
from index.query import FIELDS, describe, parse
from index.query.examples import LANGUAGE
from index.text import one_line

TODAY = date(2012, 6, 22)
LIMIT = 1.0
"""Seconds of CPU that one query may take."""

_PIECES = [
    *(f"{name}:" for name in FIELDS),
    *'" “ ” ( ) [ ] { } - -- ! + = == ~ ~2 ^2 * ** ? ?? : .. ... < >= , . & && | || / #'.split(),
    *"AND OR NOT NEAR and to ago w/5 W/s /p pre/3 AROUND(5) near5 w/ w/99999999 NEAR/0".split(),
    *"annan cease-fire U.N. C++ don’t 9,000 日本 café wom?n *ment sanction* ~cesefire".split(),
    *"2012 2012-06-05 june june-2012 5 5th 6/5/2012 last week past-7-days 2010s W23".split(),
    *("2012-Q2", "monday", "undated", "99999999999999999999", "\x00", "\ud800", "\u202e", "\u0301"),
    *("\x1b[31m", "\n", "\t", "\u00a0", " ", " ", " ", "a", "İ", "ß", "²", "٣", "…", "–"),
]
_LONG = [
    *(
        "(",
        ")",
        '"',
        "-",
        "*",
        "?",
        "~",
        "=",
        "!",
        "a",
        "a ",
        "a* ",
        "-(",
        "(a OR ",
        "title:",
        "[",
        "/",
    ),
    *(
        "date:[",
        "date:",
        "date:june ",
        "date:5 ",
        "date:(",
        "NOT ",
        "a OR ",
        "a w/5 ",
        'a "',
        '"a"~5 ',
    ),
    *(
        '="',
        "~a",
        "a~",
        "a^2",
        "w/5 ",
        "AROUND(",
        "to ",
        "..",
        "a-",
        "?a",
        "speaker:",
        "kind:",
        "x:",
    ),
]


def strings(count: int, seed: int) -> Iterator[str]:
    """So many strings: pieces of the language in any order, its forms damaged, anything at all,
    and one piece over and over."""
    chance = random.Random(seed)  # noqa: S311
    forms = [example.typed for group in LANGUAGE for example in group.examples]
    for piece in _LONG:
        for length in (100, 10_000, 100_000):
            yield piece * (length // len(piece))
    for number in range(count - 3 * len(_LONG)):
        if number % 4 == 0:
            yield "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(20)))
        elif number % 4 == 1:
            yield _damaged(chance.choice(forms), chance)
        else:
            joint = chance.choice(("", " "))
            yield joint.join(chance.choices(_PIECES, k=chance.randrange(1, 24)))


def _damaged(form: str, chance: random.Random) -> str:
    marks = list(form)
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(marks) + 1)
        what = chance.randrange(3)
        if what == 0:
            marks[at:at] = list(chance.choice(_PIECES))
        elif what == 1:
            del marks[at : at + chance.randrange(1, 4)]
        else:
            marks[at:at] = marks[: chance.randrange(len(marks) + 1)]
    return "".join(marks)


def understood(query: str, *, typing: bool) -> bool:
    """Whether a query was understood; False for one that was complained of."""
    try:
        parsed = parse(query, today=TODAY, typing=typing)
    except QueryComplaint as complaint:
        if not 0 <= complaint.at <= len(query) or str(complaint)[-1] not in ".?":
            raise AssertionError(f"a poor complaint: {complaint!r} at {complaint.at}") from None
        return False
    echo = describe(parsed)
    if echo != one_line(echo):
        raise AssertionError(f"an echo of several lines, or with marks that rule: {echo!r}")
    return True


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("count", nargs="?", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    begun = time.process_time()
    good = 0
    slowest = (0.0, "")
    for query in strings(options.count, options.seed):
        for typing in (False, True):
            start = time.process_time()
            try:
                good += understood(query, typing=typing)
            except Exception:
                print(f"{query!r}, typing={typing}:")
                raise
            slowest = max(slowest, (time.process_time() - start, query[:40]))
    spent = time.process_time() - begun
    print(f"{options.count:,} strings, each twice: {good:,} understood, the others complained of")
    print(f"{spent:.1f} s of CPU; the slowest {slowest[0] * 1000:.1f} ms: {slowest[1]!r}")
    if slowest[0] > LIMIT:
        raise SystemExit(f"The slowest took longer than {LIMIT} s.")


if __name__ == "__main__":
    main()
