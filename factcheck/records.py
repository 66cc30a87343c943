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
        if not frozen or sys.flags.dev_mode:
            return dataclasses.dataclass(frozen=frozen, eq=eq, **options)

        def made(kind: type) -> type:
            hashed = eq and "__hash__" not in kind.__dict__
            return dataclasses.dataclass(eq=eq, unsafe_hash=hashed, **options)(kind)

        return made
