"""The tabs and the first page: only what this reader may open."""

from datetime import date

from django.urls import reverse

from alongside.config.demo import people
from alongside.config.demo.people import Dice
from alongside.core.capabilities import Capability


def test_a_whole_family_starts_with_today_and_has_five_tabs(samira, url, idea):
    assert samira.get(reverse("public:way_in"))["Location"] == url("start")
    assert samira.get(url("start"))["Location"] == url("today")
    page = samira.get(url("today")).content.decode()
    assert all(f'href="{url(tab)}"' in page for tab in ("today", "plan", "talk", "wins", "family"))


def test_a_carer_without_the_plan_starts_with_talk_and_meets_no_closed_door(karim, url, restrict, visit):
    restrict(Capability.READ_VISITS)
    assert karim.get(url("start"))["Location"] == url("talk")
    for name in ("talk", "family", "visits"):
        answer = karim.get(url(name))
        assert answer.status_code == 200
        page = answer.content.decode()
        assert all(f'href="{url(tab)}"' in page for tab in ("talk", "family"))
        assert not any(f'href="{url(tab)}"' in page for tab in ("today", "plan", "wins"))
    assert f'href="{url("visits")}"' in karim.get(url("family")).content.decode()


def test_a_carer_without_this_plan_finds_the_other_child_in_talk(karim, cast, url, restrict):
    dice, maria = Dice(5), people.known(cast.maria.email)
    nour = people.register(dice, cast.clinic, maria, "Nour Osman", date(2020, 5, 1), cast.at)
    people.bring_in(dice, nour, maria, cast.karim.name, "father", cast.at, email=cast.karim.email)
    assert "Nour" in karim.get(url("today")).content.decode()
    assert "Nour" not in karim.get(url("talk")).content.decode()
    restrict()
    page = karim.get(url("talk")).content.decode()
    assert f'href="{url("start", child=nour)}"' in page
    assert karim.get(url("start", child=nour))["Location"] == url("today", child=nour)


def test_the_first_page_is_for_the_childs_own_people(sign_in, cast, url):
    assert sign_in(cast.maria).get(url("start")).status_code == 403
    assert sign_in(cast.hannah).get(url("start"))["Location"] == url("today")
