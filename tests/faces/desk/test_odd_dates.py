"""Days at the edge of the calendar, where arithmetic with dates ends, are refused in words."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.faces.desk.building import booked, typed

IN_WORDS = "Please choose a date in this century."
EDGES = ["0001-01-01", "9999-12-31"]


@pytest.mark.parametrize("day", EDGES)
def test_a_day_outside_the_centuries_is_refused_in_words(cast, sign_in, day):
    client, visit = sign_in(cast.maria), booked(cast, hours=24)
    form = typed(cast.at, cast.hannah, unusual="on", weeks="4", name="Lunch club", child=str(cast.idris))
    for name, args in (
        ("desk:book", [cast.idris]),
        ("desk:move", [cast.idris, visit.uuid]),
        ("desk:book_group", []),
    ):
        for tick in ("on", ""):
            answer = client.post(reverse(name, args=args), form | {"day": day, "unusual": tick})
            assert (name, answer.status_code) == (name, 422)
            assert IN_WORDS in answer.content.decode()
    asked = {"count": "4", "minutes": "45", "rhythm": "WEEKLY", "from_on": day}
    assert client.get(reverse("desk:regular", args=[cast.idris]), asked).status_code < 500


@pytest.mark.parametrize("day", EDGES)
def test_a_free_time_outside_the_centuries_is_not_there(cast, sign_in, day):
    asked = {"therapist": str(cast.hannah.uuid), "starts": f"{day}T23:30", "minutes": "45"}
    client = sign_in(cast.maria)
    assert client.get(reverse("desk:who_fits"), asked).status_code == 404
    assert client.get(reverse("desk:book", args=[cast.idris]), asked).status_code == 200


@pytest.mark.parametrize(
    "odd", ["0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+00:00", "9999-12-31T23:55:00-12:00"]
)
def test_a_date_moved_outside_the_centuries_stays_where_it_was(cast, sign_in, odd):
    first = cast.at + timedelta(days=1)
    form = typed(first, cast.hannah, weeks="2") | {f"on-{first:%Y-%m-%d}": odd}
    answer = sign_in(cast.maria).post(reverse("desk:book", args=[cast.idris]), form)
    assert answer.status_code == 200
    assert f'value="{odd}"' not in answer.content.decode()
