"""kill -9 while a person corrects: each correction is there as a whole, or not at all."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.archive import open_archive
from index.config import Config
from index.store import corrected, facts, overruling
from tests.archive.correcting import open_desk
from tests.terminal import surroundings

_CORRECTING = """
import sys
from dataclasses import replace
from pathlib import Path
from index.archive import open_archive
from index.config import load_config, shipped

folder = Path(sys.argv[1])
config = replace(load_config(shipped("config.yaml")), archive_folder=folder)
with open_archive(None, config) as archive:
    service = archive.corrections
    haddad, hadad = (service.named(name)[0].id for name in ("Moammar Haddad", "Muammar Hadad"))
    quote = next(q.id for a in archive.search.found("") for q in archive.articles.get(a).quotes)
    article = quote.partition(":")[0]
    for number in range(1_000_000):
        service.merge([hadad], haddad)
        service.split(haddad, "Haddad", f"Samir {number}")
        service.speaker(quote, f"Jane Roe {number}")
        service.no_quote(quote)
        day = f"2012-06-{1 + number % 28:02}"
        archive.facts.correct(article, {"title": f"Talks {number}", "date": day, "agency": None})
        print(service.listed()[-1].seq, flush=True)
        for _ in range(7):
            archive.journal.undo()
"""


@pytest.mark.parametrize("moment", [0.05, 0.23, 0.61])
def test_what_was_corrected_is_shown_after_a_kill(
    tmp_path: Path, config: Config, moment: float
) -> None:
    with open_archive(None, config, start=True) as archive:
        desk = open_desk(archive, tmp_path / "news")
        before = desk.state()
    process = subprocess.Popen(
        [sys.executable, "-c", _CORRECTING, str(config.archive_folder)],
        env=surroundings(tmp_path) | {"PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(moment)
    process.kill()
    committed = [int(line) for line in process.communicate()[0].splitlines()]
    with open_archive(None, config) as archive:
        desk.archive = archive
        shown = desk.state()
        assert all(finding.ok for finding in archive.doctor(thoroughly=True))
        with archive.journal._database.transaction() as connection:
            last = connection.execute("SELECT max(seq) FROM journal").fetchone()[0]
            assert last >= max(committed, default=1), "what was told to be kept is kept"
            for (number,) in connection.execute("SELECT number FROM articles").fetchall():
                overruling.overrule(connection, number, corrected.standing(connection))
            assert facts.is_settled(connection)
        assert desk.state() == shown, "nothing was left to be done"
        while archive.corrections.listed():
            archive.journal.undo()
        assert desk.state() == before
