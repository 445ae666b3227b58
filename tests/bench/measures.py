"""How things are measured: processor time, the memory of a process and its children, quantiles."""

from __future__ import annotations

import math
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")


def cpu_of_self_and_children() -> float:
    """Seconds of processor time of this process, all its threads, and what it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def cpu_of(process: int) -> float:
    """Seconds of processor time that another, running process has had in all its threads.

    From Linux's scheduler statistics, which count nanoseconds; ended threads are left out.
    """
    total = 0
    for task in (_PROC / str(process) / "task").iterdir():
        try:
            total += int((task / "schedstat").read_text().split()[0])
        except OSError:  # a thread that ended meanwhile
            continue
    return total / 1e9


def cpu_of_tree(process: int) -> float:
    """The same of a process and all that it started and that still runs."""
    total = 0.0
    for member in _tree(process):
        try:
            total += cpu_of(member)
        except OSError:  # it has ended
            continue
    return total


def own_memory(process: int) -> float:
    """RssAnon in MB: what the process itself holds, without the files it has mapped."""
    for line in (_PROC / str(process) / "status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) / 1024
    return math.nan


def own_memory_of_tree(process: int) -> float:
    """The same of a process and all that it started."""
    total = 0.0
    for member in _tree(process):
        try:
            held = own_memory(member)
        except OSError:  # it has ended
            continue
        total += 0.0 if math.isnan(held) else held
    return total


def memory_of_tree(process: int) -> float:
    """MB resident in a process and all that it started; pages they share count once (PSS)."""
    total = 0
    for member in _tree(process):
        try:
            for line in (_PROC / str(member) / "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:  # it has ended
            continue
    return total / 1024


def _tree(process: int) -> list[int]:
    members = [process]
    for member in members:
        try:
            for task in (_PROC / str(member) / "task").iterdir():
                members += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return members


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values do not exceed; NaN of none."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle and the slow end of a measurement."""

    p50: float
    p95: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        return cls(quantile(values, 0.5), quantile(values, 0.95))


def exponent(sizes: Sequence[float], values: Sequence[float]) -> float:
    """The k of `value ~ size ** k`, by least squares on logarithms; NaN of less than two."""
    points = [
        (math.log(size), math.log(value))
        for size, value in zip(sizes, values, strict=True)
        if value > 0  # NaN is not
    ]
    if len(points) < 2:
        return math.nan
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    width = sum((x - middle_x) ** 2 for x, _ in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / width if width else math.nan
