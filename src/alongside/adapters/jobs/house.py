"""Where the engine lives: in the product's own database, whichever it is."""

from typing import Any

from django.conf import settings
from sqlalchemy import URL

from alongside.adapters.jobs.seats import DatabaseSeats, FileSeats, Seats


def address() -> str:
    """The database as the engine wants it written."""
    chosen = _chosen()
    if "sqlite" in chosen["ENGINE"]:
        return URL.create("sqlite", database=str(chosen["NAME"])).render_as_string(hide_password=False)
    url = URL.create(
        "postgresql",
        username=chosen["USER"] or None,
        password=chosen["PASSWORD"] or None,
        database=chosen["NAME"],
        port=int(chosen["PORT"]) if chosen["PORT"] else None,
        query={"host": chosen["HOST"]} if chosen["HOST"] else {},
    )
    return url.render_as_string(hide_password=False)


def seats() -> Seats:
    """The seats of the workers of this database."""
    chosen = _chosen()
    return FileSeats(str(chosen["NAME"])) if "sqlite" in chosen["ENGINE"] else DatabaseSeats(address())


def _chosen() -> dict[str, Any]:
    return settings.DATABASES["default"]
