"""Nothing of one home reaches the grown-ups of another."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild


def known(opened: OpenChild, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows whose ``home`` this person may know of. One more statement, and only where a row has a home."""
    kept = list(rows)
    mine = circle.my_homes(opened) if any(row["home"] for row in kept) else None
    return kept if mine is None else [row for row in kept if row["home"] is None or row["home"] in mine]


def of_known(opened: OpenChild, path: str) -> Q:
    """The same as a condition on ``path``, which leads to a home."""
    mine = circle.my_homes(opened)
    return Q() if mine is None else Q(**{path: None}) | Q(**{f"{path}__in": mine})


def knows(opened: OpenChild, home: int | None) -> bool:
    """Whether this person may know of what belongs to the home with this key (None is every home)."""
    if home is None:
        return True
    mine = circle.my_homes(opened)
    return mine is None or home in mine
