"""Who waits, what is offered, and what became of a freed time, at the desk."""

from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.people import actions as team
from alongside.areas.people.models import Clinic
from alongside.areas.trail.models import TrailRow
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import Urgency
from alongside.faces.desk import looks
from tests.areas.waiting.house import family, fills, freed

LATER = timedelta(minutes=2)


@pytest.fixture
def maria(sign_in, cast):
    return sign_in(cast.maria)


@pytest.fixture
def tuesday(cast):
    """Tuesday of next week, 15:45."""
    return cast.at + timedelta(days=8, hours=7, minutes=45)


def look(client, name, **parts):
    return unescape(client.get(reverse(f"desk:{name}", kwargs=parts)).content.decode())


def typed(**more):
    plain = {"place": uuid4(), "urgency": "ROUTINE", "since_on": "2026-10-26", "rhythm": "WEEKLY"}
    return plain | {"minutes": 45, "way": "IN_ROOM", "room_features": "swing, mats"} | more


def test_the_desk_puts_a_family_on_the_list_and_reads_it_there(cast, maria):
    page = reverse("desk:waiting_place", args=[cast.idris])
    assert "Put Idris on the list" in unescape(maria.get(page).content.decode())
    answer = maria.post(page, typed(words="Thursdays only", short_notice="on", language="Somali"))
    assert answer.status_code == 302
    shown = look(maria, "waiting")
    for words in (
        "Idris",
        "Thursdays only",
        "28 days",
        "in Somali",
        "a room with: swing",
        "short notice is fine",
    ):
        assert words in shown
    wrong = maria.post(page, typed(minutes=47, words="Tea first"))
    assert wrong.status_code == 422
    assert "steps of 5 minutes" in wrong.content.decode()
    assert "Tea first" in wrong.content.decode()


def test_the_week_opens_only_the_families_that_its_card_names(cast, maria):
    for number, name in enumerate(("Ana", "Ben", "Cleo", "Dan", "Eli", "Fay", "Gus")):
        family(cast, name, number, only_after_school=name == "Gus")
    rows = TrailRow.objects.filter(doing__startswith="waiting.")
    before = rows.count()
    shown = look(maria, "week")
    named = [name for name in ("Ana", "Ben", "Cleo", "Dan", "Eli", "Fay", "Gus") if f"{name}<" in shown]
    assert named == ["Ana", "Ben", "Cleo", "Dan", "Gus"]
    assert rows.count() - before == len(named)


def test_who_looked_names_the_list_the_times_and_the_planner(cast, maria, sign_in):
    maria.post(reverse("desk:waiting_place", args=[cast.idris]), typed())
    look(maria, "waiting")
    shown = look(sign_in(cast.olive), "who_looked", child=cast.idris)
    assert "the waiting list" in shown
    assert {"waiting", "diary", "caseload"} <= looks.WHERE.keys()


def test_a_word_that_is_due_stands_on_top_until_it_is_kept(cast, maria, clock):
    family(cast, "Ana", 1, urgency=Urgency.SOON)
    child = queries.waiting_list(cast.maria.actor, cast.clinic.pk, cast.at)[0].child
    assert "To hear from us today" not in look(maria, "waiting")
    clock.forward(days=14)
    assert "To hear from us today" in look(maria, "waiting")
    contact = reverse("desk:record_contact", args=[child])
    assert maria.post(contact, {"contact": uuid4(), "kind": "BIRD"}).status_code == 422
    said = {"contact": uuid4(), "kind": "RANG", "words": "All well", "next_on": ""}
    assert maria.post(contact, said).status_code == 302
    assert "To hear from us today" not in look(maria, "waiting")
    assert "All well" in look(maria, "waiting_place", child=child)


def test_a_family_leaves_the_list(cast, maria):
    ana = family(cast, "Ana", 1)
    gone = reverse("desk:end_waiting", args=[ana.child])
    assert maria.post(gone, {}).status_code == 422
    assert maria.post(gone, {"why": "FAMILY_LEFT"}).status_code == 302
    look(maria, "waiting")  # The page that says so.
    assert "Ana" not in look(maria, "waiting")


def test_a_freed_time_tells_its_whole_story_and_can_be_stopped(cast, maria, tuesday, sign_in):
    fills(cast)
    ana = family(cast, "Ana", 1)
    uuid = freed(cast, tuesday)
    waiting.look_for_freed(at=cast.at + LATER)
    assert "Tue 1 Dec, 15:45" in look(maria, "freed_times")
    shown = look(maria, "freed_time", freed=uuid)
    for words in (
        "Freed by a visit of Idris",
        "Offered to Ana",
        "Why: the only family it fits",
        "held until",
    ):
        assert words in shown
    assert "Who is asked first" in shown
    assert "Ana" in look(maria, "waiting")
    stopped = maria.post(reverse("desk:stop_freed", args=[uuid]))
    assert stopped.status_code == 302
    assert "stopped at the desk" in look(maria, "freed_time", freed=uuid)
    for stranger in (cast.hannah, cast.other_therapist):
        assert sign_in(stranger).get(reverse("desk:freed_time", args=[uuid])).status_code == 404
    assert ana.place is not None


