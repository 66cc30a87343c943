"""The command line as a function: arguments in, exit status and both outputs back."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.cli import main

BAD = "2024年全县接待游客1200万人次，同比增长10%。2023年全县接待游客1000万人次。\n"
GOOD = "2024年全县接待游客1200万人次，同比增长20%。2023年全县接待游客1000万人次。\n"
OTHER = "2024年全镇改造管网60公里，同比增长20%。2023年全镇改造管网50公里。\n"
WORSE = OTHER.replace("20%", "30%")
VAGUE = "会场约有300人左右到场。\n"


@dataclass(frozen=True)
class Done:
    """How a run ended."""

    status: int
    out: str
    err: str


class Run:
    """Runs the command inside this process, in a folder of its own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
        self.folder, self.monkeypatch, self.capfd = folder, monkeypatch, capfd

    def __call__(self, *arguments: object) -> Done:
        self.monkeypatch.setattr(sys, "argv", ["factcheck", *map(str, arguments)])
        self.capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        out, err = self.capfd.readouterr()
        code = left.value.code
        return Done(code if isinstance(code, int) else 0, out, err)

    def file(self, name: str, text: str) -> Path:
        """A file in the folder of the run."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path
