"""Units by spelling: longest match at a position, and compound units such as 元/平方米.

The tables are `units/*.toml`. A unit is looked up right where a number ends, first by its first
character, then by slices from long to short, so that the cost does not grow with the table.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib.resources import files

from factcheck.model import Dimension, FigureKind, Unit

Entry = tuple[Unit, FigureKind, bool]
"""A unit, the kind of figure it makes, and whether it follows Arabic digits only."""

_KINDS = {
    Dimension.RATIO: FigureKind.PERCENT,
    Dimension.POINTS: FigureKind.POINTS,
    Dimension.MULTIPLE: FigureKind.MULTIPLE,
    Dimension.DOUBLING: FigureKind.MULTIPLE,
}
_COMPOUNDS_KEPT = 512
_STROKES = "/每"


@dataclass(frozen=True, slots=True)
class Units:
    """Every unit by spelling.

    Attributes:
        entries: unit, kind and caution by spelling.
        lengths: lengths of the spellings that start with a character, longest first.
        per: what may stand after the stroke of a compound, by spelling.
        marks: currency marks written in front of a number.
        compounds: compound units made so far, by spelling; bounded.
    """

    entries: dict[str, Entry]
    lengths: dict[str, tuple[int, ...]]
    per: dict[str, Unit]
    per_lengths: dict[str, tuple[int, ...]]
    marks: dict[str, Unit]
    compounds: dict[str, Entry] = field(default_factory=dict)

    def at(self, text: str, start: int, *, digits: bool = True) -> tuple[Entry, int] | None:
        """The unit that starts at `start`, and where it ends; compounds included.

        `digits` says that an Arabic digit or a large magnitude stands before it.
        """
        for length in self.lengths.get(text[start], ()):
            entry = self.entries.get(text[start : start + length])
            if entry is not None and (digits or not entry[2]):
                end = start + length
                if text[end] in _STROKES:
                    return self._compound(text, start, end, entry)
                return entry, end
        return None

    def named(self, name: str) -> Unit | None:
        """The unit with this spelling, compounds included; `None` when there is none."""
        found = self.at(name + "\0", 0) if name else None
        return found[0][0] if found is not None and found[1] == len(name) else None

    def _compound(self, text: str, start: int, end: int, entry: Entry) -> tuple[Entry, int]:
        """`entry` with what follows its stroke, or alone when nothing that fits does."""
        stop = end
        units = [entry[0]]
        while text[stop] in _STROKES and len(units) < 3:
            found = self._per_at(text, stop + 1)
            if found is None:
                break
            units.append(found[0])
            stop = found[1]
        if stop == end:
            return entry, end
        spelling = text[start:stop].replace("每", "/")
        made = self.compounds.get(spelling)
        if made is None:
            made = (_quotient(entry[0].name + spelling[end - start :], units), FigureKind.QUANTITY, False)
            if len(self.compounds) < _COMPOUNDS_KEPT:
                self.compounds[spelling] = made
        return made, stop

    def _per_at(self, text: str, start: int) -> tuple[Unit, int] | None:
        for length in self.per_lengths.get(text[start], ()):
            unit = self.per.get(text[start : start + length])
            if unit is not None:
                return unit, start + length
        return None


@cache
def units() -> Units:
    """The unit tables, read once."""
    entries: dict[str, Entry] = {}
    per: dict[str, Unit] = {}
    marks: dict[str, Unit] = {}
    for item in sorted(files(__package__).joinpath("units").iterdir(), key=lambda path: path.name):
        table = tomllib.loads(item.read_text(encoding="utf-8"))
        if item.name == "per.toml":
            per |= {
                name: Unit(name, Dimension.OTHER, Fraction(row[0]), row[1])
                for name, row in table["unit"].items()
            }
            continue
        for spelling, unit, digits in _rows(table):
            entries[spelling] = (unit, _KINDS.get(unit.dimension, FigureKind.QUANTITY), digits)
        for name, row in table.get("currency", {}).items():
            marks |= dict.fromkeys(row.get("before", ()), entries[name][0])
    for spelling, entry in entries.items():
        per.setdefault(spelling, entry[0])
    return Units(entries, _lengths(entries), per, _lengths(per), marks)


def _rows(table: dict[str, object]) -> Iterator[tuple[str, Unit, bool]]:
    """Spelling, unit and caution of one table, whichever of the four shapes it has."""
    if "scale" in table:
        yield from _scaled(table)
    elif "currency" in table:
        yield from _money(table)
    elif "words" in table:
        yield from _counted(table)
    else:
        yield from _listed(table)


def _scaled(table: dict) -> Iterator[tuple[str, Unit, bool]]:
    dimension, base = Dimension(table["dimension"]), table["base"]
    scales = {name: Fraction(scale) for name, scale in table["scale"].items()}
    for name, scale in scales.items():
        yield name, Unit(name, dimension, scale, base), False
    rename = table.get("rename", {})
    for spelling, name in table.get("same", {}).items():
        yield spelling, Unit(rename.get(spelling, spelling), dimension, scales[name], base), False


def _money(table: dict) -> Iterator[tuple[str, Unit, bool]]:
    for name, row in table["currency"].items():
        unit = Unit(name, Dimension.MONEY, Fraction(1), name)
        for spelling in (name, *row.get("same", ())):
            yield spelling, unit, False
        for part, scale in row.get("parts", {}).items():
            yield part, Unit(part, Dimension.MONEY, Fraction(scale), name), False


def _counted(table: dict) -> Iterator[tuple[str, Unit, bool]]:
    same = table.get("same", {})
    for key, digits in (("after_digits", True), ("words", False)):
        for word in table[key].split():
            yield word, Unit(word, Dimension.COUNT, Fraction(1), same.get(word, word)), digits


def _listed(table: dict) -> Iterator[tuple[str, Unit, bool]]:
    common = table.get("dimension")
    for name, (scale, base, *rest) in table["unit"].items():
        dimension, spellings = (common, rest) if common else (rest[0], rest[1:])
        unit = Unit(name, Dimension(dimension), Fraction(scale), base)
        for spelling in {name, *spellings}:
            yield spelling, unit, False


def _lengths(table: dict[str, Entry] | dict[str, Unit]) -> dict[str, tuple[int, ...]]:
    """The lengths to try for each first character, longest first."""
    found: dict[str, set[int]] = {}
    for spelling in table:
        found.setdefault(spelling[0], set()).add(len(spelling))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _quotient(name: str, units: list[Unit]) -> Unit:
    """One unit over the others; 公里/小时 and 米/秒 share a base."""
    scale, base = units[0].scale, units[0].base
    for unit in units[1:]:
        scale /= unit.scale
        base += "/" + unit.base
    speed = units[0].dimension is Dimension.LENGTH and base == "米/秒"
    return Unit(name, Dimension.SPEED if speed else Dimension.OTHER, scale, base)
