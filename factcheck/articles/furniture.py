"""What stands around the text of a page: headlines, captions, banners, lists in a box.

Each goes to the article it shares most words with; a headline without any is a banner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import groupby

from factcheck.articles.columns import Unit
from factcheck.articles.strips import Strip
from factcheck.articles.vocabulary import Words, share, told_in, words_of
from factcheck.model import BlockKind
from factcheck.patterns import compiled
from factcheck.records import dataclass

_HEADLINES = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.BANNER})
_TOLD = 0.34
_HARDLY = 0.1
_BESIDE = 0.12
_LIST = 5
_LONGEST_ITEM = 14
_NAME = compiled(r"[\u4e00-\u9fff]{2,4}(?:[ \u3000、][\u4e00-\u9fff]{2,4}){0,4}")


@dataclass(frozen=True, slots=True, eq=False)
class Furniture:
    """A strip that is no text of an article, and the unit it stands after; -1 at the top."""

    strip: Strip
    after: int


@dataclass(slots=True, eq=False)
class _Home:
    """An article being put together."""

    units: list[Unit]
    words: Words
    banners: list[Strip] = field(default_factory=list)
    titles: list[Strip] = field(default_factory=list)
    after: dict[int, list[Strip]] = field(default_factory=dict)
    last: list[Strip] = field(default_factory=list)

    def opens_at(self, place: int) -> bool:
        """Whether the article begins with the unit of this place."""
        return self.units[0].place == place

    def strips(self) -> list[Strip]:
        """All strips in reading order."""
        body = [strip for unit in self.units for strip in (*unit.strips, *self.after.get(unit.place, ()))]
        return [*self.banners, *self.titles, *body, *self.last]


def placed(articles: Sequence[Sequence[Unit]], furniture: Sequence[Furniture]) -> list[list[Strip]]:
    """The strips of each article with its share of the furniture."""
    asked = words_of("\n".join(piece.strip.words for piece in furniture))
    homes = [_Home([*units], told_in("\n".join(unit.text for unit in units), asked)) for units in articles]
    at = {unit.place: home for home in homes for unit in home.units}
    told = [words_of(piece.strip.words) for piece in furniture if piece.strip.kind is BlockKind.CAPTION]
    stacks = list(_stacks(furniture))
    listed = _listed(stacks)
    for run in listed:
        _box(run, homes)
    taken = {id(stack) for run in listed for stack in run}
    left = [stack for stack in stacks if id(stack) not in taken]
    unclear = [stack for stack in left if not _clear(stack, homes, at, told)]
    for stack in unclear:
        _unclear(stack, homes, at)
    for piece in furniture:
        if piece.strip.kind not in _HEADLINES:
            _beside(piece, homes, at)
    for home in homes:
        _titled(home)
    return [home.strips() for home in homes]


def _stacks(furniture: Sequence[Furniture]) -> Iterator[list[Furniture]]:
    """Headlines and banners that stand together, without a blank line between them."""
    stack: list[Furniture] = []
    for piece in furniture:
        headline = piece.strip.kind in _HEADLINES
        if stack and (not headline or piece.strip.gap or piece.after != stack[-1].after):
            yield stack
            stack = []
        if headline:
            stack.append(piece)
    if stack:
        yield stack


def _listed(stacks: Sequence[list[Furniture]]) -> list[list[list[Furniture]]]:
    """Runs of many short lines, each by itself: a list in a box."""
    found: list[list[list[Furniture]]] = []
    for short, run in groupby(enumerate(stacks), key=lambda numbered: _short(numbered[1])):
        places = [place for place, _ in run]
        if short and len(places) >= _LIST:
            found.append([*stacks[places[0] : places[-1] + 1]])
    return found


def _short(stack: Sequence[Furniture]) -> bool:
    return len(stack) == 1 and len(stack[0].strip.words) <= _LONGEST_ITEM and not stack[0].strip.level


def _box(run: Sequence[list[Furniture]], homes: Sequence[_Home]) -> None:
    """Give a list to the article it speaks of; lines before its first named item are its heading."""
    strips = [piece.strip for stack in run for piece in stack]
    home = max(homes, key=lambda one: share(words_of("\n".join(strip.words for strip in strips)), one.words))
    text = "\n".join(unit.text for unit in home.units)
    named = [index for index, strip in enumerate(strips) if _names(strip.words) and strip.words in text]
    first = named[0] if named and named[0] <= 3 else 1
    for index, strip in enumerate(strips):
        kind = BlockKind.HEADING if index < first else BlockKind.ITEM
        home.last.append(replace(strip, kind=kind))


def _names(words: str) -> bool:
    return len(words) > 2 and not words.isdecimal()


def _clear(
    stack: Sequence[Furniture], homes: Sequence[_Home], at: dict[int, _Home], told: Sequence[Words]
) -> bool:
    """Place a headline whose words or whose place say where it belongs; whether that was so."""
    words = words_of("\n".join(piece.strip.words for piece in stack))
    before, behind = at.get(stack[0].after), at.get(stack[0].after + 1)
    best = max(homes, key=lambda home: share(words, home.words) + _BESIDE * (home in (before, behind)))
    fit = share(words, best.words)
    strips = [piece.strip for piece in stack]
    if any(strip.kind is BlockKind.BANNER for strip in strips):
        (best if fit > _TOLD else behind or best).banners += _as(BlockKind.BANNER, strips)
    elif max((share(words, other) for other in told), default=0.0) > max(fit, _TOLD):
        (before or best).after.setdefault(stack[0].after, []).extend(_as(BlockKind.CAPTION, strips))
    elif before is behind and best is before and not _interrupts(stack[0], best):
        best.after.setdefault(stack[0].after, []).extend(strips)
    elif fit > _TOLD:
        best.titles += strips
    else:
        return False
    return True


def _interrupts(piece: Furniture, home: _Home) -> bool:
    """Whether a headline stands in the middle of a sentence."""
    return any(unit.place == piece.after and unit.strips[-1].open for unit in home.units)


def _unclear(stack: Sequence[Furniture], homes: Sequence[_Home], at: dict[int, _Home]) -> None:
    """A headline that shares few words: the title of an article without one, else a heading or a banner."""
    strips = [piece.strip for piece in stack]
    place = stack[0].after
    before, behind = at.get(place), at.get(place + 1)
    if before is not None and len(strips) == 1 and _NAME.fullmatch(strips[0].words):
        before.after.setdefault(place, []).extend(_as(BlockKind.BYLINE, strips))
        return
    home = _lacking(strips, [home for home in homes if not home.titles], (before, behind))
    if home is not None:
        home.titles += strips
    elif before is None or (behind is not None and behind.opens_at(place + 1)):
        (behind or homes[0]).banners += _as(BlockKind.BANNER, strips)
    else:
        before.after.setdefault(place, []).extend(strips)


def _lacking(
    strips: Sequence[Strip], homes: Sequence[_Home], near: tuple[_Home | None, _Home | None]
) -> _Home | None:
    """The article without a title that this can be the title of."""
    words = words_of("\n".join(strip.words for strip in strips))
    fits = [(share(words, home.words) + _BESIDE * (home in near), index) for index, home in enumerate(homes)]
    best, index = max(fits, default=(0.0, 0))
    return homes[index] if best > _HARDLY else None


def _as(kind: BlockKind, strips: Sequence[Strip]) -> list[Strip]:
    return [replace(strip, kind=kind) for strip in strips]


def _beside(piece: Furniture, homes: Sequence[_Home], at: dict[int, _Home]) -> None:
    """A caption, a byline or a page mark: to the article a caption speaks of, else to its neighbour."""
    near = at.get(piece.after) or at[0]
    home = near
    if piece.strip.kind is BlockKind.CAPTION:
        words = words_of(piece.strip.words)
        best = max(homes, key=lambda one: share(words, one.words))
        home = best if share(words, best.words) > share(words, near.words) + _BESIDE else near
    if home is near and piece.after >= 0:
        home.after.setdefault(piece.after, []).append(piece.strip)
    else:
        home.last.append(piece.strip)


def _titled(home: _Home) -> None:
    """Of the headlines of an article, those of the highest level are its title."""
    if not home.titles and home.banners:
        home.titles, home.banners = home.banners[-1:], home.banners[:-1]
    levels = [strip.level or 7 for strip in home.titles]
    home.titles = [
        replace(strip, kind=BlockKind.TITLE if level == min(levels) else BlockKind.HEADING)
        for strip, level in zip(home.titles, levels, strict=True)
    ]
