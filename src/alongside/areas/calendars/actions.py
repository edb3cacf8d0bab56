"""Making and revoking calendar links."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from alongside.areas.calendars.models import Feed
from alongside.areas.calendars.queries import feed_seen, hash_of, may_have, told_by, working_feed, written
from alongside.areas.calendars.values import FeedKind, FeedRead, FeedSeen
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.refusals import NotFound

_TOLD_ANEW = timedelta(hours=1)
_A_DAY = timedelta(days=1)


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
    trail.record_doing(actor, "calendars.make_feed", None, at)
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
        trail.record_doing(actor, "calendars.revoke_feed", None, at)


def read_feed(*, token: str, at: datetime) -> FeedRead:
    """What a calendar program gets behind a link, by the rights of this moment. NotFound where none works (any more).

    Programs ask again every hour. What a link tells is a line on the trail when it is new, and once a day when it is
    not; the reads between tell nobody anything, and would bury the lines that do. The file is written when nobody
    waits for the database any more.
    """
    row = working_feed(token)
    with transaction.atomic():
        told = told_by(row, at)
        seen = hash_of(repr(told))
        if row.told_hash == seen and row.told_at is not None and row.told_at <= at < row.told_at + _A_DAY:
            transaction.set_rollback(True)
        else:
            Feed.objects.filter(pk=row.pk).update(told_hash=seen, told_at=at)
    _note_read(row, at)
    content = written(told)
    return FeedRead(content=content, digest=hash_of(content))


def _note_read(row: Feed, at: datetime) -> None:
    """To the hour: the owner sees whether it is in use."""
    if row.last_read_at is None or row.last_read_at < at - _TOLD_ANEW:
        Feed.objects.filter(pk=row.pk).update(last_read_at=at)


def _same(actor: Actor, known: Feed) -> FeedSeen:
    if known.person_id != actor.person:
        raise NotFound
    return feed_seen(known)
