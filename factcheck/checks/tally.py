"""Votes and matches against their number: 51 for, 2 against, 6 abstaining make no 58."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import with_last
from factcheck.checks.parts.told import Told, told
from factcheck.checks.parts.within import figures_within
from factcheck.model import Claim, Figure, Reading, Span
from factcheck.patterns import compiled

_NONE_DID_NOT = compiled("(?:没有|无)[^，。；]{0,5}(?:未|缺席|弃)[^，。；]{0,6}")  # 没有代表未按表决器
_NOT = ("不", "未", "没", "非")
_NEAR = 8  # characters between 出席 and how many there were


def check(
    subject: Sequence[Claim],
    reading: Reading,
    *,
    sets: tuple[str, ...] = (),
    wholes: tuple[str, ...] = (),
    present: tuple[str, ...] = (),
    missing: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Every sentence with all members of one of the `sets` and, before them, what they make together.

    A member is a word, or one of some parted by strokes, right before its number (赞成51票), right behind
    it (51票赞成) or its unit (10胜); `wholes` are the units of the whole, which stands behind a word of
    `present` where there is more than one; nothing where one of the words `missing` says that some are
    not counted.
    """
    for one in sets:
        members = [tuple(member.split("|")) for member in one.split()]
        for here in told(reading, (), members[0]):
            parts = [_member(here, member) for member in members]
            known = [part for part in parts if part is not None]
            text = _NONE_DID_NOT.sub("", here.text)
            if len(known) < len(parts) or any(word in text for word in missing):
                continue
            whole = _whole(here, known, wholes, present)
            yield from _judged(
                known, whole or _said_before(here, known, reading, present), most=whole is None
            )


def _member(here: Told, names: tuple[str, ...]) -> Figure | None:
    behind = [one for one in here.figures if here.right(one).lstrip("的").startswith(names)]
    found = behind or [one for one in here.figures if _called(here, one, names)]
    return found[0] if len(found) == 1 and found[0].value is not None else None


def _called(here: Told, figure: Figure, names: tuple[str, ...]) -> bool:
    left = here.left(figure).rstrip("的了得：: ")
    counted = figure.unit is not None and figure.unit.name in names
    left = left.removesuffix("票")
    said = next((name for name in names if left.endswith(name)), None)
    return counted or (said is not None and not left.removesuffix(said).endswith(_NOT))


def _whole(
    here: Told, parts: Sequence[Figure], wholes: tuple[str, ...], present: tuple[str, ...]
) -> Figure | None:
    """What the parts make: the one figure before them in such a unit, or the one of those who were there."""
    start = min(part.span.start for part in parts)
    named = [
        one
        for one in here.figures
        if one.span.end <= start and one.unit is not None and one.unit.name in wholes
    ]
    there = [one for one in named if any(word in here.left(one)[-_NEAR:] for word in present)]
    found = named if len(named) == 1 else there
    return found[0] if len(found) == 1 and found[0].value is not None else None


def _said_before(
    here: Told, parts: Sequence[Figure], reading: Reading, present: tuple[str, ...]
) -> Figure | None:
    """How many were there (实到301名), told in the sentence before."""
    text, dimension = reading.article.text, parts[0].unit.dimension if parts[0].unit is not None else None
    start = with_last(text, here.span.start).start
    found = [
        one
        for one in figures_within(reading, Span(start, here.span.start))
        if one.unit is not None and one.unit.dimension is dimension and one.value is not None
    ]
    there = [
        one for one in found if text[max(start, one.span.start - _NEAR) : one.span.start].endswith(present)
    ]
    return there[0] if len(there) == 1 and not there[0].hedge else None


def _judged(parts: Sequence[Figure], whole: Figure | None, *, most: bool) -> Iterator[Judgement]:
    """The parts against their whole; `most`: some who were there may have done nothing."""
    if whole is None or whole.value is None:
        return
    total = sum(part.value for part in parts if part.value is not None)
    spots = Spot("whole", whole.span), *(Spot("part", part.span) for part in parts)
    text = " + ".join(part.text for part in parts)
    if total == whole.value:
        yield held(*spots, equation=f"{whole.text} = {text}")
    elif not most or total > whole.value:
        yield conflict(*spots, equation=f"{whole.text} ≠ {text}", sum=str(total))
