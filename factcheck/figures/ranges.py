"""Several numbers that are one expression: ranges, approximate pairs, ratios and scores.

A range is two figures, never one interval. Its first end takes over what the second says: unit
and percent sign (5-20%), and the magnitude where that keeps the ends in order (10~15万元).
"""

from __future__ import annotations

from factcheck.figures.contexts import contexts
from factcheck.figures.measures import measure_at
from factcheck.figures.numerals import DIGITS
from factcheck.figures.pieces import Piece
from factcheck.figures.units import Units
from factcheck.model import FigureKind, GroupKind
from factcheck.patterns import compiled

Ends = tuple[GroupKind, list[Piece]]

_NEXT = "(?=[-－]?[0-9.]|[负一二两三四五六七八九十百千])"
_LINK = compiled(rf"(?: ?(?:[~～〜∼至到]|[—―]{{1,2}}) ?|[-－–]| [-－–] ){_NEXT}")
_CHANGE = compiled("[由从自]")
_COLON = compiled(r" ?[:：∶] ?(?=[0-9])")
_AGAINST = compiled(r"比(?=[0-9一二三四五六七八九十零])")
_FORMULA = compiled(r"[0-9.,%％ 万亿元]{0,12}[=＝]")
_LINKS = frozenset("~～〜∼至到-－–—― ")
_COLONS = frozenset(":：∶")
_TOO_LARGE = 200  # for a score
_SORTS = ("tenths", "discount")  # 六至八折: nothing is left out


def joined(units: Units, text: str, piece: Piece, limit: int) -> Ends | None:
    """The group that `piece` begins, `None` when it stands alone."""
    if piece.second is not None:
        return GroupKind.RANGE, _pair(piece, piece.second)
    follows = text[piece.end]
    if follows in _LINKS:
        near = follows != " " or text[piece.end + 1] in _LINKS
        if near:
            return _range(units, text, piece, limit)
        follows = text[piece.end + 1] if text[piece.end + 1] in _COLONS else ""
    if piece.unit is None and piece.kind is FigureKind.NUMBER and follows in _AFTER_BARE:
        return _AFTER_BARE[follows](units, text, piece, limit)
    return None


def _pair(piece: Piece, second: int) -> list[Piece]:
    """两三个 and 三四十万: both ends share what follows; the first is printed up to the split."""
    split = piece.split
    left = piece._replace(second=None, form=piece.form | {"approximate"}, stop=split, end=split)
    right = left._replace(start=split, first=split, stop=piece.stop, end=piece.end, mantissa=second)
    return [left, right]


def _range(units: Units, text: str, piece: Piece, limit: int) -> Ends | None:
    link = _LINK.match(text, piece.end)
    if link is None:
        return None
    at = link.end()
    negative = text[at] in "负-－"
    other = measure_at(units, text, at + negative)
    if other is None or other.end > limit or other.kind is FigureKind.FRACTION or other.sort == "ordinal":
        return None
    if negative:
        other = other._replace(start=at, mantissa=-other.mantissa)
    if (
        "-" in link.group()
        and piece.unit is None
        and other.unit is None
        and is_contest(text, piece.first, other.end)
    ):
        return _versus(text, [piece, other], said=True)
    if "-" in link.group() and not _is_span(text, piece, other):
        return None
    change = _CHANGE.search(text, max(piece.first - 1, 0), piece.first) is not None
    ends = _inherited(text, piece, other) if piece.unit is None else _alike(piece, other, change=change)
    return None if ends is None else (GroupKind.RANGE, ends)


def _is_span(text: str, left: Piece, right: Piece) -> bool:
    """A hyphen between numbers that could as well be a code or a difference."""
    if _FORMULA.match(text, right.end):
        return False
    if left.unit is not None or right.unit is not None:
        return True
    rest = text[right.end]
    return rest not in "-/" and not (rest.isascii() and rest.isalpha()) and _size(left) < _size(right)


def _inherited(text: str, left: Piece, right: Piece) -> list[Piece] | None:
    """The first end with the unit of the second and, where that keeps the order, its magnitude."""
    if right.sort == "tenths":
        left = left._replace(exponent=left.exponent + 1, sort="tenths")
    made = _raised(text, left, right)._replace(unit=right.unit, kind=right.kind)
    if right.kind is FigureKind.PERCENT and right.sort not in _SORTS and right.end > right.stop:
        made = made.flagged("range-unit-dropped")
    return [made.flagged("range-reversed") if _size(right) < _size(made) else made, right]


def _raised(text: str, left: Piece, right: Piece) -> Piece:
    """The first end under the 万, 亿 or 千 of the second."""
    if right.large and not left.large:
        raised = left._replace(exponent=left.exponent + _magnitude(text, right), large=True)
        if _size(raised) <= _size(right) or left.exponent < 0:
            return raised.flagged("range-unit-dropped")
    elif right.exponent > 1 and left.exponent == 0 and not right.hanzi:  # 3-5千元
        return left._replace(exponent=right.exponent)
    return left


