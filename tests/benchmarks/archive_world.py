"""A newsroom's year, invented: articles about months of many cities, with known slips and revisions.

Every number comes from one consistent world, so articles agree unless they were made to differ.
Which facts are told how often follows Zipf's law twice, over cities and over facts of a city. One
level in a hundred is a slip of the pen; two facts in a hundred are revised in June, and later
articles say so the first time.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from pathlib import Path

FACTS_EACH, REVISED_ON = 26, (6, 15)
_FIRST, _SECOND = "云泽青白金银长永安平新广", "岭州川阳江山河海塘泉湖溪"
_REAL = ("青海", "金山", "金川", "平川")
_THINGS = (
    "快递业务量|万件",
    "旅客运输量|万人次",
    "货运周转量|万吨公里",
    "生活垃圾清运量|吨",
    "水产品产量|吨",
    "茶叶产量|吨",
    "蔬菜产量|吨",
    "水泥产量|万吨",
    "玻璃产量|万箱",
    "啤酒产量|千升",
    "图书销售额|万元",
    "餐饮营业额|万元",
    "体育彩票销售额|万元",
    "电影票房收入|万元",
    "网络零售额|万元",
    "二手车交易额|万元",
    "装配式构件产量|立方米",
    "光伏组件产量|万套",
    "新能源客车产量|辆",
    "工业机器人产量|台",
    "集装箱吞吐量|标箱",
    "跨境包裹量|万件",
    "植树造林面积|亩",
    "高标准农田面积|亩",
    "老旧管网改造长度|公里",
    "雨水收集量|万吨",
    "再生水利用量|万吨",
    "充电桩充电量|万千瓦时",
    "公共自行车骑行量|万人次",
    "地铁客运量|万人次",
    "图书借阅量|万册",
    "博物馆参观量|万人次",
    "专利授权量|件",
    "技术合同成交额|万元",
    "公积金发放额|万元",
    "农机购置补贴额|万元",
)
YEARS = (2022, 2023, 2024)


@dataclass(frozen=True, slots=True)
class Fact:
    """One number of the world: a thing of a city in a month."""

    city: str
    thing: str
    year: int
    month: int


@dataclass(slots=True)
class World:
    """The articles, and what was done to them.

    Attributes:
        wrong: (file name, figure as printed) of every slip.
        revised: how many facts were revised.
        levels: how many levels the articles state.
        hot: the share of levels whose fact at least a hundred others state too.
    """

    wrong: set[tuple[str, str]] = field(default_factory=set)
    revised: int = 0
    levels: int = 0
    hot: float = 0.0


def city(rank: int) -> str:
    """The city that so many others are written of more often than."""
    return _cities()[rank]


def write(folder: Path, count: int, seed: int) -> World:
    """Write `count` articles under `folder`; the same for the same seed."""
    chance = random.Random(seed)
    plan = [_plan(chance) for _ in range(count)]
    often = Counter(fact for _, _, facts in plan for fact in facts)
    revised = set(chance.sample(sorted(often, key=repr), len(often) // 50))
    slips = _slips(plan, often, revised, chance)
    world = World(revised=len(revised), levels=sum(often.values()))
    world.hot = sum(times for times in often.values() if times > 100) / world.levels
    told: set[Fact] = set()
    for at in sorted(range(count), key=lambda at: plan[at][1]):
        name = f"{at // 500:03}/{at:05}.md"
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        text = "".join(_sentences(name, plan[at], revised, told, slips.get(at, set()), world, chance))
        month, day = plan[at][1]
        head = f"---\ndate: 2025-{month:02}-{day:02}\n---\n\n# {plan[at][0]}统计快讯（{at}）\n\n"
        (folder / name).write_text(head + text, encoding="utf-8")
    return world


def _plan(chance: random.Random) -> tuple[str, tuple[int, int], list[Fact]]:
    """A city, a day and the facts an article tells."""
    cities, months = _cities(), [(year, month) for year in YEARS for month in range(1, 13)]
    city = cities[_zipf(chance, len(cities))]
    facts: set[Fact] = set()
    while len(facts) < FACTS_EACH:
        rank = _zipf(chance, len(_THINGS) * len(months))
        year, month = months[-1 - rank % len(months)]
        facts.add(Fact(city, _THINGS[rank // len(months)], year, month))
    return city, (chance.randint(2, 12), chance.randint(1, 28)), sorted(facts, key=repr)


def _slips(
    plan: Sequence[tuple[str, tuple[int, int], list[Fact]]],
    often: Counter[Fact],
    revised: set[Fact],
    chance: random.Random,
) -> dict[int, set[Fact]]:
    """By article, the facts it gets wrong: one level in a hundred, never most of those of one fact."""
    places = [(at, fact) for at, (_, _, facts) in enumerate(plan) for fact in facts]
    chance.shuffle(places)
    wanted, made = len(places) // 100, Counter[Fact]()
    slips: dict[int, set[Fact]] = {}
    for at, fact in places:
        if wanted and often[fact] > 1 and fact not in revised and made[fact] <= often[fact] // 20:
            slips.setdefault(at, set()).add(fact)
            made[fact] += 1
            wanted -= 1
    return slips


def _sentences(
    name: str,
    plan: tuple[str, tuple[int, int], list[Fact]],
    revised: set[Fact],
    told: set[Fact],
    wrong: set[Fact],
    world: World,
    chance: random.Random,
) -> Iterator[str]:
    for fact in plan[2]:
        thing, unit = fact.thing.split("|")
        lead = f"{fact.year}年{fact.month}月，{fact.city}{thing}"
        if fact in revised and plan[1] > REVISED_ON:
            first = fact not in told or chance.random() < 0.5
            told.add(fact)
            yield f"{'经最终核实，' if first else ''}{lead}{_printed(_value(fact) * 101 // 100)}{unit}。\n\n"
            continue
        number = _printed(_value(fact))
        if fact in wrong:
            number = _slip(number, chance)
            world.wrong.add((name, number + unit))
        yield (
            f"{lead}{number}{unit}，{_growth(fact)}。\n\n"
            if fact not in revised
            else f"{lead}{number}{unit}。\n\n"
        )


@cache
def _cities() -> tuple[str, ...]:
    return tuple(
        f"{one}{two}市" for one in _FIRST for two in _SECOND if f"{one}{two}" not in ("青海", "金山", "海南")
    )


def _value(fact: Fact) -> int:
    """The number of a fact in tenths: a size of the thing and the city, a season, a trend."""
    size = random.Random(f"{fact.city}{fact.thing}").randint(2_000, 60_000)
    season = random.Random(f"{fact.city}{fact.thing}{fact.month}").randint(80, 120)
    trend = random.Random(repr(fact)).randint(92, 114) * 100 ** (fact.year - YEARS[0])
    before = 100 ** (fact.year - YEARS[0])
    return size * season * trend // (100 * 100 * before)


def _growth(fact: Fact) -> str:
    last = Fact(fact.city, fact.thing, fact.year - 1, fact.month)
    tenths = round((_value(fact) - _value(last)) * 1000 / _value(last))
    if tenths == 0:
        return "与上年同月持平"
    return f"比上年同月{'增长' if tenths > 0 else '下降'}{abs(tenths) // 10}.{abs(tenths) % 10}%"


def _printed(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}"


def _slip(number: str, chance: random.Random) -> str:
    """Two neighbours swapped, one digit mistyped, or the point moved."""
    digits = [at for at, digit in enumerate(number) if digit != "."]
    while True:
        made = list(number)
        kind = chance.choice(("swap", "digit", "digit", "point"))
        at = chance.choice(digits[:-1])
        if kind == "swap":
            other = digits[digits.index(at) + 1]
            made[at], made[other] = made[other], made[at]
        elif kind == "digit":
            made[at] = chance.choice("123456789")
        else:
            made = [*number.replace(".", "")]
            made.insert(len(made) - 2, ".")
        if "".join(made) != number and made[0] != "0":
            return "".join(made)


@cache
def _weights(size: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / rank for rank in range(1, size + 1)))


def _zipf(chance: random.Random, size: int) -> int:
    weights = _weights(size)
    return bisect(weights, chance.random() * weights[-1])
