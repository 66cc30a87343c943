"""The command line: one file per command; options in, exit status out, no logic."""

from __future__ import annotations

from factcheck.cli.parts.app import main

__all__ = ["main"]
