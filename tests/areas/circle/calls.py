"""Every action of the homes with inputs that are right."""

from uuid import uuid4

from alongside.areas.circle import actions as circle


def calls(cast, _world):
    """Each with a home of its own that the therapist named."""
    team = {"actor": cast.hannah.actor, "child": cast.idris}
    yield circle.add_home, team | {"home": uuid4(), "name": "Gran’s", "zone": ""}
    home = uuid4()
    circle.add_home(**team, home=home, name="Mum’s", zone="", at=cast.at)
    circle.put_in_home(**team, home=home, person=cast.karim.uuid, at=cast.at)
    yield circle.rename_home, team | {"home": home, "name": "Mum’s", "zone": "Europe/Lisbon"}
    yield circle.put_in_home, team | {"home": home, "person": cast.samira.uuid}
    yield circle.take_from_home, team | {"home": home, "person": cast.karim.uuid}
    yield circle.end_home, team | {"home": home}
