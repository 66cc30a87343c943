"""What a stretch of text speaks of, told by its words; the rarer a shared word, the more it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from operator import add

from factcheck.patterns import compiled
from factcheck.text.words import cutter

_HAN = compiled(r"[\u4e00-\u9fff]+")
_TOKENS = compiled(r"[A-Za-z\d](?:(?<=[A-Za-z])[0-9A-Za-z+\-]+|(?<=\d)[\d.,]{3,})")
_RUNS = compiled(rf"{_HAN.pattern}|{_TOKENS.pattern}")
_SPREAD = 0.3
_FEWEST = 3
_EVERYDAY = 8.5


Words = frozenset[int | str]
"""Pairs of neighbouring characters, each as the number that its code units make, and longer words as such."""
Weights = Mapping[str, float]


def words_of(text: str) -> Words:
    """Every pair of neighbouring Chinese characters in `text`, and every longer number or Latin word."""
    found: set[int | str] = set()
    for run in _RUNS.findall(text):
        if run[0] >= "\u4e00":
            found.update(_pairs(run))
        else:
            found.add(run)
    return frozenset(found)


def told_in(text: str, asked: Words) -> Words:
    """Which of the words `asked` for `text` has."""
    return asked.intersection([*_pairs(text), *_TOKENS.findall(text)])


def _pairs(text: str) -> list[int]:
    """Every two neighbouring characters of `text` as one number: twice as fast as joining them."""
    units = memoryview(text.encode("utf-16-le", "surrogatepass"))
    size = len(units)
    even = units[: size - size % 4].cast("I").tolist()
    return even + units[2 : size - (size - 2) % 4].cast("I").tolist() if size > 4 else even


def share(words: Words, others: Words) -> float:
    """Which part of `words` is among `others`, from 0 to 1."""
    return len(words & others) / len(words) if words else 0.0


def topics(text: str) -> dict[str, float]:
    """The words of `text` that are not everyday words, each with how rare it is in the language.

    A run of characters that the dictionary cannot cut, such as a name, counts by its pairs.
    """
    found: dict[str, float] = {}
    known = cutter()
    weights, unknown = known.dictionary.weights, known.dictionary.unknown
    unnamed = -unknown - 4
    for run in _HAN.findall(text):
        single = ""
        for word, _ in known.cut(run):
            if len(word) == 1:
                single += word
                continue
            if len(single) > 1:
                found.update(dict.fromkeys(map(add, single, single[1:]), unnamed))
            single = ""
            if word not in found:
                rare = -(weights.get(word) or unknown)
                if rare > _EVERYDAY:
                    found[word] = rare
        if len(single) > 1:
            found.update(dict.fromkeys(map(add, single, single[1:]), unnamed))
    return found


def kinship(stretches: Sequence[Weights]) -> list[dict[int, int]]:
    """The stretches before each with which it has something in common, and how much, in thousandths.

    A word found in a third of all stretches says nothing.
    """
    where: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(stretches):
        for word in words:
            where[word].append(index)
    most = max(_FEWEST, int(len(stretches) * _SPREAD))
    found: list[dict[int, int]] = [{} for _ in stretches]
    for word, places in where.items():
        if 1 < len(places) <= most:
            weight = round(1000 * (stretches[places[0]][word] - _EVERYDAY + 1))
            for before, index in combinations(places, 2):
                near = found[index]
                near[before] = near.get(before, 0) + weight
    return found
