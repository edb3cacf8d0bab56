"""Own views, and what the others showed. A draft has one reader: whoever writes it."""

from dataclasses import fields
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, Voice
from alongside.areas.review.models import Cycle, Showing, View
from alongside.areas.review.models.cycle import Told as ToldRow
from alongside.areas.review.queries.looking_back.cycles import cycle_row
from alongside.areas.review.values import OwnView, ShownView, Told
from alongside.core.capabilities import Capability


def own_view(opened: OpenChild, cycle: UUID) -> OwnView | None:
    """What the reader has written for a look back, shown or not; None before the first word."""
    row = cycle_row(opened, cycle)
    written = View.objects.filter(cycle=row, person=opened.actor.person).exists()
    return own_view_of(opened, row) if written else None


def own_view_of(opened: OpenChild, row: Cycle) -> OwnView:
    """The reader's own view of a stored look back, as an action answers with it."""
    view = View.objects.get(cycle=row, person=opened.actor.person)
    shown = Showing.objects.filter(cycle=row, person=opened.actor.person).order_by("-pk").first()
    return OwnView(
        told=told(view),
        saved_at=view.saved_at,
        shown_at=shown.shown_at if shown else None,
        changed=shown is not None and told(shown) != told(view),
    )


def shown_views(opened: OpenChild, cycle: UUID) -> tuple[ShownView, ...]:
    """What each person showed last, the family's first, then the therapists', each in the order they came.

    The therapists read all of it. A carer reads the therapists', the own, and what other carers showed to all; a
    restricted carer only the own.
    """
    opened.check(Capability.READ_TALK)
    newest: dict[int, Showing] = {}
    for row in _readable(opened, cycle_row(opened, cycle)).order_by("pk"):
        newest[row.person_id] = row
    in_order = sorted(newest.values(), key=lambda row: (row.voice != Voice.FAMILY, row.pk))
    return tuple(_shown(opened, row) for row in in_order)


def told(row: ToldRow) -> Told:
    """The answers of a stored view."""
    return Told(**{field.name: getattr(row, field.name) for field in fields(Told)})


def _readable(opened: OpenChild, row: Cycle) -> QuerySet[Showing]:
    rows = Showing.objects.filter(cycle=row).select_related("person")
    if opened.is_team:
        return rows
    mine = Q(person=opened.actor.person)
    return rows.filter(mine) if opened.is_restricted else rows.filter(mine | Q(to_all=True))


def _shown(opened: OpenChild, row: Showing) -> ShownView:
    return ShownView(
        uuid=row.uuid,
        told=told(row),
        by=circle.by(row.person, row.voice),
        to_all=row.to_all,
        is_mine=row.person_id == opened.actor.person,
        shown_at=row.shown_at,
    )
