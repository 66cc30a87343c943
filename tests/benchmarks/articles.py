"""How fast files are decoded and taken apart into articles.

Run it by hand: python tests/benchmarks/articles.py [FILE or FOLDER …]; the five source documents by default.
Each line gives characters, articles, and million characters per second of one core for reading a file,
for taking it apart, and for both; short files are repeated until there is enough to measure.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

from factcheck import readers
from factcheck.articles import articles

SEEDS = Path(__file__).parent.parent.parent / "seeds"
ENOUGH = 200_000


def main(paths: list[Path]) -> None:
    """Measure every path and write one line for each."""
    sys.stdout.write(f"{'file':<36}{'chars':>10}{'articles':>10}{'read':>8}{'articles':>10}{'both':>8}\n")
    for path in readers.inputs(paths)[0]:
        sys.stdout.write(line(path) + "\n")


def line(path: Path) -> str:
    """The measurements of one file."""
    data = path.read_bytes()
    document = readers.read_bytes(data, path.name)
    articles(document)
    rounds = max(1, ENOUGH // len(document.text))
    size = rounds * len(document.text)
    start = process_time()
    documents = [readers.read_bytes(data, path.name) for _ in range(rounds)]
    middle = process_time()
    found = [articles(document) for document in documents]
    end = process_time()
    times = (middle - start, end - middle, end - start)
    speeds = "".join(
        f"{size / max(seconds, 1e-9) / 1e6:>{width}.1f}"
        for seconds, width in zip(times, (8, 10, 8), strict=True)
    )
    return f"{path.name[:34]:<36}{len(document.text):>10}{len(found[0]):>10}{speeds}"


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [SEEDS])
