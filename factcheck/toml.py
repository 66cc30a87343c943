"""Word lists and rules: TOML files of factcheck's own, parsed once and not at every start of the command."""

from __future__ import annotations

import marshal
import tomllib
from contextlib import suppress
from typing import Any

from factcheck.kept import shelf

_KIND = -1  # tells a table from a pattern of the same text


def table(text: str) -> dict[str, Any]:
    """What `tomllib.loads` makes of `text`, out of what was kept where possible.

    Raises:
        tomllib.TOMLDecodeError: the text is not TOML.
    """
    known = shelf()
    kept = known.get((text, _KIND))
    if kept is not None:
        with suppress(ValueError, EOFError, TypeError):
            found: dict[str, Any] = marshal.loads(kept)
            return found
    made = tomllib.loads(text)
    with suppress(ValueError):  # a date, which `marshal` does not know
        known.put((text, _KIND), marshal.dumps(made))
    return made
