"""DuckDB, which nothing else knows: the file of an archive opened, its tables made or brought up to date."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.archive.rows import Row
from factcheck.errors import ConfigError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

VERSION = 2
_TRIES, _PAUSE = 100, 0.1
_MEMORY = "256MB"
# DuckDB writes what was committed into the file itself by overwriting blocks, and a process that is killed
# meanwhile leaves half a block. So it never does: commits stay in the journal, which is only added to, and
# the archive is written anew beside its place and put there whole: while it is small, when the journal has
# outgrown it, and when all is added.
_NEVER = "1TB"
_SMALL = 8_000_000  # bytes
_COLUMNS = {
    **dict.fromkeys(Row._fields, "VARCHAR"),
    **dict.fromkeys(("article", "series", "other"), "BIGINT"),
    **dict.fromkeys(("year", "sign", "start", "end", "line", "column"), "INTEGER"),
}
_CLAIMS = ", ".join(f'"{name}" {kind}' for name, kind in _COLUMNS.items())
_SCHEMA = (
    "CREATE TABLE meta (key VARCHAR, value VARCHAR)",
    "CREATE TABLE articles (number BIGINT, path VARCHAR, title VARCHAR, published VARCHAR, place VARCHAR,"
    " body VARCHAR, digest VARCHAR)",
    f"CREATE TABLE claims ({_CLAIMS})",
    f"INSERT INTO meta VALUES ('schema', '{VERSION}')",
)
# How an archive of an older version becomes one of the next: statements by the version they start from.
_MIGRATIONS = {1: ("ALTER TABLE articles ADD COLUMN digest VARCHAR DEFAULT ''",)}


@contextmanager
def opened(path: Path, *, write: bool = False, settle: bool = False) -> Iterator[DuckDBPyConnection]:
    """The archive in the file `path`, made when it is written to and does not exist.

    While another process writes, this one waits for a moment. `settle` leaves one file, without a journal.

    Raises:
        ConfigError: it does not exist, is none, is of another version, or stays busy.
    """
    if not path.is_file():
        if not write:
            raise ConfigError(f"{path}：没有这个存档；先用 factcheck archive add 建一个")
        _make(path)
    import duckdb  # noqa: PLC0415  (only archives need it)

    connection = _connected(path, write=write)
    if _renewed(path).is_file():  # a process was killed just before the new file was in its place
        connection.close()
        _put(path)
        connection = _connected(path, write=write)
    try:
        _brought_up(connection, path, write=write)
        yield connection
        if write and _grown(path, settle=settle):
            _renew(connection, path)
    except duckdb.Error as error:
        raise ConfigError(f"{path}：存档读写出错（{_brief(error)}）") from error
    finally:
        connection.close()


@contextmanager
def transaction(connection: DuckDBPyConnection, what: str) -> Iterator[None]:
    """All that is done inside, or nothing; `what` begins the message when DuckDB refuses.

    Raises:
        ConfigError: DuckDB refused something.
    """
    import duckdb  # noqa: PLC0415  (only archives need it)

    connection.begin()
    try:
        yield
    except duckdb.Error as error:
        connection.rollback()
        raise ConfigError(f"{what}（{_brief(error)}）") from error
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def rows_of_parquet(path: Path) -> list[tuple[str, ...]]:
    """A Parquet table as words, its header first.

    Raises:
        ConfigError: it cannot be read.
    """
    import duckdb  # noqa: PLC0415  (only archives need it)

    with duckdb.connect() as connection:
        try:
            found = connection.execute(f"SELECT COLUMNS(*)::VARCHAR FROM read_parquet({quoted(path)})")
            header = tuple(str(column[0]) for column in found.description or ())
            return [header, *(tuple(cell or "" for cell in row) for row in found.fetchall())]
        except duckdb.Error as error:
            raise ConfigError(f"{path}：不是完好的 Parquet（{_brief(error)}）") from error


def quoted(path: Path) -> str:
    """A path as SQL text."""
    return "'" + str(path).replace("'", "''") + "'"


def _make(path: Path) -> None:
    """A new archive, made beside its place and put there whole, so that none is ever half made.

    What an earlier process was killed over is swept away: its draft, the journal of an archive since deleted.

    Raises:
        ConfigError: it cannot be made there.
    """
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        _swept(draft)
        connection = _connected(draft, write=True)
        connection.execute("PRAGMA enable_checkpoint_on_shutdown")
        with transaction(connection, f"{path}：建不了存档"):
            for statement in _SCHEMA:
                connection.execute(statement)
        connection.close()
        if not path.exists():
            _journal(path).unlink(missing_ok=True)
            draft.replace(path)
    finally:
        _swept(draft)


def _grown(path: Path, *, settle: bool) -> bool:
    """Whether there is a journal that is to be written into the archive."""
    journal, size = _journal(path), path.stat().st_size
    return journal.is_file() and (settle or size < _SMALL or journal.stat().st_size > size)


def _renew(connection: DuckDBPyConnection, path: Path) -> None:
    """Write the archive anew, with its journal; nobody else can open it meanwhile."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        _swept(draft)
        row = connection.execute("SELECT current_database()").fetchone()
        connection.execute(f"ATTACH {quoted(draft)} AS renewed")
        connection.execute(f'COPY FROM DATABASE "{row[0] if row else ""}" TO renewed')
        connection.execute("CHECKPOINT renewed")
        connection.execute("DETACH renewed")
        draft.replace(_renewed(path))
        _put(path)
    finally:
        _swept(draft)


