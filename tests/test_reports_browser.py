"""The page in a browser: what a click and a filter do. Skipped where there is no browser."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
import sample_report as sample
from sample_report import text

BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)

pytestmark = pytest.mark.skipif(not BROWSER, reason="no browser is installed")


def after(tmp_path, script: str) -> str:
    """The page as the browser has it after `script` ran."""
    page = re.sub(r"<meta http-equiv[^>]*>", "", text("html"))  # or the policy would stop the test's script
    path = tmp_path / "page.html"
    path.write_text(page.replace("</body>", f"<script>{script}</script></body>"), encoding="utf-8")
    return dumped(path)


def dumped(path) -> str:
    done = subprocess.run(
        [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", f"file://{path}"],
        capture_output=True,
        check=True,
        timeout=60,
        encoding="utf-8",
    )
    return done.stdout


def test_click_on_a_figure_lights_its_finding(tmp_path):
    """The card and all its figures are lit."""
    page = after(tmp_path, "document.querySelector('a.mark.suspect').click()")
    assert re.search(r'<section class="card error lit" id="f1"', page)
    assert len(re.findall(r'class="mark (?:suspect|witness) lit"', page)) == 3


def test_hover_shows_the_arithmetic(tmp_path):
    """The equation stands beside the figure."""
    page = after(tmp_path, "document.querySelector('a.mark.suspect').dispatchEvent(new Event('mouseenter'))")
    tip = page[page.index('<div class="tip"') :]
    assert "10% ≠ 1200万元 ÷ 1000万元 − 1" in tip


def test_hover_on_an_unchecked_figure_says_why(tmp_path):
    """Grey figures say why nobody could check them."""
    page = after(
        tmp_path, "document.querySelector('span.mark.alone[tabindex]').dispatchEvent(new Event('focus'))"
    )
    assert "未参与核对：说的是哪一期不明" in page[page.index('<div class="tip"') :]


def test_filter_hides_cards_and_marks(tmp_path):
    """What is filtered out is neither beside the text nor in it."""
    page = after(
        tmp_path,
        "const box = document.querySelector('input[value=\"severity:error\"]');"
        "box.checked = false; box.dispatchEvent(new Event('change'))",
    )
    assert re.search(r'<section class="card error" id="f1"[^>]* hidden', page)
    assert "mark suspect off" in page
    assert re.search(r'<li data-rule="[^"]*" data-severity="error" hidden', page)
    assert not re.search(r'<section class="card warning"[^>]* hidden', page)


def test_own_policy_lets_own_script_run(tmp_path):
    """With its policy in place the page still works: the script puts its (empty) hint at the end."""
    path = tmp_path / "page.html"
    path.write_text(text("html"), encoding="utf-8")
    page = dumped(path)
    assert '<div class="tip" hidden' in page
    assert sample.NASTY.split("]")[0] not in page


def test_everything_is_unfolded_for_print(tmp_path):
    """On paper nothing can be clicked open."""
    page = after(tmp_path, "window.dispatchEvent(new Event('beforeprint'))")
    assert page.count("<details") == len(re.findall(r'<details[^>]* open=""', page)) > 0
