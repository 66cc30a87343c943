"""The store: what is added is there once, cited where it stood, through export, import and versions."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from archive_articles import article, kept
from hypothesis import given
from hypothesis import strategies as st

from factcheck.archive import database
from factcheck.archive.asking import related
from factcheck.archive.joining import joined
from factcheck.archive.remembered import _text, readings
from factcheck.archive.rows import Row
from factcheck.archive.store import Store
from factcheck.config import Settings
from factcheck.errors import ConfigError
from factcheck.model import Standing
from factcheck.pipeline import understand_all

OLD = article("2025-01-16", "2024年，泽州市快递业务量3.29亿件，比上年增长12.4%。", "泽州快递提速")
NEW = article("2025-02-11", "2024年，泽州市快递业务量3.92亿件。")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "factcheck.db")


def counts(store: Store) -> dict[str, int]:
    return {one.known.path: one.claims for one in store.articles()}


def test_adding_again_replaces(store, tmp_path):
    """A file added twice is there once, with the claims of its last version."""
    store.add(kept(tmp_path, "a.md", OLD))
    store.add(kept(tmp_path, "b.md", NEW))
    assert counts(store) == {"a.md": 2, "b.md": 1}
    store.add(kept(tmp_path, "a.md", NEW))
    assert counts(store) == {"a.md": 1, "b.md": 1}
    assert store.count() == 2


def test_removing_forgets_the_claims_too(store, tmp_path):
    """Nothing of a removed file is left."""
    store.add([*kept(tmp_path, "a.md", OLD), *kept(tmp_path, "b.md", NEW)])
    assert store.remove(["a.md", "never.md"]) == 1
    assert counts(store) == {"b.md": 1}
    assert store.count() == 1


def test_a_claim_comes_back_as_it_was(store, tmp_path):
    """Quantity, values, unit, licences, place and words survive the store exactly."""
    store.add(kept(tmp_path, "a.md", OLD))
    before = joined(understand_all([str(tmp_path / "a.md")], Settings(cache=False)).readings[0])
    rows = next(store.shared(0, 1, unknown=True), None)
    assert rows is None, "one article alone shares no series"
    asked = {row.series for entry in kept(tmp_path, "a.md", OLD) for row in entry.rows}
    found = store.related(asked, (1900, 2100))
    after = next(iter(readings(found.times, found.known, Standing.ARCHIVED)))
    assert after.article.title == "泽州快递提速"
    assert str(after.article.published) == "2025-01-16"
    for one, two in zip(before.claims, sorted(after.claims, key=lambda c: c.span.start), strict=True):
        assert (one.quantity, one.interval, one.unit, one.licences) == (
            two.quantity,
            two.interval,
            two.unit,
            two.licences,
        )
        place, again = one.article.place(one.span), two.article.place(two.span)
        assert (place.start, place.end, place.line, place.column, place.text) == (
            again.start,
            again.end,
            again.line,
            again.column,
            again.text,
        )


@given(st.text(alphabet="甲乙丙1，。\n", min_size=8, max_size=120), st.data())
def test_citations_stand_where_they_stood(text, data):
    """Any words of any text, blanks between them, keep offset, line and column."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    spans = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    rows = [_row(text, start, end) for start, end in spans]
    again = _text(rows)
    for start, end in spans:
        assert again[start:end] == text[start:end]
        assert again.count("\n", 0, start) == text.count("\n", 0, start)
        assert again.rfind("\n", 0, start) == text.rfind("\n", 0, start) or start == 0


def test_an_article_does_not_meet_itself(store, tmp_path):
    """Neither under its name nor as a copy under another."""
    store.add([*kept(tmp_path, "a.md", OLD), *kept(tmp_path, "copy.md", OLD)])
    asking = joined(understand_all([str(tmp_path / "a.md")], Settings(cache=False)).readings[0])
    assert related(store, [asking]) == ()
    store.add(kept(tmp_path, "b.md", NEW))
    assert [Path(one.article.document.path).name for one in related(store, [asking])] == ["b.md"]


def test_export_and_import(store, tmp_path):
    """A Parquet file holds all claims, and another archive made from it is the same."""
    store.add([*kept(tmp_path, "a.md", OLD), *kept(tmp_path, "b.md", NEW)])
    store.write_parquet(tmp_path / "claims.parquet")
    other = Store(tmp_path / "other.db")
    assert other.read_parquet(tmp_path / "claims.parquet") == 3
    assert other.articles() == store.articles()
    assert other.read_parquet(tmp_path / "claims.parquet") == 3
    assert counts(other) == counts(store)
    rows = duckdb.sql(
        f"SELECT path, words FROM '{tmp_path / 'claims.parquet'}' ORDER BY path, start"
    ).fetchall()
    assert rows == [("a.md", "3.29亿件"), ("a.md", "12.4%"), ("b.md", "3.92亿件")]


