"""Random histories of regular times in the database: rows, cells and what was agreed never part ways."""

from collections import Counter
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from uuid import uuid4

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.models import Visit, VisitCell
from alongside.areas.appointments.values import CellKind, VisitState
from alongside.core.refusals import Refusal
from alongside.core.series import Rhythm

RUNS = 25
days = st.integers(0, 120).map(lambda number: date(2026, 12, 1) + timedelta(days=number))
times = st.builds(time, st.integers(8, 17), st.sampled_from([0, 20, 40]))
edits = st.tuples(st.integers(0, 6), st.integers(0, 30), days, times)


def an_edit(cast, number, pick, day, at):
    """One change of some visit of Idris, or of his sister, by the front desk."""
    rows = list(Visit.objects.order_by("pk").select_related("child", "series"))
    row = rows[pick % len(rows)]
    said = {"actor": cast.maria.actor, "child": row.child.uuid, "at": cast.at}
    one, new = said | {"visit": row.uuid}, {"series": uuid4(), "day": day, "local_time": at}
    changes = [
        partial(appointments.move_visit, **one, starts_at=datetime.combine(day, at, UTC)),
        partial(appointments.cancel_visit, **one),
        partial(appointments.bring_back_visit, **one),
        partial(appointments.move_following, **one, **new),
        partial(appointments.change_all, **one, **new),
        partial(appointments.cancel_following, **one),
        partial(rest_or_go_on, row, said, day, pick),
    ]
    changes[number]()


def rest_or_go_on(row, said, day, pick):
    """A pause of a regular time, or a longer block."""
    if row.series is None:
        return
    regular = said | {"series": row.series.uuid}
    if pick % 2:
        appointments.pause_series(**regular, from_on=day, until_on=day + timedelta(days=pick))
    else:
        appointments.extend_series(**regular, count=row.series.count + pick % 3)


def agreed():
    """For each visit what a family was told of it: whether it stands, and when."""
    return {row.uuid: (row.state, row.starts_at) for row in Visit.objects.all()}


def check(before, number):
    """Cells are exactly those of the visits that stand, nobody is anywhere twice, and no exception was touched."""
    held = Counter(VisitCell.objects.values_list("visit", "kind"))
    for row in Visit.objects.all():
        expected = row.minutes // 5 if row.state == VisitState.BOOKED else 0
        assert {held[row.pk, kind] for kind in (CellKind.THERAPIST, CellKind.CHILD)} == {expected}
    taken = Counter(VisitCell.objects.values_list("kind", "resource", "cell"))
    assert set(taken.values()) <= {1}
    now = agreed()
    assert before.keys() <= now.keys()
    came_back = [
        uuid for uuid, (state, _) in before.items() if state != "BOOKED" and now[uuid][0] == "BOOKED"
    ]
    assert len(came_back) <= (1 if number == 2 else 0)
    planned = list(Visit.objects.filter(series__isnull=False).values_list("series", "number"))
    assert len(planned) == len(set(planned))


def begin(cast, sibling):
    """A weekly and a fortnightly regular time of one therapist, and a single visit."""
    common = {"actor": cast.maria.actor, "therapist": cast.hannah.uuid, "at": cast.at, "minutes": 40}
    weekly = {"first_on": date(2026, 12, 8), "local_time": time(9), "count": 5}
    appointments.book_series(**common, **weekly, child=cast.idris, series=uuid4())
    fortnightly = {
        "first_on": date(2026, 12, 8),
        "local_time": time(10),
        "count": 4,
        "rhythm": Rhythm.FORTNIGHTLY,
    }
    appointments.book_series(**common, **fortnightly, child=sibling, series=uuid4())
    alone = datetime(2026, 12, 9, 9, tzinfo=UTC)
    appointments.book_visit(**common, child=cast.idris, visit=uuid4(), starts_at=alone)


@settings(
    max_examples=RUNS,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(edits, min_size=6, max_size=10))
def test_rows_and_cells_follow_every_history(cast, sibling, steps):
    with transaction.atomic():
        begin(cast, sibling)
        for step in steps:
            before = agreed()
            with suppress(Refusal):
                an_edit(cast, *step)
            check(before, step[0])
        transaction.set_rollback(True)
