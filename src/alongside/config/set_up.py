"""What has to stand before a server can answer: the database, its tables, the static files."""

from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command


def set_up() -> None:
    """Make the data folder, bring the database and the ideas in it up to date and collect the static files.

    Safe to run again.
    """
    django.setup()
    Path(settings.DATA).mkdir(parents=True, exist_ok=True, mode=0o700)
    call_command("migrate", verbosity=0, interactive=False)
    _bring_ideas()
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def _bring_ideas() -> None:
    """What a release words otherwise reaches the library here; plans keep the words they were given."""
    from alongside.areas.library.actions import load_starter_strategies  # tables exist only after set-up

    load_starter_strategies()