def _put(path: Path) -> None:
    """Put the archive that was written anew in its place; its journal is all in it."""
    _journal(path).unlink(missing_ok=True)
    if _renewed(path).is_file():
        _renewed(path).replace(path)


def _renewed(path: Path) -> Path:
    return path.with_name(f"{path.name}.new")


def _swept(draft: Path) -> None:
    for file in (draft, _journal(draft)):
        file.unlink(missing_ok=True)


def _journal(path: Path) -> Path:
    """Where DuckDB keeps what is not yet in the file itself."""
    return path.with_name(f"{path.name}.wal")


def _connected(path: Path, *, write: bool) -> DuckDBPyConnection:
    import duckdb  # noqa: PLC0415  (only archives need it)

    for left in range(_TRIES, 0, -1):
        try:
            connection = duckdb.connect(str(path), read_only=not write, config={"memory_limit": _MEMORY})
            if write:
                connection.execute(f"SET checkpoint_threshold = '{_NEVER}'")
                connection.execute("PRAGMA disable_checkpoint_on_shutdown")
            return connection
        except duckdb.IOException as error:
            if "lock" not in str(error).lower():
                raise ConfigError(f"{path}：打不开（{_brief(error)}）") from error
            if left == 1:
                raise ConfigError(f"{path}：另一个进程正在用这个存档，请等它做完再试") from error
            time.sleep(_PAUSE)
        except duckdb.Error as error:
            raise ConfigError(f"{path}：不是存档，或已损坏（{_brief(error)}）") from error
    raise AssertionError("unreachable")


def _brought_up(connection: DuckDBPyConnection, path: Path, *, write: bool) -> None:
    """Make the tables of this version out of those of an older one."""
    query = "SELECT table_name FROM information_schema.tables"
    tables = {row[0] for row in connection.execute(query).fetchall()}
    if "meta" not in tables:
        raise ConfigError(f"{path}：是数据库，但不是 factcheck 的存档")
    found = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    version = int(found[0]) if found else 0
    if version > VERSION:
        raise ConfigError(
            f"{path}：存档的版本是 {version}，这个 factcheck 只认到 {VERSION}；请升级 factcheck"
        )
    if version < VERSION:
        _migrate(connection, path, version, write=write)


def _migrate(connection: DuckDBPyConnection, path: Path, version: int, *, write: bool) -> None:
    if not write:
        raise ConfigError(f"{path}：存档是旧版本 {version}；运行一次 factcheck archive add 就会升级")
    with transaction(connection, f"{path}：升级不了"):
        for step in range(version, VERSION):
            for statement in _MIGRATIONS[step]:
                connection.execute(statement)
        connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", [str(VERSION)])


def _brief(error: Exception) -> str:
    return str(error).partition("\n")[0]
