"""Newspaper pages as a text dump shows them: columns interleaved, lines wrapped, headlines anywhere.

Everything is drawn from one seed, so that a page that fails can be made again.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

_SOURCE = Path(__file__).parent / "pages" / "articles.txt"


@dataclass(frozen=True)
class Story:
    """One article as it was written."""

    title: str
    byline: str
    paragraphs: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence of the body."""
        return tuple(part + "。" for text in self.paragraphs for part in text.split("。") if part)


@dataclass(frozen=True)
class Page:
    """A page and the articles that were laid out on it."""

    text: str
    stories: tuple[Story, ...]


def stories() -> tuple[Story, ...]:
    """All articles of the source file."""
    body = "\n".join(line for line in _SOURCE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return tuple(_story(part.strip().splitlines()) for part in body.split("=="))


def page(seed: int) -> Page:
    """The page drawn from `seed`: two to four articles, each in two or three columns."""
    draw = random.Random(seed)
    chosen = tuple(draw.sample(stories(), draw.randint(2, 4)))
    width = draw.randint(13, 24)
    below = draw.random() < 0.5
    indented = draw.random() < 0.5
    columns = [_columns(_wrapped(story, width, draw, indented=indented), draw) for story in chosen]
    parts = [
        _placed(story, blocks, below=below, width=width)
        for story, blocks in zip(chosen, columns, strict=True)
    ]
    laid = _interleaved(parts, draw)
    return Page("\n\n".join(laid) + "\n", chosen)


def _story(lines: list[str]) -> Story:
    title, opening, *paragraphs = lines
    if opening.startswith("■"):
        return Story(title, opening, tuple(paragraphs))
    return Story(title, "", (opening + paragraphs[0], *paragraphs[1:]))


def _wrapped(story: Story, width: int, draw: random.Random, *, indented: bool) -> list[str]:
    """The lines of the body; an empty line stands between paragraphs."""
    lines: list[str] = []
    for paragraph in story.paragraphs:
        first = width - 2 if indented else width
        lines.append(paragraph[:first])
        rest = paragraph[first:]
        while rest:
            step = width + draw.choice((0, 0, 0, 1)) * rest[:width].isascii()
            lines.append(rest[:step])
            rest = rest[step:]
        lines.append("")
    return lines[:-1]


def _columns(lines: list[str], draw: random.Random) -> list[list[str]]:
    """The lines in two or three columns of about the same height."""
    count = draw.randint(2, 3)
    cuts = sorted(draw.sample(range(5, len(lines) - 4), count - 1))
    edges = [0, *cuts, len(lines)]
    return [lines[start:end] for start, end in pairwise(edges)]


def _placed(story: Story, columns: list[list[str]], *, below: bool, width: int) -> list[str]:
    """The columns of one article as blocks of text, its headline first or last."""
    blocks = ["\n".join(column).strip("\n") for column in columns]
    if story.byline:
        blocks[0] = f"{story.byline}\n\n{blocks[0]}"
    head = "\n".join(story.title[at : at + width - 4] for at in range(0, len(story.title), width - 4))
    return [*blocks, head] if below else [head + "\n\n" + blocks[0], *blocks[1:]]


def _interleaved(parts: list[list[str]], draw: random.Random) -> list[str]:
    """Blocks of several articles in turn, each article's own in order."""
    laid: list[str] = []
    waiting = [list(part) for part in parts]
    while any(waiting):
        part = draw.choice([one for one in waiting if one])
        laid.append(part.pop(0))
        if part and draw.random() < 0.3:
            laid.append(part.pop(0))
    return laid
