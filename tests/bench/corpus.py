"""A dump of articles, cut to the sizes that are measured, in the shapes that the engines take."""

from __future__ import annotations

import gzip
import json
import lzma
import os
import re
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of the dump. `date` is an ISO day; what is not known is empty."""

    title: str
    date: str
    outlet: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """So many articles on disk: one file of JSON lines, and one plain-text file for each.

    `text_bytes` is the length of their texts in UTF-8.
    """

    size: int
    dump: Path
    texts: Path
    text_bytes: int

    def pieces(self) -> Iterator[Piece]:
        """The articles, in the order of the dump."""
        with self.dump.open(encoding="utf-8") as lines:
            for line in lines:
                yield Piece(**json.loads(line))


def read_dump(dump: Path) -> Iterator[Piece]:
    """The articles of a `.jsonl`, `.jsonl.gz` or `.jsonl.xz` file; those without text left out."""
    with _opened(dump) as lines:
        for line in lines:
            record = json.loads(line)
            fields = {
                name: str(record.get(name) or "")
                for name in ("title", "date", "outlet", "author", "text")
            }
            fields["date"] = day[0] if (day := _DAY.match(fields["date"])) else ""
            if fields["text"].strip():
                yield Piece(**fields)


def cut(dump: Path, sizes: list[int], folder: Path) -> list[Corpus]:
    """Corpora of these sizes, smallest first, each evenly spread over the whole dump.

    A dump is often in the order of its sources: its beginning would be another kind of corpus.
    A size beyond the dump is the whole dump.
    """
    total = sum(1 for _ in read_dump(dump))
    return [_cut(dump, size, total, folder) for size in sorted({min(s, total) for s in sizes})]


def _cut(dump: Path, size: int, total: int, folder: Path) -> Corpus:
    target = folder / f"articles-{size}.jsonl"
    texts = folder / f"texts-{size}"
    texts.mkdir(parents=True, exist_ok=True)
    length = taken = 0
    with target.open("w", encoding="utf-8") as out:
        for number, piece in enumerate(read_dump(dump)):
            if number * size // total < taken:
                continue
            taken += 1
            length += len(piece.text.encode())
            out.write(json.dumps(asdict(piece), ensure_ascii=False) + "\n")
            _write_text(texts / f"{taken:06}.txt", piece)
    return Corpus(taken, target, texts, length)


def _write_text(file: Path, piece: Piece) -> None:
    """As a plain-text article. Its time of change is its date, by which file tools sort."""
    head = "\n".join(line for line in (piece.title, piece.author, piece.outlet) if line)
    file.write_text(f"{head}\n\n{piece.text}\n", encoding="utf-8")
    if piece.date:
        try:
            moment = datetime.fromisoformat(piece.date).replace(tzinfo=UTC).timestamp()
        except ValueError:
            moment = time.time()
        os.utime(file, (moment, moment))


def _opened(dump: Path) -> IO[str]:
    if dump.suffix == ".xz":
        return lzma.open(dump, "rt", encoding="utf-8")
    if dump.suffix == ".gz":
        return gzip.open(dump, "rt", encoding="utf-8")
    return dump.open(encoding="utf-8")
