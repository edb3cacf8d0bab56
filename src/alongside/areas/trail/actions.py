"""Writing the trail, and the frame of every action."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError, connection, transaction

from alongside.areas.trail.models import TrailRow
from alongside.areas.trail.values import Row

P = ParamSpec("P")
R = TypeVar("R")


def record(rows: Iterable[Row]) -> None:
    """Append rows in one statement. Inside an action they share its transaction."""
    made = [_model(row) for row in rows]
    with transaction.atomic(savepoint=False):  # a transaction of its own joins the queue of writers
        TrailRow.objects.bulk_create(made)


def _model(row: Row) -> TrailRow:
    return TrailRow(
        at=row.at,
        kind=row.kind.value,
        doing=row.doing,
        person=row.person,
        person_name=row.person_name,
        roles=row.roles,
        clinic=row.clinic,
        child=row.child,
    )


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
