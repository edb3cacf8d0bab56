"""Who comes in: the child's own therapist, and nobody else."""

import pytest
from django.urls import reverse

PAGES = (
    "child",
    "matters",
    "findings",
    "new_goal",
    "goals",
    "programme",
    "progress",
    "child_talk",
    "circle",
    "wins",
)
LISTS = ("day", "children", "talk", "library")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_for_the_childs_own_therapist_and_for_nobody_else(cast, sign_in, url, name):
    answers = {
        player.name: sign_in(player).get(url(name)).status_code
        for player in (cast.hannah, cast.tom, cast.maria, cast.olive, cast.samira, cast.other_therapist)
    }
    assert answers == {
        "Hannah Reid": 200,
        "Tom Adeyemi": 403,
        "Maria Silva": 403,
        "Olive Grant": 403,
        "Samira Osman": 403,
        "Petra Vogel": 404,
    }


@pytest.mark.parametrize("name", PAGES)
def test_a_full_page_opens_too(hannah, url, name, full_day):
    assert hannah.get(url(name)).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_for_therapists(cast, sign_in, name):
    address = reverse(f"therapist:{name}")
    assert sign_in(cast.tom).get(address).status_code == 200
    assert sign_in(cast.maria).get(address).status_code == 404
    assert sign_in(cast.samira).get(address).status_code == 404


def test_pages_about_one_thing_open(hannah, url, goal, visit, thread):
    addresses = [
        url("goal", goal),
        url("change_goal", goal),
        url("note", visit.uuid),
        url("thread", thread.uuid),
    ]
    assert [hannah.get(address).status_code for address in addresses] == [200] * 4
    assert hannah.get(reverse("therapist:strategy", args=["S08"])).status_code == 200


def test_nobody_signed_out_comes_in(client, url):
    assert client.get(url("child")).status_code == 302


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_two_main_buttons_or_one_id_twice(hannah, url, name, full_day):
    text = hannah.get(url(name)).content.decode()
    ids = [part.split('"')[0] for part in text.split(' id="')[1:]]
    assert len(ids) == len(set(ids)), sorted({one for one in ids if ids.count(one) > 1})
    assert text.count('class="btn main') <= 1
