"""Sets the lexicon knows to be complete: 男女, 城乡, 三次产业."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from factcheck.claims.facts import root
from factcheck.claims.lexicons import known, words
from factcheck.claims.mentions import Mention
from factcheck.records import dataclass

_PAIR = 2
_NOT = ("非", "未", "不", "没")
_SERIES = tuple(
    map(
        frozenset,
        ("一二三四五六七八九十", "甲乙丙丁戊己", "东西南北中", "上中下", "前后", "内外", "大中小", "男女"),
    )
)
_NAMES_KEPT = 10_000


def known_set(parts: Sequence[Mention]) -> list[Mention]:
    """The members among `parts` that make a set the lexicon knows to be complete, largest first."""
    if _opposed(parts):
        return list(parts)
    best: list[Mention] = []
    if len(parts) < _catalogue().smallest:
        return best
    found = _hits(parts)
    for place in sorted({place for word in found for place in _catalogue().holding[word]}):
        members = known().sets[place][1]
        picked = [found[word][0] for word in members if len(found.get(word, ())) == 1]
        if len(picked) == len(members) > len(best) and len({id(m) for m in picked}) == len(picked):
            best = picked
    return best


def is_member(part: Mention) -> bool:
    """Whether a word of any set the lexicon knows names a part."""
    said = root(part).name
    return bool(_catalogue().called(said.subject, said.indicator))


def makes_up(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether a known set divides such a whole: 风电 and 太阳能 are all of 风光, and not of all 发电装机."""
    found = _hits(parts) if len(parts) >= _catalogue().smallest else {}
    for members, wholes in known().divided.items():
        if len(members) == len(parts) and all(word in found for word in members):
            named = whole.lead + root(whole).name.indicator
            return any(word in named for word in wholes) or all(word in named for word in members)
    return True


def _opposed(parts: Sequence[Mention]) -> bool:
    """国有31家、非国有17家: one name is the other with a 非 or 未 before it, and nothing is left between."""
    if len(parts) != _PAIR:
        return False
    one, other = (root(part).name.indicator for part in parts)
    for plain, negated in ((one, other), (other, one)):
        bare = negated[1:]
        named = bool(plain) and len(bare) > 1 and negated.startswith(_NOT)
        if named and (plain.startswith(bare) or bare.startswith(plain)):
            return True
    return False


def in_series(parts: Sequence[Mention], whole: Mention | None = None) -> bool:
    """一期、二期; 东区、西区: names alike but for one character of a series, no two of which overlap.

    The whole, if given, must be no member of it: 西港91万吨，东港86万吨; 西港最大，为91万吨，东港86万吨.
    """
    names = [root(part).name.indicator for part in parts]
    if len(names) < _PAIR or len({len(name) for name in names}) > 1:
        return False
    apart = [place for place, chars in enumerate(zip(*names, strict=True)) if len(set(chars)) > 1]
    told = {name[apart[0]] for name in names} if len(apart) == 1 else set()
    series = next((one for one in _SERIES if told <= one), None) if len(told) == len(names) else None
    if series is None or whole is None:
        return series is not None
    named = root(whole).name.indicator
    return bool(named or not whole.where[2]) and named[apart[0] : apart[0] + 1] not in series


def set_name(parts: Sequence[Mention]) -> str:
    """The name of the set the parts make, empty when none."""
    if len(parts) < _catalogue().smallest:
        return ""
    found = _hits(parts)
    for place in sorted({place for word in found for place in _catalogue().holding[word]}):
        name, members = known().sets[place]
        if len(members) == len(parts) and all(len(found.get(word, ())) == 1 for word in members):
            return name
    return ""


def _hits(parts: Sequence[Mention]) -> dict[str, list[Mention]]:
    """The parts by the set words that name them, at the start or the end of their names."""
    called = _catalogue().called
    found: dict[str, list[Mention]] = {}
    for part in parts:
        said = root(part).name
        for word in called(said.subject, said.indicator):
            found.setdefault(word, []).append(part)
    return found


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """The known sets by their words.

    Attributes:
        holding: the places in `known().sets` of the sets that hold a word.
        smallest: how many members the smallest set has.
        called: the set words that a name, by subject and indicator, starts or ends with.
    """

    holding: dict[str, list[int]]
    smallest: int
    called: Callable[[str, str], frozenset[str]]


@cache
def _catalogue() -> _Catalogue:
    holding: dict[str, list[int]] = {}
    for place, (_, members) in enumerate(known().sets):
        for word in members:
            holding.setdefault(word, []).append(place)
    smallest = min(len(members) for _, members in known().sets)
    return _Catalogue(holding, smallest, _calling(frozenset(holding)))


def _calling(set_words: frozenset[str]) -> Callable[[str, str], frozenset[str]]:
    """What tells which of `set_words` a name starts or ends with; it remembers its last answers."""
    lengths = sorted({len(word) for word in set_words})

    def called(subject: str, indicator: str) -> frozenset[str]:
        full = indicator if subject in words().places.values() else subject + indicator
        full = full.removeprefix("人均").removeprefix("其中")
        living = full.removeprefix("居住在")
        starts = {start[:length] for start in (full, living) for length in lengths}
        ends = {full[-length:] for length in lengths} - {"税收"}
        if not full.startswith("税收"):
            starts.discard("税收")
        return set_words & (starts | ends)

    return lru_cache(_NAMES_KEPT)(called)
