"""What the native build compiles is the same code on the same lines; no test waits for the compiler."""

from __future__ import annotations

import ast
import pickle
import sys
from importlib import import_module
from inspect import signature
from pathlib import Path
from types import ModuleType

import pytest

from factcheck.engine.call import _written
from factcheck.native.rewrite import rewritten

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "factcheck").rglob("*.py"))

MODULE = '''"""A module."""

from __future__ import annotations

from dataclasses import field

from factcheck.records import Enum, dataclass

_WORDS = ("甲", "乙")
PLACES: dict[str, int] = {
    "东": 1,
}
_turned = [word for word in ("丙", *_WORDS)]
TWICE = 1
TWICE = 2


class Colour(Enum):
    """An enum."""

    RED = "red"


@dataclass(frozen=True, slots=True)
class Point:
    """A record."""

    x: int
    y: tuple[int, ...] = ()
    kept: dict[str, int] = field(default_factory=dict, compare=False)
    twice: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "twice", self.x * 2)


@dataclass(slots=True, eq=False)
class Open:
    """A record that is itself alone."""

    x: int = TWICE


def line() -> int:
    """Known by where it stands."""
    return 1 if "戊" in ("丙", *_WORDS) else 0
'''


def test_rewritten_code_does_the_same(monkeypatch):
    """Records are made, compared, hashed and shown as ever."""
    for source in (MODULE, rewritten(MODULE)):
        made = ModuleType("factcheck.sample")
        monkeypatch.setitem(sys.modules, made.__name__, made)
        exec(compile(source, "sample", "exec"), made.__dict__)
        first, second = made.Point(1, (2,)), made.Point(x=1, y=(2,), kept={"a": 1})
        assert first == second
        assert hash(first) == hash(second)
        assert first.kept is not made.Point(1).kept
        assert first.twice == 2
        assert pickle.loads(pickle.dumps(second)) == second
        assert repr(first) == "Point(x=1, y=(2,), kept={}, twice=2)"
        assert made.Open().x == 2
        assert made.Open() != made.Open()
        assert made._turned == ["丙", "甲", "乙"]
        assert made.line() == 0
        assert made.line.__code__.co_firstlineno == MODULE[: MODULE.index("def line")].count("\n") + 1


def test_what_is_rewritten():
    """What mypyc would not take, or not make fast; a name that changes stays as it is."""
    found = rewritten(MODULE)
    assert "_WORDS: Final = " in found
    assert "PLACES: Final[dict[str, int]] = {" in found
    assert 'in tuple(["丙", *_WORDS])' in found
    assert "TWICE = 1" in found
    assert "slots" not in found
    assert "from factcheck.records import Enum; import dataclasses; " in found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_line_stays_where_it_is(path):
    """A traceback of compiled code names lines of the source."""
    source = path.read_text(encoding="utf-8")
    found = rewritten(source)
    before, after = ([(type(one), one.lineno) for one in _statements(each)] for each in (source, found))
    assert set(before) <= set(after)
    assert len(found.split("\n")) == len(source.split("\n")) + 1


def _statements(source: str) -> list[ast.stmt]:
    kept = (ast.FunctionDef, ast.Return, ast.For, ast.If, ast.Expr)
    return [each for each in ast.walk(ast.parse(source)) if isinstance(each, kept)]


def test_what_a_compiled_check_looks_at_is_read_from_its_source():
    """The same as the annotation, which compiled functions do not keep."""
    for name in ("weekday", "flat", "duration", "respective"):
        check = import_module(f"factcheck.checks.{name}").check
        first, *_ = signature(check).parameters.values()
        assert _written(name) == str(first.annotation)
