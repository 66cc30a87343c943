"""The `factcheck` command: its subcommands, and what every one of them does with a refusal."""

from __future__ import annotations

import sys

import typer

from factcheck.cli.check import check
from factcheck.cli.claims import claims
from factcheck.cli.figures import figures
from factcheck.cli.read import read
from factcheck.errors import FactcheckError


def application() -> typer.Typer:
    """The command with all its subcommands."""
    app = typer.Typer(
        name="factcheck",
        help="核对中文稿件里的数字：先读懂每个数字说的是什么，再看该对上的是不是对得上。",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
    )
    for command in (check, figures, claims, read):
        app.command()(command)
    return app


def main() -> None:
    """Run the command; a refusal is one line on stderr and exit status 2."""
    try:
        application()()
    except FactcheckError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
