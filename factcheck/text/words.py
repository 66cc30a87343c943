"""Words and their parts of speech: the only module that knows jieba.

jieba's own dictionary cache is a predictable file in the shared temporary folder that is fed to
`marshal`; ours is a plain text file of the most frequent words in the user's cache folder, and the
package is imported with its slow dependency hidden. Unknown words are not guessed (no HMM): the
guesses glue function words to nouns.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

_KEPT = 120_000
_MEMO = 50_000


@dataclass(slots=True, eq=False)
class Cutter:
    """A dictionary segmenter with a memo of the windows it has cut."""

    tokenizer: Any
    tags: dict[str, str]
    memo: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def cut(self, window: str) -> tuple[tuple[str, str], ...]:
        """The words of `window` with their parts of speech (jieba's tags; `x` when unknown)."""
        found = self.memo.get(window)
        if found is None:
            cut = self.tokenizer.cut(window, HMM=False)
            found = tuple((word, self.tags.get(word, "x")) for word in cut)
            if len(self.memo) < _MEMO:
                self.memo[window] = found
        return found


@cache
def cutter() -> Cutter:
    """The segmenter, its dictionary loaded on first use."""
    jieba = _jieba()
    tokenizer = jieba.Tokenizer()
    frequencies, tags, total = _dictionary(Path(str(jieba.__file__)).parent / "dict.txt")
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequencies, total, True
    return Cutter(tokenizer, tags)


def _jieba() -> Any:
    """jieba, imported without `pkg_resources`, which it hardly uses and which is slow to load."""
    hidden = "pkg_resources" not in sys.modules
    if hidden:
        sys.modules["pkg_resources"] = ModuleType("pkg_resources")
    try:
        import jieba  # noqa: PLC0415  # heavy: only when a word is first cut
    finally:
        if hidden:
            del sys.modules["pkg_resources"]
    return jieba


def _dictionary(source: Path) -> tuple[dict[str, int], dict[str, str], int]:
    """Frequencies (with all prefixes, as jieba wants them), tags, and the sum of frequencies."""
    frequencies: dict[str, int] = {}
    tags: dict[str, str] = {}
    total = 0
    for line in _frequent(source).splitlines():
        word, count, tag = line.split(" ")
        frequencies[word] = int(count)
        tags[word] = tag
        total += int(count)
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    return frequencies, tags, total


def _frequent(source: Path) -> str:
    """The most frequent entries of jieba's dictionary, from the cache when it is there."""
    kept = _folder() / f"words-{_KEPT}-{source.stat().st_size}.txt"
    try:
        return kept.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        pass
    lines = [line for line in source.read_text(encoding="utf-8").splitlines() if line.count(" ") == 2]
    lines.sort(key=lambda line: -int(line.split(" ")[1]))
    text = "\n".join(lines[:_KEPT])
    _keep(kept, text)
    return text


def _keep(path: Path, text: str) -> None:
    """Write the cache file whole or not at all; a folder that cannot be written is no harm."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError:
        return


def _folder() -> Path:
    """The user's cache folder for this tool."""
    home = os.environ.get("FACTCHECK_CACHE_DIR") or os.environ.get("XDG_CACHE_HOME")
    base = Path(home) if home else Path.home() / ".cache"
    return base / "factcheck"


