"""Which offers are open, for what a clinic sends by itself. It names nobody, so nothing is opened."""

from datetime import datetime
from uuid import UUID

from alongside.areas.waiting.models import Offer
from alongside.areas.waiting.values import OfferState

_AT_MOST = 500


def offers_to_tell(clinic: int, at: datetime) -> tuple[tuple[UUID, int], ...]:
    """(uuid, key of the child) of the offers of a clinic that wait for an answer, oldest first."""
    rows = Offer.objects.filter(clinic=clinic, state=OfferState.OPEN, held_until__gt=at).order_by("pk")
    return tuple(rows.values_list("uuid", "child_id")[:_AT_MOST])
