"""A digest of factcheck's own code and word lists, worked out anew only after one of them was touched.

Reading some thousand files takes longer than checking a page. Which files there are, how large they
are and when they were last changed is seen at a glance; the digest that belongs to the last look is kept.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.kept import private, put_away

_FOLDER, _FILE = "stamp", "last"
_SUFFIXES = (".py", ".toml")


def stamp(package: Path, version: str) -> bytes:
    """The SHA-256 digest of `version` and of all code and tables below `package`."""
    files = sorted(_files(package), key=lambda entry: entry.path)
    touched = _touched(files, version)
    kept = _recalled(touched)
    if kept is not None:
        return kept
    digest = hashlib.sha256(version.encode())
    for file in map(Path, files):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    _remember(touched, digest.digest())
    return digest.digest()


def _files(home: Path | str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(home) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            elif entry.name.endswith(_SUFFIXES):
                yield entry


def _touched(files: Sequence[os.DirEntry[str]], version: str) -> str:
    """What a look at the files shows: names, sizes and times, among them that of the last change."""
    seen = hashlib.sha256(version.encode())
    for file in files:
        status = file.stat()
        look = (file.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        seen.update(repr(look).encode())
    return seen.hexdigest()


def _recalled(touched: str) -> bytes | None:
    """The digest that was kept of files that looked so; `None` when there is none."""
    try:
        look, _, digest = (private(_FOLDER) / _FILE).read_text(encoding="ascii").partition(" ")
        return bytes.fromhex(digest) if look == touched and digest else None
    except (OSError, ValueError):
        return None


def _remember(touched: str, digest: bytes) -> None:
    """Keep the digest of the files for the next look; what cannot be written is no failure."""
    try:
        put_away(_FOLDER, _FILE, f"{touched} {digest.hex()}".encode("ascii"))
    except OSError:
        return
