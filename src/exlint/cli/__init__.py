"""The `exlint` command: options, exit codes, wiring."""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import click

from exlint import __version__
from exlint.cli import shell
from exlint.errors import UserError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

FAILED, INTERRUPTED = 2, 130
COMMANDS = (
    "check",
    "clean",
    "config",
    "extract",
    "infer",
    "init",
    "new",
    "rule",
    "rules",
    "schema",
)
"""Each is `command` in the module of its name, which is imported when it is asked for:
no command pays for what another needs."""


class Commands(click.Group):
    """The commands of exlint. Without the name of one, `check` is meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of all commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"exlint.cli.{cmd_name}")
        return cast("click.Command", module.command)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments of the group."""
        is_completing = ctx.resilient_parsing and not args
        known = (*COMMANDS, "--help", "-h", "--version", "-V")
        if not is_completing and (not args or args[0] not in known):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> list[CompletionItem]:
        """Complete the first word: a command, or an option or a path of `check`."""
        check = cast("click.Command", self.get_command(ctx, "check"))
        with check.make_context("check", [], parent=ctx, resilient_parsing=True) as sub:
            options = check.shell_complete(sub, incomplete)
            (paths,) = (one for one in check.params if one.name == "paths")
            files = paths.shell_complete(sub, incomplete)
        found = super().shell_complete(ctx, incomplete) + options
        return found or files


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="'exlint PATH' is 'exlint check PATH': see 'exlint check --help'.",
)
@click.version_option(__version__, "-V", "--version", prog_name="exlint")
def app() -> None:
    """Check exercise pages against their schema, their prose and each other."""


_MANY = 200_000
"""New objects after which garbage is looked for."""


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    shell.prepare()
    try:
        code = app.main(args, prog_name="exlint", standalone_mode=False)
    except UserError as error:
        shell.tell(f"exlint: {error}")
    except click.ClickException as error:
        shell.tell(f"exlint: {_one_line(error)}")
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except (
        Exception
    ) as error:  # a bug: whoever wants the traceback runs `python -X dev`
        if sys.flags.dev_mode:
            raise
        shell.tell(f"exlint: internal error: {type(error).__name__}: {error}")
    else:
        return int(code or 0)
    return FAILED


def program() -> int:
    """Run the command line as the one thing that this process does.

    The garbage collector would look through all that a start loads some twenty times,
    and at the end once more through what is left: 40 ms, and there is no garbage.
    """
    gc.set_threshold(_MANY)
    code = main()
    gc.freeze()
    return code


def _one_line(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        from exlint.pagetype.vocabulary import nearest

        near = nearest(error.option_name, error.possibilities or (), cutoff=0)
        hint = f", did you mean '{near}'?" if near else ""
        return f"no such option '{error.option_name}'{hint}"
    text = " ".join(error.format_message().split()).rstrip(".")
    return text[:1].lower() + text[1:]
