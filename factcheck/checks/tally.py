"""Votes and matches against their number: 51 for, 2 against, 6 abstaining make no 58."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.told import Told, told
from factcheck.model import Claim, Figure, Reading


def check(
    subject: Sequence[Claim],
    reading: Reading,
    *,
    sets: tuple[str, ...] = (),
    wholes: tuple[str, ...] = (),
    missing: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Every sentence with all members of one of the `sets` and, before them, what they make together.

    A member is a word right before its number (赞成51票) or its unit (10胜); `wholes` are the units
    of the whole; nothing where one of the words `missing` says that some are not counted.
    """
    for one in sets:
        members = one.split()
        for here in told(reading, (), (members[0],)):
            parts = [_member(here, member) for member in members]
            known = [part for part in parts if part is not None]
            if len(known) == len(parts) and not any(word in here.text for word in missing):
                yield from _judged(here, known, wholes)


def _member(here: Told, name: str) -> Figure | None:
    found = [one for one in here.figures if _called(here, one, name)]
    return found[0] if len(found) == 1 and found[0].value is not None else None


def _called(here: Told, figure: Figure, name: str) -> bool:
    left = here.left(figure).rstrip("的了得：: ")
    return (figure.unit is not None and figure.unit.name == name) or left.endswith((name, name + "票"))


def _judged(here: Told, parts: Sequence[Figure], wholes: tuple[str, ...]) -> Iterator[Judgement]:
    start = min(part.span.start for part in parts)
    before = [one for one in here.figures if one.span.end <= start and one.unit is not None]
    named = [
        one for one in before if one.unit is not None and one.unit.name in wholes and one.value is not None
    ]
    if len(named) != 1:
        return
    whole = named[0]
    total = sum(part.value for part in parts if part.value is not None)
    spots = Spot("whole", whole.span), *(Spot("part", part.span) for part in parts)
    text = " + ".join(part.text for part in parts)
    if total == whole.value:
        yield held(*spots, equation=f"{whole.text} = {text}")
    else:
        yield conflict(*spots, equation=f"{whole.text} ≠ {text}", sum=str(total))
