"""What one booking costs the database."""

from datetime import timedelta

from django.urls import reverse

from tests.faces.desk.building import typed


def test_a_booking_opens_the_child_once_and_writes_no_session(cast, sign_in, django_assert_max_num_queries):
    client, address = sign_in(cast.maria), reverse("desk:book", args=[cast.idris])
    with django_assert_max_num_queries(28) as asked:
        answer = client.post(address, typed(cast.at + timedelta(days=1), cast.hannah))
    assert answer.status_code == 302
    told = [query["sql"] for query in asked]
    assert sum("INSERT INTO trail_trailrow" in sql for sql in told) == 1
    assert not any("django_session" in sql for sql in told if not sql.startswith("SELECT"))
    cookie = answer.cookies["messages"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
