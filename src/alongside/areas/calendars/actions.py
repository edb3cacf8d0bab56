"""Making and revoking calendar links."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from alongside.areas.calendars.models import Feed
from alongside.areas.calendars.queries import feed_seen, hash_of, may_have
from alongside.areas.calendars.values import FeedKind, FeedSeen
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.areas.trail.values import Kind, Row
from alongside.core.actors import Actor
from alongside.core.refusals import NotFound

_TOLD_ANEW = timedelta(hours=1)


@action
def make_feed(
    *, actor: Actor, kind: FeedKind, feed: UUID, with_names: bool = False, at: datetime
) -> tuple[FeedSeen, str]:
    """Make the reader's calendar link. Returns it with its token, which is nowhere kept.

    One made before stops working. A second delivery changes nothing and brings no token. ``with_names`` is for
    therapists; a carer's link never tells a name. NotFound for somebody who has no visits of this kind.
    """
    if not may_have(actor, kind, at):
        raise NotFound
    known = Feed.objects.filter(uuid=feed).first()
    if known is not None:
        return _same(actor, known), ""
    Feed.objects.filter(person=actor.person, kind=kind.value, revoked_at=None).update(revoked_at=at)
    token = secrets.token_urlsafe(32)
    row = Feed.objects.create(
        person_id=actor.person,
        uuid=feed,
        kind=kind.value,
        token_hash=hash_of(token),
        with_names=with_names and kind is FeedKind.THERAPIST,
        made_at=at,
    )
    trail.record([_row(actor, "calendars.make_feed", at)])
    return feed_seen(row), token


@action
def revoke_feed(*, actor: Actor, feed: UUID, at: datetime) -> None:
    """Let a link of the reader's own stop working, from the next look on. Twice changes nothing."""
    row = Feed.objects.filter(person=actor.person, uuid=feed).first()
    if row is None:
        raise NotFound
    if row.revoked_at is None:
        row.revoked_at = at
        row.save(update_fields=["revoked_at"])
        trail.record([_row(actor, "calendars.revoke_feed", at)])


def note_read(*, feed: UUID, at: datetime) -> None:
    """Keep when a calendar program last read a link, to the hour: its owner sees whether it is in use."""
    stale = Q(last_read_at=None) | Q(last_read_at__lt=at - _TOLD_ANEW)
    if Feed.objects.filter(stale, uuid=feed).exists():
        Feed.objects.filter(stale, uuid=feed).update(last_read_at=at)


def _same(actor: Actor, known: Feed) -> FeedSeen:
    if known.person_id != actor.person:
        raise NotFound
    return feed_seen(known)


def _row(actor: Actor, doing: str, at: datetime) -> Row:
    return Row(
        at=at,
        kind=Kind.WRITE,
        doing=doing,
        person=actor.person,
        person_name=actor.name,
        roles="",
        clinic=None,
        child=None,
    )
