"""What happens with an error that nobody foresaw: its details are kept, and a sentence told."""

from __future__ import annotations

from pathlib import Path

_LOG = "errors.log"


def keep_details(details: str | BaseException) -> Path | None:
    """Put details into the log beside the archives; its path, None where that takes no file."""
    import traceback
    from datetime import UTC, datetime

    import platformdirs

    if isinstance(details, BaseException):
        details = "".join(traceback.format_exception(details))
    file = Path(platformdirs.user_data_dir("dateline", appauthor=False)) / _LOG
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with file.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{details}\n")
    except OSError:
        return None
    return file


def sentence(error: BaseException) -> str:
    """Keep the details of an error; what is told of it."""
    told = f"Something unforeseen went wrong ({type(error).__name__}). Nothing you kept is lost"
    file = keep_details(error)
    return f"{told}; details are in {file}." if file else f"{told}."
