"""The build hook: it compiles the packages that read and judge, from sources rewritten for mypyc."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_COMPILED = (
    *("articles", "checks", "claims", "engine", "figures", "model", "periods", "text"),
    *("calendar.py", "interval.py", "patterns.py", "stops.py"),
)
_WITHIN = ["-fvisibility=hidden", "-fno-semantic-interposition"]
"""Calls inside the library go straight to their functions: a twentieth faster (gcc and clang)."""

_NEEDS = ("mypy>=2.4,<2.5", "setuptools>=77")


class NativeHook(BuildHookInterface):
    """Puts the compiled modules beside their sources."""

    def dependencies(self) -> list[str]:
        """What the build needs beside a C compiler."""
        return [*_NEEDS]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless the wheel only points to the sources."""
        if version == "editable":
            return
        self.folder = Path(tempfile.mkdtemp(prefix="factcheck-"))
        for made in _made(Path(self.root), self.folder):
            build_data["force_include"][str(made)] = made.relative_to(self.folder / "made").as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        if version != "editable":
            shutil.rmtree(self.folder)


def _made(root: Path, folder: Path) -> list[Path]:
    """The compiled modules of the package in `root`, made in `folder`."""
    sys.path.insert(0, str(root))
    from factcheck.native.rewrite import rewritten  # noqa: PLC0415  # `root` is no place of its own before

    shutil.copytree(root / "factcheck", folder / "factcheck")
    shutil.copy(root / "pyproject.toml", folder)
    with chdir(folder):
        sources = [file for part in _COMPILED for file in _files(Path("factcheck") / part)]
        for file in sources:
            file.write_text(rewritten(file.read_text(encoding="utf-8")), encoding="utf-8")
        _compile([str(file) for file in sources])
    return sorted(file for file in (folder / "made").rglob("*") if file.is_file())


def _files(part: Path) -> list[Path]:
    return sorted(part.rglob("*.py")) if part.is_dir() else [part]


def _compile(sources: list[str]) -> None:
    """Make one library of `sources`, and for each the module that speaks for its part."""
    from mypyc.build import mypycify  # noqa: PLC0415  # only there while this hook builds
    from setuptools import Distribution  # noqa: PLC0415

    options = ["--ignore-missing-imports", "--no-warn-unused-ignores", *sources]
    modules = mypycify(options, opt_level="2", debug_level="0", multi_file=True, group_name="factcheck")
    for module in modules if sys.platform == "linux" else ():
        module.extra_compile_args += _WITHIN
    build: Any = Distribution({"name": "factcheck", "ext_modules": modules}).get_command_obj("build_ext")
    build.build_lib, build.build_temp = "made", "objects"
    build.ensure_finalized()
    one_by_one = build.build_extension

    def on_all_processors(module: object) -> None:
        build.compiler.compile = _spread(type(build.compiler).compile.__get__(build.compiler))
        one_by_one(module)

    build.build_extension = on_all_processors
    build.run()


def _spread(compile_files: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """A compiler's `compile` that works on as many files at once as there are processors."""

    def compiled(files: list[str], **options: Any) -> list[str]:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            made = pool.map(lambda file: compile_files([file], **options), files)
            return [each for some in made for each in some]

    return compiled
