"""Paths as they were given into the files to read.

A folder means every file under it that some module reads, in order of name, as `.gitignore` allows.
A symbolic link is followed only to a file inside the folder that was named, so that a tree of
documents from elsewhere cannot point out of itself.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.model import Failure
from factcheck.readers.ignoring import Patterns, patterns
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class _Walk:
    """What holds for one folder that was named."""

    root: Path
    suffixes: frozenset[str]
    exclude: Patterns


def inputs(
    paths: Sequence[str | Path], exclude: Sequence[str] = ()
) -> tuple[tuple[Path, ...], tuple[Failure, ...]]:
    """The files under `paths`, each once and in order, and a failure for every path without any.

    `exclude` holds patterns written as in `.gitignore`; they and `.gitignore` files apply to what is
    found in folders, never to a file that is named itself.
    """
    files: dict[Path, None] = {}
    failures: list[Failure] = []
    for path in map(Path, paths):
        folder = os.path.isdir(path)  # noqa: PTH112  (never raises, whatever the name)
        found = tuple(_under(path, exclude)) if folder else (path,)
        if not found:
            failures.append(Failure(str(path), "文件夹里没有可读的文件，请检查路径，或直接给出文件名"))
        elif not os.path.lexists(found[0]):
            failures.append(Failure(str(path), "没有这个文件，请检查路径"))
        else:
            files.update(dict.fromkeys(found))
    return tuple(files), tuple(failures)


def _under(root: Path, exclude: Sequence[str]) -> Iterator[Path]:
    from factcheck.readers.formats import suffixes  # noqa: PLC0415  (formats imports the package)

    base = root.resolve()
    walk = _Walk(base, frozenset(suffixes()), patterns(exclude, base))
    inherited = tuple(_gitignores_above(base))
    for path in _walked(base, walk, inherited):
        yield root / path.relative_to(base)


def _gitignores_above(folder: Path) -> Iterator[Patterns]:
    """The `.gitignore` files that hold for `folder` from above, up to the root of its repository."""
    if (folder / ".git").exists():
        return
    for parent in folder.parents:
        yield _gitignore(parent)
        if (parent / ".git").exists():
            return


def _gitignore(folder: Path) -> Patterns:
    try:
        lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
    except OSError:
        lines = []
    return patterns(lines, folder)


def _walked(folder: Path, walk: _Walk, inherited: tuple[Patterns, ...]) -> Iterator[Path]:
    """Readable files under `folder`, depth first; an explicit stack, as trees may be deep."""
    stack = [(folder, inherited)]
    while stack:
        here, above = stack.pop()
        if here.is_dir() and not here.is_symlink():
            rules = (_gitignore(here), *above)
            stack += [(child, rules) for child in reversed(_children(here, walk, rules))]
        elif here.suffix.lower() in walk.suffixes and _inside(here, walk.root):
            yield here


def _children(folder: Path, walk: _Walk, rules: tuple[Patterns, ...]) -> list[Path]:
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError:
        return []
    paths = (folder / name for name in names if not name.startswith((".", "~$")))
    return [path for path in paths if not _ignored(path, (walk.exclude, *rules))]


def _ignored(path: Path, rules: tuple[Patterns, ...]) -> bool:
    """The nearest pattern file that says anything about `path` decides."""
    verdicts = (rule.verdict(path, folder=path.is_dir()) for rule in rules)
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _inside(path: Path, root: Path) -> bool:
    if not path.is_symlink():
        return True
    target = Path(os.path.realpath(path))
    return target.is_file() and target.is_relative_to(root)
