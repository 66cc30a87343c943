"""When people were born, as articles tell it: 1951年生, 今年74岁的篾匠鲍秋林, 老人今年74岁.

A name is read where a surname stands beside the age; 他 and 老人 are the last one named before. As names
recur, a claim carries what stands beside the name: its place, its trade, what the article is of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factcheck.archive.lives import lives, told
from factcheck.archive.setting import Setting
from factcheck.checks._across import BORN, NEAR
from factcheck.checks.parts.births import births, told_ages
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Span
from factcheck.patterns import compiled
from factcheck.text.words import cutter

_BIRTH = f"{BORN}|年"
_NOW = r"(?:今年|现年|如今|现在|眼下|今|已经|已|刚满|刚|正好|正|年仅)"
_BEHIND = compiled(r"(?:高龄)?的(?P<words>[\u4e00-\u9fff]{1,10})")
_AHEAD = compiled(rf"(?P<words>[\u4e00-\u9fff]{{2,9}}?)(?P<now>{_NOW}+|[，,（(](?:[男女][，,])?{_NOW}*)?$")
_HE = compiled(
    rf"(?:他|她|老人家?|老汉|老伯|大爷|大娘|阿婆|奶奶|老师傅|老艺人|小伙子?|姑娘|^(?:这[位名个]|该)[^，]*|{_NOW})$"
)
_UP_TO_NOW, _OF_HIM = compiled(f"{_NOW}+$"), compiled(f"{_NOW}$|[他她人]$|^[这该]")
_BACK_THEN = compiled("享年|终年|时年|当年|那年|[年月]前")
_HIM = compiled(r"(?:他|她|老人|老汉|老伯|老匠人|老艺人|老师傅)")
_BORN_AHEAD = compiled(
    r"(?P<words>[\u4e00-\u9fff]{2,9}?)(?:[，,（(][男女]?[，,]?)?(?:出生于|生于|于|出生在|出生)?$"
)
_BORN_BEHIND = compiled(r"[^，,。；的]{0,14}的(?P<words>[\u4e00-\u9fff]{2,9})")
_PLACE = compiled(
    r"[\u4e00-\u9fff]{2}(?:村|镇|乡|街道|社区|巷|弄|港|岛|渡口|[院校厂馆场]|中学|小学|公司|集团|队)"
)
_YEAR = compiled(r"(?:19|20)\d\d(?=年)")
_BORN = compiled("生于|[年月日]生(?![产态活猪源动])|[年月日]出生(?!人|率)|出生[于在，,]")
_NAMESAKE = compiled("同名|重名")
_TOPIC, _TRADE, _AROUND = 2, 5, 16
_CLAUSE = compiled(r"[，,；：:。！？\n“”]")


def people(here: Setting) -> Iterator[Claim]:
    """The years of birth of people that an article names."""
    ages = told_ages(here.reading.figures)
    text, today = here.article.text, here.published
    if today is None or _NAMESAKE.search(text):
        return
    for figure in ages:
        if figure.value is None or figure.hedge or not _of_now(figure, here):
            continue
        year = today.year - int(figure.value)
        for name in _names(figure.span, here, _AHEAD, _BEHIND):
            yield told(
                name, _BIRTH, Interval.between(year - 1, year + 1), figure, here, licences=_near(name, here)
            )
    if _BORN.search(text):
        yield from _births(here)


def _births(here: Setting) -> Iterator[Claim]:
    for birth in births(here.reading):
        born = Interval.between(birth.first[0], birth.last[0])
        for name in _names(birth.span, here, _BORN_AHEAD, _BORN_BEHIND):
            yield told(name, _BIRTH, born, birth.span, here, licences=_near(name, here))


def _of_now(figure: Figure, here: Setting) -> bool:
    """The age is that of the day of the article, not of a time it tells of."""
    text, start = here.article.text, figure.span.start
    first = here.begin(start)
    if lives().then.match(text, figure.span.end) or _BACK_THEN.search(text, first, start):
        return False
    today = here.published
    assert today is not None
    return all(
        one.first is None or one.first[0] == today.year
        for one in here.periods(first, start)
        if one.part("year")
    ) and not any(one.text.startswith(("去年", "前年", "明年")) for one in here.periods(first, start))


def _names(span: Span, here: Setting, ahead: re.Pattern[str], behind: re.Pattern[str]) -> list[str]:
    """The names that the words beside a number may hold; those of 他 and 老人 are told before."""
    text = here.article.text
    after = behind.match(text, span.end)
    if after is not None:
        if _HIM.match(after["words"]):
            return _last(span.start, here)
        found = list(_within(after["words"]))
        if found:
            return found
    before = _CLAUSE.split(text[max(0, span.start - _AROUND) : span.start])[-1]
    if not before or _HE.search(_UP_TO_NOW.sub("", before) or "他"):
        spoken_of = _OF_HIM.search(before) or ahead is _BORN_AHEAD
        return _last(span.start, here) if spoken_of else []
    found_before = ahead.search(text[max(0, span.start - _AROUND) : span.start])
    found = list(_ending(found_before["words"])) if found_before else []
    start = span.start - len(before)
    return found or [name for at, name in _mentions(here) if start <= at < span.start][:1]


def _within(words: str) -> Iterator[str]:
    """Names in words that may lead up to one: 老篾匠鲍秋林把篾刀."""
    known = lives()
    for at, one in enumerate(words[:-1]):
        if one not in known.surnames or (at and words[at - 1] not in known.roles and at > 8):
            continue
        short, long = words[at : at + 2], words[at : at + 3]
        if (at + 2 == len(words) or words[at + 2] in known.edges) and _proper(short):
            yield short
            return
        if len(long) > 2 and _proper(long):
            yield long
            return


def _ending(words: str) -> Iterator[str]:
    """The name at the end of words: 船工陈国栋."""
    for size in (3, 2):
        name, role = words[-size:], words[:-size][-1:]
        led = size > 2 or not role or role in lives().roles
        if led and len(name) == size and name[0] in lives().surnames and _proper(name):
            yield name
            return


def _proper(name: str) -> bool:
    """Whether a surname and what follows it can be a name: no word of the language, no 王大爷."""
    known = lives()
    if name[-1] in known.titles or known.edges & set(name[1:]):
        return False
    return all(_is_name(part) for part in {name, name[:2]})


def _is_name(part: str) -> bool:
    """The dictionary cuts it behind the surname, or knows it as somebody."""
    first, tag = cutter().cut(part)[0]
    return len(first) == 1 or tag.startswith("nr")


def _last(at: int, here: Setting) -> list[str]:
    """The last person named before: with a trade or at the beginning of a clause, and not in passing."""
    return [name for start, name in _mentions(here) if start < at][-1:]


def _mentions(here: Setting) -> Iterator[tuple[int, str]]:
    """Where names stand that an article tells of: 篾匠鲍秋林把, ，周柏年的."""
    known, text = lives(), here.article.text
    for at, one in enumerate(text[:-2]):
        if one not in known.surnames:
            continue
        before = text[at - 1] if at else "\n"
        if before not in known.roles and before not in "，。、：“”\n和与跟 的":
            continue
        for size in (3, 2):
            name = text[at : at + size]
            if not all("\u4e00" <= letter <= "\u9fff" for letter in name) or not _proper(name):
                continue
            if text[at + size : at + size + 1] in known.edges or text.count(name) > 1:
                yield at, name
                break


def _near(name: str, here: Setting) -> frozenset[str]:
    """What stands beside a name, and what the article is of."""
    text = here.article.text
    found = set()
    for one in re.finditer(re.escape(name), text):
        first = here.begin(one.start())
        last = next((stop for stop in here.stops if stop >= one.start()), len(text))
        found |= set(_PLACE.findall(text, first, last))
        role = text[max(0, one.start() - 2) : one.start()]
        found |= {role} if len(role) > 1 and role[-1] in lives().roles else set()
        trade = _CLAUSE.split(text[max(0, one.start() - _TRADE) : one.start()])[-1]
        found |= {letter for letter in trade if _tells(letter, name)}
    found |= set(_YEAR.findall(text))
    counted = Counter(text)
    found |= {one for one, times in counted.items() if times >= _TOPIC and _tells(one, name)}
    return frozenset(NEAR + one for one in found if one)


def _tells(letter: str, name: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff" and letter not in lives().common and letter not in name
