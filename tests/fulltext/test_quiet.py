"""Whoosh is old: what Python says of its source must not reach a person."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import index

ROOT = Path(index.__file__).parent.parent
PROGRAM = """
from pathlib import Path
from index.fulltext import SCHEMA, ArticleDoc, Index, Stamp
from index.article import NewsForm
from index.fulltext.stems import stem
made = Index.create(Path(FOLDER), stamp=Stamp("u", SCHEMA, 0))
for n in range(12):
    made.apply([ArticleDoc(str(n), "A truce.", NewsForm())], [str(n - 5)])
made.searcher().close()
print(stem("plans"))
"""


def test_whoosh_is_silent_even_where_it_is_compiled_on_first_import(tmp_path: Path) -> None:
    program = PROGRAM.replace("FOLDER", repr(str(tmp_path / "index")))
    run = subprocess.run(
        [sys.executable, "-W", "always", "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "plan\n", "")
