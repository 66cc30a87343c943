"""Rules loaded, compiled, matched to claims and judged.

load, examples, home   rules and their examples from folders of TOML files
judge                  every conflict and every relation that held
equation, path         the two little languages of rule files, parsed into trees
box, solve             equations over every value their inputs can have
index, relation        claims by quantity; claims tied by a rule
outcome, blame         what one relation shows; which number is wrong when several fail
findings, show         what the report says of it
"""

from __future__ import annotations

from factcheck.engine.judge import Judged, judge
from factcheck.engine.load import examples, home, load
from factcheck.engine.rule import Example, Rule

__all__ = ["Example", "Judged", "Rule", "examples", "home", "judge", "load"]
