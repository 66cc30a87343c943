"""Wording rules: sequences of tokens (约 … 45个 … 左右), and flags of malformed numbers.

A pattern is a row of elements: a label of hedges or breaks (`approx`), `figure`, `period`, each
with alternatives (`approx|near`) and, after a colon, what a figure must be (`figure:percent`,
`figure:money|count`: its kind, dimension, unit or a flag of its form). `~N` between two elements lets
up to N characters stand between them, none of which is punctuation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.checks import Judgement, Spot
from factcheck.checks.parts.quotes import spoken
from factcheck.engine.rule import Element, Malformed, Wording
from factcheck.model import Figure, Period, Reading, Span, Token, TokenKind
from factcheck.patterns import compiled

_PUNCTUATION = frozenset("，。；：！？、,;:!?…—（）()《》“”‘’\"'\n")
Places = Mapping[str, Sequence[int]]
"""Where the tokens of each label stand."""
_LABEL = compiled(r"[a-z][a-z-]*")


def pattern(text: str) -> tuple[Element, ...]:
    """The elements written as `text`.

    Raises:
        ValueError: it is not a pattern; the message (Chinese) says what is wrong.
    """
    elements: list[Element] = []
    gap = 0
    for word in text.split():
        if word.startswith("~"):
            if not word[1:].isdigit() or not elements:
                raise ValueError(f"“{word}”应为 ~ 加字数（如 ~6），写在两个记号之间")
            gap = int(word[1:])
            continue
        elements.append(_element(word, gap))
        gap = 0
    if not elements or gap:
        raise ValueError("记号序列不能为空，也不能以 ~ 结尾")
    return tuple(elements)


def matches(form: Wording, reading: Reading, where: Places) -> Iterator[Judgement]:
    """Every place where the tokens of `reading` fit; direct speech is left as it was said."""
    end, starts = -1, _starts(form.elements, where)
    for label in sorted(form.elements[0].labels) if starts else ():
        for start in where.get(label, ()):
            found = _match(form.elements, reading, start) if start in starts else None
            if found and found[0].span.start >= end and not spoken(reading.article.text, found[0].span):
                end = found[-1].span.end
                yield _judgement(form, reading, found)


def _starts(elements: Sequence[Element], where: Places) -> set[int]:
    """Where a match may begin: as far before a token of the rarest element as that stands in the pattern."""
    rarest, fewest = 0, None
    for place, element in enumerate(elements):
        count = sum([len(where[label]) for label in element.labels if label in where])
        if not count:
            return set()
        if fewest is None or count < fewest:
            rarest, fewest = place, count
    return {at - rarest for label in elements[rarest].labels for at in where.get(label, ())}


def places(reading: Reading) -> Places:
    """The positions of the tokens of each label."""
    found: dict[str, list[int]] = {}
    for position, token in enumerate(reading.tokens):
        found.setdefault(_label(token), []).append(position)
    return found


def odd(reading: Reading) -> Sequence[Figure | Period]:
    """The figures and periods with flags of any sort; few have some."""
    figures = [figure for figure in reading.figures if figure.form]
    return (*figures, *[period for period in reading.periods if period.form])


def malformed(form: Malformed, flagged: Sequence[Figure | Period]) -> Iterator[Judgement]:
    """Every figure and period with one of the flags."""
    for one in flagged:
        if one.form & form.flags:
            yield Judgement((Spot("text", one.span),))


def _element(word: str, gap: int) -> Element:
    labels, _, asks = word.partition(":")
    for label in labels.split("|"):
        if not _LABEL.fullmatch(label):
            raise ValueError(f"“{label}”不是记号的名字")
    return Element(frozenset(labels.split("|")), frozenset(asks.split("|")) if asks else frozenset(), gap)


def _label(token: Token) -> str:
    return token.label if token.kind in (TokenKind.HEDGE, TokenKind.BREAK) else token.kind.value


def _match(elements: tuple[Element, ...], reading: Reading, start: int) -> list[Token] | None:
    tokens, found = reading.tokens, [reading.tokens[start]]
    if not _fits(elements[0], found[0]):
        return None
    position = start
    for element in elements[1:]:
        position += 1
        if position >= len(tokens) or not _fits(element, tokens[position]):
            return None
        between = reading.article.text[found[-1].span.end : tokens[position].span.start]
        if len(between.replace(" ", "")) > element.gap or _PUNCTUATION & set(between):
            return None
        found.append(tokens[position])
    return found


def _fits(element: Element, token: Token) -> bool:
    if _label(token) not in element.labels:
        return False
    payload = token.payload
    return not element.asks or (isinstance(payload, Figure) and bool(element.asks & _traits(payload)))


def _traits(figure: Figure) -> frozenset[str]:
    unit = figure.unit
    named = () if unit is None else (unit.name, unit.dimension.value)
    return figure.form.union((figure.kind.value, *named))


def _judgement(form: Wording, reading: Reading, found: list[Token]) -> Judgement:
    text = reading.article.text
    whole = Span(found[0].span.start, found[-1].span.end)
    figure = next((token for token in found if token.kind is TokenKind.FIGURE), found[0])
    words = (("figure", figure), ("first", found[0]), ("last", found[-1]))
    judgement = Judgement(
        (Spot("text", whole),), values=tuple((name, one.span.of(text)) for name, one in words)
    )
    for position in form.drop:
        cut = found[position].span
        rest = text[whole.start : cut.start] + text[cut.end : whole.end]
        judgement = judgement.edited(rest, f"删去“{cut.of(text)}”")
    return judgement
