"""What the configuration says of the work."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from index.extract import RULES
from index.newsform import RULES as FORM

if TYPE_CHECKING:
    from index.readers import Bounds, Names  # with them come all readers, which no screen needs

_BY_ITSELF = "text/"
"""Plain text is the one format in which no names of columns count."""


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
        """By what a file was understood: its reader, the rules of news form, the names of
        columns, and the hash of its sidecar."""
        names = "-" if read_by.startswith(_BY_ITSELF) else self._fingerprint
        return f"{read_by} {FORM} {names} {sidecar or '-'}"

    def understands_so(self, understood: str | None, sidecar: str | None) -> bool:
        """Whether what was understood so would be understood in the same way now."""
        from index.readers import MARKS

        read_by = (understood or "").partition(" ")[0]
        return read_by in MARKS and understood == self.understood(read_by, sidecar)

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, told: str) -> Terms:
        """The terms that `to_json` wrote."""
        record = json.loads(told)
        names = {field: tuple(accepted) for field, accepted in record.pop("names").items()}
        return cls(**record, names=names)

    @cached_property
    def _fingerprint(self) -> str:
        return sha256(json.dumps(sorted(self.names.items())).encode()).hexdigest()[:16]
