"""Words are cut as jieba cuts them, though its code is never loaded."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import jieba
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.words import cutter

SEEDS = Path(__file__).parent.parent / "seeds"
LEAST = 7


@cache
def oracle() -> jieba.Tokenizer:
    """jieba itself, with the words of its dictionary that were counted often enough."""
    frequencies: dict[str, int] = {}
    for line in Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        if int(count) >= LEAST:
            frequencies[word] = int(count)
    tokenizer = jieba.Tokenizer()
    tokenizer.total = sum(frequencies.values())
    for word in list(frequencies):
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    tokenizer.FREQ, tokenizer.initialized = frequencies, True
    return tokenizer


def words(text: str) -> list[str]:
    return [word for word, _ in cutter().cut(text)]


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_the_source_documents_are_cut_alike(seed):
    """Every clause of them, and the window it ends in."""
    for clause in set(re.findall(r"[^，。；\n]+", seed.read_text(encoding="utf-8"))):
        assert words(clause) == list(oracle().cut(clause, HMM=False))
        assert words(clause[-7:]) == list(oracle().cut(clause[-7:], HMM=False))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="中国全市的一不吉林高富姓大名长春AB3x5.%-_ \n\r，（龥龢", max_size=20))
def test_anything_is_cut_alike(text):
    """Latin letters, digits, blanks, characters that are no word."""
    assert words(text) == list(oracle().cut(text, HMM=False))


def test_words_have_parts_of_speech():
    """What the dictionary does not have is marked so."""
    assert cutter().cut("生产总值ABC") == (("生产总值", "n"), ("ABC", "x"))


def test_rare_words_are_rarer():
    """Everyday words are not rare; what is no word is the rarest."""
    cut = cutter()
    assert cut.cut("中国龙卷风")
    known = cut.dictionary
    assert known.weights["中国"] > known.weights["龙卷风"] > known.unknown
