"""Twenty pages made of known articles: nearly all come out whole, and no sentence is made of two."""

from __future__ import annotations

import re
from functools import cache

import pytest
from page_dumps import Page, Story, page

from factcheck import readers
from factcheck.articles import articles
from factcheck.model import Article, BlockKind

_SEEDS = range(20)


def squeezed(text: str) -> str:
    """`text` without blanks and line ends."""
    return re.sub(r"\s", "", text)


@cache
def read(seed: int) -> tuple[Page, tuple[Article, ...]]:
    """A page and the articles read from it."""
    made = page(seed)
    return made, articles(readers.read_bytes(made.text.encode(), "page.txt"))


def paragraphs(article: Article) -> list[str]:
    """The paragraphs of an article, without blanks."""
    words = (block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.PARAGRAPH)
    return [squeezed(one) for one in words]


def whole(story: Story, found: tuple[Article, ...]) -> bool:
    """Whether one article has the body of the story, all of it, in order, and nothing else."""
    body = squeezed("".join(story.paragraphs))
    return any("".join(paragraphs(article)) == body for article in found)


def test_nine_of_ten_articles_are_whole() -> None:
    """Over twenty pages at least 90 % of the articles have all their text in order."""
    verdicts = [whole(story, read(seed)[1]) for seed in _SEEDS for story in read(seed)[0].stories]
    assert sum(verdicts) >= 0.9 * len(verdicts)


@pytest.mark.parametrize("seed", _SEEDS)
def test_no_article_is_lost_or_invented(seed: int) -> None:
    """There are as many articles as were laid out, and most have their headline."""
    made, found = read(seed)
    assert len(found) == len(made.stories)
    titles = {squeezed(article.title) for article in found}
    assert sum(squeezed(story.title) in titles for story in made.stories) >= len(found) - 1


@pytest.mark.parametrize("seed", _SEEDS)
def test_no_sentence_is_joined_from_two_articles(seed: int) -> None:
    """Every sentence of every paragraph is a sentence, or the part of one, of a single article."""
    made, found = read(seed)
    sentences = [squeezed(sentence) for story in made.stories for sentence in story.sentences]
    for article in found:
        for paragraph in paragraphs(article):
            for part in filter(None, paragraph.split("。")):
                assert any(part in sentence for sentence in sentences), part
