"""What is kept between runs: the same patterns and tables as without, and never a reason to fail."""

from __future__ import annotations

import re
import re._parser as sre
import tomllib

import pytest

from factcheck import kept, patterns, toml
from factcheck.patterns import _memo, compiled
from factcheck.pipeline import check_texts

PATTERNS = [
    (r"(?P<year>\d{4})年(?:(?P<month>1[0-2]|[1-9])月)?", 0),
    (r"^(?P<head>.*?)[增减]长?(?:了)?$", re.S),
    (r"[一二三四五六七八九十百千万亿]++(?![个余])", 0),
    (r"(?<![\dA-Za-z])(?P<q>[\"“])(.+?)(?(q)[\"”])", re.M),
    (r"全[省市县](?i:gdp|cpi)", 0),
    (r"[\u4e00-\u9fff&&[^的]]{2,}|[^\w\s]", re.ASCII),
]
TEXT = "2023年3月，全省GDP增长\n5.2%；“甲”县三百个乡镇，2024年减少。全县cpi上涨，共十二万余人"


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """An empty shelf in a folder of its own, as at the start of a command."""
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path))
    kept.shelf.cache_clear()
    yield restarted
    kept.shelf.cache_clear()
    _memo.cache_clear()


def restarted() -> kept.Shelf:
    """The shelf as the next run finds it."""
    kept.remember()
    kept.shelf.cache_clear()
    _memo.cache_clear()
    kept.recall()
    return kept.shelf()


def found(pattern: re.Pattern[str]) -> list[object]:
    return [(match.span(), match.groups(), match.groupdict()) for match in pattern.finditer(TEXT)]


@pytest.mark.filterwarnings("ignore:Possible set:FutureWarning")
@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_kept_pattern_is_the_one_of_re(shelf, pattern, flags):
    """Whether it is made, made to be kept, or recalled."""
    known = re.compile(pattern, flags)
    shelf()
    first = compiled(pattern, flags)
    assert list(shelf().old)
    second = compiled(pattern, flags)
    assert not kept.shelf().new
    for one in (first, second):
        assert (one.pattern, one.flags, one.groups) == (known.pattern, known.flags, known.groups)
        assert dict(one.groupindex) == dict(known.groupindex)
        assert found(one) == found(known)


def test_a_kept_table_is_the_one_of_tomllib(shelf):
    """Also with a date in it, which is not kept; and nobody can spoil the kept one."""
    text = '[a]\nwords = ["甲", "乙"]\nmost = 3\n'
    shelf()
    toml.table(text)["a"]["words"].append("丙")
    shelf()
    toml.table(text)["a"]["words"].append("丙")
    assert toml.table(text) == tomllib.loads(text)
    dated = "day = 2024-05-01\n"
    assert toml.table(dated) == tomllib.loads(dated)


def test_malformed_text_is_refused_as_ever(shelf):
    """Kept or not."""
    shelf()
    with pytest.raises(re.error):
        compiled("(甲")
    with pytest.raises(tomllib.TOMLDecodeError):
        toml.table("a = ")


def test_nothing_is_kept_unless_asked_for(shelf, tmp_path):
    """A library writes no files."""
    compiled("甲|乙")
    kept.remember()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("damage", [b"", b"\0\0\0\0", b"no such thing", None])
def test_a_damaged_file_is_no_file(shelf, tmp_path, damage):
    """Cut short, overwritten, or with one bit turned."""
    shelf()
    compiled("甲|乙")
    kept.remember()
    (file,) = (tmp_path / "made").iterdir()
    data = bytearray(file.read_bytes())
    data[-5] ^= 1
    file.write_bytes(bytes(data) if damage is None else damage)
    assert not shelf().old
    assert compiled("甲|乙").search("丙乙")


def test_an_entry_that_is_no_code_is_made_anew(shelf):
    """The interpreter refuses it, and the pattern works."""
    shelf().old[("甲|乙", 0)] = b"junk"
    assert compiled("甲|乙").search("丙乙")


def test_only_the_users_own_folder_is_trusted(shelf, tmp_path):
    """A link to somewhere else is not."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "made").symlink_to(elsewhere)
    shelf()
    compiled("甲|乙")
    kept.remember()
    assert not list(elsewhere.iterdir())


def test_what_is_forgotten_is_gone(shelf, tmp_path):
    """And is not written again at the end of the same run."""
    shelf()
    compiled("甲|乙")
    kept.remember()
    kept.forget()
    compiled("丙|丁")
    kept.remember()
    assert not list((tmp_path / "made").iterdir())


ARTICLE = """
| 门店 | 销量（台） |
|---|---|
| 龙尾店 | 186 |
| 虎口店 | 174 |
| 蛇形店 | 151 |

本月龙尾店比虎口店多卖22台，虎口店排第二，蛇形店销量最少，为151台。2021年3月5日镂空。2022年4月6日描金。从镂空到描金历时20天。
"""


def test_nothing_of_an_article_is_kept(shelf):
    """Its names are looked for with patterns that end with the run."""
    shelf()
    rules = {finding.rule for finding in check_texts([("text.md", ARTICLE)]).findings}
    assert rules == {"ranks/gap-differs-from-table", "calendar/duration-mismatch"}
    assert kept.shelf().new
    assert not [text for text, _ in kept.shelf().new if re.search("龙尾|虎口|蛇形|镂空|描金", text)]


@pytest.mark.parametrize(
    ("pattern", "text", "groups"),
    [
        (r"([0-9]++)((?:[万亿]|千(?!瓦)){1,4}+)?", "12万千瓦", ("12", "万")),
        (r"(?:(\d)(?:ab?c)?+)++(a)?", "1ac2acab", ("2", "a")),
        (r"(?=(?:[零一]|百(?!分)){2,}+)(.)|(?:(个)|(百))?+", "百分", (None, None, "百")),
    ],
)
def test_a_possessive_repeat_is_atomic_where_python_misreads_it(monkeypatch, pattern, text, groups):
    """Python before 3.11.5 takes a character too many; a greedy repeat in an atomic group does not."""
    parsed = sre.parse(pattern)
    assert "POSSESSIVE_REPEAT" in str(parsed)
    patterns._atomic(parsed)
    assert "POSSESSIVE_REPEAT" not in str(parsed)
    monkeypatch.setattr(patterns, "_MISREADS", True)
    found = patterns._remembered(pattern, 0)
    assert found.match(text).groups() == groups
    _memo.cache_clear()
