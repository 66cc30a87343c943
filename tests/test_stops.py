"""Stretches of a text between marks, against the plain definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.stops import closing, opening

_MARKS = ("。\n", "，。\n", "\n", "，,；;：:。！？!?\n")
_texts = st.one_of(
    st.text(alphabet="甲乙，。；\n", max_size=60),
    st.integers(1, 300).flatmap(
        lambda words: st.lists(st.sampled_from("，。；\n甲"), min_size=4, max_size=9).map(
            lambda marks: "".join(mark + "字" * words for mark in marks)
        )
    ),
)


@given(_texts, st.sampled_from(_MARKS), st.data())
def test_a_stretch_reaches_to_the_nearest_marks(text: str, marks: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    before = [place for place in range(at) if text[place] in marks]
    behind = [place for place in range(at, len(text)) if text[place] in marks]
    assert opening(text, at, marks) == (before[-1] + 1 if before else 0)
    assert closing(text, at, marks) == (behind[0] if behind else len(text))


def test_a_place_behind_the_end_is_the_end() -> None:
    for marks in _MARKS:
        assert opening("", 4, marks) == 0
        assert opening("甲。乙", 9, marks) == ("甲。乙".rfind("。") + 1 if "。" in marks else 0)
