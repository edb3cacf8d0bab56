"""A calendar link of the family, which anybody may hold, and busy times of the therapist."""

from alongside.areas.calendars import actions as calendars
from alongside.areas.calendars.values import FeedKind
from alongside.areas.diary import actions as diary
from tests.areas.calendars.calls import FILE
from tests.clock import AT
from tests.matrix.pen import Pen


def subscribe(pen: Pen) -> None:
    """Whoever has the link reads it without signing in: nothing of the record may stand there."""
    uuid = pen.world.dice.uuid(AT)
    _, pen.family.feed = calendars.make_feed(actor=pen.carer, kind=FeedKind.CARER, feed=uuid, at=AT)
    letter = pen.family.key[0]
    clinic = pen.world.clinics[letter].pk
    diary.bring_busy(actor=pen.therapist, clinic=clinic, source=pen.new("busy"), content=FILE, at=AT)
