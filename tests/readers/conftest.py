"""What tests of several formats begin with."""

from __future__ import annotations

import socket

import pytest


@pytest.fixture
def nothing_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reaches for the network fails."""

    def reached(*_: object, **__: object) -> None:
        raise AssertionError("a reader reached for the network")

    monkeypatch.setattr(socket, "socket", reached)
    monkeypatch.setattr(socket, "create_connection", reached)
