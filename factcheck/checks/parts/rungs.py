"""Places told one by one, each with its value: 以32金领跑，…29金列第二，…27金排第三; 最多的是…，其次是….

A value belongs to the place of its own clause, else to that of the clause next to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.checks.parts.amounts import Amount
from factcheck.checks.parts.place_words import places_in
from factcheck.checks.parts.standings import number
from factcheck.model import Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

LAST = 1000
"""The place of who comes last, however many there are."""

_STOP = compiled(r"[，,；;：:。！？!?\n]|、")
_HARD = "；;。！？!?\n"
_FULL = "。！？!?"
_PRIZES = {"一": 1, "金": 1, "二": 2, "银": 2, "三": 3, "铜": 3}
_ELSEWHERE = compiled(
    r"(?:全[国省市州县区球镇国校]|世界|国际|国内|亚洲|[东中西]部|历史|史上|同期|[队校]史|同类|倒数|首次|连续|跃居|升至|上升|退居|降至)[^，,。；;：:]{0,6}$"
)
_EVER = compiled("(?:历史|史上|同期|[队校]史|倒数|首次|以来|近年)[^，,。；;：:]{0,6}$")
_LEADS = compiled(r"(?:暂时?|并|分|位|名|高|稳|则|也|仍|同样|排|列|居|获得?|夺得?|为|是|得到?|拿下|摘得)*")
_FORWARD = compiled("[是为的则]")
_COMPARED = compiled("[也则还又]?[比较与同](?!比)[^，。；]*|.*[比较][去上前第其同他她亚][^，。；]*")
_EARLIER = compiled("[去上前]年|同期|上届|上赛季|历史|纪录|记录")
_EVENT = compiled(
    r"(?<![\d.])(?:\d{1,3}00|50|60|110)米|公里|[组级项]|接力|[蛙蝶仰自混]泳|全能|[单双]打|[又还再]|此前|队史|首[枚块]"
)
_TH = "第?(?:[二三四五六七八九十]|\\d{1,2})"
_TOGETHER = compiled(
    rf"分[列居获别][^，。；第\d二三四五六七八九十]{{0,6}}(?P<places>{_TH}[名位]?(?:[、和与]{_TH}[名位]?)+)(?![\d次])"
)
_TOWN = compiled("[\u4e00-\u9fff](?P<kind>[县区市镇乡村队省州])(?=[^，。；\u4e00-\u9fff]|以|为|达|增)")
_NEXT = 6
_SHARED = compiled("分[列居获别][^，。；]{0,10}$")
_DIGIT = compiled("[二三四五六七八九十]|\\d+")
_FAR = 2
_Said = tuple[int, str, Span]
_SCORED = frozenset({"分", "票", "环", "球", "秒"})


@dataclass(frozen=True, slots=True, eq=False)
class Rung:
    """A place, the words that tell it, and the values told for it."""

    place: int
    span: Span
    kind: str
    held: tuple[Amount, ...]
    words: str

    @property
    def surely(self) -> bool:
        """Whether its word is of a ranking and of nothing else."""
        return self.kind in ("second", "third", "last", "least", "prize")


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """A clause, with the places and amounts in it; `hard` when more than a comma parts it from the last."""

    span: Span
    hard: str
    places: tuple[re.Match[str], ...]
    held: tuple[Amount, ...]


def ladders(text: str, line: Span, found: Sequence[Amount]) -> Iterator[list[Rung]]:
    """The rungs of each ranking in `line`, the first place at the front."""
    ladder: list[Rung] = []
    pieces = list(_pieces(text, line, found))
    for rung, far in _bound(text, pieces):
        if ladder and far < _FAR and (placed := _after(ladder, rung)) is not None:
            ladder.append(placed)
            continue
        yield ladder
        ladder = [_opened(rung)] if rung.place == 1 or rung.kind in ("nth", "least") else []
    yield ladder


def _opened(rung: Rung) -> Rung:
    """A lowest that is told first is the first of those from low to high."""
    place = 1 if rung.kind == "least" else rung.place
    return Rung(place, rung.span, rung.kind, rung.held, rung.words)


def _after(ladder: Sequence[Rung], rung: Rung) -> Rung | None:
    """The rung as the next one of a ladder; nothing when it is none."""
    above = ladder[-1]
    if above.place == LAST:
        return None
    if ladder[0].kind == "least" and rung.kind == "most":
        return Rung(LAST, rung.span, rung.kind, rung.held, rung.words)
    if rung.kind == "second" and above.place > 1 and rung.span is not None:
        return Rung(above.place + 1, rung.span, rung.kind, rung.held, rung.words)  # 其次…其次
    return rung if rung.place > above.place else None


def _pieces(text: str, line: Span, found: Sequence[Amount]) -> Iterator[_Piece]:
    start, hard = line.start, "\n"
    starts = [one.span.start for one in found]
    for stop in (*_STOP.finditer(text, line.start, line.end), None):
        end = stop.start() if stop is not None else line.end
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        here, later = found[first:last], found[last : last + 1]
        places = tuple(places_in(text, start, end))
        listed = stop is not None and stop.group() == "、"
        if listed and (_SHARED.search(text, start, end) or not _whole(here, later, places)):
            continue
        held = tuple(one for one in here if not _COMPARED.fullmatch(text, start, one.span.start))
        yield _Piece(Span(start, end), hard, places, held)
        start, hard = end + 1, stop.group() if stop is not None else ""


def _whole(here: Sequence[Amount], later: Sequence[Amount], places: Sequence[re.Match[str]]) -> bool:
    """Whether a pause mark ends what is told of one: not in 甲、乙并列第二 or 41金、总分1286分居首."""
    units = {one.unit for one in here}
    return bool(here) and (bool(places) or any(one.unit in units for one in later))


def _bound(text: str, pieces: Sequence[_Piece]) -> Iterator[tuple[Rung, int]]:
    """The places that have values, each with how many sentences it stands behind the one before."""
    used: set[int] = set()
    far, listing = 0, False
    for at, piece in enumerate(pieces):
        far += piece.hard in _FULL
        together = _together(text, pieces, at)
        if together:
            used.update(range(at - len(together), at + 1))
            yield together[0], far
            yield from ((rung, 0) for rung in together[1:])
            far = 0
            continue
        if _led_by_all(text, pieces, at):
            yield from ((rung, far) for rung in _placed(text, pieces, at, _place(piece.places), used))
            far = 0
            continue
        if any(_elsewhere(text, piece, one) for one in piece.places):
            far += _FAR
            continue
        said = _place(piece.places)
        listing = (listing and said is None and piece.hard == "、") or (
            said is not None and said[1] == "then"
        )
        rungs = list(_following(text, piece)) if listing else _placed(text, pieces, at, said, used)
        for rung in rungs:
            yield rung, far
            far = 0


def _together(text: str, pieces: Sequence[_Piece], at: int) -> list[Rung]:
    """甲9.7%、乙8.1%，分列第二、第三位: as many places as there are values right before them."""
    found = _TOGETHER.search(text, pieces[at].span.start, pieces[at].span.end)
    places = [number(one) for one in _DIGIT.findall(found.group("places"))] if found else []
    last = at if pieces[at].held else at - 1
    first = last - len(places) + 1
    if found is None or first < 0 or any(piece.hard in _HARD for piece in pieces[first + 1 : at + 1]):
        return []
    named = pieces[first : last + 1]
    if any(not piece.held or (piece.places and piece is not pieces[at]) for piece in named):
        return []
    said = Span(*found.span())
    words = [text[piece.span.start : min(piece.span.end, said.start)] for piece in named]
    return [
        Rung(place, said, "nth", piece.held[:1], own)
        for place, piece, own in zip(places, named, words, strict=True)
    ]


def _led_by_all(text: str, pieces: Sequence[_Piece], at: int) -> bool:
    """甲县9.2%，居全市首位；乙县、丙县…分列第二、第三: the first of the same ranking, not one in another."""
    told = pieces[at].places
    if len(told) != 1 or told[0].lastgroup not in ("first", "nth"):
        return False
    lead = pieces[max(0, at - 1)].span.start
    name = _TOWN.search(text, lead, pieces[at].span.end)
    for later in range(at + 1, min(at + _NEXT, len(pieces))):
        if pieces[later].hard in _FULL:
            return False
        if any(one.lastgroup == "then" for one in pieces[later].places):
            return True  # 居全省首位，往下依次是丙港、丁港
        rungs = _together(text, pieces, later)
        if rungs:
            return name is not None and all(name["kind"] in one.words for one in rungs)
    return False


def _elsewhere(text: str, piece: _Piece, place: re.Match[str]) -> bool:
    """Whether a place is one in another ranking (居全省第二, 史上最高)."""
    if place.lastgroup in ("silver", "bronze") and _EVENT.search(text, piece.span.start, place.start()):
        return True
    scope = _EVER if place.lastgroup in ("most", "least") else _ELSEWHERE
    return scope.search(text, piece.span.start, place.start()) is not None


def _following(text: str, piece: _Piece) -> Iterator[Rung]:
    """其后依次是乙9人、丙7人: each a place behind the one before."""
    for one in piece.held:
        yield Rung(2, one.span, "second", (one,), piece.span.of(text))


def _placed(text: str, pieces: Sequence[_Piece], at: int, said: _Said | None, used: set[int]) -> list[Rung]:
    """The rung of the clause `at`, if it tells a place whose value can be found; `used` are taken."""
    source = _source(text, pieces, at, said[2]) if said is not None else None
    if said is None or source is None or source in used:
        return []
    used.add(source)
    place, kind, span = said
    held = tuple(one for one in pieces[source].held if kind != "prize" or one.unit in _SCORED)
    first, last = pieces[min(at, source)], pieces[max(at, source)]
    words = text[first.span.start : last.span.end]
    return [Rung(place, span, kind, held, words)] if held else []


def _source(text: str, pieces: Sequence[_Piece], at: int, span: Span) -> int | None:
    """Which clause has the value of the place at `span` in the clause `at`."""
    piece = pieces[at]
    if piece.held:
        return at
    behind = at + 1 < len(pieces) and _lone(text, pieces[at + 1]) and pieces[at + 1].hard not in _HARD
    ahead = at > 0 and _lone(text, pieces[at - 1]) and piece.hard not in _HARD
    trails = _LEADS.fullmatch(text, piece.span.start, span.start) and not _FORWARD.match(text, span.end)
    if ahead and (trails or not behind):
        return at - 1
    return at + 1 if behind else None


def _lone(text: str, piece: _Piece) -> bool:
    """Whether a clause has a value of now, and no place of its own."""
    bare = bool(piece.held) and not piece.places
    return bare and not _EARLIER.search(text, piece.span.start, piece.held[0].span.start)


def _place(places: Sequence[re.Match[str]]) -> _Said | None:
    """The place a clause tells, its kind and its words; a number says more than 紧随其后."""
    told = {one.lastgroup or "": one for one in places}
    if not told:
        return None
    if "nth" in told:
        value = number(told["nth"].group("nth"))
        return (value, "nth", Span(*told["nth"].span())) if value and _agree(told, value) else None
    if len(told) > 1:
        return None
    ((kind, one),) = told.items()
    if kind == "prize":
        return _PRIZES[one.group()[0]], kind, Span(*one.span())
    ranks = {"most": 1, "first": 1, "second": 2, "third": 3, "then": 2, "last": LAST, "least": LAST}
    ranks |= {"silver": 2, "bronze": 3}
    return ranks[kind], {"silver": "second", "bronze": "third"}.get(kind, kind), Span(*one.span())


def _agree(told: dict[str, re.Match[str]], value: int) -> bool:
    """第一 beside 最高 or 冠军 is one place."""
    firsts = not told.keys() - {"nth", "most", "first"}
    return (
        len(told) == 1
        or (firsts and value == 1)
        or told.keys() == {"nth", "second"}
        or told.keys() == {"nth", "prize"}
    )
