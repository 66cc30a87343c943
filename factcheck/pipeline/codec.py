"""Records of the model as JSON and back, shared ones shared again.

Only the classes listed here can come back, built by their own constructors, so a file that somebody
tampered with can yield wrong records but never run anything. The model holds no float, which leaves
JSON's numbers with a decimal point free to mean “the record with this number”.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from factcheck import model
from factcheck.interval import Interval
from factcheck.records import Enum

_FAULTS = (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError)


def encoded(value: object) -> str:
    """`value`, made of model records, tuples, sets, numbers and text, as JSON.

    Raises:
        TypeError: it holds something else.
    """
    rows: list[list[object]] = []
    top = _encode(value, rows, {})
    return json.dumps([rows, top], ensure_ascii=False, separators=(",", ":"))


def decoded(text: str) -> Any:
    """What `encoded` was given.

    Raises:
        ValueError: `text` is not what `encoded` makes.
    """
    try:
        rows, top = json.loads(text)
        made: list[object] = []
        makers = _makers()
        for name, *values in rows:
            made.append(makers[name](*[_decode(value, made) for value in values]))
        return _decode(top, made)
    except _FAULTS as error:
        raise ValueError("not a record of this version") from error


def _encode(value: object, rows: list[list[object]], known: dict[int, tuple[float, object]]) -> object:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [_encode(each, rows, known) for each in value]
    if id(value) in known:
        return known[id(value)][0]
    row = _row(value, rows, known)
    rows.append(row)
    number = float(len(rows) - 1)
    known[id(value)] = number, value  # kept alive, or its id could be given away
    return number


def _row(value: object, rows: list[list[object]], known: dict[int, tuple[float, object]]) -> list[object]:
    name = type(value).__name__
    if name not in _makers():
        raise TypeError(f"{name} is not part of the model")
    if isinstance(value, Enum):
        return [name, value.value]
    if isinstance(value, Decimal | Fraction):
        return [name, str(value)]
    if isinstance(value, frozenset):
        return [name, *(_encode(each, rows, known) for each in sorted(value, key=repr))]
    return [name, *(_encode(getattr(value, field), rows, known) for field in _fields(type(value)))]


def _decode(value: object, made: list[object]) -> object:
    if type(value) is float:
        return made[int(value)]
    if type(value) is list:
        return tuple([_decode(each, made) for each in value])
    return value


@cache
def _makers() -> Mapping[str, Callable[..., object]]:
    """How each class that may come back is made from its values."""
    records: dict[str, Callable[..., object]] = {
        "Decimal": Decimal,
        "Fraction": Fraction,
        "frozenset": lambda *values: frozenset(values),
        "Interval": Interval,
    }
    for name in model.__all__:
        found = getattr(model, name)
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
            records[name] = found
    return records


def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)
