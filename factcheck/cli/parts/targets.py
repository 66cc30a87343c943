"""Which format goes where.

--format json                                    json on stdout
--format json --output a.json                    json into a.json
--format json --output a.json --format html --output b.html      each into its own
--output html:b.html                             the same, said in one word
--output b.html                                  by the suffix
--format html --output 目录/                      one file per article
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from factcheck.config.values import nearest
from factcheck.errors import ConfigError
from factcheck.records import dataclass
from factcheck.reports import formats

_SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".sarif": "sarif",
    ".md": "markdown",
    ".docx": "docx",
    ".xml": "junit",
    ".txt": "concise",
}


_ELSEWHERE = {  # what other linters call it
    **dict.fromkeys(("full", "pretty", "grouped", "stylish", "terminal"), "rich"),
    **dict.fromkeys(("text", "line", "compact", "unix", "pylint", "azure", "short"), "concise"),
    **dict.fromkeys(("ndjson", "json-lines", "jsonlines"), "jsonl"),
    **{"codeclimate": "gitlab", "xml": "junit", "md": "markdown", "word": "docx", "htm": "html"},
}


@dataclass(frozen=True, slots=True)
class Target:
    """A format and where it goes; `path` is `None` for stdout."""

    format: str
    path: Path | None = None
    each: bool = False


def targets(names: Sequence[str], outputs: Sequence[str], default: str) -> tuple[Target, ...]:
    """What to write where; `default` goes to stdout when nothing is asked for.

    Raises:
        ConfigError: a format is unknown, an output has none, or two formats would go to stdout.
    """
    for name in (*names, default):
        _known(name)
    for word in outputs:
        if not word.strip() or word.removesuffix(":") in formats():
            raise ConfigError(f"--output “{word}”：没有写文件名")
    explicit = [found for word in outputs if (found := _explicit(word))]
    plain = [word for word in outputs if _explicit(word) is None]
    paired = [_target(name, word) for name, word in zip(names, plain, strict=False)]
    inferred = [_target(_inferred(word), word) for word in plain[len(names) :]]
    loose = [Target(name) for name in names[len(plain) :]]
    if len(loose) > 1:
        both = "、".join(each.format for each in loose)
        raise ConfigError(f"--format：{both} 都要打印在屏幕上；请用 --output 各给一个文件")
    return (*explicit, *paired, *inferred, *loose) or (Target(default),)


def _explicit(word: str) -> Target | None:
    name, colon, path = word.partition(":")
    return _target(name, path) if colon and path and name in formats() else None


def _target(name: str, word: str) -> Target:
    each = word.endswith(("/", os.sep)) or Path(word).is_dir()
    return Target(name, None if word == "-" else Path(word), each)


def _inferred(word: str) -> str:
    name = _SUFFIXES.get(Path(word).suffix.lower())
    if name is None:
        raise ConfigError(f"--output {word}：看不出要什么格式；请加 --format，或写成 html:{word}")
    return name


def _known(name: str) -> None:
    if name not in formats():
        other = _ELSEWHERE.get(name.lower(), name.lower())
        cure = f"是不是 {other}？" if other in formats() else nearest(name, formats())
        raise ConfigError(f"--format：没有“{name}”这种格式；{cure}")
