"""What takes long to make of factcheck's own patterns and word lists, kept for the next run.

Only the command keeps anything; imported as a library factcheck makes all of it anew. Entries are
found by the very text they were made of, so none is ever out of date. They lie in one file of a folder
that nobody but the user may enter, as only what this user wrote may be fed to `marshal`. A file that is
missing, damaged or of another Python is no file; one that cannot be written is no failure.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
import zlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_VARIABLE = "FACTCHECK_CACHE_DIR"
_FOLDER = "made"
_MOST_ENTRIES = 4_000
_MOST_BYTES = 64 * 1024 * 1024
_SUM = 4  # bytes of the checksum in front

Key = tuple[str, int]
"""What an entry was made of: a text and what else matters."""


@dataclass(slots=True, eq=False)
class Shelf:
    """The entries of the file and those made in this run.

    Attributes:
        open: whether anything is kept at all.
        old: the entries of the file.
        new: the entries made in this run.
    """

    open: bool = False
    old: dict[Key, bytes] = field(default_factory=dict)
    new: dict[Key, bytes] = field(default_factory=dict)

    def get(self, key: Key) -> bytes | None:
        """The entry that was made of `key`."""
        return self.old.get(key) or self.new.get(key)

    def put(self, key: Key, entry: bytes) -> None:
        """Keep `entry` if anything is kept."""
        if self.open:
            self.new[key] = entry


@cache
def shelf() -> Shelf:
    """The entries of this process."""
    return Shelf()


def recall() -> None:
    """Keep what is made from now on, and use what earlier runs have kept."""
    known = shelf()
    known.open = True
    try:
        data = (private(_FOLDER) / _name()).read_bytes()
        if len(data) < _MOST_BYTES and zlib.crc32(data[_SUM:]).to_bytes(_SUM, "big") == data[:_SUM]:
            found = marshal.loads(memoryview(data)[_SUM:])
            known.old = found if isinstance(found, dict) else {}
    except (OSError, ValueError, EOFError, TypeError):
        known.old = {}


def remember() -> None:
    """Write down what this run has made, for the next one."""
    known = shelf()
    if not known.new:
        return
    if len(known.old) + len(known.new) > _MOST_ENTRIES:  # many are of earlier versions
        known.old = {}
    known.old |= known.new
    known.new = {}
    data = marshal.dumps(known.old)
    try:
        put_away(_FOLDER, _name(), zlib.crc32(data).to_bytes(_SUM, "big") + data)
    except OSError:
        return


def forget() -> None:
    """Drop what was kept, and keep nothing of this run.

    Raises:
        OSError: it cannot be dropped.
    """
    known = shelf()
    known.open, known.old, known.new = False, {}, {}
    for entry in private(_FOLDER).iterdir():
        entry.unlink(missing_ok=True)


def folder() -> Path:
    """Where things are kept: `FACTCHECK_CACHE_DIR`, else the place the system has for caches."""
    own = os.environ.get(_VARIABLE)
    if own:
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "factcheck" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "factcheck"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "factcheck"


def private(name: str) -> Path:
    """The folder `name` where things are kept, made when missing; nobody but the user may enter it.

    Raises:
        OSError: it belongs to somebody else, or is a link.
    """
    home = folder() / name
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    status = home.lstat()
    if not stat.S_ISDIR(status.st_mode):
        raise OSError(f"{home} is not a folder")
    if hasattr(os, "getuid"):
        if status.st_uid != os.getuid():
            raise OSError(f"{home} belongs to somebody else")
        if stat.S_IMODE(status.st_mode) != 0o700:
            home.chmod(0o700)
    return home


def put_away(where: str, name: str, data: bytes) -> None:
    """Keep `data` as the file `name` of the folder `where`, all of it or nothing.

    Raises:
        OSError: it cannot be written, or the folder is not the user's own.
    """
    home = private(where)
    draft = home / f"{name}.{os.getpid()}"
    draft.write_bytes(data)
    draft.replace(home / name)


def _name() -> str:
    """The file of this Python: code of another one means something else."""
    return f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.byteorder}"
