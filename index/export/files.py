"""Writing an export: whole or not at all, and never over something without being told to."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

from index.article import DatelineError
from index.text import one_line

_NO_HARD_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS}

_ADVICE = {
    errno.ENOENT: "its folder does not exist. Make the folder first, or name another.",
    errno.ENOTDIR: "what should be its folder is a file. Name another folder.",
    errno.EACCES: "you may not write into its folder. Name another folder.",
    errno.EPERM: "you may not write into its folder. Name another folder.",
    errno.EROFS: "its folder can only be read. Name another folder.",
    errno.ENOSPC: "the disk is full. Make room, or name a folder on another disk.",
    errno.EDQUOT: "your share of the disk is full. Make room, or name another folder.",
    errno.ENAMETOOLONG: "its name is too long. Name a shorter one.",
}


def write(path: Path, content: str, overwrite: bool = False) -> Path:
    """Write `content` as UTF-8 into the file `path`; line ends stay as they are.

    The file appears whole or not at all: it is written beside its place, brought to the disk
    and then moved. Returns the path written. Raises `DatelineError`, with what was there left
    as it was, where the file is there already (unless `overwrite`), where something that is no
    plain file has that name, and where it cannot be written.
    """
    shown = one_line(str(path))
    try:
        # Through a link, not over it; beside the file, so that the last step is one rename.
        place = Path(os.path.realpath(path.expanduser()))
        mode = _mode_there(place, overwrite, shown)
        beside = place.with_name(f".dateline-{secrets.token_hex(8)}.part")
        try:
            _fill(beside, content.encode("utf-8"), mode)
            if overwrite:
                beside.replace(place)
            else:
                _move_to_free_name(beside, place)
        finally:
            beside.unlink(missing_ok=True)
        _sync(place.parent)
    except FileExistsError:
        raise _taken(shown) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise DatelineError(f"{shown} could not be written: {_advice(error)}") from None
    return place


def _mode_there(place: Path, overwrite: bool, shown: str) -> int | None:
    """The permissions of the file that is to be replaced, None where there is none."""
    try:
        there = place.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(there.st_mode):
        raise DatelineError(f"{shown} is a folder. Name a file in it.")
    if not stat.S_ISREG(there.st_mode):
        raise DatelineError(f"{shown} is not a plain file. Name another.")
    if not overwrite:
        raise _taken(shown)
    return stat.S_IMODE(there.st_mode)


def _taken(shown: str) -> DatelineError:
    return DatelineError(
        f"{shown} is there already and was left as it is. Name another file, or say that it "
        "is to be overwritten (--overwrite)."
    )


def _fill(beside: Path, data: bytes, mode: int | None) -> None:
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(descriptor, "wb") as stream:
        if mode is not None:
            os.fchmod(descriptor, mode)
        stream.write(data)
        stream.flush()
        os.fsync(descriptor)


def _move_to_free_name(beside: Path, place: Path) -> None:
    """Give the file its name unless something has it. Raises FileExistsError."""
    try:
        os.link(beside, place)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # A file system without hard links: take the name first, and then move over it.
        os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        beside.replace(place)


def _sync(folder: Path) -> None:
    """Bring the folder's new entry to the disk; some file systems cannot, and need not."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _advice(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno in _ADVICE:
        return _ADVICE[error.errno]
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror.lower()}. Name another file."
    return "this is no name of a file. Name another."
