"""How close a grown-up is in each routine, for the safety rules alone: nothing of it is shown to anybody."""

from django.db.models import Q, QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle.values import OpenChild
from alongside.areas.story.models import DayMoment
from alongside.areas.story.values import Attention

_Told = tuple[int | None, str, str]


def watches(opened: OpenChild) -> tuple[tuple[int | None, str, Attention], ...]:
    """Home, routine, and how much of a grown-up it leaves, for every home of the child. One statement.

    Rules hold in every home whoever asks, so this does not ask what the reader may see.
    """
    rows = _told(child=opened.pk)
    return tuple((home, routine, Attention(attention)) for home, routine, attention in rows)


@prepared
def _told() -> QuerySet[DayMoment, _Told]:
    there = Q(home=None) | Q(home__ended_at=None)
    rows = DayMoment.objects.filter(there, child=Slot("child"), replaced_at=None)
    told: QuerySet[DayMoment, _Told] = rows.values_list("home", "routine", "attention")
    return told
