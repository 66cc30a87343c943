"""The archive: claims of many articles in one file.

Every batch is one transaction, so a process that is killed leaves the archive as it was before the
batch or after it. The file is open only while a batch is written or rows are read: others wait for
a moment and go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.archive.database import opened, quoted, transaction
from factcheck.archive.queries import RELATED
from factcheck.archive.remembered import Known
from factcheck.archive.rows import Row
from factcheck.errors import ConfigError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_NAMED = " AND subject NOT LIKE '?%'"
_ONE_OF_MANY = " AND subject NOT LIKE '?town%' AND subject NOT LIKE '?village%'"
_KNOWN = "number, path, title, published, place, body"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article to be kept: what is known of it, a digest of its file, and the rows of its claims."""

    known: Known
    digest: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One article of an archive, with how many claims it has."""

    known: Known
    claims: int


@dataclass(frozen=True, slots=True)
class Related:
    """Rows that have to do with what is asked, with how many claims each stands for; their articles."""

    times: dict[Row, int]
    known: dict[int, Known]


@dataclass(frozen=True, slots=True)
class Store:
    """The archive in the file `path`; it need not exist yet to be added to.

    Every method raises `ConfigError` when the file is no archive, or cannot be read or written.
    """

    path: Path

    def add(self, entries: Sequence[Entry]) -> None:
        """Keep `entries`, in place of what was kept of the same files: all of them, or none."""
        with opened(self.path, write=True) as connection, transaction(connection, f"{self.path}：写不进去"):
            _forget(connection, {entry.known.path for entry in entries})
            _insert(connection, "articles", [(*_values(one.known), one.digest) for one in entries])
            _insert(connection, "claims", [row for entry in entries for row in entry.rows])

    def settle(self) -> None:
        """Leave the archive as one file, when all is added."""
        with opened(self.path, write=True, settle=True):
            pass

    def remove(self, paths: Iterable[str]) -> int:
        """Forget the articles of these files; how many there were."""
        with (
            opened(self.path, write=True, settle=True) as connection,
            transaction(connection, f"{self.path}：写不进去"),
        ):
            return _forget(connection, set(paths))

    def articles(self) -> tuple[Listed, ...]:
        """Every article, by path."""
        query = (
            f"SELECT {_KNOWN}, coalesce(n, 0) FROM articles LEFT JOIN"
            " (SELECT article, count(*) AS n FROM claims GROUP BY article) ON article = number"
            " ORDER BY path, number"
        )
        with opened(self.path) as connection:
            return tuple(Listed(Known(*row[:6]), row[6]) for row in connection.execute(query).fetchall())

    def known(self) -> dict[int, Known]:
        """Every article by its number."""
        with opened(self.path) as connection:
            rows = connection.execute(f"SELECT {_KNOWN} FROM articles").fetchall()
            return {row[0]: Known(*row) for row in rows}

    def homes(self) -> tuple[tuple[str, str], ...]:
        """The places and organisations its articles are of, each pair once."""
        with opened(self.path) as connection:
            return tuple(connection.execute("SELECT DISTINCT place, body FROM articles").fetchall())

    def related(
        self,
        series: Iterable[int],
        years: tuple[int, int],
        *,
        paths: Iterable[str] = (),
        digests: Iterable[str] = (),
    ) -> Related:
        """What is said of these series in these years or always, but for files of these paths and digests."""
        wanted = sorted(series)
        with opened(self.path) as connection:
            query = (
                f"SELECT {_names('c')}, times FROM ({RELATED}) told JOIN claims c ON c.rowid = told.place"
                " ORDER BY told.place"
            )
            given = [*years, wanted, wanted, sorted(paths), sorted(digests)]
            times = {Row(*row[:-1]): row[-1] for row in connection.execute(query, given).fetchall()}
            known = connection.execute(
                f"SELECT {_KNOWN} FROM articles WHERE number IN (SELECT unnest(?))",
                [sorted({row.article for row in times})],
            ).fetchall()
            return Related(times, {row[0]: Known(*row) for row in known})

    def shared(self, part: int, parts: int, *, unknown: bool, size: int = 20_000) -> Iterator[list[Row]]:
        """The claims of the series that more than one article speaks of, one part of several.

        They come in lists of about `size`, no series parted; `unknown` keeps those of unknown subjects.
        """
        query = (
            f"SELECT {_names()} FROM claims WHERE series % ? = ?{_ONE_OF_MANY if unknown else _NAMED}"
            " AND series IN (SELECT series FROM claims WHERE series % ? = ?"
            " GROUP BY series HAVING min(article) <> max(article)) ORDER BY series"
        )
        with opened(self.path) as connection:
            found = connection.execute(query, [parts, part, parts, part])
            rest: list[Row] = []
            while rows := found.fetchmany(size):
                rest += [Row(*row) for row in rows]
                cut = _last_series(rest)
                if cut:
                    yield rest[:cut]
                    rest = rest[cut:]
            if rest:
                yield rest

    def linked(self) -> list[Row]:
        """The claims tied across series: corrections with what says their number, totals with their parts."""
        query = (
            f"SELECT {_names()} FROM claims WHERE made_by = 'correction' OR subject LIKE '%+%'"
            f" UNION SELECT {_names('c')} FROM claims c JOIN claims k ON k.made_by = 'correction'"
            " AND c.value = k.value AND c.unit = k.unit"
            f" UNION SELECT {_names('c')} FROM claims c JOIN"
            " (SELECT unnest(string_split(subject, '+')) AS whose, indicator, period FROM claims"
            " WHERE subject LIKE '%+%') k"
            " ON regexp_replace(c.subject, '.*/|[?].*', '') || c.indicator"
            " = regexp_replace(k.whose, '.*/', '') || k.indicator AND c.period = k.period"
        )
        with opened(self.path) as connection:
            return [Row(*row) for row in connection.execute(query).fetchall()]

    def count(self) -> int:
        """How many claims there are."""
        with opened(self.path) as connection:
            found = connection.execute("SELECT count(*) FROM claims").fetchone()
            return int(found[0]) if found else 0

    def write_parquet(self, path: Path) -> None:
        """All claims with their articles as one Parquet file."""
        query = (
            f"SELECT {_names()}, path, title, published, place, body, digest"
            " FROM claims JOIN articles ON article = number ORDER BY path, start"
        )
        with opened(self.path) as connection, transaction(connection, f"{path}：写不了"):
            connection.execute(f"COPY ({query}) TO {quoted(path)} (FORMAT parquet, COMPRESSION zstd)")

    def read_parquet(self, path: Path) -> int:
        """Keep the claims of a Parquet file that `write_parquet` made; how many."""
        if not path.is_file():
            raise ConfigError(f"{path}：没有这个文件")
        source = f"read_parquet({quoted(path)})"
        refusal = f"{path}：不是 factcheck archive export 写的 Parquet"
        with opened(self.path, write=True) as connection, transaction(connection, refusal):
            paths = connection.execute(f"SELECT DISTINCT path FROM {source}").fetchall()
            _forget(connection, {row[0] for row in paths})
            columns = "article, path, title, published, place, body, digest"
            connection.execute(f"INSERT INTO articles SELECT DISTINCT {columns} FROM {source}")
            connection.execute(f"INSERT INTO claims SELECT {_names('found')} FROM {source} found")
            found = connection.execute(f"SELECT count(*) FROM {source}").fetchone()
            return int(found[0]) if found else 0


def _last_series(rows: Sequence[Row]) -> int:
    """Where the last series of `rows`, sorted by series, begins."""
    at = len(rows) - 1
    while at > 0 and rows[at - 1].series == rows[-1].series:
        at -= 1
    return at


def _forget(connection: DuckDBPyConnection, paths: set[str]) -> int:
    """Drop the articles of these files with their claims; how many articles."""
    query = "SELECT number FROM articles WHERE path IN (SELECT unnest(?))"
    numbers = [row[0] for row in connection.execute(query, [sorted(paths)]).fetchall()]
    if numbers:
        connection.execute("DELETE FROM claims WHERE article IN (SELECT unnest(?))", [numbers])
        connection.execute("DELETE FROM articles WHERE number IN (SELECT unnest(?))", [numbers])
    return len(numbers)


def _insert(connection: DuckDBPyConnection, table: str, rows: Sequence[Sequence[object]]) -> None:
    """Add rows column by column, which is many times faster than row by row."""
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        connection.execute(f"INSERT INTO {table} SELECT {', '.join('unnest(?)' for _ in columns)}", columns)


def _values(known: Known) -> tuple[object, ...]:
    return known.number, known.path, known.title, known.published, known.place, known.body


def _names(table: str = "claims") -> str:
    return ", ".join(f'{table}."{name}"' for name in Row._fields)
