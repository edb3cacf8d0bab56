"""python -m alongside COMMAND: runs one module of alongside.config.commands."""

import importlib
import os
import pkgutil
import sys


def commands() -> list[str]:
    """The names of all commands, in alphabetical order."""
    package = importlib.import_module("alongside.config.commands")
    return sorted(found.name for found in pkgutil.iter_modules(package.__path__) if found.name[0] != "_")


def main(argv: list[str]) -> int:
    """Run the command that argv begins with, with the rest as its words; 2 when there is no such command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    name = argv[0].replace("-", "_") if argv else ""
    if name not in commands():
        print("Usage: python -m alongside COMMAND\nCommands:", " ".join(commands()), file=sys.stderr)
        return 2
    command = importlib.import_module(f"alongside.config.commands.{name}")
    return int(command.main(argv[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
