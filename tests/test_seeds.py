"""What the whole program says of the five source documents, looked at one by one and stored.

`seeds/report_*.txt` tells how many figures a document has, every finding, and what must be verified at
least; the comments say why. A finding that is no longer made, or a new one, must be looked at.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Finding, Verified
from factcheck.pipeline import check_text

HERE = Path(__file__).parent
SEEDS = sorted((HERE.parent / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_documents_are_reported_as_reviewed(seed: Path) -> None:
    """Figures and findings are those that were stored; what was verified still is."""
    lines = (HERE / "seeds" / f"report_{seed.name[:3]}.txt").read_text(encoding="utf-8").splitlines()
    stored = [line for line in lines if line and not line.startswith("#")]
    report = check_text(seed.read_text(encoding="utf-8"), name=seed.name)
    held = [f"verified {row(each)}" for each in report.verified]
    found = [f"finding {row(each)}" for each in report.findings]
    figures = [f"figures {sum(len(each.figures) for each in report.readings)}"]
    assert figures + found == [each for each in stored if not each.startswith("verified")]
    assert [each for each in stored if each.startswith("verified") and each not in held] == []


def row(said: Finding | Verified) -> str:
    """The rule, the line of the document, and the numbers."""
    place = said.marks[0].place
    return f"{said.rule} {place.line}: {said.equation or place.text}"
