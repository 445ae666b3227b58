"""A file's bytes to text: which encoding it is in, or that it holds no text at all."""

from __future__ import annotations

import codecs

from index.text.encodings import encoding_called

_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF16 = ("utf-16-le", "utf-16-be")

# How files begin that are made of characters and are no text to be read.
_SIGNATURES = (
    (b"%PDF-", "a PDF, not plain text"),
    (b"{\\rtf", "a rich-text document, not plain text"),
)

# Control bytes that no plain text holds. Escape is missing: terminal captures have it.
_CONTROLS = bytes(sorted(set(range(0x20)) - set(b"\t\n\x0b\x0c\r\x1b\x08")))
_MOST_CONTROLS = 0.05  # random bytes have twice as many; a captured terminal may have some
_SAMPLE = 1 << 16

# Where an old Macintosh keeps its quotation marks and dashes. In Windows-1252 the same bytes
# are capital letters with accents, which no text is mostly made of.
_MAC_MARKS = b"\xd0\xd1\xd2\xd3\xd4\xd5"

# Latin-1 to Windows-1252, which has marks and letters where Latin-1 has control characters;
# its five empty places stay what they are in Latin-1.
_WINDOWS = {
    byte: bytes((byte,)).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in b"\x81\x8d\x8f\x90\x9d"
}


class NotText(ValueError):
    """Bytes that hold no text. The message is a short clause: "binary", "a PDF, …"."""


def decode(data: bytes, said: str = "") -> str:
    """Decode a file's bytes; every byte string is decoded or refused, none in part.

    In this order: by byte-order mark; in the encoding that it is `said` to be in, by its name;
    UTF-8; UTF-16 without its mark, told by where its zero
    bytes stand; UTF-8 with some bytes of Windows-1252 among it (pasted copy); Windows-1252 or
    old Macintosh; any other encoding by its statistics. Raises `NotText` for binary data.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise NotText(f"says it is {encoding.upper()} and is not") from error
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise NotText(what)
    named = encoding_called(said) if said and not data.startswith(codecs.BOM_UTF8) else None
    if named is not None:
        try:
            return data.decode(named)
        except UnicodeError:
            pass  # it is not
    if b"\x00" in data:
        return _without_mark(data)
    if len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(data):
        raise NotText("binary")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _eight_bit(data)


def _without_mark(data: bytes) -> str:
    """UTF-16 without its mark: Western text has a zero in every other place."""
    for encoding, zeros, letters in zip(_UTF16, (1, 0), (0, 1), strict=True):
        high, low = data[zeros::2], data[letters::2]
        if len(data) % 2 == 0 and high.count(0) > 0.5 * len(high) and low.count(0) == 0:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if sum(ch < " " and ch not in "\t\n\r\f" for ch in text[:_SAMPLE]) == 0:
                return text
    raise NotText("binary")


def _eight_bit(data: bytes) -> str:
    sample = data[:_SAMPLE] if len(data) > _SAMPLE and not data[:_SAMPLE].isascii() else data
    plain = sample.translate(None, bytes(range(0x80, 0x100)))
    high = len(sample) - len(plain)
    stray = len(sample) - len(sample.decode("utf-8", "ignore").encode())
    if stray < high / 2:
        return data.decode("utf-8", _PASTED)
    if high > sum(map(plain.count, b"etaoinsrETAOINSR")):
        return _by_statistics(data)
    if 2 * sum(map(sample.count, _MAC_MARKS)) > high:
        return data.decode("mac_roman")
    return data.decode("latin-1").translate(_WINDOWS)


def _by_statistics(data: bytes) -> str:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    if best is None or best.encoding.startswith(("cp037", "cp273", "cp500", "cp1026", "cp1140")):
        raise NotText("binary")
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        return data.decode(best.encoding, "replace")


def _stray_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("latin-1").translate(_WINDOWS), error.end


_PASTED = "dateline-pasted"
codecs.register_error(_PASTED, _stray_bytes)
