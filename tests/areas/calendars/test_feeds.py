"""A calendar link tells when and where, to its owner alone, for as long as its owner may know it."""

from datetime import timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries as visits
from alongside.areas.calendars import actions as calendars
from alongside.areas.calendars import queries
from alongside.areas.calendars.models import Feed
from alongside.areas.calendars.values import FeedKind
from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries as circle_queries
from alongside.areas.people import actions as people
from alongside.areas.people.models import Person
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from tests.adapters.calendars.readers import by_khal
from tests.adapters.calendars.visits import times

THERAPIST = FeedKind.THERAPIST


def test_a_carers_link_tells_both_readers_the_visits_of_their_page(
    cast, book, weekly, link, *, read, opened, tmp_path
):
    book()
    regular = weekly()
    appointments.move_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=regular[2].uuid,
        starts_at=regular[2].starts_at + timedelta(days=1),
        at=cast.at,
    )
    appointments.cancel_visit(actor=cast.maria.actor, child=cast.idris, visit=regular[4].uuid, at=cast.at)
    page = visits.visits_of(opened(cast.samira, Capability.READ_VISITS))
    token = link(cast.samira)
    found = read(token)
    assert times(found) == sorted((one.starts_at, one.ends_at, not one.is_open) for one in page)
    content = calendars.read_feed(token=token, at=cast.at).content
    again = by_khal(content, tmp_path / "home", cast.at, cast.at + timedelta(days=300))
    assert (len(again), times(again)) == (7, times(found))
    assert {one.title for one in found} == {"Visit, Willow House"}
    assert {one.place for one in found} == {"Wren Room"}


def test_a_link_keeps_words_and_names_to_itself(cast, book, link):
    book()
    carers = calendars.read_feed(token=link(cast.samira), at=cast.at).content.decode()
    therapists = calendars.read_feed(token=link(cast.hannah, THERAPIST), at=cast.at).content.decode()
    for told in (carers, therapists):
        for kept in ("Idris", "Osman", "Hannah", "upper bell", "therapy"):
            assert kept not in told


def test_a_therapists_link_names_children_only_where_the_therapist_chose_it(cast, book, link, read):
    book()
    assert [one.title for one in read(link(cast.hannah, THERAPIST))] == ["Visit"]
    assert [one.title for one in read(link(cast.hannah, THERAPIST, with_names=True))] == ["Visit, Idris"]
    assert read(link(cast.tom, THERAPIST)) == []


def test_a_carers_link_never_tells_a_name(cast, book, link, read):
    book()
    assert [one.title for one in read(link(cast.samira, with_names=True))] == ["Visit, Willow House"]


def test_a_restricted_carer_is_not_told_the_place(cast, book, link, read, opened):
    made = book()
    token = link(cast.karim)
    restrict = {"actor": cast.hannah.actor, "child": cast.idris, "person": cast.karim.uuid, "at": cast.at}
    assert [one.place for one in read(token)] == ["Wren Room"]
    circle.restrict_carer(**restrict, named=[Capability.READ_VISITS])
    assert [one.place for one in read(token)] == [""]
    child = opened(cast.karim, Capability.READ_VISITS)
    assert "LOCATION" not in queries.visit_file(child, made.uuid).decode()
    circle.restrict_carer(**restrict, named=[])
    assert read(token) == []


def test_a_link_ends_with_the_place_in_the_circle(cast, book, link, read):
    book()
    token = link(cast.karim)
    circle.end_place(actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, at=cast.at)
    with pytest.raises(NotFound):
        read(token)


def test_a_link_ends_with_the_hat_and_with_the_login(cast, book, link, read):
    book()
    tokens = [link(cast.hannah, THERAPIST), link(cast.samira)]
    people.end_membership(actor=cast.olive.actor, clinic=cast.clinic.pk, person=cast.hannah.uuid, at=cast.at)
    Person.objects.filter(pk=cast.samira.pk).update(is_active=False)
    for token in tokens:
        with pytest.raises(NotFound):
            read(token)


