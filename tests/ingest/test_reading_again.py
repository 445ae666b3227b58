"""An archive that an earlier release filled is read again in the background, once."""

from __future__ import annotations

import time
from pathlib import Path

from index.archive import open_archive
from index.config import Config
from index.store import files


def test_a_readers_worker_reads_again_what_was_understood_otherwise(
    tmp_path: Path, config: Config
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for name in ("a", "b"):
        (news / f"{name}.txt").write_text(f"Council votes on {name}\n\nIt voted.\n")
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([news], lambda _: None)
        database = archive.journal._database
        assert files.rules(database.connection()) == archive.ingest._terms.rules
        with database.transaction() as writing:
            writing.execute("UPDATE files SET understood = 'text/0 1 - -'")
            files.settle_rules(writing, "older")
        end = time.monotonic() + 60
        while files.rules(database.connection()) == "older":
            archive.ingest.start()
            assert time.monotonic() < end
            time.sleep(0.05)
        [understood] = files.by_what_understood(database.connection())
        assert not archive.ingest._terms.is_outdated(understood)
        assert archive.articles.count() == 2
