"""Problems that are told to a person: the message of each is a whole sentence."""

from __future__ import annotations


class DatelineError(Exception):
    """A problem told to a person: the message is a whole sentence that says what to do."""


class NothingFound(DatelineError):
    """What was named is nowhere in the archive."""


class Doubtful(DatelineError):
    """What was asked for can be done, and may not be what is meant. `question` asks whether it
    is; to say yes is to ask for it again, `sure` of it. The message also says how on the command
    line."""

    def __init__(self, question: str, way: str) -> None:
        super().__init__(f"{question} {way}")
        self.question = question


class QueryComplaint(DatelineError):
    """A query that does not parse. `at` is the code-point offset of the trouble in the query."""

    def __init__(self, sentence: str, at: int = 0) -> None:
        super().__init__(sentence)
        self.at = at


class ReadOnlyArchive(DatelineError):
    """Something was to be kept in an archive that can only be read."""


class ArchiveBusy(DatelineError):
    """Another process takes files into this archive. The message names it."""
