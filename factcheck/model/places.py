"""Which of many marked places touch a given one, without comparing every pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from factcheck.model.source import Place
from factcheck.records import dataclass

Thing = TypeVar("Thing")

_BUCKET = 64


@dataclass(frozen=True, slots=True, eq=False)
class Places(Generic[Thing]):
    """Things under the stretches of files they stand at; built once by `placed`."""

    buckets: dict[tuple[str, int], list[tuple[int, int, int, Thing]]]

    def at(self, place: Place) -> list[Thing]:
        """Everything that shares a character with `place`, each once, in the order it was given."""
        found: dict[int, Thing] = {}
        for bucket in range(place.start // _BUCKET, place.end // _BUCKET + 1):
            for start, end, order, thing in self.buckets.get((place.path, bucket), ()):
                if start < place.end and place.start < end:
                    found[order] = thing
        return [found[order] for order in sorted(found)]


def placed(things: Iterable[tuple[Place, Thing]]) -> Places[Thing]:
    """A look-up over `things`."""
    buckets: dict[tuple[str, int], list[tuple[int, int, int, Thing]]] = defaultdict(list)
    for order, (place, thing) in enumerate(things):
        for bucket in range(place.start // _BUCKET, place.end // _BUCKET + 1):
            buckets[place.path, bucket].append((place.start, place.end, order, thing))
    return Places(dict(buckets))
