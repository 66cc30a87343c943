"""Slips of the pen: what a printed number becomes by one slip, and what it then means.

One digit mistyped, two neighbours swapped, one left out or typed twice, the decimal point moved, 万
for 亿: the errors of restricted Damerau–Levenshtein distance 1, with those that Chinese adds.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim
from factcheck.patterns import compiled
from factcheck.records import dataclass

_NUMBER = compiled(r"(\d[\d,]*)(\.\d+)?(万亿|亿|万)?")
_MASSES = (("公斤", "吨", Fraction(1000)), ("千克", "吨", Fraction(1000)), ("吨", "公斤", Fraction(1, 1000)))
_PERCENTS = (("%", "‰", Fraction(1, 10)), ("‰", "%", Fraction(10)))
_SIZES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}


@dataclass(frozen=True, slots=True)
class Edit:
    """A number as it would be printed after one slip is undone, and what it would mean.

    Attributes:
        replacement: the text of the whole claim with the number mended.
        interval: the values it would have, signed, in base units.
        why: the slip, for an editor (Chinese).
        cost: how unlikely the slip is; 0 for the likeliest.
    """

    replacement: str
    interval: Interval
    why: str
    cost: int


def edits(claim: Claim) -> Iterator[Edit]:
    """Every number one slip away from what `claim` says; none for claims of several figures."""
    text = claim.span.of(claim.article.text)
    found = _NUMBER.search(text)
    figure = claim.figures[0] if len(claim.figures) == 1 else None
    if found is None or claim.interval is None or figure is None or not figure.value or not found[1]:
        return
    whole, tail, size = found[1].replace(",", ""), found[2] or "", found[3] or ""
    before = Decimal(whole + tail) * _SIZES[size]
    if before != figure.value or len(_NUMBER.findall(text)) > 1:
        return
    scale = (claim.unit.scale if claim.unit else 1) * claim.sign
    for digits, why, cost in _slips(whole + tail):
        change = Fraction(Decimal(digits) * _SIZES[size] - before)
        moved = claim.interval.shifted(change * scale)
        yield Edit(text[: found.start()] + digits + size + text[found.end() :], moved, why, cost)
    for sign, other, factor in (*_PERCENTS, *_MASSES):
        if text.endswith(sign):
            moved = claim.interval.scaled(factor)
            yield Edit(text.replace(sign, other), moved, f"“{sign}”疑为“{other}”", 1)
    for digits, word, why in _shifts(whole + tail, size):
        ratio = Fraction(Decimal(digits) * _SIZES[word]) / Fraction(before)
        moved = claim.interval.scaled(ratio)
        yield Edit(text[: found.start()] + digits + word + text[found.end() :], moved, why, 1)


def _slips(number: str) -> Iterator[tuple[str, str, int]]:
    """Numbers with one digit changed, swapped, dropped or added."""
    point = number.find(".") if "." in number else len(number)
    for at, digit in enumerate(number):
        if digit == ".":
            continue
        head, rest = number[:at], number[at + 1 :]
        for other in "0123456789":
            if other != digit and not (other == "0" and at == 0 and point > 1):
                yield head + other + rest, f"“{digit}”疑为“{other}”", 0
            if at < point and (at or other != "0"):
                yield head + other + digit + rest, f"疑漏一位“{other}”", 2
        yield from _swaps(head, digit, rest)
        if at < point and point > 1 and (at or number[1] != "0"):
            yield head + rest, f"疑多一位“{digit}”", 2


def _swaps(head: str, digit: str, rest: str) -> Iterator[tuple[str, str, int]]:
    """A digit and the one after it changed about, also across the point (37.1, 31.7)."""
    point = "." if rest.startswith(".") else ""
    rest = rest.removeprefix(".")
    if rest[:1] not in ("", digit) and (head or rest[0] != "0"):
        swapped = f"{rest[0]}{point}{digit}"
        yield head + swapped + rest[1:], f"“{digit}{point}{rest[0]}”疑为“{swapped}”", 0


def _shifts(number: str, size: str) -> Iterator[tuple[str, str, str]]:
    """Numbers with the decimal point moved or another magnitude."""
    for word in ("万", "亿"):
        if size and size not in ("万亿", word):
            yield number, word, f"“{size}”疑为“{word}”"
    for places in (-2, -1, 1, 2):
        yield (
            f"{Decimal(number).scaleb(places):f}",
            size,
            "小数点疑错位" if "." in number else "疑多（漏）写零",
        )
