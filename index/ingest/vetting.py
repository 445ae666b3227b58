"""Sidecars, with what they say looked at as what a person types is: each doubt is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from index.article import DatelineError
from index.newsform.corrected import MOMENTS, understood
from index.readers import Given
from index.readers.sidecars import Parted, Sidecar
from index.text import one_line

_CHECKED = (*MOMENTS, "url", "language")
"""The facts of which there is a form that they may lack."""


def vetted(parts: Parted) -> Parted:
    """The sidecars without the facts that cannot be meant, which are among the trouble then."""
    told: dict[Path, list[str]] = {}
    good: dict[Path, Sidecar] = {}
    for file, sidecar in parts.sidecars.items():
        doubts = doubts_about(sidecar.facts)
        facts = {name: said for name, said in sidecar.facts.items() if name not in doubts}
        good[file] = replace(sidecar, facts=facts) if doubts else sidecar
        if sidecar.path is not None and (doubts or sidecar.unknown):
            unknown = (
                f"“{one_line(name)[:40]}” is no fact that is known" for name in sidecar.unknown
            )
            told[sidecar.path] = [*unknown, *doubts.values()]
    trouble = [(path, ", and ".join(doubts)) for path, doubts in told.items()]
    used = [path for path in parts.used if path not in told]
    return replace(parts, sidecars=good, used=used, trouble=[*parts.trouble, *trouble])


def doubts_about(facts: Given) -> dict[str, str]:
    """The facts that cannot be meant as they are written, each with why, as a clause."""
    return dict(_doubts(facts))


def _doubts(facts: Given) -> Iterator[tuple[str, str]]:
    for name in _CHECKED:
        for said in facts.get(name, ()):
            try:
                understood(name, said)
            except DatelineError as error:
                # A colon parts the name of a part from its reason where both are told.
                yield name, f"its {name} is not taken, {str(error).rstrip('.').replace(': ', '; ')}"
                break
