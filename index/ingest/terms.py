"""What the configuration says of the work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.extract import RULES


@dataclass(frozen=True, slots=True)
class Terms:
    """`model` is the package that reads for quotes, `max_bytes` bounds an article.

    `names` are those that columns of dumps may have for each field, `processes` how many take
    part in the work, this one included.
    """

    model: str
    max_bytes: int
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    processes: int = 1

    @property
    def read_with(self) -> str:
        """What stands beside a reading: the model's package and the version of the rules."""
        return f"{self.model}/{RULES}"

    @property
    def fingerprint(self) -> str:
        """Tells whether a dump was read by the same names as now."""
        import hashlib
        import json

        told = json.dumps(sorted(self.names.items()))
        return hashlib.sha256(told.encode()).hexdigest()[:16]
