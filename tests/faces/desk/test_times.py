"""The pages of the clinic's times, at the desk and for a therapist alone."""

from datetime import date, time, timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.appointments import actions as appointments
from alongside.areas.diary import queries as diary
from tests.faces.parent.test_week import Finger

TIMES, ALL, MINE = reverse("desk:times"), reverse("desk:times_of_all"), reverse("therapist:my_times")
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def _of(player):
    return reverse("desk:times_of", args=[player.uuid])


def _week(**typed):
    return {"do": "week", "from_on": str(MONDAY)} | typed


def _keep(**typed):
    usual = {"kind": "LUNCH", "days": ["0", "1"], "from_time": "12:15", "until_time": "13:00"}
    return {"do": "keep", "uuid": str(uuid4())} | usual | typed


def _away(**typed):
    usual = {"kind": "LEAVE", "first": str(TUESDAY), "last": str(TUESDAY)}
    return {"do": "away", "uuid": str(uuid4())} | usual | typed


def _text(answer):
    return unescape(answer.content.decode())


def _free(cast, day, player):
    found = diary.openings(cast.clinic.pk, (player.pk,), day, day)
    return [(one.start, one.end) for one in found.of(player.pk, day)]


def test_only_the_desk_and_the_owner_see_the_times_of_all(cast, sign_in):
    for player in (cast.hannah, cast.samira, cast.other_therapist):
        client = sign_in(player)
        for address in (TIMES, ALL, _of(cast.tom)):
            assert client.get(address).status_code == 404
            assert client.post(address, _keep()).status_code in (404, 405)
    for player in (cast.maria, cast.olive):
        page = _text(sign_in(player).get(TIMES))
        assert "Hannah Reid" in page
        assert "Petra Vogel" not in page
    assert sign_in(cast.maria).get(_of(cast.other_therapist)).status_code == 404


def test_the_desk_writes_a_working_week(cast, sign_in):
    client = sign_in(cast.maria)
    typed = _week(start_1_1="09:00", end_1_1="12:00", start_1_2="13:00", end_1_2="17:30")
    assert client.post(_of(cast.hannah), typed).status_code == 302
    assert _free(cast, TUESDAY, cast.hannah) == [(540, 720), (780, 1050)]
    assert _free(cast, MONDAY, cast.hannah) == []
    assert "Tuesday 9:00–12:00, 13:00–17:30" in _text(client.get(TIMES))


def test_a_day_has_as_many_times_as_it_needs_and_saving_loses_none(cast, sign_in):
    client, address = sign_in(cast.maria), _of(cast.hannah)
    starts = {"1": "09:00", "3": "15:00", "2": "11:00", "4": "13:00"}
    ends = {"1": "10:30", "3": "17:30", "2": "12:00", "4": "14:00"}
    named = {f"start_1_{part}": clock for part, clock in starts.items()}
    named |= {f"end_1_{part}": clock for part, clock in ends.items()}
    assert client.post(address, _week(**named)).status_code == 302
    worked = [(540, 630), (660, 720), (780, 840), (900, 1050)]
    assert _free(cast, TUESDAY, cast.hannah) == worked
    finger = Finger(client, address)
    shown = {name: value for name, value in finger.controls.sent if name.startswith("start_1_")}
    assert list(shown.values()) == ["09:00", "11:00", "13:00", "15:00", ""]
    finger.press(address)
    assert _free(cast, TUESDAY, cast.hannah) == worked
    refused = client.post(address, _week(**named | {"start_1_5": "16:00", "end_1_5": "18:00"}))
    assert (refused.status_code, 'id="week_start_1_5_error"' in _text(refused)) == (422, True)


@pytest.mark.parametrize(
    ("typed", "says", "field"),
    [
        ({"start_0_1": "09:00"}, "Write both times", "end_0_1"),
        ({"start_0_1": "09:00", "end_0_1": "08:00"}, "after the start", "end_0_1"),
        ({"start_0_1": "09:03", "end_0_1": "10:00"}, "five-minute mark", "start_0_1"),
        ({"start_0_1": "nine", "end_0_1": "10:00"}, "like 15:45", "start_0_1"),
        (
            {"start_0_1": "09:00", "end_0_1": "12:00", "start_0_2": "11:00", "end_0_2": "13:00"},
            "after the one before",
            "start_0_2",
        ),
        ({"from_on": "soon", "start_0_1": "09:00", "end_0_1": "10:00"}, "choose a day", "from_on"),
        ({}, "at least one time", None),
    ],
)
def test_a_week_that_cannot_be_comes_back_with_a_sentence_at_its_field(cast, sign_in, typed, says, field):
    answer = sign_in(cast.maria).post(_of(cast.hannah), _week(**typed))
    page = _text(answer)
    assert (answer.status_code, says in page) == (422, True)
    assert field is None or f'id="week_{field}_error"' in page
    assert all(f'value="{value}"' in page for name, value in typed.items() if name != "from_on")


