"""What the reader's first picture is made with: the store, and nothing that is slow to load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from index.archive import Archive

ROOT = Path(__file__).parents[2]
SLOW = (
    "numpy",
    "whoosh",
    "spacy",
    "yaml",
    "lxml",
    "watchfiles",
    "hashlib",
    "index.fulltext",
    "index.query",
    "index.export",
    "index.readers",
    "index.newsform.days",
)

FIRST_PICTURE = f"""
import sys
from pathlib import Path
from index.archive import open_archive
from index.config import load_config, shipped
import tui.app, tui.cli, tui.commands.session
with open_archive(Path(sys.argv[1]), load_config(shipped("config.yaml"))) as archive:
    listed = archive.search.find("")
    assert archive.search.hits(listed, 0, 4)
    archive.articles.count(), archive.articles.span_of_dates(), archive.clippings.count()
    archive.generation(), archive.ingest.progress()
print([name for name in {SLOW!r} if name in sys.modules])
"""


def test_the_first_picture_is_made_without_what_is_slow_to_load(archive: Archive) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE, str(archive.folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout == "[]\n"
