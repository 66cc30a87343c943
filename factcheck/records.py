"""Records and kinds: frozen dataclasses that are made four times as fast, enums that are looked up so.

`dataclass(frozen=True)` sets every field through a guard, which took an eighth of the time of a check.
Here a frozen record is one for whoever reads the code and for the type checker, which refuses to set a
field; it is compared and hashed by its fields as ever. At run time the guard is there only in Python's
development mode (`python -X dev`).

`enum` looks for a member (`Role.LEVEL`) through a hook of its class, a hundred times a figure. Here an enum
is one for the type checker and in development mode; at run time its members stand in a plain class. They
are made from their values, listed, shown and kept as ever.
"""

from __future__ import annotations

import dataclasses
import enum
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

__all__ = ["Enum", "dataclass"]

if TYPE_CHECKING:

    class Enum(enum.Enum):
        """An enum for the type checker, and for mypyc, which looks for it under this module's name."""

elif sys.flags.dev_mode:
    Enum = enum.Enum
else:

    class _Kind(type):
        """The class of enums: it makes their members and finds them by their values."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            made = super().__new__(cls, name, bases, body)
            made._members = {}
            for key, value in body.items():
                if not key.startswith("_") and not hasattr(value, "__get__"):
                    member = object.__new__(made)
                    member.name, member.value = key, value
                    made._members[value] = member
                    setattr(made, key, member)
            return made

        def __call__(cls, value: object) -> object:
            if isinstance(value, cls):
                return value
            try:
                return cls._members[value]
            except (KeyError, TypeError):
                raise ValueError(f"{value!r} is not a valid {cls.__qualname__}") from None

        def __iter__(cls) -> Iterator[object]:
            return iter(cls._members.values())

        def __len__(cls) -> int:
            return len(cls._members)

    class Enum(metaclass=_Kind):
        """Named values: the members of a subclass, each the only one of its name and value."""

        name: str
        value: object

        def __repr__(self) -> str:
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

        def __str__(self) -> str:
            return f"{type(self).__name__}.{self.name}"

        def __reduce__(self) -> tuple[type, tuple[object]]:
            return type(self), (self.value,)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, eq: bool = True, **options: Any) -> Callable[[type], type]:
        """Make `dataclasses.dataclass`, without the guard of a frozen one."""
        guarded = frozen and sys.flags.dev_mode

        def made(kind: type) -> type:
            hashed = frozen and not guarded and eq and "__hash__" not in kind.__dict__
            make = dataclasses.dataclass(frozen=guarded, eq=eq, unsafe_hash=hashed, repr=False, **options)
            found = make(kind)
            if "__repr__" not in kind.__dict__:
                found.__repr__ = _shown
            return found

        return made

    def _shown(record: object) -> str:
        """Show a record as a dataclass does; one function for all, as each of its own takes time to make."""
        fields = [each for each in dataclasses.fields(record) if each.repr]
        shown = ", ".join(f"{each.name}={getattr(record, each.name)!r}" for each in fields)
        return f"{type(record).__qualname__}({shown})"
