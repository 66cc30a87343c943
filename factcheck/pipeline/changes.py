"""Only what changed: findings of which at least one figure lies on a changed line.

A check ties figures that may stand far apart: whoever changes the total breaks the sum three
paragraphs up. So any mark on a changed line counts, not the suspect's alone.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from factcheck.errors import ConfigError
from factcheck.model import Document, Finding, Place, Report, Silenced, Silencer
from factcheck.patterns import compiled

Lines = Mapping[Path, frozenset[int] | None]
"""Changed lines of files by their resolved paths; `None` for a file that is new or not text."""

_HUNK = compiled(r"@@ -\d+(?:,\d+)? \+(?P<start>\d+)(?:,(?P<length>\d+))? @@")
_BINARY = compiled(r"Binary files .* and (?P<new>.+) differ")
_OCTAL = re.compile(rb"\\([0-3][0-7]{2}|.)")
_ESCAPES = {b"n": b"\n", b"t": b"\t", b"r": b"\r"}
_BY_LINE = ("txt", "md")  # formats whose text has the lines of the file


def on_changed_lines(report: Report, changed: Lines) -> Report:
    """`report` with the findings that touch no changed line set apart."""
    formats = {document.path: document for document in report.documents}
    kept: list[Finding] = []
    silenced: list[Silenced] = []
    for finding in report.findings:
        if any(_touched(mark.place, changed, formats) for mark in finding.marks):
            kept.append(finding)
        else:
            silenced.append(Silenced(finding, Silencer.UNCHANGED))
    notices = [f"另有 {len(silenced)} 处冲突不在改动的行上，没有列出"] if silenced else []
    return replace(
        report,
        findings=tuple(kept),
        silenced=(*report.silenced, *silenced),
        notices=(*report.notices, *notices),
    )


def since(base: str) -> Lines:
    """The lines that differ from where the current branch left `base`, untracked files included.

    Raises:
        ConfigError: there is no git, no repository, or no such commit.
    """
    top = Path(_git("rev-parse", "--show-toplevel").strip())
    commit = _git(
        "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}", about=base
    ).strip()
    try:
        start = _git("merge-base", commit, "HEAD").strip()
    except ConfigError:  # a shallow clone does not reach the fork
        start = commit
    options = ("--no-color", "--no-ext-diff", "--no-renames", "-U0", "--src-prefix=a/", "--dst-prefix=b/")
    changed = dict(patched(_git("diff", *options, start, "--"), top))
    untracked = _git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/")
    new = {Path(os.path.realpath(top / name)): None for name in untracked.split("\0") if name}
    return {**changed, **new}


def patched(patch: str, top: Path) -> Lines:
    """The lines a unified diff adds or changes; its paths are relative to `top`."""
    changed: dict[Path, set[int] | None] = {}
    for name, line in _added(patch):
        path = Path(os.path.realpath(top / name))
        lines = changed.setdefault(path, set())
        if line is None:
            changed[path] = None
        elif lines is not None:
            lines.add(line)
    return {path: None if lines is None else frozenset(lines) for path, lines in changed.items()}


def patch_file(file: Path) -> Lines:
    """The changed lines of the patch in `file`, whose paths are relative to the repository or to here.

    Raises:
        ConfigError: it cannot be read.
    """
    try:
        text = file.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise ConfigError(f"--diff-file {file}：读不出来（{error.strerror}）") from error
    here = Path.cwd()
    tops = [folder for folder in (here, *here.parents) if (folder / ".git").exists()]
    return {**patched(text, here), **(patched(text, tops[0]) if tops else {})}


def _added(patch: str) -> Iterator[tuple[str, int | None]]:
    """File and line number of every added line; no number for a file that is not text."""
    name, number, left = "", 0, 0
    for line in patch.split("\n"):
        if left > 0 and line[:1] in ("+", " ", ""):
            if line.startswith("+"):
                yield name, number
            number, left = number + 1, left - 1
        elif line.startswith("+++ "):
            name = _name(line[4:])
        elif hunk := _HUNK.match(line):
            number, left = int(hunk.group("start")), int(hunk.group("length") or 1)
        elif binary := _BINARY.match(line):
            yield _name(binary.group("new")), None


def _name(written: str) -> str:
    """The path in a diff header: without its prefix, time stamp and quotes."""
    name = written.partition("\t")[0].rstrip("\r")
    if name.startswith('"') and name.endswith('"'):
        raw = name[1:-1].encode("utf-8", "surrogateescape")
        name = _OCTAL.sub(_unescaped, raw).decode("utf-8", "surrogateescape")
    return name.removeprefix("b/")


def _unescaped(found: re.Match[bytes]) -> bytes:
    code = found.group(1)
    return bytes([int(code, 8)]) if len(code) == 3 else _ESCAPES.get(code, code)


def _touched(place: Place, changed: Lines, documents: Mapping[str, Document]) -> bool:
    path = Path(os.path.realpath(place.path))
    if path not in changed:
        return False
    lines = changed[path]
    if lines is None or documents[place.path].format not in _BY_LINE:
        return True
    return any(line in lines for line in range(place.line, place.line + place.text.count("\n") + 1))


def _git(*arguments: str, about: str = "") -> str:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotepath=false", *arguments],
            capture_output=True,
            check=True,
            encoding="utf-8",
            errors="surrogateescape",
        )
    except FileNotFoundError as error:
        raise ConfigError("--diff：没有装 git；可改用 --diff-file 给出补丁文件") from error
    except subprocess.CalledProcessError as error:
        said = (error.stderr or "").strip().splitlines()
        cause = f"没有“{about}”这个提交或分支" if about else (said[0] if said else "git 出错")
        raise ConfigError(f"--diff：{cause}；请在 git 仓库里运行，并给出分支或提交") from error
    return done.stdout
