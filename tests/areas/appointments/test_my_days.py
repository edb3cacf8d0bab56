"""What a therapist's own day asks for: the next day with visits, and what the page has opened already."""

from datetime import date, timedelta

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.trail.models import TrailRow
from alongside.core.capabilities import Capability
from tests.areas.appointments.test_session_note import DRAFT

THURSDAY = date(2026, 11, 26)
MONDAY = date(2026, 11, 23)


def test_the_next_day_is_the_first_one_with_a_visit_of_ones_own(cast, book, thursday):
    book()
    book(starts_at=thursday + timedelta(days=7))
    book(starts_at=thursday - timedelta(days=1), therapist=cast.tom.uuid)
    assert queries.next_day(cast.hannah.actor, MONDAY) == THURSDAY
    assert queries.next_day(cast.hannah.actor, THURSDAY) == THURSDAY + timedelta(days=7)
    assert queries.next_day(cast.hannah.actor, THURSDAY + timedelta(days=7)) is None
    assert queries.next_day(cast.samira.actor, MONDAY) is None


def test_a_cancelled_visit_makes_no_day(cast, book):
    gone = book()
    appointments.cancel_visit(actor=cast.maria.actor, child=cast.idris, visit=gone.uuid, at=cast.at)
    assert queries.next_day(cast.hannah.actor, MONDAY) is None


def test_a_child_that_the_page_has_opened_is_not_opened_twice(cast, book, opened, django_assert_num_queries):
    book()
    idris = opened(cast.hannah, Capability.READ_VISITS)
    before = TrailRow.objects.count()
    with django_assert_num_queries(1):
        [visit] = queries.day_of(cast.hannah.actor, THURSDAY, cast.at, known=[idris])
    assert visit.child_name == "Idris"
    assert TrailRow.objects.count() == before


def test_visits_and_the_last_plan_are_read_together(cast, book, opened, new_uuid, django_assert_num_queries):
    team = opened(cast.hannah, Capability.READ_CLINICAL_NOTES)
    assert queries.visits_and_plan(team, 8) == ((), "")
    visit = book(starts_at=cast.at)
    told = {"actor": cast.hannah.actor, "child": cast.idris, "visit": visit.uuid, "at": cast.at}
    appointments.start_note(**told, note=new_uuid())
    assert queries.visits_and_plan(team, 8)[1] == ""
    appointments.sign_note(**told, draft=DRAFT)
    with django_assert_num_queries(1):
        seen, plan = queries.visits_and_plan(team, 8)
    assert (seen, plan) == (queries.visits_of(team, 8), queries.last_plan(team))
    later = opened(cast.hannah, Capability.READ_CLINICAL_NOTES, at=cast.at + timedelta(days=1))
    for seen_by in (team, later):
        with django_assert_num_queries(1):
            found = queries.last_visit_and_plan(seen_by)
        assert found == (queries.last_visit(seen_by), queries.last_plan(seen_by))


def test_a_familys_wish_is_read_with_the_children_that_are_open(cast, book, opened, new_uuid):
    visit, words = book(), "Could it be later?"
    appointments.ask_to_change(
        actor=cast.samira.actor,
        child=cast.idris,
        visit=visit.uuid,
        request=new_uuid(),
        words=words,
        at=cast.at,
    )
    [wish] = queries.requests_about([opened(cast.hannah, Capability.READ_VISITS)])
    assert (wish.words, wish.by_name) == (words, "Samira")
    assert queries.requests_about([opened(cast.samira, Capability.READ_VISITS)]) == ()
    assert queries.requests_about([]) == ()
