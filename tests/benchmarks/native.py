"""The native build beside the plain one: the same reports, and how much faster.

Run it by hand with a C compiler: python tests/benchmarks/native.py [FILE …]
It installs factcheck twice into new environments, plain and compiled (some minutes), checks the files (the
seeds, where none is named) with both, and prints characters a second, seconds of processor time of a cold
start and the ratios. The status is 1 when a report differs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
KINDS = {"plain": {}, "native": {"HATCH_BUILD_HOOK_ENABLE_CUSTOM": "1"}}
TIMES = 5

_TIMED = """
import gc, resource, sys
from factcheck.config import Settings
from factcheck.pipeline.opened import document, readings
from factcheck.pipeline.rules import chosen, loaded
from factcheck.engine import judge
started = resource.getrusage(resource.RUSAGE_SELF).ru_utime
gc.set_threshold(100_000, 20, 100)  # as the command sets it
rules = chosen(loaded(Settings()), Settings())
files = [document(name, Settings()) for name in sys.argv[2:]]
spent = []
for _ in range(int(sys.argv[1])):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    every = [reading for file in files for reading in readings(file)]
    judge(every, rules)
    spent.append(resource.getrusage(resource.RUSAGE_SELF).ru_utime - before)
size = sum(len(reading.article.text) for reading in every)
print(size / min(spent), started)
"""


def main() -> int:
    """Install both, check, time, print; 0 when all reports agree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", default=sorted(map(str, (ROOT / "seeds").glob("*.txt"))))
    files = parser.parse_args().files
    with tempfile.TemporaryDirectory() as folder:
        commands = {kind: _installed(Path(folder) / kind, more) for kind, more in KINDS.items()}
        reports = {kind: _report(command, files) for kind, command in commands.items()}
        speeds = {kind: _speed(command, files) for kind, command in commands.items()}
    for kind, (speed, start) in speeds.items():
        sys.stdout.write(f"{kind:7} {speed / 1000:6.0f} k characters/s, modules loaded after {start:.2f} s\n")
    sys.stdout.write(f"ratio   {speeds['native'][0] / speeds['plain'][0]:6.2f}\n")
    same = reports["plain"] == reports["native"]
    sys.stdout.write("the reports agree\n" if same else "THE REPORTS DIFFER\n")
    return 0 if same else 1


def _installed(folder: Path, more: dict[str, str]) -> Path:
    """The Python of a new environment with factcheck in it."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / "bin" / "python"
    install = [python, "-m", "pip", "install", "-q", "--no-cache-dir", ROOT]
    subprocess.run(install, check=True, env={**os.environ, **more})
    return python


def _report(python: Path, files: list[str]) -> dict[str, object]:
    """What a check of the files says, as JSON."""
    command = [python, "-m", "factcheck", "check", *files, "--no-cache", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=python.parent, check=False)
    report: dict[str, object] = json.loads(done.stdout)
    return report


def _speed(python: Path, files: list[str]) -> tuple[float, float]:
    """Characters a second, all steps on one core, and the seconds until all modules were loaded."""
    command = [python, "-c", _TIMED, str(TIMES), *files]
    done = subprocess.run(command, capture_output=True, text=True, cwd=python.parent, check=True)
    speed, start = map(float, done.stdout.split())
    return speed, start


if __name__ == "__main__":
    sys.exit(main())