def test_a_time_is_kept_on_several_days_at_once_and_given_back(cast, sign_in):
    client, typed = sign_in(cast.hannah), _keep(words="Soup")
    for _ in range(2):
        assert client.post(MINE, typed).status_code == 302
    lines = diary.kept_lines(cast.hannah.actor, cast.clinic.pk, cast.hannah.pk, cast.at)
    assert [(one.weekday, one.start, one.words) for one in lines] == [
        (0, time(12, 15), "Soup"),
        (1, time(12, 15), "Soup"),
    ]
    assert "Monday, Tuesday 12:15–13:00" in _text(client.get(MINE))
    assert "Soup" not in _text(sign_in(cast.maria).get(_of(cast.hannah)))
    kept = [str(one.uuid) for one in lines]
    assert client.post(MINE, {"do": "stop", "kept": kept}).status_code == 302
    assert not diary.kept_lines(cast.hannah.actor, cast.clinic.pk, cast.hannah.pk, cast.at)


def test_leave_over_a_visit_is_kept_and_names_the_visit(cast, sign_in):
    visit = uuid4()
    appointments.book_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=visit,
        therapist=cast.hannah.uuid,
        starts_at=cast.at + timedelta(days=1, hours=2),
        minutes=45,
        at=cast.at,
    )
    client = sign_in(cast.hannah)
    assert client.post(MINE, _away(from_time="11:00")).status_code == 302
    assert "needs another time" not in _text(client.get(MINE))
    assert client.post(MINE, _away()).status_code == 302
    page = _text(client.get(MINE))
    assert "1 visit needs another time" in page
    assert reverse("desk:visit", args=[cast.idris, visit]) in page
    assert _free(cast, TUESDAY, cast.hannah) == []


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (_keep(days=[]), "one day or more"),
        (_keep(until_time="12:00"), "after the start"),
        (_keep(kind="LEAVE"), "from the list"),
        (_away(last=str(MONDAY)), "not before the first"),
        (_away(last="2028-11-24"), "within one year"),
        (_away(first=""), "choose a day"),
        ({"do": "away"}, "choose a day"),
        ({"do": "else"}, "My times"),
        ({"do": "stop", "kept": "?"}, "My times"),
    ],
)
def test_what_cannot_be_kept_comes_back(cast, sign_in, sent, says):
    answer = sign_in(cast.hannah).post(MINE, sent)
    assert (answer.status_code, says in _text(answer)) == (422, True)


def test_closed_days_of_the_clinic_are_nobodys(cast, sign_in):
    client = sign_in(cast.olive)
    closed = {"do": "away", "uuid": str(uuid4()), "first": str(TUESDAY), "last": str(TUESDAY)}
    assert client.post(ALL, closed).status_code == 422
    assert client.post(ALL, closed | {"words": "Moving house"}).status_code == 302
    assert "Moving house" in _text(client.get(ALL))
    assert client.post(ALL, _keep(kind="TEAM", days=["0"])).status_code == 302
    assert _free(cast, MONDAY, cast.tom) == [(480, 735), (780, 1080)]
    assert _free(cast, TUESDAY, cast.tom) == []
    assert client.post(ALL, _week(start_0_1="09:00", end_0_1="10:00")).status_code == 422


def test_a_therapist_changes_nobody_elses_times(cast, sign_in):
    kept = _keep()
    sign_in(cast.tom).post(MINE, kept)
    (line, _) = diary.kept_lines(cast.tom.actor, cast.clinic.pk, cast.tom.pk, cast.at)
    client = sign_in(cast.hannah)
    assert client.post(MINE, {"do": "stop", "kept": str(line.uuid)}).status_code == 403
    assert client.post(MINE, kept).status_code == 404
    assert sign_in(cast.maria).get(MINE).status_code == 404
    assert sign_in(cast.samira).get(MINE).status_code == 404
