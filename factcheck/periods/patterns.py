"""Every piece of a date as two compiled patterns, and a cheap one that finds where one may begin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from functools import cache
from string import digits

from factcheck.patterns import compiled
from factcheck.periods import clock, days, eras, months, names, quarters, stretches, weeks, years
from factcheck.periods.piece import NUMERALS, Piece
from factcheck.records import dataclass

_AFTER_NUMERAL = (
    r"\s?(?:[年月日号季时点世财]|个[半多]?[月星季]|天[以之前后]|周[以之前后]|[—–―~～〜\-－至到]{1,3}\s?[0-9一二三四五六七八九十首]"
    r"|(?:、\s?第?[0-9一二三四五六七八九十]{1,2}){1,6}[月季]|(?:[、和]\s?[12][0-9]{3}){1,6}\s?年)"
)
_AFTER_DIGITS = rf"[0-9]{{0,3}}(?:{_AFTER_NUMERAL}|[:：][0-9]{{2}}|/[0-9])|[0-9]{{3}}(?:[. ][0-9]|[QH][1-4])"
_AFTER_HANZI = rf"[{NUMERALS}0-9]{{0,4}}(?:{_AFTER_NUMERAL}|期间|规划|以来|收官|开局|末)"


@dataclass(frozen=True, slots=True)
class Patterns:
    """What the scanner needs.

    Attributes:
        starts: finds the first character of anything that may be a piece; `n` is set for a numeral.
        numeral: the pieces that begin with a numeral; `lastgroup` names the kind after `k_`.
        word: the pieces that begin with a word or a sign.
        pairs: the two characters that one of these may begin with, if no blank parts them, and the names
            of those that do.
        kinds: the pieces by name.
        opened: the pieces that begin with some two characters, as far as they were asked for.
    """

    starts: re.Pattern[str]
    numeral: re.Pattern[str]
    word: re.Pattern[str]
    pairs: dict[str, tuple[str, ...]]
    kinds: dict[str, Piece]
    opened: dict[str, re.Pattern[str]] = field(default_factory=dict)

    def opening(self, pair: str) -> re.Pattern[str]:
        """The pieces that begin with the two characters `pair`."""
        found = self.opened.get(pair)
        if found is None:
            found = self.opened[pair] = _any_of({name: self.kinds[name] for name in self.pairs[pair]})
        return found


@cache
def patterns() -> Patterns:
    """The compiled patterns; about 20 ms the first time."""
    kinds = {
        **names.lunar(),  # 九月初九 before 九月; the others from the most frequent to the rarest
        **eras.pieces(),
        **years.pieces(),
        **quarters.pieces(),
        **months.pieces(),
        **days.pieces(),
        **weeks.pieces(),
        **stretches.pieces(),
        **clock.pieces(),
        **names.pieces(),
    }
    opens = {name: piece.opens.split(" ") for name, piece in kinds.items()}
    numeral = {name: kinds[name] for name in kinds if "#" in opens[name]}
    word = {name: kinds[name] for name in kinds if opens[name] != ["#"]}
    pairs: dict[str, tuple[str, ...]] = {}
    for name in kinds:
        for pair in filter(_is_pair, opens[name]):
            pairs[pair] = (*pairs.get(pair, ()), name)
    return Patterns(_starts(opens), _any_of(numeral), _any_of(word), pairs, kinds)


def _is_pair(opens: str) -> bool:
    """Whether a piece opens with two characters that are known, not with a numeral."""
    return len(opens) > 1


def _any_of(kinds: dict[str, Piece]) -> re.Pattern[str]:
    return compiled("|".join(f"(?P<k_{name}>{piece.pattern})" for name, piece in kinds.items()))


def _starts(opens: dict[str, list[str]]) -> re.Pattern[str]:
    """One character that may open a piece, with a look at what comes next."""
    seconds: dict[str, set[str]] = {}
    for pair in (pair for pairs in opens.values() for pair in filter(_is_pair, pairs)):
        seconds.setdefault(pair[0], set()).add(pair[1])
    alike: dict[tuple[bool, bool], list[str]] = {}  # signs, and characters that only one may follow
    for first, after in sorted(seconds.items()):
        alike.setdefault((first.isalnum(), len(after) == 1), []).append(first)
    words = "|".join(
        rf"(?<={_one_of(firsts)})(?=\s|{_one_of(set().union(*[seconds[first] for first in firsts]))})"
        for firsts in alike.values()
    )
    return compiled(
        f"{_one_of({*seconds, *NUMERALS, *digits})}(?:"
        rf"(?P<n>(?<=[0-9])(?<![0-9].)(?={_AFTER_DIGITS})"
        rf"|(?<=[{NUMERALS}])(?:(?<=月.)|(?={_AFTER_HANZI})))"
        rf"|{words})"
    )


def _one_of(signs: Iterable[str]) -> str:
    return "[" + "".join(map(re.escape, sorted(signs))) + "]"
