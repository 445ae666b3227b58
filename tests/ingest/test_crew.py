"""Work shared among processes: done once each, in order, and nobody left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.article import DatelineError
from index.ingest.crew import Crew, Elsewhere, Failed, how_many
from tests.terminal import surroundings

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Doubling:
    """Doubles numbers. Fails over 13, ends its process over 17, never ends over 19; from 100 on it
    works only in a process that can be ended, and takes its time."""

    patience: float | None = None
    memory: int | None = None

    def start(self, *, expendable: bool) -> Callable[[int], tuple[int, int]]:
        def double(number: int) -> tuple[int, int]:
            print("what a library prints is no answer")
            if number == 13:
                raise ValueError("unlucky")
            if number == 17:
                os._exit(9)
            if number == 19:
                time.sleep(600)
            if number >= 100:
                if not expendable:
                    raise Elsewhere
                time.sleep(0.1)
            return 2 * number, os.getpid()

        return double


@dataclass(frozen=True)
class Unable:
    """A job that cannot be begun."""

    patience: float | None = None
    memory: int | None = None

    def start(self, *, expendable: bool) -> Callable[[int], int]:
        raise DatelineError("The model is not installed.")


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))


def never() -> bool:
    return False


@pytest.mark.parametrize("processes", [0, 1, 3])
def test_every_task_is_done_once_and_in_order(processes: int) -> None:
    with Crew(Doubling(), processes, ahead=2, helping=True) as crew:
        found = list(crew.results(iter([*range(12), 13, *range(20, 40)]), ordered=True, stop=never))
    assert [task for task, _ in found] == [*range(12), 13, *range(20, 40)]
    for task, result in found:
        if task == 13:
            assert result == Failed("ValueError: unlucky")
        else:
            assert not isinstance(result, Failed)
            assert result[0] == 2 * task


@pytest.mark.parametrize(("processes", "hands"), [(0, 1), (1, 2)])
def test_what_is_not_done_here_is_shared_by_as_many_as_may_take_part(
    processes: int, hands: int
) -> None:
    with Crew(Doubling(), processes, ahead=2, helping=True) as crew:
        found = list(crew.results(iter(range(100, 140)), ordered=True, stop=never))
    assert [task for task, _ in found] == list(range(100, 140))
    by = {result[1] for _, result in found if not isinstance(result, Failed)}
    assert len(by) == hands
    assert os.getpid() not in by


def test_a_task_that_ends_its_process_is_tried_again_and_then_given_up() -> None:
    with Crew(Doubling(), 2, ahead=2, helping=False) as crew:
        found = dict(crew.results(iter([1, 17, *range(20, 30)]), ordered=False, stop=never))
    assert found.pop(17) == Failed("the process that was at it ended")
    assert sorted(found) == [1, *range(20, 30)]
    assert not any(isinstance(result, Failed) for result in found.values())


def test_what_is_next_is_asked_for_late(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(20, 60):
            asked.append(number)
            yield number

    with Crew(Doubling(), 2, ahead=2, helping=False) as crew:
        for done, _ in enumerate(crew.results(tasks(), ordered=False, stop=never)):
            assert len(asked) - done <= 6


@pytest.mark.parametrize("processes", [0, 2])
def test_nothing_is_begun_while_it_is_to_rest(processes: int) -> None:
    begun: list[int] = []
    asked = 0

    def tasks() -> Iterator[int]:
        for number in range(20, 30):
            begun.append(asked)
            yield number

    def rest() -> bool:
        nonlocal asked
        asked += 1
        return asked <= 5

    with Crew(Doubling(), processes, ahead=1, helping=False) as crew:
        found = list(crew.results(tasks(), ordered=False, stop=never, rest=rest))
    assert len(found) == 10
    assert min(begun) > 5


def test_a_job_that_cannot_be_begun_says_why() -> None:
    for processes in (0, 2):
        with (
            pytest.raises(DatelineError, match="not installed"),
            Crew(Unable(), processes, ahead=2, helping=False) as crew,
        ):
            list(crew.results(iter([1]), ordered=True, stop=never))


def test_it_stops_while_a_task_takes_long() -> None:
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    with Crew(Doubling(), 1, ahead=2, helping=False) as crew:
        assert list(crew.results(iter([19, 20]), ordered=True, stop=stop)) == []
        assert crew.stopped


def test_as_many_processes_as_wished_or_as_there_is_room_for() -> None:
    assert how_many(3) == 3
    assert 1 <= how_many(0) <= 4


SCRIPT = """
import sys, time
from test_crew import Doubling
from index.ingest.crew import Crew
crew = Crew(Doubling(), 2, ahead=2, helping=False)
print(*(hand._process.pid for hand in crew._hands), flush=True)
list(crew.results(iter([19, 19]), ordered=True, stop=lambda: False))
"""


def test_no_process_outlives_the_one_that_started_it(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        env={**surroundings(tmp_path), "PYTHONPATH": f"{Path(__file__).parent}:{ROOT}"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    hands = [int(pid) for pid in parent.stdout.readline().split()]
    assert len(hands) == 2
    time.sleep(0.3)  # they are in the middle of it
    parent.kill()
    parent.wait()
    end = time.monotonic() + 30
    while any(map(_alive, hands)):
        assert time.monotonic() < end, "a process outlived the one that started it"
        time.sleep(0.05)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"


@dataclass(frozen=True)
class Greedy:
    """Doubles numbers; over 23 it asks for a gigabyte, over 29 it goes into itself for ever."""

    patience: float | None = 60.0
    memory: int | None = 512 << 20

    def start(self, *, expendable: bool) -> Callable[[int], int]:
        def into_itself(number: int) -> int:
            return into_itself(number) + 1

        def double(number: int) -> int:
            if number == 23:
                return 2 * number * (len(bytearray(1 << 30)) >> 30)
            if number == 29:
                return into_itself(number)
            return 2 * number

        return double


def test_a_task_that_takes_longer_than_it_may_is_ended_and_told_and_the_next_are_done() -> None:
    with Crew(Doubling(patience=1.0), 2, ahead=2, helping=False) as crew:
        found = dict(crew.results(iter([1, 19, *range(20, 30)]), ordered=True, stop=never))
        hands = [hand._process.pid for hand in crew._hands]
    late = found.pop(19)
    assert isinstance(late, Failed)
    assert late.spent == "reading it took longer than 1 s"
    assert sorted(found) == [1, *range(20, 30)]
    assert not any(isinstance(result, Failed) for result in found.values())
    assert not any(map(_alive, hands))


def test_of_several_tasks_that_never_end_each_is_ended() -> None:
    with Crew(Doubling(patience=0.5), 1, ahead=4, helping=False) as crew:
        found = list(crew.results(iter([19, 19, 20, 19]), ordered=True, stop=never))
    assert [isinstance(result, Failed) for _, result in found] == [True, True, False, True]


@pytest.mark.parametrize(
    ("number", "why"), [(23, "reading it takes too much memory"), (29, "nested too deeply")]
)
def test_a_task_that_asks_for_more_than_it_may_have_is_told_so(number: int, why: str) -> None:
    with Crew(Greedy(), 1, ahead=2, helping=False) as crew:
        found = dict(crew.results(iter([1, number, 20]), ordered=True, stop=never))
    assert found == {1: 2, number: Failed(why, why), 20: 40}
