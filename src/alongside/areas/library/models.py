"""The library of ideas: starter ones for everybody, and ideas of one clinic."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from alongside.areas.people.models import Clinic


class Strategy(models.Model):
    """One idea. Without a clinic it is a starter idea that came with the product.

    An idea is retired, never removed: plans that use it keep their words.
    """

    uuid = models.UUIDField(unique=True)
    code = models.CharField(max_length=20, unique=True)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", null=True)
    name = models.CharField(max_length=120)
    routine = models.CharField(max_length=40)
    domain = models.CharField(max_length=40)
    summary = models.CharField(max_length=300)
    words_that_help = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField()
    frequency = models.JSONField()
    steps = models.JSONField()
    easier = models.JSONField()
    harder = models.JSONField()
    materials = models.JSONField()
    skills = models.JSONField()
    age_from = models.PositiveSmallIntegerField()
    age_to = models.PositiveSmallIntegerField()
    safety = models.JSONField()
    supervision = models.JSONField()
    evidence = models.JSONField()
    notice = models.CharField(max_length=300, blank=True)
    sensory = models.JSONField()
    setting = models.JSONField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["routine"], name="strategy_routine")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(minutes__lte=120), name="strategy_minutes"),
            models.CheckConstraint(condition=Q(age_to__gte=F("age_from")), name="strategy_ages_in_order"),
        ]
