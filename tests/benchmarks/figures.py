"""How fast figures and dates are read, beside `cn2an.transform` on the same texts.

Run it by hand: python tests/benchmarks/figures.py [FILE or FOLDER …]; the five source documents by default.
Each line gives characters, figures per 100 characters, and million characters per second of one core
for dates alone, figures alone, both together, and cn2an.transform.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from time import process_time

import cn2an

from factcheck.figures import lex
from factcheck.periods import periods

SEEDS = Path(__file__).parent.parent.parent / "seeds"
ROUNDS = 5


def main(paths: list[Path]) -> None:
    """Measure every path and write one line for each."""
    sys.stdout.write(
        f"{'texts':<24}{'chars':>10}{'fig/100':>9}{'dates':>8}{'figures':>9}{'both':>8}{'cn2an':>8}{'ratio':>7}\n"
    )
    for path in paths:
        files = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
        texts = [file.read_text(encoding="utf-8") for file in files]
        sys.stdout.write(line(path.name, texts) + "\n")


def line(name: str, texts: list[str]) -> str:
    """The measurements of one set of texts."""
    dated = [periods(text) for text in texts]
    size = sum(map(len, texts))
    count = sum(len(lex(text, dates).figures) for text, dates in zip(texts, dated, strict=True))
    dates = size / best(lambda: [periods(text) for text in texts])
    alone = size / best(lambda: [lex(text, found) for text, found in zip(texts, dated, strict=True)])
    both = size / best(lambda: [lex(text, periods(text)) for text in texts])
    other = size / best(lambda: [transformed(text) for text in texts])
    speeds = "".join(
        f"{speed / 1e6:>{width}.2f}" for speed, width in ((dates, 8), (alone, 9), (both, 8), (other, 8))
    )
    return f"{name:<24}{size:>10}{100 * count / size:>9.1f}{speeds}{both / other:>7.2f}"


def best(work: Callable[[], object]) -> float:
    """Processor time of `work`, the best of several rounds."""
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def transformed(text: str) -> str:
    """What cn2an makes of the text; it warns of numerals it cannot read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return str(cn2an.transform(text))


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]] or [SEEDS])
