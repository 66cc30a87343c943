"""Regular expressions that are compiled once and not at every start of the command.

Compiling all of factcheck's patterns takes longer than checking a page of text. `compiled` is
`re.compile` for patterns that factcheck brings along; one that is made of an article's words is compiled
by `re` itself, so that nothing of an article is kept.
"""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

from factcheck.kept import Shelf, shelf

_BROKEN = (ValueError, EOFError, TypeError, RuntimeError, OverflowError, AttributeError, ImportError)


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` makes of `pattern`, out of what was kept where possible.

    Raises:
        re.error: the pattern is malformed.
    """
    return _memo().get((pattern, flags)) or _remembered(pattern, int(flags))


@cache
def _memo() -> dict[tuple[str, int], re.Pattern[str]]:
    """The patterns of this run; there are no more of them than factcheck brings along."""
    return {}


def _remembered(pattern: str, flags: int) -> re.Pattern[str]:
    known = shelf()
    found = _kept(pattern, flags, known) if known.open or _MISREADS else re.compile(pattern, flags)
    _memo()[pattern, flags] = found
    return found


def _kept(pattern: str, flags: int, known: Shelf) -> re.Pattern[str]:
    kept = known.get((pattern, flags))
    try:
        row: _Row = _compile(pattern, flags) if kept is None else marshal.loads(kept)
        found = _pattern(pattern, row)
        if kept is None:
            known.put((pattern, flags), marshal.dumps(row))
    except _BROKEN:  # a Python whose `re` is another, or a damaged entry
        found = re.compile(pattern, flags)
    return found


# gh-106052: CPython before 3.11.5 takes 万千 of 万千瓦 for (?:[万亿]|千(?!瓦)){1,4}+.
_MISREADS = sys.version_info < (3, 11, 5)

_Row = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What a compiled pattern consists of: flags, code, number, numbers and names of its groups."""

_WIDTH = 4  # bytes of a word of code


def _compile(pattern: str, flags: int) -> _Row:
    """What `re.compile` does before it makes the pattern (CPython 3.11 to 3.14)."""
    parsed = import_module("re._parser").parse(pattern, flags)
    if _MISREADS:
        _atomic(parsed)
    code = import_module("re._compiler")._code(parsed, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    packed = b"".join([int(each).to_bytes(_WIDTH, sys.byteorder) for each in code])
    return flags | int(state.flags), packed, state.groups - 1, dict(state.groupdict), tuple(names)


def _atomic(part: Any) -> None:
    """Make every possessive repeat in a parsed pattern a greedy one in an atomic group, which is the same."""
    names = import_module("re._constants")
    for place, (kind, rest) in enumerate(part.data):
        for inner in _inside(rest):
            _atomic(inner)
        if kind is names.POSSESSIVE_REPEAT:
            group = type(part)(part.state, [(names.MAX_REPEAT, rest)])
            part.data[place] = (names.ATOMIC_GROUP, group)


def _inside(rest: Any) -> Iterator[Any]:
    """The parsed parts of a piece of a parsed pattern."""
    if hasattr(rest, "data"):
        yield rest
    elif isinstance(rest, tuple | list):
        for each in rest:
            yield from _inside(each)


def _pattern(pattern: str, row: _Row) -> re.Pattern[str]:
    """The pattern of a row; the interpreter looks at the code before it trusts it."""
    flags, packed, groups, numbers, names = row
    code = memoryview(packed).cast("I").tolist()
    found: re.Pattern[str] = import_module("_sre").compile(pattern, flags, code, groups, numbers, names)
    return found
