"""Records: dataclasses, and frozen ones that are made four times as fast.

`dataclass(frozen=True)` sets every field through a guard, which took an eighth of the time of a check.
Here a frozen record is one for whoever reads the code and for the type checker, which refuses to set a
field; it is compared and hashed by its fields as ever. At run time the guard is there only in Python's
development mode (`python -X dev`).
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

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
