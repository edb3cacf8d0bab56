"""A notice in each clinic that is stuck: its desk alone sees whom it was for, and may try it again."""

from uuid import UUID

from alongside.areas.notices import actions as notices
from alongside.areas.notices.models import Notice
from alongside.areas.notices.queries import due
from tests.clock import AT
from tests.matrix.world import World


def stuck_notice(world: World, letter: str) -> UUID:
    """As it stands after all tries failed."""
    clinic = world.clinics[letter].pk
    person = world.team[letter]["owner"].pk
    row = Notice.objects.create(
        uuid=world.dice.uuid(AT),
        clinic_id=clinic,
        person_id=person,
        kind="DIGEST",
        key=f"{letter}:matrix",
        state="WAITING",
        made_at=AT,
        due_at=AT,
    )
    for key in due(AT):
        if key.startswith(str(row.uuid)):
            notices.give_up(key=key, trouble="SMTPDataError", tries=8)
    return row.uuid
