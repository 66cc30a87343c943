"""Records are compared, hashed, copied and sent to other processes as frozen dataclasses are."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys

import pytest

from factcheck.model import Span
from factcheck.records import Enum, dataclass


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: tuple[int, ...] = ()
    z: list[int] = dataclasses.field(default_factory=list, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Single:
    x: int


@dataclass(frozen=True, slots=True)
class Hashed:
    x: int

    def __hash__(self) -> int:
        return 7


@dataclass(slots=True)
class Open:
    x: int


class Colour(Enum):
    RED = "red"
    BLUE = "blue"

    @property
    def short(self) -> str:
        return str(self.value)[:1]


class Shade(Enum):
    RED = "red"


def test_records_are_values():
    """Equal fields make equal records with one hash; fields left out of comparison do not count."""
    assert Point(1, (2,)) == Point(1, (2,), [3])
    assert hash(Point(1, (2,))) == hash(Point(1, (2,), [3]))
    assert len({Point(1), Point(1), Point(2)}) == 2
    assert dataclasses.replace(Point(1), x=2) == Point(2)
    assert hash(Hashed(1)) == 7


def test_records_show_their_fields():
    """Those that are to be shown."""

    @dataclass(frozen=True, slots=True)
    class Half:
        x: str
        y: int = dataclasses.field(default=0, repr=False)

    assert repr(Point(1, (2,))) == "Point(x=1, y=(2,), z=[])"
    assert repr(Half("甲")).endswith("Half(x='甲')")


def test_records_without_equality_are_themselves():
    """And what may be changed has no hash."""
    one = Single(1)
    assert {one: 1}[one] == 1
    assert one != Single(1)
    with pytest.raises(TypeError):
        hash(Open(1))


def test_records_have_their_fields_only():
    """Slots: a misspelt field is an error."""
    with pytest.raises(AttributeError):
        Point(1).w = 2  # type: ignore[attr-defined]


def test_records_travel():
    """As workers send them."""
    for one in (Point(1, (2,)), Span(3, 4)):
        assert pickle.loads(pickle.dumps(one)) == one


def test_the_guard_is_there_in_development_mode():
    """Where nobody minds the time."""
    code = "from factcheck.model import Span; Span(1, 2).start = 3"
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", code], check=False, capture_output=True, text=True
    )
    assert "FrozenInstanceError" in done.stderr


def test_members_of_enums_are_found_as_ever():
    """By name, by value and in turn; each is itself alone, wherever it has been."""
    assert list(Colour) == [Colour.RED, Colour.BLUE]
    assert Colour("blue") is Colour(Colour.BLUE) is Colour.BLUE
    assert (Colour.RED.name, Colour.RED.value, Colour.RED.short) == ("RED", "red", "r")
    assert Colour.RED != Shade.RED
    assert len({*Colour, *Shade}) == len(Colour) + len(Shade) == 3
    assert isinstance(Colour.RED, Enum)
    assert isinstance(Colour.RED, Colour)
    assert pickle.loads(pickle.dumps(Colour.RED)) is copy.deepcopy(Colour.RED) is Colour.RED
    assert (repr(Colour.RED), str(Colour.RED)) == ("<Colour.RED: 'red'>", "Colour.RED")


def test_an_unknown_value_is_no_member():
    """Whatever it is."""
    for value in ("green", "RED", None, [], Shade.RED):
        with pytest.raises(ValueError, match="is not a valid Colour"):
            Colour(value)
