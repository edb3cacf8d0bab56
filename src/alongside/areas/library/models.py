"""The library of ideas, starter ones and a clinic's own, and the words that a clinic uses with families."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from alongside.areas.people.models import Clinic, Person


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


class ClinicWord(models.Model):
    """One clinic's own line of the word list. An empty ``say`` means that the word is fine with it.

    A line is ended, never removed: who changed the words, and when, stays known.
    """

    uuid = models.UUIDField(unique=True)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    word = models.CharField(max_length=60)
    say = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                F("clinic"), Lower("word"), condition=Q(ended_at=None), name="clinic_word_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__gte=F("at"), ended_by__isnull=False),
                name="clinic_word_ended_by_somebody",
            ),
        ]
