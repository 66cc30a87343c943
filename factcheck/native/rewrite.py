"""A module as mypyc gets it: the same code, line for line, said so that it becomes fast C.

- A record gets its `__init__` written out, as mypyc compiles what it reads and not what a decorator makes;
  the decorator is the one of `dataclasses`, the only one mypyc knows. `__reduce__` lets it travel.
- A constant of a module is `Final`: C finds it at once and not in the module's dictionary.
- `(*some, other)` is made of a list where a loop goes through it or `in` searches it: mypyc fails on others.
- `__contains__` is said to give any object; of one that gives a bool mypyc confuses the sides of `in`.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator

Edit = tuple[int, int, int, int, str]
"""From line and byte to line and byte, and what stands there instead."""

_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
_FUTURE = "from __future__ import annotations"


def rewritten(source: str) -> str:
    """The module `source` for the compiler, with every statement on the line where it was."""
    tree = ast.parse(source)
    edits = [*_displays(tree), *_containers(tree), *_records(tree)]
    if _FUTURE in source:
        constants = [*_constants(tree)]
        source = source.replace(_FUTURE, _FUTURE + "; from typing import Final", 1) if constants else source
        edits += constants
    lines = [line.encode() for line in [*source.split("\n"), ""]]
    for first, start, last, end, text in sorted(edits, reverse=True):
        tail = lines[last - 1][end:]
        whole = lines[first - 1][:start] + text.encode()
        left = [b""] * (last - first - text.count("\n"))
        lines[first - 1 : last] = [*whole.split(b"\n"), *left]
        lines[last - 1] += tail
    return b"\n".join(lines).decode()


def _displays(tree: ast.Module) -> Iterator[Edit]:
    """Tuples with a starred member that a loop goes through or `in` searches."""
    for node in ast.walk(tree):
        searched: list[ast.expr] = []
        if isinstance(node, ast.For | ast.comprehension):
            searched = [node.iter]
        elif isinstance(node, ast.Compare) and isinstance(node.ops[-1], ast.In | ast.NotIn):
            searched = node.comparators[-1:]
        for each in searched:
            if isinstance(each, ast.Tuple) and any(isinstance(one, ast.Starred) for one in each.elts):
                assert each.end_lineno and each.end_col_offset
                yield each.lineno, each.col_offset, each.lineno, each.col_offset + 1, "tuple(["
                yield each.end_lineno, each.end_col_offset - 1, each.end_lineno, each.end_col_offset, "])"


def _containers(tree: ast.Module) -> Iterator[Edit]:
    """What methods that `in` calls are said to give."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "__contains__" and node.returns is not None:
            yield _instead(node.returns, "object")


def _constants(tree: ast.Module) -> Iterator[Edit]:
    """Capital names that a module gives a value once."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    given = Counter(each.id for each in names if isinstance(each.ctx, ast.Store))
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if not (isinstance(target, ast.Name) and given[target.id] == 1 and _CONSTANT.fullmatch(target.id)):
            continue
        if isinstance(node, ast.Assign):
            assert target.end_col_offset
            yield target.lineno, target.end_col_offset, target.lineno, target.end_col_offset, ": Final"
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            yield _instead(node.annotation, f"Final[{ast.unparse(node.annotation)}]")


def _records(tree: ast.Module) -> Iterator[Edit]:
    """The dataclasses of a module, and where it has its decorator from."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "factcheck.records":
            names = [each.name for each in node.names]
            others = [each for each in names if each != "dataclass"]
            parts = [f"from factcheck.records import {', '.join(others)}"] if others else []
            if "dataclass" in names:
                parts += ["import dataclasses", "from dataclasses import dataclass"]
            yield _instead(node, "; ".join(parts))
        elif isinstance(node, ast.ClassDef):
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "dataclass":
                    yield _decorator(node, decorator)
                    yield _methods(node)


def _decorator(record: ast.ClassDef, decorator: ast.Call) -> Edit:
    """`dataclass` without what C has by itself; none at all where there is a type to fill in."""
    first, start, last, end, _ = _instead(decorator, "")
    if record.bases:
        return first, start - 1, last, end, ""
    said = {str(each.arg): ast.unparse(each.value) for each in decorator.keywords}
    kept = {"init": "False"} | {word: value for word, value in said.items() if word in ("eq", "order")}
    own = any(isinstance(each, ast.FunctionDef) and each.name == "__hash__" for each in record.body)
    if said.get("frozen") == "True" and said.get("eq") != "False" and not own:
        kept["unsafe_hash"] = "True"
    words = ", ".join(f"{word}={value}" for word, value in kept.items())
    return first, start, last, end, f"dataclass({words})"


def _methods(record: ast.ClassDef) -> Edit:
    """The `__init__` and the `__reduce__` of a record, on the empty lines below it."""
    parameters, body, given = ["self"], [], []
    for node in record.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name, kind = node.target.id, ast.unparse(node.annotation)
            parameter, value = _field(name, kind, node.value)
            if parameter:
                parameters.append(parameter)
                given.append(f"self.{name},")
            body += [f"self.{name} = {value}"] if value else []
    if any(isinstance(node, ast.FunctionDef) and node.name == "__post_init__" for node in record.body):
        body.append("self.__post_init__()")
    below = (record.end_lineno or 0) + 1
    init = f"    def __init__({', '.join(parameters)}) -> None: {'; '.join(body)}"
    travels = f"    def __reduce__(self) -> tuple[object, ...]: return type(self), ({' '.join(given)})"
    return below, 0, below + 1, 0, f"{init}\n{travels}"


def _field(name: str, kind: str, default: ast.expr | None) -> tuple[str, str]:
    """A field as a parameter, empty when it is none, and the value it gets."""
    if default is None:
        return f"{name}: {kind}", name
    if not (isinstance(default, ast.Call) and ast.unparse(default.func) == "field"):
        return f"{name}: {kind} = {ast.unparse(default)}", name
    said = {each.arg: ast.unparse(each.value) for each in default.keywords}
    made = f"({said['default_factory']})()" if "default_factory" in said else said.get("default", "")
    if said.get("init") == "False":
        return "", made
    if "default_factory" in said:
        return f"{name}: {kind} | None = None", f"{made} if {name} is None else {name}"
    return f"{name}: {kind}" + (f" = {made}" if made else ""), name


def _instead(node: ast.expr | ast.stmt, text: str) -> Edit:
    assert node.end_lineno and node.end_col_offset
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, text
