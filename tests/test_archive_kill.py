"""Adding that is killed at any moment: what was kept before is there, and nothing is there by half."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

from archive_articles import article, kept

from factcheck.archive.store import Entry, Store

ROUNDS, FILES, BATCH = 50, 6, 3


def test_fifty_kills_lose_and_double_nothing(tmp_path):
    """After every kill each article is there whole or not at all, and what was there stays."""
    entries = [_entry(tmp_path, number) for number in range(FILES)]
    expected = {entry.known.path: len(entry.rows) for entry in entries}
    store = Store(tmp_path / "factcheck.db")
    spent = _time_of_all(store, entries)
    chance = random.Random(7)
    store.path.unlink()
    kept_before: set[str] = set()
    for _ in range(ROUNDS):
        _killed(store, entries, chance.random() * spent)
        found = _found(store)
        assert all(expected[path] == claims for path, claims in found.items())
        assert kept_before <= found.keys()
        kept_before = set(found)
    _fill(store, entries)
    assert _found(store) == expected


def _entry(folder: Path, number: int) -> Entry:
    text = (
        f"2024年，泽州市第{number}中学有学生{1000 + number}人，教师{100 + number}人，图书{20 + number}万册。"
    )
    return kept(folder, f"{number:02}.md", article("2025-01-16", text))[0]


def _fill(store: Store, entries: list[Entry]) -> None:
    for at in range(0, len(entries), BATCH):
        store.add(entries[at : at + BATCH])


def _killed(store: Store, entries: list[Entry], after: float) -> None:
    """A process that adds everything, a batch at a time, killed after so many seconds."""
    process = multiprocessing.get_context("fork").Process(target=_fill, args=(store, entries))
    process.start()
    time.sleep(after)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()


def _time_of_all(store: Store, entries: list[Entry]) -> float:
    start = time.perf_counter()
    process = multiprocessing.get_context("fork").Process(target=_fill, args=(store, entries))
    process.start()
    process.join()
    return time.perf_counter() - start


def _found(store: Store) -> dict[str, int]:
    """How many claims each article has; every article once."""
    if not store.path.is_file():
        return {}
    listed = store.articles()
    assert len({one.known.path for one in listed}) == len(listed)
    assert store.count() == sum(one.claims for one in listed)
    return {one.known.path: one.claims for one in listed}
