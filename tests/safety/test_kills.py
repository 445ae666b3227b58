"""A few of the kills that `tests.kills` makes by the hundred."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills import Kills

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")


@pytest.mark.parametrize(
    "jobs", [("add", "clip"), ("reader", "correct"), ("rebuild",), ("purge", "clip")], ids="+".join
)
def test_what_was_committed_is_there_and_nobody_is_left(
    tmp_path: Path, jobs: tuple[str, ...]
) -> None:
    kills = Kills(tmp_path, seed=len(jobs[0]))
    kills.once(*jobs, longest=2.0)
    kills.once(*jobs, longest=2.0)
    assert kills.rounds == 2
