"""The things in a house, and times in which the week is paused or lighter. One tap each, and one tap back."""

from datetime import date, datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.story.models import HomeThing, WeekChange
from alongside.areas.story.values import ChangeKind
from alongside.areas.story.values.week import THING, THINGS_AT_MOST
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop


@action
def keep_things(
    *, actor: Actor, child: UUID, home: UUID | None, things: tuple[str, ...], at: datetime
) -> None:
    """Make these the things in the house, by their plain names. None at all is an answer too."""
    opened = gate.open_child(actor, child, Capability.WRITE_STORY, at, doing="story.canvas.keep_things")
    key = circle.home_key(opened, home)
    bounds.few(things, THINGS_AT_MOST, "things")
    named = {bounds.words(thing, THING, "things", required=True) for thing in things}
    gate.hold(opened)
    live = HomeThing.objects.filter(child=opened.pk, home=key, gone_at=None)
    live.exclude(name__in=named).update(gone_at=at)
    fresh = sorted(named - set(live.values_list("name", flat=True)))
    HomeThing.objects.bulk_create(
        HomeThing(child_id=opened.pk, home_id=key, name=name, set_by_id=actor.person, set_at=at)
        for name in fresh
    )


@action
def pause_week(
    *,
    actor: Actor,
    child: UUID,
    change: UUID,
    home: UUID | None,
    from_on: date,
    until_on: date | None,
    at: datetime,
) -> None:
    """Ask for nothing from one local day to another (both included; None until somebody says back)."""
    opened = _open(actor, child, at, "pause_week")
    _change(opened, change, home, ChangeKind.PAUSE, from_on, until_on)


@action
def lighten_week(
    *,
    actor: Actor,
    child: UUID,
    change: UUID,
    home: UUID | None,
    from_on: date,
    until_on: date | None,
    at: datetime,
) -> None:
    """Ask for less from one local day to another (both included; None until somebody says back)."""
    opened = _open(actor, child, at, "lighten_week")
    _change(opened, change, home, ChangeKind.LIGHTER, from_on, until_on)


@action
def bring_back(*, actor: Actor, child: UUID, change: UUID, at: datetime) -> None:
    """Let a pause or a lighter time end now. Twice is once."""
    opened = _open(actor, child, at, "bring_back")
    row = WeekChange.objects.filter(child=opened.pk, uuid=change).first()
    known = circle.my_homes(opened)
    if row is None or (known is not None and row.home_id is not None and row.home_id not in known):
        raise NotFound
    if row.ended_at is None:
        row.ended_at, row.ended_by_id = at, actor.person
        row.save(update_fields=["ended_at", "ended_by"])


def _open(actor: Actor, child: UUID, at: datetime, name: str) -> OpenChild:
    needed = Capability.LIGHTEN_PROGRAMME
    return gate.open_child(actor, child, needed, at, doing=f"story.canvas.{name}")


def _change(
    opened: OpenChild, change: UUID, home: UUID | None, kind: ChangeKind, from_on: date, until_on: date | None
) -> None:
    key = circle.home_key(opened, home)
    known = WeekChange.objects.filter(uuid=change).first()
    if known is not None:
        if (known.child_id, known.set_by_id) != (opened.pk, opened.actor.person):
            raise NotFound
        return
    _check_days(from_on, until_on)
    gate.hold(opened)
    live = WeekChange.objects.filter(child=opened.pk, home=key, ended_at=None)
    live.update(ended_at=opened.at, ended_by=opened.actor.person)
    WeekChange.objects.create(
        child_id=opened.pk, home_id=key, uuid=change, kind=kind.value, from_on=from_on, until_on=until_on,
        set_by_id=opened.actor.person, voice=opened.voice.value, set_at=opened.at,
    )  # fmt: skip


def _check_days(from_on: date, until_on: date | None) -> None:
    bounds.day(from_on, "from_on")
    if until_on is not None and bounds.day(until_on, "until_on") < from_on:
        raise InvalidInput(gettext_noop("Please choose a last day after the first."), field="until_on")
