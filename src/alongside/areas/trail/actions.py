"""Writing the trail, and the frame of every action."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

from django.db import IntegrityError, connection, transaction

from alongside.areas.trail.values import Kind, Row
from alongside.core.actors import Actor

P = ParamSpec("P")
R = TypeVar("R")
_INSERT = """
INSERT INTO trail_trailrow (at, kind, doing, person, person_name, roles, clinic, child)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""


def record(rows: Iterable[Row]) -> None:
    """Append rows at once. Inside an action they share its transaction.

    Every page that shows a child comes through here, a list of fifty with fifty rows: written without models, they
    cost a third.
    """
    moment = cache(connection.ops.adapt_datetimefield_value)  # one for all of them, nearly always
    told = [(moment(row.at), *_told(row)) for row in rows]
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:  # joins the queue of writers
        cursor.executemany(_INSERT, told)


def record_doing(actor: Actor, doing: str, clinic: int | None, at: datetime, kind: Kind = Kind.WRITE) -> None:
    """Append one line about no child: what somebody did for a clinic (internal key), in the roles they hold there.

    Without a clinic it is about something of their own. ``doing`` names the action.
    """
    roles = () if clinic is None else actor.roles_in(clinic)
    row = Row(
        at=at,
        kind=kind,
        doing=doing,
        person=actor.person,
        person_name=actor.name,
        roles=",".join(sorted(roles)),
        clinic=clinic,
        child=None,
    )
    record([row])


def _told(row: Row) -> tuple[Any, ...]:
    return row.kind.value, row.doing, row.person, row.person_name, row.roles, row.clinic, row.child


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Frame of a use case: everything it writes, its trail row included, happens together or not at all.

    Two deliveries of one identifier at the same moment both look before the first one writes; the database then
    refuses the second. It is asked once more, and finds what the first one wrote.
    """

    @wraps(function)
    def framed(*args: P.args, **kwargs: P.kwargs) -> R:
        is_outermost = not connection.in_atomic_block
        try:
            return _whole(function, *args, **kwargs)
        except IntegrityError:
            if not is_outermost:
                raise
        return _whole(function, *args, **kwargs)

    return framed


def _whole(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    with transaction.atomic():
        return function(*args, **kwargs)
