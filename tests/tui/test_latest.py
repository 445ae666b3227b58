"""Work off the screen's thread: the newest request wins, none queues up."""

from __future__ import annotations

import threading
import time

from textual.app import App

from tests.tui.driving import until
from tui.latest import Latest, Stop


async def test_an_overtaken_request_is_abandoned() -> None:
    """While one is worked on, of those asked meanwhile only the last is ever begun."""
    begun: list[int] = []
    answered: list[int] = []
    go_on = threading.Event()

    def work(number: int, stop: Stop) -> int:
        begun.append(number)
        if number == 0:
            go_on.wait(20)
        return number * 10

    app: App[None] = App()
    async with app.run_test() as pilot:
        latest: Latest[int, int] = Latest(
            app, work, lambda asked, answer: answered.append(answer), lambda *_: None
        )
        latest.ask(0)
        await until(pilot, lambda: begun == [0])
        for number in range(1, 50):
            latest.ask(number)
        go_on.set()
        await until(pilot, lambda: answered)
        assert begun == [0, 49]
        assert answered == [490]


async def test_what_goes_wrong_is_told_and_work_goes_on() -> None:
    told: list[str] = []
    answered: list[int] = []

    def work(number: int, stop: Stop) -> int:
        if number < 0:
            raise ValueError(str(number))
        return number

    app: App[None] = App()
    async with app.run_test() as pilot:
        latest: Latest[int, int] = Latest(
            app,
            work,
            lambda asked, answer: answered.append(answer),
            lambda asked, error: told.append(str(error)),
        )
        latest.ask(-1)
        await until(pilot, lambda: told == ["-1"])
        latest.ask(2)
        await until(pilot, lambda: answered == [2])


async def test_what_is_forgotten_is_not_answered() -> None:
    answered: list[int] = []
    begun, go_on = threading.Event(), threading.Event()

    def work(number: int, stop: Stop) -> int:
        begun.set()
        go_on.wait(20)
        return number

    app: App[None] = App()
    async with app.run_test() as pilot:
        latest: Latest[int, int] = Latest(
            app, work, lambda asked, answer: answered.append(answer), lambda *_: None
        )
        latest.ask(1)
        await until(pilot, begun.is_set)
        latest.forget()
        go_on.set()
        latest.ask(2)
        await until(pilot, lambda: answered == [2])


async def test_work_is_told_that_it_was_overtaken_and_may_break_off() -> None:
    answered: list[int] = []
    begun, stopped = threading.Event(), threading.Event()

    def work(number: int, stop: Stop) -> int:
        if number == 0:
            begun.set()
            while not stop():
                time.sleep(0.001)
            stopped.set()
            raise InterruptedError
        assert not stop()
        return number

    app: App[None] = App()
    async with app.run_test() as pilot:
        latest: Latest[int, int] = Latest(
            app,
            work,
            lambda asked, answer: answered.append(answer),
            lambda asked, error: answered.append(-1),
        )
        latest.ask(0)
        await until(pilot, begun.is_set)
        latest.ask(1)
        await until(pilot, lambda: answered)
        assert stopped.is_set()
        assert answered == [1]
