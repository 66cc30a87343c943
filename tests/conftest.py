"""Fixtures that several test files share."""

from __future__ import annotations

import pytest
from cli_runs import Run


@pytest.fixture
def run(tmp_path, monkeypatch, capfd):
    """The command line, in an empty folder, with a cache of its own and no colour."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / ".cache"))
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("FACTCHECK_FORMAT", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return Run(tmp_path, monkeypatch, capfd)