def _alike(left: Piece, right: Piece, *, change: bool) -> list[Piece] | None:
    """Two ends that both have a unit; they make a range only if they convert, and no change (由5%到3%)."""
    if change or right.unit is None or left.unit is None or right.unit.base != left.unit.base:
        return None
    if left.unit is right.unit and _size(right) < _size(left):
        right = right.flagged("range-reversed")
    return [left, right]


def _magnitude(text: str, piece: Piece) -> int:
    """The power of ten of the 万, 亿 or 万亿 that the number ends in."""
    written = text[piece.first : piece.stop].rstrip("余多来几 ")
    return 12 if written.endswith("万亿") else {"亿": 8, "万": 4}.get(written[-1:], 0)


def _size(piece: Piece) -> int:
    return piece.mantissa * int(10 ** (piece.exponent + 40))


def _ratio(units: Units, text: str, piece: Piece, limit: int) -> Ends | None:
    """21.5∶36.1∶42.4 and 1∶500 are ratios, 3∶2 is a score."""
    pieces = [piece]
    while len(pieces) < 12:
        colon = _COLON.match(text, pieces[-1].end)
        after = None if colon is None else measure_at(units, text, colon.end())
        if after is None or after.kind is not FigureKind.NUMBER or after.end > limit or _is_year(after):
            break
        pieces.append(after)
    if len(pieces) == 1 or _is_year(piece):
        return None
    return _versus(text, pieces)


def _versus(text: str, pieces: list[Piece], *, said: bool = False) -> Ends:
    """A score where a match or nothing but small numbers are spoken of, otherwise a ratio.

    `said` is 3比2, which is a score unless a share is spoken of.
    """
    first = pieces[0].start
    small = all(one.exponent == 0 and one.mantissa <= _TOO_LARGE for one in pieces)
    if len(pieces) > 2 or not small or contexts().proportion.search(text, max(first - 8, 0), first):
        return GroupKind.RATIO, pieces
    plain = not any(one.mantissa in (1, 100) or one.mantissa > 30 for one in pieces)
    if said or plain or is_contest(text, first, pieces[1].end):
        return GroupKind.SCORE, [one._replace(sort="score") for one in pieces]
    return GroupKind.RATIO, pieces


def is_contest(text: str, first: int, last: int) -> bool:
    """Whether a match is spoken of around `first:last`."""
    return contexts().contest.search(text, max(first - 20, 0), last + 20) is not None


def _is_year(piece: Piece) -> bool:
    return piece.stop - piece.first == 4 and 1900 <= piece.mantissa < 2100


def _score(units: Units, text: str, piece: Piece, limit: int) -> Ends | None:
    """3比2; 上年比2020年 is none."""
    link = _AGAINST.match(text, piece.end)
    other = None if link is None else measure_at(units, text, link.end())
    if other is None or other.kind is not FigureKind.NUMBER or other.end > limit:
        return None
    if max(piece.mantissa, other.mantissa) > _TOO_LARGE or text[other.end] in "年上":
        return None
    return _versus(text, [piece, other], said=True)


def _paused(units: Units, text: str, piece: Piece, limit: int) -> Ends | None:
    """三、四个 for about three or four."""
    if not piece.hanzi:
        return _listed(units, text, piece, limit)
    if piece.stop - piece.first != 1 or text[piece.end + 1] not in DIGITS:
        return None
    other = measure_at(units, text, piece.end + 1)
    if other is None or other.unit is None or other.end > limit or other.stop - other.first != 1:
        return None
    if other.mantissa != piece.mantissa + 1 or text[piece.first - 1] in "第、":
        return None
    left = piece._replace(unit=other.unit, kind=other.kind)
    return GroupKind.RANGE, [one.flagged("pause-in-approx").flagged("approximate") for one in (left, other)]


def _listed(units: Units, text: str, piece: Piece, limit: int) -> Ends | None:
    """3.1、1.6、0.8个百分点: what is listed takes its unit from the last."""
    pieces = [piece]
    while pieces[-1].unit is None and text[pieces[-1].end] == "、" and len(pieces) < 16:
        after = measure_at(units, text, pieces[-1].end + 1)
        if after is None or after.end > limit or after.hanzi or after.kind is FigureKind.FRACTION:
            return None
        pieces.append(after)
    last = pieces[-1]
    if last.unit is None or text[piece.start - 1] in "第\n\0":
        return None
    made = [_raised(text, one, last) for one in pieces[:-1]]
    shared = [
        one._replace(unit=last.unit, kind=last.kind, sort=last.sort, form=_LISTED | piece.form)
        for one in made
    ]
    return GroupKind.LIST, [*shared, last]


_LISTED = frozenset({"unit-inherited"})
_AFTER_BARE = {**dict.fromkeys(_COLONS, _ratio), "比": _score, "、": _paused}
