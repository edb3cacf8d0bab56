"""Strengths and findings. A row is never changed: an amended finding is a row that replaces the one before."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.circle.models import Child
from alongside.areas.circle.values import Voice
from alongside.areas.evaluation.values import FindingKind
from alongside.areas.people.models import Person
from alongside.areas.story.models import Priority


class Finding(models.Model):
    """What the child does, where, and with what help. ``area`` is a code of values.AREA_LABELS."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in FindingKind])
    area = models.CharField(max_length=20)
    does = models.CharField(max_length=300)
    where = models.CharField(max_length=120, blank=True)
    with_help = models.CharField(max_length=120, blank=True)
    priority = models.ForeignKey(Priority, models.PROTECT, related_name="+", null=True)
    icf = models.JSONField(default=list)
    noticed_on = models.DateField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=[(voice.value, voice.value) for voice in Voice])
    written_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True)
    replaces = models.OneToOneField("self", models.PROTECT, related_name="+", null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(does=""), name="finding_says_what"),
            models.CheckConstraint(
                condition=Q(kind="STRENGTH") | (Q(priority__isnull=False) & ~Q(where="") & ~Q(with_help="")),
                name="finding_tied_and_placed",
            ),
        ]
