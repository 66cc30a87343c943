"""Rules are data: what is malformed is refused with the file, the key and the cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import engine
from factcheck.errors import RuleError

HEAD = 'title = "题"\nseverity = "error"\nwhy = "因"\n'
TAIL = '\n[[bad]]\ntext = "共3人"\nfinds = "3人"\n[[good]]\ntext = "共2人"\n'
TIES = (
    'equation = "rate == now / before - 1"\nmessage = "{rate}"\n[claims.rate]\nmeasure = "growth"\n'
    '[claims.now]\nis = "rate.of"\n[claims.before]\nis = "rate.against"\n'
)
SUMS = 'equation = "whole == sum(part)"\nmessage = "{sum}"\n[partition]\ncomplete = ["stated"]\n'
TOKENS = 'tokens = "approx ~6 figure ~1 about-after"\nmessage = "{text}"\n'
CHECK = 'check = "count"\nover = "enumeration"\nmessage = "{count}"\n'

GOOD = {
    "roles": TIES,
    "partition": SUMS,
    "repeats": 'same = true\nmessage = "{one}{two}"\n[claims.one]\nblock = ["title"]\n[claims.two]\n',
    "tokens": TOKENS,
    "form": 'form = ["double-point"]\nmessage = "{text}"\n',
    "check": CHECK,
    "several equations": TIES.replace('equation = "', 'any = ["rate == now - before", "').replace(
        '1"', '1"]'
    ),
}

BAD: dict[str, tuple[str, list[str]]] = {
    "unknown key": ("sverity = 1\n" + TIES, ["sverity", "severity"]),
    "unknown role in equation": (
        TIES.replace("before - 1", "befor - 1"),
        ["equation", "befor", "before"],
    ),
    "unknown placeholder": (TIES.replace("{rate}", "{rte}"), ["message", "rte", "rate"]),
    "unknown role in a path": (TIES.replace('"rate.of"', '"rat.of"'), ["claims.now.is", "rat", "rate"]),
    "no such step": (TIES.replace('"rate.of"', '"rate.off"'), ["claims.now.is", ".of"]),
    "no path": (TIES.replace('is = "rate.of"', 'sort = "share"'), ["claims.now.is", "rate.of"]),
    "no such measure": (TIES.replace('"growth"', '"grwth"'), ["claims.rate.measure", "growth"]),
    "no equation": (
        TIES.replace("equation", "any").replace('"rate == now / before - 1"', "[]"),
        ["equation"],
    ),
    "not an equation": (TIES.replace("rate == now", "now"), ["==", "now / before - 1"]),
    "code": (TIES.replace("rate == now", "rate == __import__('os')"), ["__import__", "sum"]),
    "another function": (SUMS.replace("sum(part)", "mean(part)"), ["mean", "count"]),
    "no completeness": (SUMS.replace('["stated"]', "[]"), ["partition.complete"]),
    "no such check": (CHECK.replace('"count"', '"cuont"'), ["check", "cuont", "count"]),
    "no such subject": (CHECK.replace('"enumeration"', '"enumerations"'), ["over", "enumeration"]),
    "no form": ('message = "x"\n', ["claims", "partition"]),
    "broken pattern": (TOKENS.replace("~6", "~six"), ["tokens", "~six"]),
    "broken toml": ("title == 1\n" + TIES, ["TOML"]),
}


def written(folder: Path, text: str) -> Path:
    """A folder with one rule, `topic/problem`."""
    file = folder / "topic" / "problem.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", GOOD.values(), ids=GOOD)
def test_every_form_loads(tmp_path: Path, form: str) -> None:
    """The name of a rule is its path below the folder."""
    (rule,) = engine.load([written(tmp_path, HEAD + form + TAIL)])
    assert (rule.name, rule.title) == ("topic/problem", "题")


@pytest.mark.parametrize(("form", "says"), BAD.values(), ids=BAD)
def test_malformed_rules_are_refused(tmp_path: Path, form: str, says: list[str]) -> None:
    """The message names the file and what to do."""
    with pytest.raises(RuleError) as refused:
        engine.load([written(tmp_path, HEAD + form + TAIL)])
    assert "problem.toml" in str(refused.value)
    for words in says:
        assert words in str(refused.value)


@pytest.mark.parametrize("kind", ["bad", "good"])
def test_a_rule_without_examples_is_refused(tmp_path: Path, kind: str) -> None:
    """Examples are the tests of a rule; both kinds are required."""
    tail = TAIL.replace(f"[[{kind}]]", "[[other]]")
    with pytest.raises(RuleError, match=kind):
        engine.load([written(tmp_path, HEAD + TIES + tail)])


def test_a_bad_example_must_contain_what_it_finds(tmp_path: Path) -> None:
    """`finds` that is not in the text is a slip of the author of the rule."""
    (rule,) = engine.load([written(tmp_path, HEAD + TIES + TAIL.replace('finds = "3人"', 'finds = "4人"'))])
    with pytest.raises(RuleError, match="finds"):
        engine.examples(rule)


def test_later_folders_replace_rules_of_the_same_name(tmp_path: Path) -> None:
    """A house may overrule a shipped rule with its own."""
    ours = written(tmp_path / "ours", HEAD + TIES + TAIL)
    theirs = written(tmp_path / "theirs", HEAD.replace("题", "改") + TIES + TAIL)
    (rule,) = engine.load([ours, theirs])
    assert rule.title == "改"


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    """A folder that is not there is named."""
    with pytest.raises(RuleError, match="nowhere"):
        engine.load([tmp_path / "nowhere"])


def test_shipped_rules_have_two_examples_of_each_kind() -> None:
    """Every rule shows twice what it catches and twice what it leaves alone."""
    rules = engine.load([engine.home()])
    few = [rule.name for rule in rules if _few(engine.examples(rule))]
    assert rules
    assert few == []


def _few(examples: tuple[engine.Example, ...]) -> bool:
    bad = sum(example.bad for example in examples)
    return bad < 2 or len(examples) - bad < 2


def test_an_unknown_constant_of_a_check_is_refused(tmp_path: Path) -> None:
    """`[with]` sets keyword arguments of the check and nothing else."""
    (rule,) = engine.load([written(tmp_path, HEAD + CHECK + "[with]\nmots = 3\n" + TAIL)])
    with pytest.raises(RuleError, match="most"):
        engine.judge([], [rule])


def test_a_check_over_what_it_does_not_look_at_is_refused(tmp_path: Path) -> None:
    """A rule that gives a check something else than it takes says so before it is used."""
    wrong = CHECK.replace('"enumeration"', '"figure"')
    (rule,) = engine.load([written(tmp_path, HEAD + wrong + TAIL)])
    with pytest.raises(RuleError, match='over = "enumeration"'):
        engine.judge([], [rule])
