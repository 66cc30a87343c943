"""The structures that add up by what their words mean, loaded once from `lexicon/packs.toml`."""

from __future__ import annotations

from functools import cache

from factcheck.claims.lexicons import lexicon
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class UnitPack:
    """Figures that are told apart by their measure words, with the units of their whole."""

    name: str
    whole: tuple[str, ...]
    parts: tuple[str, ...]
    weights: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Packs:
    """Structures that add up by what their words mean; see `lexicon/packs.toml`."""

    flow: dict[str, tuple[str, ...]]
    account: dict[str, tuple[str, ...]]
    remainder: tuple[str, ...]
    remainder_leaks: tuple[str, ...]
    done: tuple[str, ...]
    open_balance: tuple[str, ...]
    stocks: tuple[str, ...]
    stages_done: tuple[str, ...]
    stages_open: tuple[str, ...]
    units: tuple[UnitPack, ...]
    points: tuple[UnitPack, ...]
    discount: tuple[str, ...]
    extremes: dict[str, tuple[str, ...]]
    spread: dict[str, tuple[str, ...]]


@cache
def packs() -> Packs:
    """The structures that add up."""
    table = lexicon("packs")
    return Packs(
        flow={name: tuple(found) for name, found in table["flow"].items()},
        account={name: tuple(found) for name, found in table["account"].items()},
        remainder=tuple(table["remainder"]["words"]),
        remainder_leaks=tuple(table["remainder"]["leaks"]),
        done=tuple(table["remainder"]["done"]),
        open_balance=tuple(table["balance"]["leaks"]),
        stocks=tuple(table["stock"]["words"]),
        stages_done=tuple(table["stages"]["done"]),
        stages_open=tuple(table["stages"]["open"]),
        units=tuple(UnitPack(u["name"], tuple(u["whole"]), tuple(u["parts"])) for u in table["units"]),
        points=tuple(
            UnitPack(p["name"], (), tuple(p["parts"]), tuple(p["weights"])) for p in table["points"]
        ),
        discount=tuple(table["discount"]["words"]),
        extremes={name: tuple(found) for name, found in table["extremes"].items()},
        spread={name: tuple(found) for name, found in table["spread"].items()},
    )
