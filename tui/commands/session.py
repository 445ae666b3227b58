"""What every command has to hand: its output, the settings, the archive."""

from __future__ import annotations

import argparse
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import DatelineError
from tui.commands.output import Output

if TYPE_CHECKING:
    from index.archive import Archive, Progress
    from index.config import Config

SAMPLE = "This is the sample archive. `dateline add FOLDER` starts your own."


class Session:
    """One run of one command. `folder` is that of the archive which was named, if one was."""

    def __init__(self, arguments: argparse.Namespace, out: Output) -> None:
        self.out = out
        self._config_file: Path | None = arguments.config
        self.folder: Path | None = arguments.archive

    @cached_property
    def config(self) -> Config:
        """The settings in force. Raises `ConfigProblem`."""
        from index.config import load_config

        return load_config(self._config_file)

    def open(self, *, start: bool = False) -> Archive:
        """The archive, to be used in a `with`. With `start` one that is not there is begun."""
        from index.archive import open_archive

        return open_archive(self.folder, self.config, start=start)

    def open_to_ask(self, *, read: bool = False) -> Archive:
        """The archive for a question, telling a person when it is only the sample.

        With `read` the answer is in what articles were read for: the few of a sample are read
        first, and of one's own archive it is told how many are not read yet.
        """
        archive = self.open()
        try:
            if archive.is_sample:
                self.out.say(SAMPLE)
            if read:
                self._read_for(archive)
        except BaseException:
            archive.close()
            raise
        return archive

    def tell(self, now: Progress) -> None:
        """Show the progress of work on the archive."""
        from tui.notices import progress

        self.out.progress(progress(now))

    def tell_copied(self, done: int, total: int) -> None:
        """Show how many bytes of how many have been copied."""
        from tui.commands.copying import megabytes

        self.out.progress(f"Copied {megabytes(done)} of {megabytes(total)}")

    def _read_for(self, archive: Archive) -> None:
        from tui.words import amount

        if archive.is_sample and not archive.read_only and archive.ingest.waiting():
            try:
                archive.ingest.add([], self.tell)
            except DatelineError as error:  # the question can be answered, if not in full
                self.out.say(str(error))
            finally:
                self.out.end_progress()
        if waiting := archive.ingest.waiting():
            self.out.say(
                f"Not yet read for quotes and actors: {amount(waiting, 'article')}. "
                "The reader and `dateline add` go on with it."
            )
