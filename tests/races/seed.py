"""Runs in a process of its own before a race: migrates, opens a clinic through the actions, prints who is who."""

import json
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

CHILDREN = 20
SWINGS = 13


def bring_in(at: datetime) -> dict[str, Any]:
    """A front desk, two therapists, twenty children, the mother of the first one, and one idea on her phone."""
    from django.conf import settings
    from django.urls import reverse

    from alongside.config.demo import people
    from alongside.core.actors import MemberRole

    dice = people.Dice(5)
    clinic = people.found_clinic(dice, at, name="Willow House", slug="willow")
    maria = people.join(dice, clinic, MemberRole.FRONT_DESK, "Maria Silva", at)
    hannah = people.join(dice, clinic, MemberRole.THERAPIST, "Hannah Reid", at)
    born = date(2020, 7, 14)
    children = [
        people.register(dice, clinic, maria, f"Child{number} Osman", born, at) for number in range(CHILDREN)
    ]
    people.look_after(children[0], maria, hannah, at)
    samira = people.bring_in(dice, children[0], maria, "Samira Osman", "Mum", at)
    cast = {"maria": maria, "hannah": hannah, "samira": samira}
    return {
        "cookie": settings.SESSION_COOKIE_NAME,
        "children": [str(child) for child in children],
        "people": {name: str(somebody.uuid) for name, somebody in cast.items()},
        "sessions": {name: session_of(somebody.pk) for name, somebody in cast.items()},
        "placement": str(share_an_idea(hannah, samira, children[0], dice.uuid(at), at)),
        "swings": [a_swing(maria, hannah, child, dice.uuid(at), at) for child in children[1:SWINGS]],
        "desks": [session_of(maria.pk) for _ in children],
        "record": reverse("parent:record", kwargs={"child": children[0]}),
        "book": [reverse("desk:book", kwargs={"child": child}) for child in children],
    }


def share_an_idea(hannah: Any, samira: Any, child: UUID, placement: UUID, at: datetime) -> UUID:
    """One idea of the library on the phone of the family, who said yes to it."""
    from alongside.areas.programme import actions as programme
    from alongside.core.ids import uuid7

    words = {"actor": hannah.actor(at), "child": child, "at": at}
    programme.place_strategy(**words, placement=placement, strategy="S08", routine="morning.dress")
    programme.share_programme(**words, not_yet={placement: "We try it before we write a goal."})
    yes = {"placement": placement, "change": uuid7(at)}
    programme.agree_placement(actor=samira.actor(at), child=child, at=at, **yes)
    return placement


def a_swing(maria: Any, hannah: Any, child: UUID, placement: UUID, at: datetime) -> dict[str, str]:
    """A swing that is ready to be shared, and where it is shared and where a fact is written down."""
    from django.urls import reverse

    from alongside.areas.programme import actions as programme
    from alongside.config.demo import people

    people.look_after(child, maria, hannah, at)
    placed = {"placement": placement, "strategy": "S35", "routine": "play.outdoor"}
    programme.place_strategy(actor=hannah.actor(at), child=child, at=at, **placed)
    addresses = {"share": "share_programme", "fact": "record_fact"}
    told = {name: reverse(f"therapist:{page}", args=[child]) for name, page in addresses.items()}
    return {"placement": str(placement), **told}


def session_of(key: int) -> str:
    """The key of a session that is signed in with two factors."""
    from django.conf import settings
    from django.contrib.auth import get_user_model

    from alongside.adapters.sessions import SessionStore
    from tests.sessions import with_two_factors

    session, person = SessionStore(), get_user_model().objects.get(pk=key)
    session["_auth_user_id"] = str(key)
    session["_auth_user_backend"] = settings.AUTHENTICATION_BACKENDS[0]
    session["_auth_user_hash"] = person.get_session_auth_hash()
    with_two_factors(session, person)
    session.create()
    return str(session.session_key)


if __name__ == "__main__":
    from alongside.config.set_up import set_up

    set_up()
    json.dump(bring_in(datetime.now(UTC) - timedelta(days=20)), sys.stdout)
