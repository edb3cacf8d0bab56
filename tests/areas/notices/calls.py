"""Choosing how to be told, reading the post and trying a stuck notice again, with inputs that are right."""

from datetime import time
from uuid import uuid4

from alongside.areas.notices import actions as notices
from alongside.areas.notices.models import Notice
from alongside.areas.notices.values import Channel, ChoiceDraft


def calls(cast, _world):
    """By a carer, and by the desk."""
    draft = ChoiceDraft(channel=Channel.MAIL, quiet_from=time(19), quiet_until=time(7), phone="07700 900123")
    yield notices.keep_choice, {"actor": cast.samira.actor, "draft": draft}
    stuck = Notice.objects.create(
        uuid=uuid4(),
        clinic_id=cast.clinic.pk,
        person_id=cast.samira.pk,
        kind="REMINDER",
        key="calls",
        state="STUCK",
        made_at=cast.at,
        due_at=cast.at,
    )
    yield notices.open_sent, {"actor": cast.maria.actor, "clinic": cast.clinic.pk}
    yield notices.try_again, {"actor": cast.maria.actor, "notice": stuck.uuid}
