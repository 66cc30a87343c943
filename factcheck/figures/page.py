"""The text being read, the tables, and what was seen so far: the lexer's only mutable state."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.figures.hedges import Hedges
from factcheck.figures.units import Units
from factcheck.figures.words import Words
from factcheck.model import Figure, FigureKind, Group, GroupKind, Span, Token, TokenKind

_BREAK = re.compile("[，。；：、！？\n（）()；,;|“”]")
_LABELS = {
    "，": "comma", ",": "comma", "、": "pause", "。": "stop", "！": "stop", "？": "stop", "\n": "stop",
    "；": "semicolon", ";": "semicolon", "：": "colon", "|": "bar", "“": "quote", "”": "quote",
}  # fmt: skip
_NEAR = 12
_TIMES = {"年": 3, "个月": 2, "天": 5, "小时": 4, "分钟": 3, "秒": 2}


@dataclass(slots=True)
class Page:
    """A mutable builder; `plain` is `text` in half-width characters with NULs at the end."""

    text: str
    plain: str
    units: Units
    hedges: Hedges
    words: Words
    tokens: list[Token] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    edge: int = 0  # where the last token ended

    def put(self, token: Token) -> None:
        """Add a token, and before it the first break since the last token if that is near."""
        span = token.span
        if self.tokens and self.edge < span.start <= self.edge + _NEAR:
            stop = _BREAK.search(self.plain, self.edge, span.start)
            if stop is not None:
                label = _LABELS.get(stop.group(), "bracket")
                self.tokens.append(Token(TokenKind.BREAK, Span(stop.start(), stop.end()), label))
        self.tokens.append(token)
        self.edge = span.end

    def lists(self) -> None:
        """Group figures that follow each other with nothing or a pause between."""
        run: list[Figure] = []
        kind = GroupKind.LIST
        for figure in self.figures:
            if run:
                gap = self._joint(run[-1], figure)
                if gap is not None and (len(run) == 1 or gap is kind):
                    run.append(figure)
                    kind = gap
                    continue
                self._close(kind, run)
            run = [figure]
        self._close(kind, run)
        self.groups.sort(key=lambda group: group.span.start)

    def _joint(self, left: Figure, right: Figure) -> GroupKind | None:
        """What two neighbours make: a list (17.6%、17.1%), a compound (3小时35分) or nothing."""
        gap = right.span.start - left.span.end
        if gap == 0 and left.unit is not None and right.unit is not None:
            same = left.unit.base == right.unit.base and left.unit.scale > right.unit.scale
            return GroupKind.COMPOUND if same else None
        if gap == 1 and self.plain[left.span.end] == "、" and left.kind is not FigureKind.CODE:
            return GroupKind.LIST
        return None

    def _close(self, kind: GroupKind, run: list[Figure]) -> None:
        if len(run) > 1:
            self.groups.append(Group(kind, tuple(run), Span(run[0].span.start, run[-1].span.end)))
