"""What a single line looks like: byline, caption, note, banner, page number, headline or prose."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from factcheck.articles.strips import Strip
from factcheck.model import BlockKind

ENDS = frozenset("。！？!?；;…：:")
"""What a finished paragraph ends with, closing quotes and brackets aside."""

_CLOSING = "”’』」）)】》〉\"'"
_LONGEST_HEADLINE = 45
_NUMBERED = re.compile(
    r"(?:第?[一二三四五六七八九十百]{1,4}[、.．章节部]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d))\s*\S"
)


@dataclass(frozen=True, slots=True)
class Look:
    """What lines of one kind look like."""

    kind: BlockKind
    reason: str
    most: int
    matches: re.Pattern[str]


def recognised(strip: Strip) -> Strip:
    """The strip with its kind, when its words alone show it."""
    if strip.kind is not BlockKind.PARAGRAPH:
        return strip
    look = look_of(strip.words)
    if look is not None:
        return replace(strip, kind=look.kind, reason=look.reason)
    if headline_like(strip.words):
        return replace(strip, kind=BlockKind.HEADING)
    return strip


def look_of(words: str) -> Look | None:
    """The first kind whose look `words` have."""
    length = len(words)
    if length > _longest():
        return None
    return next((look for look in looks() if length <= look.most and look.matches.fullmatch(words)), None)


def headline_like(words: str) -> bool:
    """Whether a line could be a headline: short, and not closed like a sentence."""
    if len(words) > _LONGEST_HEADLINE:
        return False
    if _NUMBERED.match(words):
        return "。" not in words[:-1] and "，" not in words and "," not in words
    return finished(words) is False and words[-1] not in "，,、" and "。" not in words


def finished(words: str) -> bool:
    """Whether `words` end as a sentence ends."""
    bare = words.rstrip(_CLOSING + " \u3000")
    return bool(bare) and bare[-1] in ENDS


@cache
def looks() -> tuple[Look, ...]:
    """The kinds of `words.toml`, in its order."""
    source = files(__package__).joinpath("words.toml").read_text("utf-8")
    return tuple(_look(name, entry) for name, entry in tomllib.loads(source).items())


def _look(name: str, entry: dict[str, object]) -> Look:
    lines = entry["lines"]
    assert isinstance(lines, list)
    kind = BlockKind(entry.get("kind", name))
    most = entry["most"]
    assert isinstance(most, int)
    return Look(
        kind, str(entry.get("reason", "")), most, re.compile("|".join(f"(?:{line})" for line in lines))
    )


@cache
def _longest() -> int:
    return max(look.most for look in looks())
