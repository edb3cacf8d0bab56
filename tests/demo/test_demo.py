"""The demo clinic is what it says: twelve families, twelve weeks, and nothing that has not happened."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alongside.areas.appointments.models import SessionNote, Visit
from alongside.areas.circle.models import Child, Place
from alongside.areas.conversation.models import Answered, Message
from alongside.areas.evaluation.models import Finding
from alongside.areas.goals.models import Goal, GoalVersion, StepProposal
from alongside.areas.people import queries as people
from alongside.areas.practice.models import Entry, Noticing
from alongside.areas.programme.models import Placement
from alongside.areas.story.models import Enquiry, PriorityRating
from alongside.areas.trail.models import TrailRow
from alongside.areas.waiting.models import FreedStep, WaitingPlace
from alongside.areas.wins.models import Win
from alongside.config.demo import clinic
from alongside.config.demo.door import guests
from alongside.config.demo.guests import GUESTS
from alongside.core.words import not_family_words
from tests.demo.stage import empty_stage

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # a Monday morning


@pytest.fixture(scope="module", autouse=True)
def willow(django_db_setup, django_db_blocker):
    """The demo, filled once for this module."""
    with django_db_blocker.unblock(), empty_stage():
        clinic.fill(AT)
        yield people.clinic_by_slug("willow")


def waiting(willow):
    """Children who wait for a time, and have not begun."""
    return of(willow, WaitingPlace).filter(ended_at=None).values("child")


def children(willow):
    return Child.objects.filter(clinic=willow.pk).exclude(pk__in=waiting(willow))


def of(willow, model):
    return model.objects.filter(child__clinic=willow.pk)


def test_twelve_families_live_here_and_one_of_them_has_two_children(willow):
    places = of(willow, Place).filter(kind="CARER", child__in=children(willow)).order_by("since", "pk")
    tellers = Counter({place.child_id: place.person_id for place in reversed(places)}.values())
    assert len(tellers) == 12
    assert sorted(tellers.values()) == [1] * 11 + [2]


def test_one_carer_is_restricted_and_writes_for_himself(willow):
    restricted = of(willow, Place).get(restricted=True)
    assert restricted.person.name == "Imran Hussain"
    assert of(willow, Entry).filter(by=restricted.person).exists()


def test_one_family_has_finished_and_nothing_of_theirs_goes_on(willow):
    open_goals = of(willow, Goal).exclude(state="CLOSED").values("child")
    done = children(willow).exclude(pk__in=open_goals).get()
    assert done.short_name == "Jude"
    assert not Placement.objects.filter(child=done, state="SHARED").exists()
    assert not Visit.objects.filter(child=done, starts_at__gt=AT).exists()


def test_one_story_waits_for_its_start_and_two_are_new(willow):
    waiting = Enquiry.objects.filter(clinic=willow.pk, child=None).values_list("state", flat=True)
    assert sorted(waiting) == ["ANSWERED", "NEW", "NEW"]


def test_three_families_wait_and_a_freed_time_went_from_one_to_the_next(willow):
    assert sorted(waiting(willow).values_list("child__short_name", flat=True)) == ["Ivy", "Nell", "Sami"]
    assert of(willow, WaitingPlace).filter(why="HAS_TIME").count() == 13
    steps = FreedStep.objects.filter(clinic=willow.pk).order_by("number").values_list("kind", flat=True)
    assert list(steps) == ["FREED", "OFFERED", "DECLINED", "OFFERED"]


def test_the_team_has_four_therapists_and_one_registration_ends_soon(willow):
    therapists = people.therapists_of(willow.pk, AT)
    assert len(therapists) == 4
    assert sum(held.expiring for one in therapists for held in one.credentials) == 1
    assert {guest.name for guest in guests()} >= {"Samira Osman", "Hannah Reid", "Maria Silva"}
    assert len(guests()) == len(GUESTS)


def test_every_idea_on_a_phone_has_an_agreed_goal(willow):
    agreed = set(of(willow, Goal).filter(state="AGREED").values_list("uuid", flat=True))
    live = of(willow, Placement).filter(state="SHARED")
    assert {placement.goal_id for placement in live} <= agreed
    assert all(placement.finding_id or placement.not_yet_words for placement in live)
    assert max(Counter(live.values_list("child", flat=True)).values()) == 4


def test_both_sides_have_something_to_answer(willow):
    assert of(willow, Goal).filter(state="TALKING").count() == 1
    assert of(willow, GoalVersion).filter(number=2).count() >= 2
    assert {step.side for step in of(willow, StepProposal).filter(state="PROPOSED")} == {
        "FAMILY",
        "THERAPIST",
    }
    assert of(willow, SessionNote).filter(state="DRAFT").count() == 1
    assert of(willow, Win).filter(state="ASKED").exists()
    assert of(willow, Win).filter(state="CONFIRMED", source="FROM_LOG").exists()


def test_two_families_and_the_one_that_finished_looked_back(willow):
    rated = of(willow, PriorityRating).filter(occasion="REVIEW")
    assert set(rated.values_list("child__short_name", flat=True)) == {"Rosa", "Noah", "Jude"}


def test_nothing_happened_after_the_demo_was_made(willow):
    assert not TrailRow.objects.filter(clinic=willow.pk, at__gt=AT).exists()
    for model in (Entry, Noticing):
        assert not of(willow, model).filter(arrived_at__gt=AT).exists()
        assert not of(willow, model).filter(happened_at__gt=AT).exists()
    assert of(willow, Visit).filter(starts_at__gt=AT).exists()


def test_every_past_visit_is_written_up_or_did_not_take_place(willow):
    held = of(willow, Visit).filter(starts_at__lt=AT - timedelta(hours=2)).exclude(state="COULD_NOT_COME")
    noted = of(willow, SessionNote).values("visit")
    assert list(held.exclude(pk__in=noted).values_list("child__short_name", "starts_at")) == []


def test_hannah_sees_somebody_later_today_and_idris_on_thursday(willow):
    hannah = of(willow, Visit).filter(therapist__name="Hannah Reid", state="BOOKED", starts_at__gt=AT)
    assert hannah.filter(starts_at__date=AT.date()).exists()
    coming = hannah.filter(child__short_name="Idris").order_by("starts_at").first()
    local = coming.starts_at.astimezone(ZoneInfo("Europe/London"))
    assert (local.strftime("%A %H:%M"), coming.room.name) == ("Thursday 15:45", "Willow Room")


def test_idris_tried_one_idea_this_morning_and_has_had_good_and_bad_weeks(willow):
    entries = of(willow, Entry).filter(child__short_name="Idris")
    today = entries.filter(happened_at__date=AT.date())
    assert [entry.placement.title for entry in today] == ["Last pull is his"]
    assert {"DID_IT_FOR", "BY_SELF"} <= set(entries.values_list("help", flat=True))
    assert entries.filter(kind="NOT_TODAY").exists()


def test_families_read_plain_words(willow):
    texts = [text for rows in family_texts(willow) for row in rows for text in row]
    found = {hit.word: text for text in texts for hit in not_family_words(text)}
    assert len(texts) > 300
    assert found == {}


def test_no_two_families_sound_alike(willow):
    said = [*of(willow, Message).values_list("words", flat=True)]
    said += of(willow, SessionNote).values_list("for_family", flat=True)
    said += of(willow, Noticing).values_list("words", flat=True)
    said += of(willow, Entry).exclude(words="").values_list("words", flat=True)
    assert len(said) > 150
    assert [text for text, count in Counter(said).items() if count > 1] == []


def family_texts(willow):
    """What the clinic wrote and a family reads; the families' own words are theirs."""
    texts = {
        Message: ("words",),
        Answered: ("words",),
        SessionNote: ("for_family",),
        Placement: ("family_words", "words_that_help"),
        GoalVersion: ("title", "does", "where_when", "with_help", "how_often", "step_1", "step_2", "step_3"),
        Finding: ("does", "where", "with_help"),
        Win: ("why_hard",),
        StepProposal: ("words", "answer_words"),
    }
    yield of(willow, Placement).filter(strategy=None).values_list("title")
    for model, names in texts.items():
        yield of(willow, model).values_list(*names)
