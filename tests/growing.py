"""How much longer twice the work takes: a ratio of processor times, never a time."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

FEWEST, MOST = 3, 30
FORGIVEN = 0.004
"""Seconds below which a ratio says nothing."""


def ratio(short: Callable[[], object], long: Callable[[], object], allowed: float) -> float:
    """Time of `long` over that of `short`, the best of each, run in turn without the garbage collector.

    A busy machine only ever adds to a time, so the runs go on, up to `MOST` of each, until the ratio is
    `allowed`; what truly grows faster stays above it however often it is run.
    """
    best, works = [float("inf")] * 2, (short, long)
    gc.collect()
    gc.disable()
    try:
        for turn in range(MOST):
            for place, work in enumerate(works):
                best[place] = min(best[place], _time(work))
            if turn + 1 >= FEWEST and best[1] <= max(allowed * best[0], FORGIVEN):
                break
    finally:
        gc.enable()
    return best[1] / best[0] if best[1] > FORGIVEN else 0.0


def _time(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
