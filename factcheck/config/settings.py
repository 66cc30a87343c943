"""Everything that decides what a run does, as one record."""

from __future__ import annotations

from pathlib import Path

from factcheck.model import PartialDate, Severity
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding somebody has looked at and decided not to hear, told by the words it stands on.

    Attributes:
        rule: a rule name or prefix.
        text: words of the article that hold the suspect.
        path: a glob of files; empty for all.
        reason: why, for whoever reads the configuration next.
    """

    rule: str
    text: str
    path: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides what a run does.

    Attributes:
        select: rule names or prefixes to run; empty for those that run by default.
        extend_select: rule names or prefixes to run as well.
        ignore: rule names or prefixes to leave out.
        per_file_ignores: globs of files, each with rule names or prefixes not held against them.
        severity: rule names or prefixes, each with the severity it gets instead of its own.
        fail_on: the least severity that makes a run fail; `None` when no finding does.
        rules: folders of further rules, which are data and never run code.
        exclude: globs of files to leave out, as in `.gitignore`.
        force_exclude: `exclude` holds for files that are named too.
        heed: comments in articles and `suppress` are heeded.
        suppress: findings not to be reported, told by quoted words.
        place: the place the articles speak of, when they do not say.
        published: the date the articles speak from, when they do not say.
        encoding: the encoding of the files, `None` to detect it.
        cross: claims of different files are checked against each other too.
        facts: a table of reference facts the articles are checked against.
        archive: an archive of earlier articles they are checked against.
        baseline: a file of findings that are known and not reported again.
        diff: report only what touches lines changed since this commit or branch; empty for all.
        diff_file: report only what touches lines changed by this patch.
        output_format: the format when the command line names none.
        stdin_name: what standard input is called.
        jobs: how many processes work at once; 0 leaves it to the run.
        time_limit: seconds a worker may spend on one file.
        cache: results for unchanged files may be taken from the cache.
        root: the folder that globs are relative to.
        source: the configuration file, `None` without one.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    fail_on: Severity | None = Severity.ERROR
    rules: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    heed: bool = True
    suppress: tuple[Suppression, ...] = ()
    place: str = ""
    published: PartialDate | None = None
    encoding: str | None = None
    cross: bool = True
    facts: Path | None = None
    archive: Path | None = None
    baseline: Path | None = None
    diff: str = ""
    diff_file: Path | None = None
    output_format: str = ""
    stdin_name: str = ""
    jobs: int = 0
    time_limit: int = 120
    cache: bool = True
    root: Path = Path()
    source: Path | None = None
