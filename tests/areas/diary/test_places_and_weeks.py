"""Places, the way between them, and working weeks."""

from datetime import time, timedelta

import pytest

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments.values import VisitDetails, Way
from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.diary.week import FRIDAY, MONDAY, as_owner, draft_of_rules, place, works

pytestmark = [pytest.mark.django_db, pytest.mark.both_engines]


def test_the_first_place_is_the_base_until_another_one_is(cast):
    first, second = place(cast, "Willow House"), place(cast, "Annexe", address="2 Lime Row")
    assert [(one.name, one.is_base) for one in queries.sites(cast.clinic.pk)] == [
        ("Willow House", True),
        ("Annexe", False),
    ]
    found = diary.keep_site(**as_owner(cast), site=second, name="Annexe", is_base=True)
    assert [(one.uuid, one.is_base) for one in found] == [(second, True), (first, False)]
    assert queries.base(cast.clinic.pk) == found[0].pk


def test_two_places_do_not_share_a_name(cast):
    first = place(cast, "Annexe")
    with pytest.raises(InvalidInput, match="with this name"):
        place(cast, " Annexe ")
    said = as_owner(cast) | {"actor": cast.other_therapist.actor}
    with pytest.raises(NotFound):
        diary.keep_site(**said, site=first, name="Mine")


def test_the_way_is_as_long_in_both_directions(cast):
    here, there = place(cast, "Willow House"), place(cast, "Annexe")
    diary.keep_travel(**as_owner(cast), a=there, b=here, minutes=25)
    diary.keep_travel(**as_owner(cast), a=here, b=there, minutes=20)
    clinic = cast.clinic.pk
    base, annexe = (one.pk for one in queries.sites(clinic))
    assert queries.travel(clinic, annexe, base) == queries.travel(clinic, None, annexe) == 20
    assert queries.travel(clinic, base, None) == queries.travel(clinic, annexe, annexe) == 0


def test_a_way_needs_two_places_of_the_clinic(cast, new_uuid):
    here = place(cast, "Willow House")
    for other in (here, new_uuid()):
        with pytest.raises(NotFound):
            diary.keep_travel(**as_owner(cast), a=here, b=other, minutes=5)


def test_a_place_made_by_mistake_goes_with_its_ways(cast):
    here, wrong = place(cast, "Willow House"), place(cast, "Wilow House")
    diary.keep_travel(**as_owner(cast), a=here, b=wrong, minutes=20)
    for player, refusal in ((cast.hannah, NotAllowed), (cast.other_therapist, NotFound)):
        with pytest.raises(refusal):
            diary.remove_site(**as_owner(cast) | {"actor": player.actor}, site=wrong)
    for _again in range(2):
        diary.remove_site(**as_owner(cast), site=wrong)
    assert [one.uuid for one in queries.sites(cast.clinic.pk)] == [here]
    assert not queries.travels(cast.clinic.pk).between
    diary.remove_site(**as_owner(cast), site=here)
    assert queries.sites(cast.clinic.pk) == ()


def test_a_place_stays_while_something_is_there(cast, new_uuid):
    clinic = as_owner(cast)
    base, rooms, weeks, visits = (place(cast, name) for name in ("Base", "Rooms", "Weeks", "Visits"))
    diary.keep_travel(**clinic, a=base, b=rooms, minutes=20)
    room = booking.add_room(**clinic, room=new_uuid(), name="Blue room")
    booking.change_room(**clinic, room=room.uuid, site=rooms)
    diary.keep_working_week(
        **clinic, person=cast.tom.uuid, from_on=MONDAY, week=[works(0, 9, 12, site=weeks)]
    )
    booking.book_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=new_uuid(),
        therapist=cast.hannah.uuid,
        starts_at=cast.at + timedelta(days=1),
        minutes=45,
        details=VisitDetails(way=Way.AWAY, site=visits),
        at=cast.at,
    )
    for site, says in ((base, "Most visits"), (rooms, "or rooms"), (weeks, "week names"), (visits, "Visits")):
        with pytest.raises(diary.PlaceNeeded, match=says):
            diary.remove_site(**clinic, site=site)
    assert len(queries.sites(cast.clinic.pk)) == 4
    assert list(queries.travels(cast.clinic.pk).between.values()) == [20]


def test_a_later_week_leaves_earlier_days_as_they_were(cast):
    said = {"person": cast.hannah.uuid}
    diary.keep_working_week(**as_owner(cast), **said, from_on=MONDAY, week=[works(0, 9, 12)])
    diary.keep_working_week(**as_owner(cast), **said, from_on=FRIDAY, week=[works(0, 13, 17)])
    found = diary.keep_working_week(**as_owner(cast), **said, from_on=FRIDAY, week=[works(0, 13, 16)])
    assert [(one.start, one.end, one.first, one.last) for one in found] == [
        (540, 720, MONDAY, FRIDAY - timedelta(days=1)),
        (780, 960, FRIDAY, None),
    ]


def test_everybody_keeps_the_own_week_and_the_desk_all(cast):
    week = {"from_on": MONDAY, "week": [works(0, 9, 12)]}
    own = {"actor": cast.hannah.actor, "clinic": cast.clinic.pk, "at": cast.at}
    diary.keep_working_week(**own, person=cast.hannah.uuid, **week)
    diary.keep_working_week(**own | {"actor": cast.maria.actor}, person=cast.tom.uuid, **week)
    with pytest.raises(NotAllowed):
        diary.keep_working_week(**own, person=cast.tom.uuid, **week)


def test_a_week_that_cannot_be_is_refused(cast, new_uuid):
    said = as_owner(cast) | {"person": cast.hannah.uuid, "from_on": MONDAY}
    wrong = ([], [works(0, 9, 12), works(0, 11, 13)], [works(0, 12, 9)], [works(0, time(9, 3), 12)])
    for week in wrong:
        with pytest.raises(InvalidInput):
            diary.keep_working_week(**said, week=week)
    with pytest.raises(NotFound):
        diary.keep_working_week(**said, week=[works(0, 9, 12, site=new_uuid())])
    touching = [works(0, 9, 12), works(0, 12, 15)]
    assert len(diary.keep_working_week(**said, week=touching)) == 2


def test_rules_have_bounds(cast):
    kept = diary.keep_rules(**as_owner(cast), rules=draft_of_rules(hold_hours=24, cancel_words="Ring us"))
    assert (kept.hold_hours, kept.cancel_words) == (24, "Ring us")
    assert queries.rules(cast.other_clinic.pk).hold_hours == 48
    for wrong in ({"hold_hours": 0}, {"buffer_minutes": 61}, {"school_from": time(16)}):
        with pytest.raises(InvalidInput):
            diary.keep_rules(**as_owner(cast), rules=draft_of_rules(**wrong))
