"""`config.yaml`, validated; and where the files shipped with Dateline are found."""

from __future__ import annotations
