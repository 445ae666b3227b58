"""How fast whatever lies in a folder goes in, and in how much memory: mixed files, a huge dump.

Run by `make bench-bulk DUMP=FILE`. Both are made of the articles of the dump: first files of all
formats in one folder (`tests.bench.mixed`), then one file of JSON lines of two gigabytes, the
articles over and over, each time with another first line. They are taken in and made searchable,
not read for quotes (`make bench-reading` measures that), by a process of its own.

`python -m tests.bench.bulk ADD PATH ARCHIVE` is that process, and prints what it came to.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import cycle
from pathlib import Path

from tests.bench.corpus import Piece, cut
from tests.bench.measures import (
    cpu_of_self_and_children,
    memory_of_tree,
    own_memory_of_tree,
)
from tests.bench.mixed import write_mixed
from tests.bench.tables import number, table

_ADD = "ADD"
_LOOK = 0.5
"""Seconds between looks at the memory."""
_TEXTS = 2000
"""Articles of the dump that are used, over and over."""
_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Taken:
    """What one taking in came to: counts, seconds, and the peaks of memory in MB.

    `own` is what its processes held themselves, `memory` with the files that they had mapped, of
    which the system takes back what it needs.
    """

    articles: int
    unread: int
    cpu: float
    wall: float
    own: float = 0.0
    memory: float = 0.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory(dir=options.folder) as temporary:
        folder = Path(temporary)
        corpus = cut(options.dump, [_TEXTS], folder)[0]
        pieces = list(corpus.pieces())
        rows = []
        if options.files:
            mixed = folder / "mixed"
            sizes = write_mixed(mixed, pieces, options.files)
            rows.append(_row(f"{options.files:,} mixed files", sizes, add(mixed, folder / "a")))
        if options.megabytes:
            dump = folder / "huge.jsonl"
            size = write_dump(dump, pieces, options.megabytes * _MB)
            rows.append(_row(f"{options.megabytes:,} MB of JSON", size, add(dump, folder / "b")))
        head = ["", "MB", "articles", "unread", "a CPU s", "a wall s", "own MB", "peak MB"]
        print(table("Taking in, searchable, not read for quotes", head, rows))


def write_dump(dump: Path, pieces: Sequence[Piece], size: int) -> int:
    """JSON lines of at least so many bytes, no two of them the same; the size."""
    with dump.open("wb") as out:
        for count, piece in enumerate(cycle(pieces)):
            record = {**asdict(piece), "id": str(count), "text": f"No. {count}\n\n{piece.text}"}
            out.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
            if out.tell() >= size:
                return out.tell()
    return 0


def add(path: Path, archive: Path) -> Taken:
    """Take a path in, in a process of its own. Raises `CalledProcessError`."""
    command = [sys.executable, "-m", "tests.bench.bulk", _ADD, str(path), str(archive)]
    place = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE, text=True) as process:
        peak = own = 0.0
        while process.poll() is None:
            own = max(own, own_memory_of_tree(process.pid))
            peak = max(peak, memory_of_tree(process.pid))
            time.sleep(_LOOK)
        said = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return replace(Taken(**json.loads(said.splitlines()[-1])), own=own, memory=peak)


def _take(path: str, folder: str) -> None:
    from index.archive import open_archive
    from index.config import load_config, shipped

    config = load_config(shipped("config.yaml"))
    began, cpu = time.monotonic(), cpu_of_self_and_children()
    with open_archive(Path(folder), config, start=True) as archive:
        report = archive.ingest.add([Path(path)], lambda _: None, read=False)
    taken = Taken(
        report.new,
        len(report.unread) + len(report.bad_rows),
        cpu_of_self_and_children() - cpu,
        time.monotonic() - began,
    )
    print(json.dumps(asdict(taken)))


def _row(what: str, size: int, taken: Taken) -> list[str]:
    return [
        what,
        number(size / _MB),
        f"{taken.articles:,}",
        f"{taken.unread:,}",
        number(taken.articles / taken.cpu),
        number(taken.articles / taken.wall),
        number(taken.own),
        number(taken.memory),
    ]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-bulk", description=__doc__)
    parser.add_argument("dump", type=Path, help="JSON lines of articles, also .gz and .xz")
    parser.add_argument("--files", type=int, default=10_000, help="mixed files; 0: none")
    parser.add_argument("--megabytes", type=int, default=2048, help="of JSON lines; 0: none")
    parser.add_argument("--folder", type=Path, help="where there is room for all that")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    if sys.argv[1:2] == [_ADD]:
        _take(*sys.argv[2:4])
    else:
        main()
