"""What the configuration says of the work."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from index.extract import RULES
from index.newsform import RULES as FORM
from index.text import TEXT_RULES, sha256

if TYPE_CHECKING:
    from index.readers import Bounds, Names  # with them come all readers, which no screen needs

_BY_ITSELF = "text/"
"""Plain text is the one format in which no names of columns count, but what others there are."""


@dataclass(frozen=True)
class Terms:
    """`model` is the package that reads for quotes, `max_bytes` bounds the text of an article,
    `max_document` a file that is read as a whole, `patience` how many seconds that may take.

    `names` are those that columns of dumps may have for each field, `processes` how many take
    part in the work, this one included.
    """

    model: str
    max_bytes: int
    max_document: int
    patience: float
    names: Names
    processes: int = 1

    @property
    def read_with(self) -> str:
        """What stands beside a reading: the model's package and the version of the rules."""
        return f"{self.model}/{RULES}"

    @property
    def bounds(self) -> Bounds:
        from index.readers import Bounds

        return Bounds(self.max_bytes, self.max_document, self.names)

    def understood(self, read_by: str, sidecar: str | None) -> str:
        """By what a file was understood: its reader, the rules of news form and of text, the
        names of columns, and the hash of its sidecar.

        Plain text is what is of no other format: so with a new one it is looked at again.
        """
        from index.readers import MARKS

        told = self.names.items()
        if read_by.startswith(_BY_ITSELF):
            told = {"": tuple(sorted({mark.partition("/")[0] for mark in MARKS}))}.items()
        return f"{read_by} {FORM}.{TEXT_RULES} {_hash(sorted(told))} {sidecar or '-'}"

    def understands_so(self, understood: str | None, sidecar: str | None) -> bool:
        """Whether what was understood so would be understood in the same way now."""
        from index.readers import MARKS

        read_by = (understood or "").partition(" ")[0]
        return read_by in MARKS and understood == self.understood(read_by, sidecar)

    def is_outdated(self, understood: str | None) -> bool:
        """Whether what was understood so, with the sidecar it had, would not be so now."""
        sidecar = (understood or "").rpartition(" ")[2]
        return not self.understands_so(understood, None if sidecar == "-" else sidecar)

    @property
    def rules(self) -> str:
        """All by what files are understood now, as one hash."""
        from index.readers import MARKS

        return _hash([sorted(MARKS), FORM, TEXT_RULES, sorted(self.names.items())])

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, told: str) -> Terms:
        """The terms that `to_json` wrote."""
        record = json.loads(told)
        names = {field: tuple(accepted) for field, accepted in record.pop("names").items()}
        return cls(**record, names=names)


def _hash(told: object) -> str:
    return sha256(json.dumps(told))[:16]
