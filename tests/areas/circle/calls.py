"""Every action of the circle and of the homes with inputs that are right."""

from datetime import date
from uuid import uuid4

from alongside.areas.circle import actions as circle
from alongside.areas.circle.values import ChildDraft
from alongside.areas.people.values import PersonDraft

PERSON = PersonDraft(uuid=uuid4(), name="Noor Osman", short_name="Noor", email="noor@family.example")


def calls(cast, _world):
    """The people around a child, and the homes, each with a home of its own that the therapist named."""
    yield from _people(cast)
    yield from _homes(cast)


def _by(player, cast, **more):
    return {"actor": player.actor, "child": cast.idris} | more


def _people(cast):
    team = _by(cast.hannah, cast)
    child = ChildDraft(uuid=uuid4(), name="Leo Lima", short_name="Leo", born_on=date(2020, 5, 1))
    yield circle.register_child, {"actor": cast.maria.actor, "clinic": cast.clinic.pk, "draft": child}
    yield circle.keep_about, team | {"draft": child}
    yield circle.keep_contact, _by(cast.samira, cast, phone="1", address="Elm Road", shared=True)
    invited = {"draft": PERSON, "relation": "Aunt", "responsible": False}
    yield circle.invite_carer, team | invited | {"invitation": uuid4()}
    yield circle.place_carer, team | invited
    yield circle.place_therapist, team | {"therapist": cast.tom.uuid}
    proposed = {"proposal": uuid4(), "name": "Yusuf", "relation": "Friend", "words": ""}
    yield circle.propose_person, _by(cast.samira, cast) | proposed
    yield circle.propose_safety_fact, _by(cast.samira, cast, fact=uuid4(), code="food:egg", words="")
    fact = uuid4()
    circle.propose_safety_fact(**_by(cast.samira, cast, fact=fact, code="latex", words="", at=cast.at))
    yield circle.withdraw_safety_fact, _by(cast.samira, cast, fact=fact)
    yield circle.record_safety_fact, team | {"fact": uuid4(), "code": "latex", "words": ""}
    yield circle.accept_invitation, {"actor": cast.samira.actor, "token": "a-guess"}


def _homes(cast):
    team = {"actor": cast.hannah.actor, "child": cast.idris}
    yield circle.add_home, team | {"home": uuid4(), "name": "Gran’s", "zone": ""}
    home = uuid4()
    circle.add_home(**team, home=home, name="Mum’s", zone="", at=cast.at)
    circle.put_in_home(**team, home=home, person=cast.karim.uuid, at=cast.at)
    yield circle.rename_home, team | {"home": home, "name": "Mum’s", "zone": "Europe/Lisbon"}
    yield circle.put_in_home, team | {"home": home, "person": cast.samira.uuid}
    yield circle.take_from_home, team | {"home": home, "person": cast.karim.uuid}
    yield circle.end_home, team | {"home": home}
