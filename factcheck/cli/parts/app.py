"""The `factcheck` command: finds the subcommand, and turns every refusal into one line and a status."""

from __future__ import annotations

import importlib
import os
import pkgutil
import traceback
from collections.abc import Sequence
from typing import Any

import typer

from factcheck import __version__
from factcheck import cli as package
from factcheck.cli.parts.help import command_help, overview
from factcheck.cli.parts.output import complain, say
from factcheck.cli.parts.refusals import in_chinese
from factcheck.errors import FactcheckError

HELP = ("--help", "-h")
_ALIASES = {"rule": "explain", "lint": "check"}  # what other linters call them


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say, and with which status to leave."""
    try:
        status = _run(arguments)
    except FactcheckError as error:
        complain(str(error))
        status = 2
    except OSError as error:  # a full disk, a folder that is gone: nothing that a traceback would explain
        what = error.strerror or error
        complain(f"{error.filename or 'factcheck'}：系统不允许（{what}），请检查路径和权限")
        status = 2
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except Exception:  # a bug: its traceback as ever, but never the status of a run that only found something
        traceback.print_exc()
        status = 2
    return status


def commands() -> tuple[str, ...]:
    """The names of all commands: the modules of this package, by letter."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(package.__path__) if not found.ispkg))


def application(names: Sequence[str]) -> typer.Typer:
    """The command with these subcommands; only their modules are imported."""
    app = typer.Typer(name="factcheck", rich_markup_mode=None, pretty_exceptions_enable=False)
    settings: dict[str, Any] = {"help_option_names": []}  # English and slow; see `help`
    app.callback(context_settings=settings)(_nothing)
    for name in names:
        module = importlib.import_module(f"factcheck.cli.{name}")
        app.command(name, help=module.HELP, context_settings=settings)(getattr(module, name))
    return app


def _run(arguments: Sequence[str]) -> int:
    known = commands()
    if "_FACTCHECK_COMPLETE" in os.environ:  # the shell asks what Tab could mean
        return _typed(None, known, known)
    first = _ALIASES.get(arguments[0], arguments[0]) if arguments else ""
    if first in ("--version", "-V", "version"):
        say(f"factcheck {__version__}\n")
        return 0
    if not first or first in (*HELP, "help"):
        return _help(arguments[1:], known)
    before = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    if first in known and any(word in HELP for word in before):
        return _help([first], known)
    return _typed([first, *arguments[1:]], [first] if first in known else known, known)


def _typed(arguments: list[str] | None, names: Sequence[str], known: Sequence[str]) -> int:
    """Let typer read the arguments, or the shell's question; only the commands `names` can be meant."""
    try:
        status: Any = application(names)(arguments, standalone_mode=False, prog_name="factcheck")
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        complain(in_chinese(error, known))
        return 2
    return status if isinstance(status, int) else 0


def _help(words: Sequence[str], known: Sequence[str]) -> int:
    if words and words[0] in known:
        group: Any = typer.main.get_command(application([words[0]]))
        say(command_help(group.commands[words[0]]))
        return 0
    group = typer.main.get_command(application(known))
    say(overview([group.commands[name] for name in known]))
    return 0


def _nothing() -> None:
    """Keep a lone command a subcommand."""
