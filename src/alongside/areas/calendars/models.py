"""Calendar links: an address that nobody can guess, of which only a hash is kept."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.calendars.values import FeedKind
from alongside.areas.people.models import Person

_DIGEST = 64


class Feed(models.Model):
    """One person's calendar link, until it is revoked. Somebody has at most one of a kind that works.

    ``told_hash`` is of what it told at ``told_at``, when a line on the trail was left for it.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=9, choices=[(kind.value, kind.value) for kind in FeedKind])
    token_hash = models.CharField(max_length=_DIGEST, unique=True)
    with_names = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    last_read_at = models.DateTimeField(null=True)
    told_hash = models.CharField(max_length=_DIGEST, default="")
    told_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "kind"], condition=Q(revoked_at=None), name="calendars_feed_one_works"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in FeedKind]), name="calendars_feed_kind"
            ),
            models.CheckConstraint(
                condition=Q(with_names=False) | Q(kind="THERAPIST"),
                name="calendars_feed_names_for_therapists",
            ),
        ]
