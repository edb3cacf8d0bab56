"""A regular time of the child, and a group in which only this child is."""

from datetime import timedelta

from alongside.areas.appointments import actions as appointments
from alongside.core.capabilities import Capability
from tests.clock import AT
from tests.matrix.pen import Pen

_WEEKS = timedelta(weeks=40)


def comes_regularly(pen: Pen) -> None:
    """Two visits a week apart, and one in a group whose name families may read."""
    starts_at = AT + _WEEKS
    where = {"therapist": pen.family.therapist.uuid, "minutes": 30, "at": AT}
    appointments.book_series(
        **where,
        actor=pen.therapist,
        child=pen.child,
        series=pen.new("series"),
        first_on=starts_at.date(),
        local_time=starts_at.time(),
        count=2,
    )
    appointments.book_group(
        **where,
        actor=pen.therapist,
        children=[pen.child],
        group=pen.new("group"),
        name=pen.word("name of the group", Capability.READ_VISITS),
        times=[starts_at + timedelta(hours=3)],
    )
