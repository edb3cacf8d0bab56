"""Entries from home, what was corrected in them, and what people noticed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.circle.models import Child
from alongside.areas.people.models import Person
from alongside.areas.practice.values import SeenBy
from alongside.areas.programme.models import Placement
from alongside.core.moments import Felt, Fit, Help, Kind


class Entry(models.Model):
    """One moment: tried, or not today. Everything but the kind is optional. Only the family writes here."""

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+", db_index=False)
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=9, choices=[(kind.value, kind.value) for kind in Kind])
    felt = models.CharField(max_length=11, choices=[(felt.value, felt.value) for felt in Felt], null=True)
    help = models.CharField(max_length=10, choices=[(help_.value, help_.value) for help_ in Help], null=True)
    fit = models.CharField(max_length=10, choices=[(fit.value, fit.value) for fit in Fit], null=True)
    words = models.TextField(blank=True)
    happened_at = models.DateTimeField()
    arrived_at = models.DateTimeField()
    zone = models.CharField(max_length=60)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "-happened_at"], name="entry_child_happened")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in Kind]), name="entry_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(kind="TRIED") | Q(felt=None, help=None, fit=None), name="entry_not_today_is_bare"
            ),
        ]


class EntryChange(models.Model):
    """What an entry said before somebody corrected or undid it. Never changed."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="+")
    before = models.JSONField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class Noticing(models.Model):
    """What somebody noticed, with or without an idea that it belongs to."""

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+", db_index=False)
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="+", null=True)
    words = models.TextField()
    starter = models.CharField(max_length=60, blank=True)
    seen_by = models.CharField(max_length=4, choices=[(seen.value, seen.value) for seen in SeenBy])
    is_win = models.BooleanField(default=False)
    happened_at = models.DateTimeField()
    arrived_at = models.DateTimeField()
    zone = models.CharField(max_length=60)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "-happened_at"], name="noticing_child_happened")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="noticing_has_words"),
            models.CheckConstraint(
                condition=Q(seen_by__in=[seen.value for seen in SeenBy]), name="noticing_seen_by_known"
            ),
        ]
