"""What must hold of the number reader whatever the text."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from growing import ratio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.figures import Lexed, lex, lexer
from factcheck.model import Figure, TokenKind

PIECES = [
    *(Path(__file__).parent / "tables" / "number-pieces.txt").read_text(encoding="utf-8").split(),
    "\n",
    "\t",
]
SOUP = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
TEXT = st.one_of(SOUP, st.text(max_size=60))
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
TABLES = sorted((Path(__file__).parent / "tables").glob("numerals*.txt"))


@settings(max_examples=600, deadline=None)
@given(TEXT)
def test_spans_slice_to_the_text(text: str) -> None:
    """A figure is the characters it says it is, and figures and tokens come in order."""
    seen = lex(text)
    for figure in seen.figures:
        assert figure.text == text[figure.span.start : figure.span.end]
        assert figure.number is not None
        assert figure.span.start <= figure.number.start < figure.number.end <= figure.span.end
    ends = [figure.span.end for figure in seen.figures]
    starts = [figure.span.start for figure in seen.figures]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    tokens = [token.payload for token in seen.tokens if token.kind is TokenKind.FIGURE]
    assert tokens == list(seen.figures)


@settings(max_examples=600, deadline=None)
@given(TEXT)
def test_the_value_is_within_the_interval(text: str) -> None:
    """What is printed is never outside what it can mean, ends included."""
    for figure in lex(text).figures:
        if figure.value is not None and figure.interval is not None:
            value = Fraction(figure.value)
            low, high = figure.interval.bottom, figure.interval.top
            assert low is None or low <= value, figure
            assert high is None or value <= high, figure
            assert low is None or high is None or low <= high


@settings(max_examples=600, deadline=None)
@given(TEXT)
def test_groups_hold_figures_of_the_text(text: str) -> None:
    """Every member of a group is one of the figures, and a group spans its members."""
    seen = lex(text)
    known = {id(figure) for figure in seen.figures}
    for group in seen.groups:
        assert len(group.figures) > 1
        assert all(id(figure) in known for figure in group.figures)
        assert group.span.start <= group.figures[0].span.start
        assert group.span.end >= group.figures[-1].span.end


@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_full_width_digits_read_the_same(text: str) -> None:
    """Full-width digits change the print and not the reading."""
    assert [reading(f) for f in lex(text).figures] == [reading(f) for f in lex(text.translate(WIDE)).figures]


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.name)
def test_full_width_tables_read_the_same(table: Path) -> None:
    """The rows of the tables, too, in full-width digits."""
    for line in table.read_text(encoding="utf-8").splitlines():
        text = line.partition(" => ")[0]
        wide = text.translate(WIDE)
        assert [reading(f) for f in lex(text).figures] == [reading(f) for f in lex(wide).figures], text


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SOUP)
def test_the_short_road_and_the_long_one_agree(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """The one-step reader of usual shapes reads what the general reader reads."""
    short = lex(text)
    with monkeypatch.context() as patch:
        patch.setattr(lexer, "usual", lambda *_: 0)
        assert lex(text) == short


def reading(figure: Figure) -> tuple[object, ...]:
    """What a figure means, its print left out."""
    form = figure.form - {"mixed-width", "full-width"}
    return figure.span, figure.value, figure.interval, figure.unit, figure.kind, figure.hedge, form


RUNS = {
    "digits": "1",
    "letters": "A",
    "hanzi digits": "一",
    "hanzi magnitudes": "万",
    "tens": "十",
    "brackets": "（",
    "commas": ",",
    "hyphens": "-",
    "blanks": " ",
    "grouped": "1,",
    "points": "1.",
    "sums": "1+",
    "joined": "1-",
    "ratios": "1:",
    "numbers and blanks": "1 ",
    "pauses": "三、",
    "zeros": "零",
    "letters and digits": "A1",
    "letters among digits": "1O",
    "strokes": "1/",
}


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS.keys())
def test_time_grows_with_the_length_only(run: str) -> None:
    """Twice the run takes about twice the time."""
    short, long = run * (10_000 // len(run)), run * (20_000 // len(run))
    assert ratio(lambda: lex(short), lambda: lex(long), 2.3) <= 2.3


def test_prefixes_of_a_text_read_alike() -> None:
    """A sentence reads the same at the start of a text and after thousands of others."""
    sentence = "全年新增企业1.2万家，增长5.6%，近三成为外资；约300人参会。"
    alone = lex(sentence)
    crowd = lex(sentence * 400)
    assert len(crowd.figures) == 400 * len(alone.figures)
    assert [figure.value for figure in crowd.figures[-len(alone.figures) :]] == values(alone)


def values(seen: Lexed) -> list[object]:
    """The values of all figures."""
    return [figure.value for figure in seen.figures]
