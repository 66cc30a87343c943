"""Values of a configuration checked one by one; a refusal names the file, the key and the cure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import get_close_matches

from factcheck import calendar
from factcheck.errors import ConfigError
from factcheck.model import PartialDate, Severity
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """One value with the name it has in messages, such as `factcheck.toml：select`."""

    name: str
    value: object

    def error(self, text: str) -> ConfigError:
        """A refusal of this value."""
        return ConfigError(f"{self.name}：{text}")

    def text(self) -> str:
        """A string that is not empty."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.error('应为一段不空的文字，如 "青禾市"')
        return self.value

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self.error("应为 true 或 false")
        return self.value

    def count(self) -> int:
        """A whole number, none below zero."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or self.value < 0:
            raise self.error("应为不小于零的整数")
        return self.value

    def texts(self) -> tuple[str, ...]:
        """A list of strings, or one string."""
        if isinstance(self.value, str):
            return (self.value,)
        if not isinstance(self.value, list) or not all(isinstance(each, str) for each in self.value):
            raise self.error('应为一列文字，如 ["growth", "sums"]')
        return tuple(self.value)

    def table(self) -> Mapping[str, object]:
        """A table."""
        if not isinstance(self.value, dict):
            raise self.error("应为一张表（键 = 值）")
        return self.value

    def tables(self) -> list[Value]:
        """A list of tables, each with its number."""
        if not isinstance(self.value, list):
            raise self.error("应为一列表，写作 [[suppress]]")
        return [Value(f"{self.name}[{number}]", each) for number, each in enumerate(self.value, 1)]

    def at(self, key: str) -> Value:
        """The value below `key`."""
        return Value(f"{self.name}.{key}", self.table()[key])

    def severity(self) -> Severity:
        """error, warning or info."""
        return Severity(one_of(self.name, self.value, [each.value for each in Severity]))

    def date(self) -> PartialDate:
        """2024, 2024-06 or 2024-06-18, as text."""
        try:
            numbers = [int(part) for part in str(self.value).split("-")]
        except ValueError:
            numbers = []
        bounds = ((1, 9999), (1, 12), (1, 31))
        known = zip(numbers, bounds, strict=False)
        fits = 1 <= len(numbers) <= 3 and all(low <= number <= high for number, (low, high) in known)
        if not fits or (len(numbers) == 3 and not calendar.exists(*numbers)):
            raise self.error(f"“{self.value}”不是日期；请写成 2024、2024-06 或 2024-06-18")
        return PartialDate(*numbers)


def one_of(name: str, value: object, known: Collection[str]) -> str:
    """`value` if it is one of `known`; else a refusal with the nearest.

    Raises:
        ConfigError: it is not.
    """
    if value not in known:
        raise ConfigError(f"{name}：没有“{value}”；{nearest(str(value), known)}")
    return str(value)


def nearest(word: str, known: Collection[str]) -> str:
    """The nearest known word as a question, else the whole list."""
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"是不是 {near[0]}？" if near else f"可用：{'、'.join(sorted(known))}"
