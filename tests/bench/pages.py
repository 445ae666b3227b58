"""How right the articles are that saved web pages come to, beside plain trafilatura.

Run by `make bench-pages PAGES=DIR`. DIR has pages, `NAME.html.gz`, and `gold.jsonl` with a line of
JSON for each: `{"page": "NAME.html.gz", "title", "authors": [name], "date": "2024-05-16",
"outlet", "paragraphs": [text]}`. A value may be null: nothing is right then.

Dateline's figures are of what it stores: the page is read as any file is, and its news form after
that. How it is counted:

- Headlines, names and outlets are compared by their letters and figures alone, without case and
  accents; authors as a set; of outlets "The" is left aside. The gold may have outlets in one
  word, short: with the initials of words ("LATimes"), or without the place before them
  ("TheDailyPost" for "Washington Daily Post"). A date is right when its day is.
- Bodies are compared as bags of words (`\\w+` in small letters): the F1 of how many are found.
  `body` is the text without headline, subheads and furniture; `copy` the text without headline
  and furniture; `text` all that is stored but headline and captions. Golds are mostly without
  subheads.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from index.article import Span
from index.config import load_config, shipped
from index.newsform.given import Beside
from index.newsform.reading import read_form
from index.readers import Bounds, Content, RawArticle, Unreadable, read
from index.text import without
from tests.bench.measures import cpu_of_self_and_children
from tests.bench.tables import number, table

_WORD = re.compile(r"\w+")
_BOUNDS = Bounds(16 << 20, 64 << 20, load_config(shipped("config.yaml")).dumps)
FACTS = ("title", "date", "authors", "outlet")
BODIES = ("body", "copy", "text")


@dataclass(frozen=True, slots=True)
class Gold:
    """What a page's article is."""

    page: Path
    title: str
    authors: frozenset[str]
    date: str | None
    outlet: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was made of a page; `why` says why nothing was."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    outlet: str | None = None
    bodies: dict[str, str] = field(default_factory=dict)
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """Which facts of a page are right, and the F1 of its bodies, from 0 to 1."""

    gold: Gold
    found: Found
    right: frozenset[str]
    f1: dict[str, float]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print, table by table."""
    options = _options(arguments)
    golds = read_gold(options.pages)
    with TemporaryDirectory() as folder:
        pages = {gold.page: unpacked(gold.page, Path(folder)) for gold in golds}
        results = {}
        speeds = {}
        for name, find in (("dateline", by_dateline), ("plain trafilatura", by_trafilatura)):
            find(pages[golds[0].page])  # what is loaded once is not a page's time
            began = cpu_of_self_and_children()
            found = [find(pages[gold.page]) for gold in golds]
            speeds[name] = 1000 * (cpu_of_self_and_children() - began) / len(golds)
            results[name] = [judge(*pair) for pair in zip(golds, found, strict=True)]
    print(report(f"{options.pages.name}: {len(golds)} pages", results, speeds))
    print(report_pages(results["dateline"]))
    print(report_mistakes(results["dateline"]))


def read_gold(folder: Path) -> list[Gold]:
    """The gold of a folder of pages, in its order."""
    golds = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        golds.append(
            Gold(
                folder / told["page"],
                told["title"] or "",
                frozenset(map(key, told["authors"] or ())),
                told["date"],
                told["outlet"],
                "\n".join(told["paragraphs"]),
            )
        )
    return golds


def unpacked(page: Path, folder: Path) -> Path:
    """The page as a file of its own, as a person has it."""
    path = folder / page.name.removesuffix(".gz")
    path.write_bytes(gzip.decompress(page.read_bytes()))
    return path


def by_dateline(path: Path) -> Found:
    """The page as it is taken in and stored; its first article."""
    try:
        content = read(path, _BOUNDS, risky=True)
    except Unreadable as error:
        return Found(why=error.reason)
    if not isinstance(content, Content) or not content.found:
        return Found(why="no article")
    raw = content.found[0]
    if not isinstance(raw, RawArticle):
        return Found(why=raw.reason)
    beside = Beside(raw.given, raw.guessed, raw.marks, raw.marked, raw.pages)
    form = read_form(raw.text, file_name=path.name, beside=beside)
    headline: list[Span] = [form.headline] if form.headline else []
    captions = [(mark.start, mark.end) for mark in raw.marks if mark.what == "caption"]
    furniture = [(piece.start, piece.end) for piece in form.furniture]
    return Found(
        form.title.value,
        form.byline.value,
        form.date.value,
        form.outlet.value,
        {
            "body": _rest(raw.text, form.not_body),
            "copy": _rest(raw.text, [*headline, *furniture]),
            "text": _rest(raw.text, [*headline, *captions]),
        },
    )


def _rest(text: str, left_out: Sequence[Span]) -> str:
    return "\n".join(text[start:end] for start, end in without(0, len(text), left_out))


def by_trafilatura(path: Path) -> Found:
    """What trafilatura gives with its own settings."""
    import trafilatura

    html = path.read_bytes()
    made = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    if made is None:
        return Found(why="no article")
    told = made if isinstance(made, dict) else made.as_dict()
    text = told.get("text") or ""
    return Found(
        told.get("title"),
        tuple((told.get("author") or "").split("; ")) if told.get("author") else (),
        told.get("date"),
        told.get("sitename"),
        dict.fromkeys(BODIES, text),
    )


def judge(gold: Gold, found: Found) -> Judged:
    """Compare what was made of a page with its gold."""
    right = {
        "title": key(found.title or "") == key(gold.title),
        "date": found.date == gold.date,
        "authors": frozenset(map(key, found.authors)) == gold.authors,
        "outlet": same_outlet(found.outlet, gold.outlet),
    }
    return Judged(
        gold,
        found,
        frozenset(name for name, is_so in right.items() if is_so),
        {name: f1(found.bodies.get(name, ""), gold.body) for name in BODIES},
    )


def key(words: str) -> str:
    """Letters and figures alone, in small letters and without accents."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    return "".join(filter(str.isalnum, plain))


