"""Instants: a time without its zone is not a time we can keep."""

from datetime import datetime

from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop


class TimeWithoutZone(Refusal):
    sentence = gettext_noop("This time needs its time zone.")


def check_aware(moment: datetime) -> None:
    """Refuse ``TimeWithoutZone`` for a naive datetime."""
    if moment.utcoffset() is None:
        raise TimeWithoutZone
