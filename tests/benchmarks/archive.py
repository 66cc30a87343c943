"""How fast an archive is filled, asked and audited, and what the audit finds.

Run it by hand: python tests/benchmarks/archive.py [--articles 20000] [--jobs 2] [--folder DIR] [--seed 1]
It writes invented articles with known slips and revisions (`archive_world`), archives them through
the command line, and prints one line a measurement: seconds of wall and of processor time.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from archive_world import World, city, write

SAMPLE, ASKED = 400, 12


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took and said."""

    wall: float
    cpu: float
    out: str


def main() -> None:
    """Build the world, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    if asked.folder is not None:
        _measure(asked.folder, asked)
    else:
        with tempfile.TemporaryDirectory() as folder:
            _measure(Path(folder), asked)


def _measure(folder: Path, asked: argparse.Namespace) -> None:
    os.environ["FACTCHECK_CACHE_DIR"] = str(folder / "cache")
    world = write(folder / "all", asked.articles, asked.seed)
    _say("machine", f"{os.cpu_count()} cores, {asked.jobs} processes")
    _say("world", f"{asked.articles} articles, {world.levels} levels, {len(world.wrong)} slips")
    _say("", f"{world.revised} facts revised; {world.hot:.1%} of levels share a fact with over 100 others")
    _speeds(folder, asked)
    store = folder / "all.db"
    store.unlink(missing_ok=True)
    added = _run("archive", "add", folder / "all", "--archive", store, "--no-cache", "--jobs", asked.jobs)
    _say(
        "add all", f"{added.wall:.0f} s, {added.cpu:.0f} of CPU, {asked.articles / added.wall:.0f} articles/s"
    )
    _say("", f"{_claims(store)} claims, {store.stat().st_size / 1e6:.0f} MB")
    _asking(folder, store, world)
    _audit(store, world, asked.jobs)


def _speeds(folder: Path, asked: argparse.Namespace) -> None:
    """Checking and adding the same sample, with one process and with all."""
    sample, store = folder / "sample", folder / "sample.db"
    write(sample, SAMPLE, asked.seed + 1)
    for jobs in sorted({1, asked.jobs}):
        rest = ("--no-cache", "--jobs", jobs)
        check = _run("check", "--no-cross", sample, *rest, "--format", "json", "-o", os.devnull)
        store.unlink(missing_ok=True)
        add = _run("archive", "add", sample, "--archive", store, *rest)
        _say(f"sample, {jobs} jobs", f"check {check.wall:.1f} s, {check.cpu:.1f} of CPU")
        _say(
            "",
            f"add {add.wall:.1f} s, {add.cpu:.1f} of CPU: {check.cpu / add.cpu:.0%} of the speed of checking",
        )


def _asking(folder: Path, store: Path, world: World) -> None:
    """Articles one by one, alone and against the archive of all: those of the city most written of.

    An archived article never meets itself, so what is archived already can be asked about.
    """
    slips = {name for name, _ in world.wrong}
    hottest = [name for name in sorted(slips) if f"# {city(0)}" in (folder / "all" / name).read_text("utf-8")]
    more, found, expected, false = [], 0, 0, 0
    for name in hottest[:ASKED]:
        article, alone = folder / "all" / name, ("--no-cache", "-q", "--format", "json")
        cost = min(_run("check", article, *alone).cpu for _ in range(2))
        asked = [_run("check", article, *alone, "--archive", store) for _ in range(2)]
        more.append(min(one.cpu for one in asked) - cost)
        wrong = {(str(article.resolve()), text) for at, text in world.wrong if at == name}
        between = [one for one in json.loads(asked[0].out)["findings"] if one["rule"].startswith("archive/")]
        loud = [one for one in between if one["severity"] != "info"]
        found += len({mark for one in loud for mark in _marks(one) & wrong})
        expected, false = expected + len(wrong), false + sum(not _marks(one) & wrong for one in loud)
    _say("one article", f"{median(more):.2f} s of CPU more against the archive, at most {max(more):.2f}")
    _say("", f"{found} of {expected} slips found in {len(more)} articles, {false} findings without a slip")


def _audit(store: Path, world: World, jobs: int) -> None:
    audit = _run("archive", "audit", "--archive", store, "--jobs", jobs, "--format", "json")
    found = json.loads(audit.out)["findings"]
    slips = {(str(store.parent / "all" / name), text) for name, text in world.wrong}
    touched = {mark for one in found for mark in _marks(one) & slips}
    loudly = {mark for one in found if one["severity"] != "info" for mark in _marks(one) & slips}
    false = [one for one in found if one["severity"] != "info" and not _marks(one) & slips]
    _say("audit", f"{audit.wall:.0f} s, {audit.cpu:.0f} of CPU, at most {_peak():.0f} MiB in one process")
    _say("found", f"{len(touched)} of {len(slips)} slips ({len(touched) / max(len(slips), 1):.1%})")
    _say("", f"{len(loudly)} of them as errors or warnings, the others as what may be a revision")
    _say("", f"{len(false)} findings without a slip, revisions included")


def _marks(finding: dict[str, list[dict[str, str]]]) -> set[tuple[str, str]]:
    return {(str(Path(span["path"]).resolve()), span["text"]) for span in finding["spans"]}


def _claims(store: Path) -> int:
    rows = _run("archive", "list", "--archive", store, "--format", "jsonl").out.splitlines()
    return sum(int(json.loads(row)["claims"]) for row in rows)


def _run(*arguments: object) -> Spent:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "factcheck", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode > 1:
        raise SystemExit(f"{command}: {done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(time.perf_counter() - start, cpu, done.stdout)


def _peak() -> float:
    """The most memory one process has taken so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _say(what: str, words: str) -> None:
    sys.stdout.write(f"{what:<16}{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
