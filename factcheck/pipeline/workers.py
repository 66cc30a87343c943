"""Many files understood by several processes, in the order of the files and with the same results.

Each worker has one file at a time and a limit of seconds for it. A worker that takes longer, or that
dies, costs that one file: it becomes a failure, and another worker takes the place.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from factcheck.model import Failure
from factcheck.records import dataclass

Answer = TypeVar("Answer")
Work = Callable[[str], Answer]

_BROKEN = "WorkError"


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    task: int
    until: float


class WorkError(RuntimeError):
    """A bug in a worker, with its traceback; never a matter of the file alone."""


@dataclass(slots=True, eq=False)
class _Pool(Generic[Answer]):
    """Workers, the files they have, and the answers that wait for their turn."""

    work: Work[Answer]
    names: Sequence[str]
    limit: int
    workers: list[_Worker]
    answers: dict[int, Answer | Failure]
    next: int = 0


def in_processes(
    names: Sequence[str], work: Work[Answer], jobs: int, limit: int
) -> Iterator[Answer | Failure]:
    """`work` of every name, in order, done by `jobs` processes, each name in `limit` seconds (0: no limit).

    Raises:
        WorkError: `work` raised something; a bug.
    """
    pool: _Pool[Answer] = _Pool(work, names, limit, [], {})
    try:
        for _ in range(min(jobs, len(names))):
            _start(pool)
        for at in range(len(names)):
            while at not in pool.answers:
                _hear(pool)
            yield pool.answers.pop(at)
    finally:
        for worker in pool.workers:
            worker.process.kill()
            worker.process.join()


def _start(pool: _Pool[Answer]) -> None:
    """A new worker with the next file, if there is one."""
    if pool.next >= len(pool.names):
        return
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_serve, args=(here, there, pool.work), daemon=True)
    process.start()
    there.close()
    worker = _Worker(process, here, 0, 0.0)
    pool.workers.append(worker)
    _give(pool, worker)


def _give(pool: _Pool[Answer], worker: _Worker) -> None:
    worker.task = pool.next
    worker.until = time.monotonic() + pool.limit if pool.limit else float("inf")
    worker.pipe.send(pool.names[pool.next])
    pool.next += 1


def _hear(pool: _Pool[Answer]) -> None:
    """Wait for an answer, a death, or the end of somebody's time."""
    patience = min(worker.until for worker in pool.workers) - time.monotonic()
    wait([worker.pipe for worker in pool.workers], None if patience == float("inf") else max(patience, 0))
    for worker in list(pool.workers):
        if worker.pipe.poll():
            _take(pool, worker)
        elif time.monotonic() > worker.until:
            _lose(pool, worker, f"超过 {pool.limit} 秒还没有查完，已跳过；请拆分稿件，或用 --jobs 1 不限时")


def _take(pool: _Pool[Answer], worker: _Worker) -> None:
    try:
        kind, answer = worker.pipe.recv()
    except EOFError:
        _lose(pool, worker, "处理时进程意外退出，已跳过；请拆分稿件后再查")
        return
    if kind == _BROKEN:
        raise WorkError(f"{pool.names[worker.task]}\n{answer}")
    pool.answers[worker.task] = answer
    if pool.next < len(pool.names):
        _give(pool, worker)
    else:
        _dismiss(pool, worker)


def _lose(pool: _Pool[Answer], worker: _Worker, why: str) -> None:
    pool.answers[worker.task] = Failure(pool.names[worker.task], why)
    _dismiss(pool, worker)
    _start(pool)


def _dismiss(pool: _Pool[Answer], worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()
    pool.workers.remove(worker)


def _serve(far: Connection, pipe: Connection, work: Work[Answer]) -> None:
    """The life of a worker: a name in, an answer out, until the other side hangs up or is killed."""
    far.close()
    parent = multiprocessing.parent_process()
    assert parent is not None
    try:
        while pipe in wait([pipe, parent.sentinel]):
            pipe.send(_answer(work, pipe.recv()))
    except (EOFError, OSError, KeyboardInterrupt):
        return


def _answer(work: Work[Answer], name: str) -> tuple[str, object]:
    try:
        return "", work(name)
    except Exception:  # sent to the parent, which raises it
        import traceback  # noqa: PLC0415  (only for bugs)

        return _BROKEN, traceback.format_exc()
