"""What was found last, as many rules in a row ask the same of one article."""

from __future__ import annotations

from collections.abc import Callable
from operator import is_
from typing import Generic, TypeVar

from factcheck.records import dataclass

Found = TypeVar("Found")


@dataclass(slots=True, eq=False)
class Last(Generic[Found]):
    """The last question and its answer; nothing older is held."""

    known: tuple[tuple[object, ...], Found] | None = None

    def of(self, *asked: object, find: Callable[[], Found]) -> Found:
        """What was found in `asked`, which are the very objects of the last time; else what is found now."""
        if self.known is None or not all(map(is_, self.known[0], asked)):
            self.known = asked, find()
        return self.known[1]