def test_a_foreign_parquet_file_is_refused(store, tmp_path):
    """The archive stays as it was."""
    store.add(kept(tmp_path, "a.md", OLD))
    duckdb.sql(f"COPY (SELECT 1 AS one) TO '{tmp_path / 'x.parquet'}' (FORMAT parquet)")
    with pytest.raises(ConfigError, match="不是 factcheck archive export 写的"):
        store.read_parquet(tmp_path / "x.parquet")
    assert counts(store) == {"a.md": 2}


def test_an_older_version_is_brought_up(store, tmp_path):
    """Reading asks for it; the next batch does it and keeps everything."""
    store.add(kept(tmp_path, "a.md", OLD))
    with duckdb.connect(str(store.path)) as connection:
        connection.execute("ALTER TABLE articles DROP COLUMN digest")
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'schema'")
    with pytest.raises(ConfigError, match="旧版本 1"):
        store.articles()
    store.add(kept(tmp_path, "b.md", NEW))
    assert counts(store) == {"a.md": 2, "b.md": 1}
    with duckdb.connect(str(store.path)) as connection:
        digests = connection.execute("SELECT path, digest = '' FROM articles ORDER BY path").fetchall()
    assert digests == [("a.md", True), ("b.md", False)]


def test_a_newer_version_is_refused(store, tmp_path):
    """An archive of a later factcheck is left alone."""
    store.add(kept(tmp_path, "a.md", OLD))
    with duckdb.connect(str(store.path)) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    with pytest.raises(ConfigError, match="请升级 factcheck"):
        store.articles()


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_what_is_no_archive_is_refused(store, content):
    """An empty or foreign file is named, with the cure."""
    store.path.write_bytes(content)
    with pytest.raises(ConfigError, match=r"factcheck\.db"):
        store.articles()


def test_a_database_of_something_else_is_refused(store):
    """Its tables are not touched."""
    with duckdb.connect(str(store.path)) as connection:
        connection.execute("CREATE TABLE mine (a INTEGER)")
    with pytest.raises(ConfigError, match="不是 factcheck 的存档"):
        store.articles()


def test_what_a_killed_process_left_is_in_nobodys_way(store, tmp_path):
    """A draft that was never finished, and the journal of an archive that was deleted since."""
    killed = _held_by_another_process(store.path, "CREATE TABLE t AS SELECT 1 AS a")
    killed.kill()
    killed.wait()
    assert store.path.with_name("factcheck.db.wal").is_file()
    store.path.unlink()
    Store(tmp_path / "other.db").add(kept(tmp_path, "a.md", OLD))
    (tmp_path / "other.db").replace(tmp_path / f"factcheck.db.{os.getpid()}")
    store.add(kept(tmp_path, "b.md", NEW))
    assert counts(store) == {"b.md": 1}
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.md", "b.md", "factcheck.db"]


def test_a_missing_archive_is_named(store):
    """The message says how to make one."""
    with pytest.raises(ConfigError, match="factcheck archive add"):
        store.articles()


def test_a_busy_archive_is_waited_for_and_then_named(store, tmp_path, monkeypatch):
    """A reader beside a writer waits; if the writer never ends, the message says so."""
    store.add(kept(tmp_path, "a.md", OLD))
    monkeypatch.setattr(database, "_PAUSE", 0.01)
    monkeypatch.setattr(database, "_TRIES", 3)
    waits = _held_by_another_process(store.path)
    try:
        with pytest.raises(ConfigError, match="另一个进程正在用"):
            store.articles()
    finally:
        waits.kill()
        waits.wait()
    assert counts(store) == {"a.md": 2}


def _held_by_another_process(path: Path, statement: str = "SELECT 1"):
    """A process that has the database open and has done something in it."""
    code = (
        f"import duckdb, time; c = duckdb.connect({str(path)!r}); c.execute({statement!r});"
        " print('open', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def _row(text: str, start: int, end: int) -> Row:
    values = dict.fromkeys(Row._fields, "")
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    values.update(start=start, end=end, line=line, column=column, words=text[start:end])
    return Row(**values)
