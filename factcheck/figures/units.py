"""Units by spelling: longest match at a position, and compound units such as 元/平方米.

The tables are `units/*.toml`. A unit is looked up right where a number ends, first by its first
character, then by slices from long to short, so that the cost does not grow with the table.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator
from dataclasses import field
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from factcheck import toml
from factcheck.model import Dimension, FigureKind, Unit
from factcheck.records import dataclass

_KINDS = {
    Dimension.RATIO: FigureKind.PERCENT,
    Dimension.POINTS: FigureKind.POINTS,
    Dimension.MULTIPLE: FigureKind.MULTIPLE,
    Dimension.DOUBLING: FigureKind.MULTIPLE,
}
_COMPOUNDS_KEPT = 512
# 5500人次之间, 645分之间, 19人均已, but 20人次之, 三分之一 and 人均.
_BEHIND = (
    "之间",
    "之多",
    "之内",
    "之外",
    "之差",
    "之遥",
    "之前",
    "之后",
    "均已",
    "均被",
    "均来自",
    "均为",
    "均未",
)
_STROKES = "/每"
PLACES = ("层", "楼", "栋", "幢", "单元", "室")  # 2层每户8000元: on the second floor
_OF_EACH = frozenset("最还都均只可能要再将就各需须应会有也仍又才便得")  # 每队最多, 每人还要, 每户都有
_NUMERALS = frozenset(string.digits + "一二三四五六七八九十两百千半")
_LATIN = string.ascii_letters + string.digits


class Entry(NamedTuple):
    """A unit as the reader meets it.

    Attributes:
        unit: the unit itself.
        kind: the kind of figure it makes.
        after_digits: it follows Arabic digits and magnitudes only (3期, but 二期 is a name).
        not_before: characters that make another word of it (市 in 市场).
        careful: what it means depends on what is around it (2024年, 下午3点).
    """

    unit: Unit
    kind: FigureKind
    after_digits: bool = False
    not_before: str = ""
    careful: bool = False


@dataclass(frozen=True, slots=True)
class Units:
    """Every unit by spelling.

    Attributes:
        entries: by spelling.
        short: those of one character.
        lengths: lengths of the longer ones by their first two characters, longest first.
        per: what may stand after the stroke of a compound, by spelling.
        per_lengths: their lengths by first character, longest first.
        marks: currency marks written in front of a number.
        starts: the characters a unit may start with.
        compounds: compound units made so far, by spelling; bounded.
    """

    entries: dict[str, Entry]
    short: dict[str, Entry]
    lengths: dict[str, tuple[int, ...]]
    per: dict[str, Unit]
    per_lengths: dict[str, tuple[int, ...]]
    marks: dict[str, Unit]
    starts: frozenset[str]
    compounds: dict[str, Entry] = field(default_factory=dict)

    def at(self, text: str, start: int, *, digits: bool = True) -> tuple[Entry, int] | None:
        """The unit that starts at `start`, and where it ends; compounds included.

        `digits` says that an Arabic digit or a large magnitude stands before it.
        """
        lengths = self.lengths.get(text[start : start + 2])
        if lengths is not None:
            found = self._long(text, start, lengths, digits=digits)
            if found is not None:
                return found
        entry = self.short.get(text[start])
        if entry is None or (entry.after_digits and not digits):
            return None
        follows = text[start + 1]
        if follows in entry.not_before and not text.startswith(_BEHIND, start + 1):
            return None
        return self._compound(text, start, start + 1, entry) if follows in _STROKES else (entry, start + 1)

    def _long(
        self, text: str, start: int, lengths: tuple[int, ...], *, digits: bool
    ) -> tuple[Entry, int] | None:
        """A unit of two or more characters."""
        for length in lengths:
            end = start + length
            entry = self.entries.get(text[start:end])
            if entry is None or (entry.after_digits and not digits):
                continue
            if text[end] not in entry.not_before or text.startswith(_BEHIND, end):
                return self._compound(text, start, end, entry) if text[end] in _STROKES else (entry, end)
        return None

    def named(self, name: str) -> Unit | None:
        """The unit with this spelling, compounds included; `None` when there is none."""
        found = self.at(name + "\0", 0) if name else None
        return found[0].unit if found is not None and found[1] == len(name) else None

    def _compound(self, text: str, start: int, end: int, entry: Entry) -> tuple[Entry, int]:
        """`entry` with what follows its stroke, or alone when nothing that fits does."""
        if text[end] == "每" and entry.unit.name in PLACES:
            return entry, end
        stop = end
        parts = [entry.unit]
        while text[stop] in _STROKES and len(parts) < 3:
            found = self._per_at(text, stop + 1)
            if found is None or (text[stop] == "每" and _apart(text, found, entry.unit)):
                break
            parts.append(found[0])
            stop = found[1]
        if stop == end:
            return entry, end
        spelling = text[start:stop].replace("每", "/").replace("％", "%")
        made = self._made(spelling, entry.unit.name + spelling[end - start :], parts)
        return made, stop

    def over(self, entry: Entry, per: str) -> Entry:
        """`entry` over one `per`, a spelling of the table: 元 over 斤."""
        spelling = f"{entry.unit.name}/{per}"
        return self._made(spelling, spelling, [entry.unit, self.per[per]])

    def _made(self, spelling: str, name: str, parts: list[Unit]) -> Entry:
        """The compound of `parts`, kept for the next time that it is spelled so."""
        made = self.compounds.get(spelling)
        if made is None:
            made = Entry(_quotient(name, parts), FigureKind.QUANTITY)
            if len(self.compounds) < _COMPOUNDS_KEPT:
                self.compounds[spelling] = made
        return made

    def _per_at(self, text: str, start: int) -> tuple[Unit, int] | None:
        for length in self.per_lengths.get(text[start], ()):
            unit = self.per.get(text[start : start + length])
            if unit is not None:
                return unit, start + length
        return None


def _apart(text: str, per: tuple[Unit, int], unit: Unit) -> bool:
    """24次每次4元, 余下6轮每队还能拿18分: so many times, and what of each is told next."""
    follows = text[per[1]]
    return per[0].base == unit.base or follows in _NUMERALS or follows in _OF_EACH


@cache
def units() -> Units:
    """The unit tables, read once."""
    entries: dict[str, Entry] = {}
    per: dict[str, Unit] = {}
    marks: dict[str, Unit] = {}
    for item in sorted(files(__package__).joinpath("units").iterdir(), key=lambda path: path.name):
        table = toml.table(item.read_text(encoding="utf-8"))
        if item.name == "per.toml":
            per |= {
                name: Unit(name, Dimension.OTHER, Fraction(scale), base)
                for name, scale, base in table["unit"]
            }
        else:
            entries |= dict(_entries(table))
        for name, row in table.get("currency", {}).items():
            marks |= dict.fromkeys(row.get("before", ()), entries[name].unit)
    for spelling, entry in entries.items():
        per.setdefault(spelling, entry.unit)
    short = {spelling: entry for spelling, entry in entries.items() if len(spelling) == 1}
    long = [spelling for spelling in entries if len(spelling) > 1]
    return Units(
        entries, short, _lengths(long, 2), per, _lengths(per, 1), marks, frozenset(s[0] for s in entries)
    )


def _entries(table: dict[str, Any]) -> Iterator[tuple[str, Entry]]:
    """Spelling and entry of one table, whichever of the four shapes it has."""
    shape = next(shape for key, shape in _SHAPES.items() if key in table)
    careful = frozenset(table.get("careful", "").split())
    not_before = table.get("not_before", {})
    only_digits = frozenset(table.get("only_digits", "").split())
    for spelling, unit, after_digits in shape(table):
        kind = _KINDS.get(unit.dimension, FigureKind.QUANTITY)
        guard = not_before.get(spelling, "") + (
            _LATIN if spelling[-1].isascii() and spelling[-1].isalpha() else ""
        )
        yield spelling, Entry(unit, kind, after_digits or spelling in only_digits, guard, spelling in careful)


def _scaled(table: dict[str, Any]) -> Iterator[tuple[str, Unit, bool]]:
    """Units of one dimension that convert into each other."""
    dimension, base = Dimension(table["dimension"]), table["base"]
    scales = {name: Fraction(scale) for name, scale in table["scale"].items()}
    for name, scale in scales.items():
        yield name, Unit(name, dimension, scale, base), False
    rename = table.get("rename", {})
    for spelling, name in table.get("same", {}).items():
        yield spelling, Unit(rename.get(spelling, spelling), dimension, scales[name], base), False


def _money(table: dict[str, Any]) -> Iterator[tuple[str, Unit, bool]]:
    """Currencies with their other names and their pieces."""
    for name, row in table["currency"].items():
        unit = Unit(name, Dimension.MONEY, Fraction(1), name)
        for spelling in (name, *row.get("same", ())):
            yield spelling, unit, False
        for part, scale in row.get("parts", {}).items():
            yield part, Unit(part, Dimension.MONEY, Fraction(scale), name), True


def _counted(table: dict[str, Any]) -> Iterator[tuple[str, Unit, bool]]:
    """Measure words, each a base of its own."""
    same = table.get("same", {})
    for key, after_digits in (("after_digits", True), ("words", False)):
        for word in table[key].split():
            yield word, Unit(word, Dimension.COUNT, Fraction(1), same.get(word, word)), after_digits


def _listed(table: dict[str, Any]) -> Iterator[tuple[str, Unit, bool]]:
    """Units that say everything about themselves in one row."""
    for row in table["unit"]:
        name, base = row["name"], row.get("base", row["name"])
        for spelling in (name, *row.get("same", ())):
            printed = name if table.get("one_name") else spelling
            yield (
                spelling,
                Unit(printed, Dimension(row["dimension"]), Fraction(row.get("scale", 1)), base),
                False,
            )


_SHAPES = {"scale": _scaled, "currency": _money, "words": _counted, "unit": _listed}


def _lengths(spellings: Iterable[str], first: int) -> dict[str, tuple[int, ...]]:
    """The lengths to try by the `first` characters, longest first."""
    found: dict[str, set[int]] = {}
    for spelling in spellings:
        found.setdefault(spelling[:first], set()).add(len(spelling))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}


def _quotient(name: str, parts: list[Unit]) -> Unit:
    """One unit over the others; 公里/小时 and 米/秒 share a base."""
    scale, base = parts[0].scale, parts[0].base
    for part in parts[1:]:
        scale /= part.scale
        base += "/" + part.base
    return Unit(name, Dimension.SPEED if base == "米/秒" else Dimension.OTHER, scale, base)
