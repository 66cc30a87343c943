"""JSON that is harmless on a terminal too: characters it would obey are escaped, all others are kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache

_NESTED = (dict, list, tuple)
_DEEPEST = 16
# Controls, marks of direction and halves of pairs.
_OBEYED = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def as_json(value: object) -> str:
    """`value` as JSON on several lines, with a newline at the end."""
    return _harmless(_spread(value, 1)) + "\n"


def as_json_line(value: object) -> str:
    """`value` as JSON on one line, with a newline at the end."""
    return _harmless(json.dumps(value, ensure_ascii=False)) + "\n"


def _spread(value: object, depth: int) -> str:
    """`value` as `json.dumps(…, indent=2)` prints it, whose own way of doing so is far slower."""
    if not value or not isinstance(value, _NESTED):
        return _flat()[0](value)
    line = "\n" + "  " * depth
    if isinstance(value, dict):
        if depth <= _DEEPEST and not any(isinstance(inner, _NESTED) for inner in value.values()):
            inside = _flat()[depth](value)[1:-1]
        else:
            pairs = ((_flat()[0](key), inner) for key, inner in value.items())
            inside = f",{line}".join(f"{key}: {_spread(inner, depth + 1)}" for key, inner in pairs)
        return f"{{{line}{inside}{line[:-2]}}}"
    inside = f",{line}".join(_spread(inner, depth + 1) for inner in value)
    return f"[{line}{inside}{line[:-2]}]"


@cache
def _flat() -> tuple[Callable[[object], str], ...]:
    """What prints an object without objects in it, by its depth."""
    return tuple(
        json.JSONEncoder(ensure_ascii=False, separators=(",\n" + "  " * depth, ": ")).encode
        for depth in range(_DEEPEST + 1)
    )


def _harmless(text: str) -> str:
    """Outside of ASCII such characters stand in strings only, where an escape means the same."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
