"""A bug of factcheck's own met in one file costs that file, not the others.

In Python's development mode (`python -X dev`) it is raised as it is, with its traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb

from factcheck.engine import Rule, judge
from factcheck.errors import FactcheckError
from factcheck.model import Failure, Reading


def bug(path: str, error: Exception) -> Failure:
    """The failure of the file `path` over which factcheck itself stumbled.

    Raises:
        Exception: `error`, in development mode.
    """
    if sys.flags.dev_mode:
        raise error
    place = extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}：{error}，{Path(place.filename).name} 第 {place.lineno} 行"
    return Failure(path, f"factcheck 自身出错，此文件没有查完（{what}）；请把文件和这行字发给开发者")


def broken(readings: Sequence[Reading], rules: Sequence[Rule]) -> dict[str, Failure]:
    """The failures, by path, of the files over which `rules` stumble when each is judged alone."""
    found: dict[str, Failure] = {}
    for reading in readings:
        path = reading.article.document.path
        if path not in found and (error := _stumbled(reading, rules)) is not None:
            found[path] = bug(path, error)
    return found


def _stumbled(reading: Reading, rules: Sequence[Rule]) -> Exception | None:
    """What went wrong when `reading` was judged alone."""
    try:
        judge([reading], rules)
    except FactcheckError:
        raise
    except Exception as error:
        return error
    return None