def test_a_free_cell_shows_who_fits_and_offers_it(cast, maria, tuesday):
    ana = family(cast, "Ana", 1, words="Tuesdays")
    family(cast, "Ben", 2, minutes=60)
    asked = {"therapist": cast.hannah.uuid, "starts": "2026-12-01T15:45", "minutes": 45}
    page = reverse("desk:who_fits")
    shown = maria.get(page, asked)
    assert "Ana" in shown.content.decode()
    assert "Ben" not in shown.content.decode()
    part = maria.get(page, asked, headers={"HX-Request": "true"}).content.decode()
    assert "<h1>" not in part
    assert maria.get(page, asked | {"starts": "soon"}).status_code == 404
    offer = asked | {"offer": uuid4(), "time": uuid4()}
    assert maria.post(reverse("desk:offer_one", args=[ana.child]), offer).status_code == 302
    assert "Tue 1 Dec, 15:45" in look(maria, "waiting")
    again = maria.post(
        reverse("desk:offer_one", args=[ana.child]), offer | {"offer": uuid4(), "time": uuid4()}, follow=True
    )
    assert "This family has an offer already" in again.content.decode()


def test_the_rules_of_the_clinic_are_kept_and_say_in_whose_name(cast, maria):
    page = reverse("desk:waiting_rules")
    weeks = {"weeks_soon": 1, "weeks_routine": 4, "weeks_can_wait": 8}
    kept = maria.post(page, weeks | {"fills": "on", "tips": "Sing in the bath.", "write_to": "Maria"})
    assert kept.status_code == 302
    assert "Now in the name of Maria Silva." in look(maria, "waiting_rules")
    assert maria.post(page, weeks | {"weeks_soon": 0}).status_code == 422


def test_the_owner_chooses_ideas_for_everybody_and_the_desk_reads_them(cast, maria, sign_in):
    page, olive = reverse("desk:waiting_rules"), sign_in(cast.olive)
    one, two, *_ = queries.tips_to_choose(cast.clinic.pk)
    assert "Choose ideas" not in look(maria, "waiting_rules")
    assert maria.post(page, {"do": "tips", "ideas": [one.uuid]}).status_code == 403
    assert olive.post(page, {"do": "tips", "ideas": [one.uuid, two.uuid]}).status_code == 302
    assert f"<li>{one.name}</li>" in look(maria, "waiting_rules")
    assert f'value="{two.uuid}"' in look(olive, "waiting_rules")
    every = [idea.uuid for idea in queries.tips_to_choose(cast.clinic.pk)[:7]]
    for wrong, says in ((every, "at most 6"), (["?"], "from the list")):
        answer = olive.post(page, {"do": "tips", "ideas": wrong})
        assert (answer.status_code, says in answer.content.decode()) == (422, True)
    assert len(queries.tips(cast.clinic.pk)) == 2


def test_a_therapist_reads_only_the_children_they_look_after(cast, sign_in):
    family(cast, "Ana", 1)
    draft = typed()
    sign_in(cast.maria).post(reverse("desk:waiting_place", args=[cast.idris]), draft)
    shown = look(sign_in(cast.hannah), "waiting")
    assert "Idris" in shown
    assert "Ana" not in shown


def test_the_desk_reads_when_nobody_stands_behind_the_rules_any_more(cast, maria, sign_in):
    fills(cast)
    olive = sign_in(cast.olive)
    says = "Nobody in the team stands behind this now."
    for name in ("waiting", "waiting_rules"):
        assert says not in look(olive, name)
    team.end_membership(actor=cast.olive.actor, clinic=cast.clinic.pk, person=cast.maria.uuid, at=cast.at)
    for name in ("waiting", "waiting_rules"):
        assert says in look(olive, name)
    assert "Now in the name of" not in look(olive, "waiting_rules")
    fills(cast, player=cast.olive)
    assert says not in look(olive, "waiting")


def test_the_days_of_a_wait_are_counted_on_the_clock_of_the_clinic(cast, sign_in, clock, tuesday):
    Clinic.objects.filter(pk=cast.clinic.pk).update(zone="Pacific/Auckland")
    family(cast, "Ana", 1, since_on=cast.at.date() - timedelta(days=8))
    clock.forward(hours=5)  # The next day has begun in Auckland.
    times = {"therapist": cast.hannah.uuid, "starts": "2026-12-02T10:00", "minutes": 45}
    shown = unescape(sign_in(cast.maria).get(reverse("desk:who_fits"), times).content.decode())
    assert "9 days" in shown
