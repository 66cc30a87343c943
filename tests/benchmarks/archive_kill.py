"""Whether `archive add` that is killed at any moment loses or doubles anything.

Run it by hand: python tests/benchmarks/archive_kill.py [--rounds 50] [--articles 1200] [--seed 1]
It archives invented articles again and again through the command line and kills it each time at
a random moment: every other time the one process, else all its workers with it. After each kill
every article must be there whole or not at all, and none that was there may be gone; a last run that
nobody kills must make the archive that an undisturbed one makes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from archive_world import write

Held = dict[str, int]
"""How many claims an archive has of each article."""


def main() -> None:
    """Build the world, kill, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--articles", type=int, default=1200)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FACTCHECK_CACHE_DIR"] = str(Path(folder) / "cache")
        write(Path(folder) / "all", asked.articles, asked.seed)
        _killed(Path(folder), asked)


def _killed(folder: Path, asked: argparse.Namespace) -> None:
    whole, store = folder / "whole.db", folder / "killed.db"
    _add(folder, whole, asked.jobs).wait()
    start = time.perf_counter()
    _add(folder, whole, asked.jobs).wait()
    spent, expected = time.perf_counter() - start, _held(whole)
    chance, held, grew, over = random.Random(asked.seed), Held(), 0, 0
    for number in range(asked.rounds):
        if number == asked.rounds // 2:
            held.clear()
            store.unlink(missing_ok=True)
        over += _one(folder, store, asked, chance.random() * spent, together=bool(number % 2))
        found = _held(store)
        wrong = {path for path, claims in found.items() if expected[path] != claims} | (held.keys() - found)
        if wrong:
            raise SystemExit(f"kill {number + 1}: {len(wrong)} articles lost, doubled or torn")
        grew, held = grew + (found.keys() > held.keys()), found
    _add(folder, store, asked.jobs).wait()
    same = _held(store) == expected
    sys.stdout.write(
        f"{asked.rounds} kills within {spent:.1f} s ({over} came too late, {grew} after new articles were"
        f" in); nothing torn; the last run made the same archive: {same}\n"
    )
    raise SystemExit(0 if same else 1)


def _one(folder: Path, store: Path, asked: argparse.Namespace, after: float, *, together: bool) -> bool:
    """A run killed after so many seconds, with its workers or alone; whether it had ended before."""
    process = _add(folder, store, asked.jobs)
    time.sleep(after)
    ended = process.poll() is not None
    if not ended:
        (os.killpg if together else os.kill)(process.pid, signal.SIGKILL)
    process.wait()
    return ended


def _add(folder: Path, store: Path, jobs: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "factcheck", "archive", "add", str(folder / "all")]
    command += ["--archive", str(store), "--jobs", str(jobs)]
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)


def _held(store: Path) -> Held:
    """What is in an archive; every article once."""
    if not store.is_file():
        return {}
    command = [
        sys.executable,
        "-m",
        "factcheck",
        "archive",
        "list",
        "--archive",
        str(store),
        "--format",
        "jsonl",
    ]
    lines = subprocess.run(command, capture_output=True, check=True).stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    held = {str(row["path"]): int(row["claims"]) for row in rows}
    if len(held) != len(rows):
        raise SystemExit("an article is there twice")
    return held


if __name__ == "__main__":
    main()
