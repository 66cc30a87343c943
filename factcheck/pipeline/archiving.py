"""Files into an archive, and an archive against itself, with as many processes as are worth it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial

from factcheck.archive.audit import audited
from factcheck.archive.keeping import entries, kept_name, shown_name
from factcheck.archive.store import Entry, Store
from factcheck.config import Settings
from factcheck.engine import Rule
from factcheck.model import Failure, Finding, Report, RuleNote
from factcheck.pipeline import cache
from factcheck.pipeline.opened import opened
from factcheck.pipeline.rules import chosen, loaded
from factcheck.pipeline.sources import Tell, inputs, processes, silent
from factcheck.records import dataclass

_BATCH = 20_000  # claims written in one transaction
_FILES = 1_000
_PART = 100_000  # claims audited at a time by one process
_WORTH = 50_000  # claims below which a second process costs more than it saves


@dataclass(frozen=True, slots=True)
class Added:
    """What was added to an archive, and what could not be read."""

    files: int
    articles: int
    claims: int
    failures: tuple[Failure, ...]


def add(paths: Sequence[str], settings: Settings, store: Store, tell: Tell = silent) -> Added:
    """Keep the claims of every file under `paths`, a batch at a time.

    Raises:
        ConfigError: the archive cannot be written.
    """
    names, missed = inputs(paths, settings)
    failures = list(missed)
    files = articles = claims = 0
    batch: list[Entry] = []
    for at, found in enumerate(_kept(names, settings, store)):
        tell(at, len(names), names[at])
        if isinstance(found, Failure):
            failures.append(found)
            continue
        files, articles, claims = files + 1, articles + len(found), claims + sum(len(e.rows) for e in found)
        batch += found
        if sum(len(entry.rows) for entry in batch) >= _BATCH or len(batch) >= _FILES:
            store.add(batch)
            batch = []
    if batch:
        store.add(batch)
    if articles:
        store.settle()
    if settings.cache:
        cache.tidy()
    return Added(files, articles, claims, tuple(failures))


def audit(store: Store, settings: Settings) -> Report:
    """The conflicts among the articles of an archive.

    Raises:
        ConfigError: the archive cannot be read.
    """
    rules = chosen(loaded(settings), settings)
    claims = store.count()
    jobs = settings.jobs or (min(os.cpu_count() or 1, 8) if claims > _WORTH else 1)
    parts = max(jobs, -(-claims // _PART))
    work = partial(_audited, store=store, rules=tuple(rules), parts=parts)
    found: list[Finding] = []
    failures: list[Failure] = []
    for answer in _answers([str(part) for part in range(parts)], work, jobs):
        if isinstance(answer, Failure):
            failures.append(answer)
        else:
            found += answer
    found.sort(key=lambda one: (one.marks[0].place.path, one.marks[0].place.start, one.rule))
    notes = tuple(RuleNote(rule.name, rule.title, rule.why, rule.severity) for rule in rules)
    return Report(findings=tuple(found), failures=tuple(failures), rules=notes)


def remove(store: Store, paths: Sequence[str]) -> int:
    """Forget the files named, and all files below the folders named; how many articles."""
    named = {kept_name(path, store.path) for path in paths}
    below = tuple(f"{name.rstrip('/')}/" for name in named)
    kept = {one.known.path for one in store.articles()}
    return store.remove(path for path in kept if path in named or path.startswith(below))


def listed(store: Store) -> list[dict[str, object]]:
    """One row for each article of an archive."""
    return [
        {
            "path": shown_name(one.known.path, store.path),
            "title": one.known.title,
            "published": one.known.published,
            "place": one.known.place,
            "claims": one.claims,
        }
        for one in store.articles()
    ]


def _kept(names: Sequence[str], settings: Settings, store: Store) -> Iterator[list[Entry] | Failure]:
    work = partial(_entries, settings=settings, store=store)
    jobs = processes(names, settings)
    if jobs > 1:
        from factcheck.pipeline.workers import in_processes  # noqa: PLC0415  (most runs need no processes)

        yield from in_processes(names, work, jobs, settings.time_limit)
    else:
        yield from map(work, names)


def _entries(name: str, settings: Settings, store: Store) -> list[Entry] | Failure:
    found = opened(name, settings)
    if isinstance(found, Failure):
        return found
    return entries(found.document, found.readings, kept_name(name, store.path))


def _answers(
    names: Sequence[str], work: partial[list[Finding]], jobs: int
) -> Iterator[list[Finding] | Failure]:
    if jobs > 1:
        from factcheck.pipeline.workers import in_processes  # noqa: PLC0415  (small archives need no processes)

        yield from in_processes(names, work, jobs, 0)
    else:
        yield from map(work, names)


def _audited(part: str, store: Store, rules: tuple[Rule, ...], parts: int) -> list[Finding]:
    return audited(store, rules, int(part), parts)
