"""Fields of a rule file, read with errors that name the file, the key and the cure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from factcheck.errors import RuleError
from factcheck.patterns import compiled
from factcheck.records import Enum, dataclass

Member = TypeVar("Member", bound=Enum)
Parsed = TypeVar("Parsed")
_PLACEHOLDER = compiled(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Fields:
    """A table of a rule file; `where` is its name in messages, such as `claims.rate`."""

    file: Path
    table: Mapping[str, object]
    where: str = ""

    def error(self, key: str, text: str) -> RuleError:
        """A refusal that names the file and the key."""
        name = ".".join(part for part in (self.where, key) if part)
        return RuleError(f"{self.file}: {name}：{text}")

    def known(self, keys: Collection[str]) -> None:
        """Refuse keys that are not among `keys`."""
        for key in self.table:
            if key not in keys:
                raise self.error(key, f"没有这个键；{did_you_mean(key, keys)}")

    def text(self, key: str, default: str | None = None) -> str:
        """A string; required without `default`."""
        value = self.table.get(key, default)
        if value is None:
            raise self.error(key, "缺少这一项，请补上一句话")
        if not isinstance(value, str) or (not value.strip() and default is None):
            raise self.error(key, "应为一段不空的文字（加引号）")
        return value.strip()

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self.table.get(key, default)
        if not isinstance(value, bool):
            raise self.error(key, "应为 true 或 false")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """A string or a list of strings; empty when the key is missing."""
        value = self.table.get(key, ())
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list | tuple) or not all(isinstance(word, str) for word in value):
            raise self.error(key, '应为一段文字或一列文字，如 ["a", "b"]')
        return tuple(value)

    def choices(self, key: str, known: Collection[str]) -> frozenset[str]:
        """Strings, each one of `known`; empty when the key is missing."""
        if key not in self.table:
            return frozenset()
        words = self.words(key)
        for word in words:
            if word not in known:
                raise self.error(key, f"没有“{word}”；{did_you_mean(word, known)}")
        return frozenset(words)

    def members(self, key: str, kind: type[Member]) -> frozenset[Member]:
        """Members of an enum, written as their values; empty when the key is missing."""
        if key not in self.table:
            return frozenset()
        members = {str(member.value): member for member in kind}
        return frozenset(members[value] for value in self.choices(key, members))

    def tables(self, key: str) -> Iterable[tuple[str, Fields]]:
        """The tables below `key`, each with its name."""
        value = self.table.get(key, {})
        if not isinstance(value, Mapping):
            raise self.error(key, f"应为表，如 [{key}.名字]")
        for name, table in value.items():
            if not isinstance(table, Mapping):
                raise self.error(f"{key}.{name}", f"应为表，如 [{key}.{name}]")
            yield name, Fields(self.file, table, ".".join(p for p in (self.where, key, name) if p))

    def parsed(self, key: str, text: str, parse: Callable[[str], Parsed]) -> Parsed:
        """`text` through `parse`; its `ValueError` becomes a `RuleError`."""
        try:
            return parse(text)
        except ValueError as error:
            raise self.error(key, str(error)) from error

    def placeholders(self, key: str, known: Collection[str]) -> None:
        """Refuse placeholders of a message that nothing fills."""
        for name in _PLACEHOLDER.findall(self.text(key)):
            if name not in known:
                raise self.error(key, f"占位符 {{{name}}} 没有来历；{did_you_mean(name, known)}")


def did_you_mean(word: str, known: Collection[str]) -> str:
    """The nearest known word, else all of them (Chinese)."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"是否想写 {near[0]}？" if near else f"可用：{'、'.join(sorted(known))}"