def same_outlet(found: str | None, gold: str | None) -> bool:
    """Is this the outlet that the gold has, maybe in a short form?"""
    short = key(gold or "").removeprefix("the")
    words = [part for word in (found or "").split() if (part := key(word)) and part != "the"]
    initials = "".join(word[0] for word in words)
    forms = {initials[:place] + "".join(words[place:]) for place in range(2, len(words))}
    return short in forms | {"".join(words)} or (len(words) > 2 and short == "".join(words[1:]))


def f1(found: str, gold: str) -> float:
    """The F1 of the words of a text as a bag, from 0 to 1."""
    ours, theirs = (Counter(_WORD.findall(text.lower())) for text in (found, gold))
    common = (ours & theirs).total()
    return 2 * common / max(ours.total() + theirs.total(), 1)


def report(title: str, results: dict[str, list[Judged]], speeds: dict[str, float]) -> str:
    """The share of facts that are right, the F1 of bodies in the mean and the least."""
    rows = []
    for name, judged in results.items():
        row = [name]
        row += [f"{100 * _mean(fact in one.right for one in judged):.1f}" for fact in FACTS]
        for body in BODIES:
            values = [one.f1[body] for one in judged]
            row += [f"{_mean(values):.3f}", f"{min(values):.2f}"]
        rows.append([*row, number(speeds[name])])
    head = ["", *(f"% {fact}" for fact in FACTS)]
    for body in BODIES:
        head += [f"{body} F1", "least"]
    return table(title, [*head, "ms a page"], rows)


def report_pages(judged: Sequence[Judged]) -> str:
    """The pages whose body is less than nine tenths right, the worst first."""
    poor = sorted((one for one in judged if one.f1["body"] < 0.9), key=lambda one: one.f1["body"])
    rows = [
        [
            one.gold.page.name,
            *(f"{one.f1[name]:.3f}" for name in BODIES),
            "under 0.5" if one.f1["body"] < 0.5 else "",
        ]
        for one in poor
    ]
    return table("Bodies under 0.9", ["page", *BODIES, ""], rows)


def report_mistakes(judged: Sequence[Judged]) -> str:
    """The facts that are not as the gold has them."""
    rows = []
    for one in judged:
        for fact in FACTS:
            if fact not in one.right:
                gold = sorted(one.gold.authors) if fact == "authors" else getattr(one.gold, fact)
                found = one.found.why or getattr(one.found, fact)
                rows.append([f"{one.gold.page.name} {fact}", str(gold), str(found)])
    return table("Facts that differ", ["page", "gold", "found"], rows)


def _mean(values: Iterable[float]) -> float:
    told = list(values)
    return sum(told) / max(len(told), 1)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-pages", description=__doc__)
    parser.add_argument("pages", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