def test_a_revoked_link_and_one_that_was_made_again_stop_at_once(cast, book, link, read):
    book()
    first = link(cast.samira)
    second = link(cast.samira)
    with pytest.raises(NotFound):
        read(first)
    assert len(read(second)) == 1
    feed = queries.feed(cast.samira.actor, FeedKind.CARER).uuid
    for _ in range(2):
        calendars.revoke_feed(actor=cast.samira.actor, feed=feed, at=cast.at)
    with pytest.raises(NotFound):
        read(second)
    assert queries.feed(cast.samira.actor, FeedKind.CARER) is None


def test_nobody_revokes_or_makes_anothers_link(cast, link, new_uuid):
    link(cast.samira)
    feed = queries.feed(cast.samira.actor, FeedKind.CARER).uuid
    with pytest.raises(NotFound):
        calendars.revoke_feed(actor=cast.karim.actor, feed=feed, at=cast.at)
    with pytest.raises(NotFound):
        calendars.make_feed(actor=cast.karim.actor, kind=FeedKind.CARER, feed=feed, at=cast.at)
    for player, kind in ((cast.samira, THERAPIST), (cast.maria, THERAPIST), (cast.hannah, FeedKind.CARER)):
        with pytest.raises(NotFound):
            calendars.make_feed(actor=player.actor, kind=kind, feed=new_uuid(), at=cast.at)


def test_only_a_hash_is_kept_and_a_second_delivery_brings_no_token(cast, new_uuid):
    uuid = new_uuid()
    made, token = calendars.make_feed(actor=cast.samira.actor, kind=FeedKind.CARER, feed=uuid, at=cast.at)
    again = calendars.make_feed(actor=cast.samira.actor, kind=FeedKind.CARER, feed=uuid, at=cast.at)
    assert again == (made, "")
    assert len(token) >= 43
    kept = Feed.objects.values_list().get(uuid=uuid)
    assert token not in str(kept)


def test_the_last_read_is_kept_to_the_hour(cast, link, read):
    token = link(cast.samira)
    for minutes in (0, 30, 61):
        read(token, cast.at + timedelta(minutes=minutes))
        seen = queries.feed(cast.samira.actor, FeedKind.CARER).last_read_at
        assert seen == cast.at + timedelta(minutes=0 if minutes < 60 else 61)


def test_what_a_link_tells_is_on_the_trail_when_it_is_new_and_once_a_day(cast, book, link, read, opened):
    def lines():
        looks = circle_queries.who_looked(opened(cast.samira, Capability.READ_TRAIL))
        return sum(look.doing == "calendars.read_feed" for look in looks)

    book()
    token = link(cast.samira)
    for hours, told in ((0, 1), (1, 1), (2, 1), (24, 2), (25, 2)):
        read(token, cast.at + timedelta(hours=hours))
        assert lines() == told, hours
    book(starts_at=cast.at + timedelta(days=4))
    read(token, cast.at + timedelta(hours=26))
    assert lines() == 3


def test_a_therapists_link_without_names_opens_no_record(cast, book, link, read, opened):
    book()
    read(link(cast.hannah, THERAPIST))
    looks = circle_queries.who_looked(opened(cast.samira, Capability.READ_TRAIL))
    assert "calendars.read_feed" not in {look.doing for look in looks}


def test_a_file_of_one_visit_tells_the_same_and_nothing_of_another_child(cast, book, opened, new_uuid):
    made = book()
    child = opened(cast.samira, Capability.READ_VISITS)
    told = queries.visit_file(child, made.uuid).decode()
    assert "SUMMARY:Visit\\, Willow House" in told
    assert "LOCATION:Wren Room" in told
    assert "bell" not in told
    with pytest.raises(NotFound):
        queries.visit_file(child, new_uuid())
