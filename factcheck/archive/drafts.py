"""Two versions of an article: which figure became which, which are new, which are gone.

Sentences are aligned with their figures blanked out, so that a changed number does not make a
changed sentence; what was moved or rewritten is matched by what it claims.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.model import Article, Claim, Figure, Reading

_SLOT = "\uffff"
_STOPS = "。！？；\n"


@dataclass(frozen=True, slots=True)
class Said:
    """A figure where it stands, with the claim it belongs to (`None` when it was not understood)."""

    article: Article
    figure: Figure
    claim: Claim | None

    @property
    def value(self) -> Hashable:
        """What must be equal for the figure to count as unchanged."""
        unit = self.figure.unit
        return self.figure.value, self.figure.interval, unit.base if unit else "", unit.scale if unit else 1


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of the old version and the one it became; `None` where there is none."""

    old: Said | None
    new: Said | None

    @property
    def kind(self) -> str:
        """`same`, `changed`, `appeared` or `vanished`."""
        if self.old is None:
            return "appeared"
        if self.new is None:
            return "vanished"
        return "same" if self.old.value == self.new.value else "changed"


def changes(old: Sequence[Reading], new: Sequence[Reading]) -> tuple[Change, ...]:
    """Every figure of both versions, paired as far as it goes, in the order of the new one."""
    before, after = list(_said(old)), list(_said(new))
    pairs = dict(_aligned(_sentences(old, before), _sentences(new, after)))
    left = [one for one in range(len(before)) if one not in pairs]
    taken = set(pairs.values())
    free = [one for one in range(len(after)) if one not in taken]
    pairs.update(_moved(before, left, after, free))
    partner = {there: here for here, there in pairs.items()}
    found = [Change(before[partner[at]] if at in partner else None, one) for at, one in enumerate(after)]
    gone = [Change(one, None) for at, one in enumerate(before) if at not in pairs]
    return (*found, *gone)


def _said(readings: Sequence[Reading]) -> Iterator[Said]:
    for reading in readings:
        claims: dict[int, Claim] = {}
        for claim in reading.claims:
            for figure in claim.figures:
                if not claim.alternative:
                    claims.setdefault(figure.span.start, claim)
        for figure in reading.figures:
            if figure.kind.countable:
                yield Said(reading.article, figure, claims.get(figure.span.start))


def _sentences(readings: Sequence[Reading], said: Sequence[Said]) -> list[str]:
    """The sentences of all articles, a slot for each figure."""
    found: list[str] = []
    for reading in readings:
        text, at, parts = reading.article.text, 0, []
        for one in (one for one in said if one.article is reading.article):
            parts += [text[at : one.figure.span.start], _SLOT]
            at = one.figure.span.end
        parts.append(text[at:])
        found += _split("".join(parts))
    return found


def _split(text: str) -> Iterator[str]:
    start = 0
    for at, character in enumerate(text):
        if character in _STOPS:
            yield text[start : at + 1]
            start = at + 1
    if start < len(text):
        yield text[start:]


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of figures, by number, that fill the same slot."""
    first, second = _numbers(old), _numbers(new)
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(_between(first, i, j), _between(second, k, m), strict=True)
        elif tag == "replace":
            yield from _in_words("".join(old[i:j]), "".join(new[k:m]), first[i], second[k])


def _in_words(old: str, new: str, first: int, second: int) -> Iterator[tuple[int, int]]:
    """The same within stretches that were rewritten, word by word."""
    for i, k, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        here, there = first + old.count(_SLOT, 0, i), second + new.count(_SLOT, 0, k)
        if size < 2:
            continue
        yield from ((here + at, there + at) for at in range(old.count(_SLOT, i, i + size)))


def _numbers(sentences: Sequence[str]) -> list[int]:
    """How many figures stand before each sentence, and before the end."""
    numbers = [0]
    for sentence in sentences:
        numbers.append(numbers[-1] + sentence.count(_SLOT))
    return numbers


def _between(numbers: Sequence[int], start: int, end: int) -> range:
    return range(numbers[start], numbers[end])


def _moved(
    before: Sequence[Said], left: Sequence[int], after: Sequence[Said], free: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs among what is left, by what is claimed."""
    waiting: dict[Hashable, list[int]] = {}
    for there in free:
        waiting.setdefault(_claimed(after[there]), []).append(there)
    for here in left:
        partners = waiting.get(_claimed(before[here]), []) if before[here].claim is not None else []
        if partners:
            yield here, partners.pop(0)


def _claimed(said: Said) -> Hashable:
    if said.claim is None or "#" in str(said.claim.quantity):
        return None
    return said.claim.quantity, said.figure.unit.base if said.figure.unit else ""
