"""Adding that is killed at any moment: what was kept before is there, and nothing is there by half."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from archive_articles import article, kept

from factcheck.archive import database
from factcheck.archive import store as store_module
from factcheck.archive.store import Entry, Store
from factcheck.model import Failure
from factcheck.pipeline.workers import in_processes

ROUNDS, FILES, BATCH = 50, 6, 3


def test_fifty_kills_lose_and_double_nothing(tmp_path):
    """After every kill each article is there whole or not at all, and what was there stays."""
    entries = [_entry(tmp_path, number) for number in range(FILES)]
    expected = {entry.known.path: len(entry.rows) for entry in entries}
    assert all(expected.values())
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


@pytest.mark.parametrize("step", ["_forget", "articles", "claims"])
def test_a_kill_within_a_batch_leaves_the_one_before(tmp_path, monkeypatch, step):
    """Between any two statements of a batch: the articles are those of the last batch that ended."""
    store = Store(tmp_path / "factcheck.db")
    first, second = (_entry(tmp_path, 0, more) for more in ("", "2024年，泽州市地铁客运量3亿人次。"))
    assert 0 < len(first.rows) < len(second.rows)
    store.add([first])
    monkeypatch.setattr(store_module, "_forget", _dies(store_module._forget, step))
    monkeypatch.setattr(store_module, "_insert", _dies(store_module._insert, step))
    process = multiprocessing.get_context("fork").Process(target=store.add, args=([second],))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    monkeypatch.undo()
    assert _found(store) == {first.known.path: len(first.rows)}
    store.add([second])
    assert _found(store) == {first.known.path: len(second.rows)}


@pytest.mark.parametrize("step", ["before", "between", "after"])
def test_a_kill_while_the_archive_is_put_in_place_loses_nothing(tmp_path, monkeypatch, step):
    """Before, amid and after the steps that put the archive written anew in its place."""
    store = Store(tmp_path / "factcheck.db")
    first, second = _entry(tmp_path, 0), _entry(tmp_path, 1)
    store.add([first])
    monkeypatch.setattr(database, "_put", partial(_put_and_die, database._put, step))
    process = multiprocessing.get_context("fork").Process(target=store.add, args=([second],))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    monkeypatch.undo()
    assert _found(store) == {one.known.path: len(one.rows) for one in (first, second)}
    assert not database._renewed(store.path).exists()


def _put_and_die(does: Callable[[Path], None], step: str, path: Path) -> None:
    if step == "between":
        database._journal(path).unlink()
    elif step == "after":
        does(path)
    os.kill(os.getpid(), signal.SIGKILL)


def _dies(does: Callable[..., object], step: str) -> Callable[..., None]:
    """What `does` something and is killed, when that was the step."""

    def then_dies(connection: object, *rest: object) -> None:
        does(connection, *rest)
        if step in (does.__name__, rest[0]):
            os.kill(os.getpid(), signal.SIGKILL)

    return then_dies


def _entry(folder: Path, number: int, more: str = "") -> Entry:
    text = f"2024年，泽州市快递业务量{100 + number}万件，图书借阅量{20 + number}万册。{more}"
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


def test_the_workers_of_a_killed_process_end_with_it(tmp_path):
    """Nobody is left waiting for files that never come, nor to hand over what nobody takes."""
    process = multiprocessing.get_context("fork").Process(target=_working, args=(tmp_path,))
    process.start()
    workers = _eventually(
        lambda: [int(one.name) for one in tmp_path.iterdir()], lambda found: len(found) == 3
    )
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    (tmp_path / "go").touch()
    left = _eventually(lambda: [one for one in workers if _alive(one)], lambda found: not found)
    for one in left:
        os.kill(one, signal.SIGKILL)
    assert (len(workers), left) == (3, [])


def _working(folder: Path) -> None:
    list(in_processes(["a", "b", "c"], partial(_large, folder), 3, 0))


def _large(folder: Path, name: str) -> str | Failure:
    """An answer that no pipe holds, given when it is time."""
    (folder / str(os.getpid())).touch()
    while name != "c" and not (folder / "go").exists():
        time.sleep(0.01)
    return name * 1_000_000


def _alive(pid: int) -> bool:
    """It runs; one that ended and was not yet cleared away does not."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        return not Path("/proc/self").exists()


def _eventually(look: Callable[[], list[int]], enough: Callable[[list[int]], bool]) -> list[int]:
    """What there is as soon as it is enough, or after ten seconds."""
    for _ in range(1000):
        if enough(found := look()):
            break
        time.sleep(0.01)
    return found
