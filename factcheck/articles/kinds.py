"""What a single line looks like: byline, caption, note, banner, page number, headline or prose."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from factcheck import toml
from factcheck.model import BlockKind
from factcheck.patterns import compiled
from factcheck.records import dataclass

_ENDS = frozenset("。！？!?；;…：:")
_CLOSING = "”’』」）)】》〉\"' \u3000"
_LONGEST_HEADLINE = 45
_LONGEST_SECTION = 16
_NUMBERED = compiled(
    r"(?:第?[一二三四五六七八九十百]{1,4}[、.．章节部]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d))\s*\S"
)
_NUMBER = compiled(r"[一二三四五六七八九十百]{1,4}、")
_OPENING = compiled(
    r"(?:[据]?(?:本报|本网|本台|新华社|中新社|中新网|人民网|新华网|央视网|[\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|社|网))"
    r"[\u4e00-\u9fff]{0,8}(?:\d{1,2}\s?月\s?\d{1,2}\s?日)?[\u4e00-\u9fff]{0,4}"
    r"(?:讯|电|消息)(?=[\s\u3000（(：:，]|[^\u4e00-\u9fff]|记者|据|近|日前|昨|今))"
)
_PUNCTUATION = compiled(r"[，。；,]|、.{10}")


@dataclass(frozen=True, slots=True)
class Look:
    """What lines of one kind look like; `cue` is in every one of them."""

    kind: BlockKind
    reason: str
    most: int
    cue: re.Pattern[str]
    matches: re.Pattern[str]


def finished(words: str) -> bool:
    """Whether `words` end as a sentence ends."""
    return words.rstrip(_CLOSING)[-1:] in _ENDS


def numbered(words: str) -> bool:
    """Whether `words` begin with a number of a section or an item (一、 （二） 3.)."""
    return _NUMBERED.match(words) is not None


def dateline(words: str) -> bool:
    """Whether `words` begin as the report of an agency or a paper begins (本报讯, 新华社…电)."""
    return _OPENING.match(words) is not None


def prose(words: str) -> bool:
    """Whether `words` read like part of a sentence rather than a headline or a label."""
    number = _NUMBER.match(words)
    start = number.end() if number else 0
    long = len(words) - start > 9
    return len(words) > _LONGEST_HEADLINE or (long and _PUNCTUATION.search(words, start) is not None)


def look_of(words: str) -> Look | None:
    """The first kind whose look `words` have."""
    length = len(words)
    for look in looks():
        if length <= look.most and look.cue.search(words) and look.matches.fullmatch(words):
            return look
    return None


def headline_like(words: str) -> bool:
    """Whether a line could be a headline: short, and not closed like a sentence."""
    if len(words) > _LONGEST_HEADLINE:
        return False
    if numbered(words):
        if words[-1] == "。" and len(words) > _LONGEST_SECTION:
            return False
        return "。" not in words[:-1] and "，" not in words and "," not in words
    return not finished(words) and words[-1] not in "，,、" and "。" not in words


@cache
def looks() -> tuple[Look, ...]:
    """The kinds of `words.toml`, in its order."""
    source = files(__package__).joinpath("words.toml").read_text("utf-8")
    return tuple(_look(name, entry) for name, entry in toml.table(source).items())


def _look(name: str, entry: dict[str, object]) -> Look:
    lines, most = entry["lines"], entry["most"]
    assert isinstance(lines, list)
    assert isinstance(most, int)
    return Look(
        BlockKind(entry.get("kind", name)),
        str(entry.get("reason", "")),
        most,
        compiled(str(entry["cue"])),
        compiled("|".join(f"(?:{line})" for line in lines)),
    )
