"""`python -m alongside COMMAND` finds its commands and explains itself."""

import importlib
import re
from pathlib import Path

from alongside import __main__ as program

ROOT = Path(__file__).resolve().parents[2]


def test_an_unknown_command_and_none_at_all_list_what_there_is(capsys):
    assert program.main([]) == 2
    assert program.main(["no-such-thing"]) == 2
    assert capsys.readouterr().err.count("Usage: python -m alongside COMMAND") == 2


def test_every_command_says_what_it_does_and_can_be_run():
    modules = [importlib.import_module(f"alongside.config.commands.{name}") for name in program.commands()]
    assert [module.__name__ for module in modules if not (module.__doc__ and callable(module.main))] == []


def test_the_makefile_calls_only_commands_that_exist():
    called = set(re.findall(r"\$\(RUN\) (\w+)", (ROOT / "Makefile").read_text()))
    assert called
    assert called <= set(program.commands())
