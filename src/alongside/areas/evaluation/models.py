"""Strengths, findings and scores. A row is never reworded: a correction is a row that replaces the one before."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from alongside.areas.circle.models import Child
from alongside.areas.circle.values import Voice
from alongside.areas.evaluation.values import FindingKind, Form, ScoreType, Who
from alongside.areas.people.models import Clinic, Person
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


class Administration(models.Model):
    """One giving of an instrument. ``instrument`` is a code of the register; ``replaces`` is the row it corrects."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    instrument = models.CharField(max_length=40)
    edition = models.CharField(max_length=40, blank=True)
    form = models.CharField(max_length=11, choices=[(form.value, form.value) for form in Form])
    given_on = models.DateField()
    weeks_early = models.PositiveSmallIntegerField(null=True)
    who = models.CharField(max_length=7, choices=[(who.value, who.value) for who in Who])
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    who_name = models.CharField(max_length=120, blank=True)
    given_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    given_by_name = models.CharField(max_length=120, blank=True)
    norm_table = models.CharField(max_length=120, blank=True)
    setting = models.CharField(max_length=120, blank=True)
    interpreter = models.CharField(max_length=120, blank=True)
    departures = models.CharField(max_length=2_000, blank=True)
    licence = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=[(voice.value, voice.value) for voice in Voice])
    written_at = models.DateTimeField()
    replaces = models.OneToOneField("self", models.PROTECT, related_name="+", null=True)
    set_aside_at = models.DateTimeField(null=True)
    set_aside_words = models.CharField(max_length=300, blank=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(who="CHILD")
                | Q(who="PERSON", person__isnull=False)
                | (Q(who__in=("TEACHER", "OTHER")) & ~Q(who_name="")),
                name="scores_say_who_answered",
            ),
            models.CheckConstraint(
                condition=Q(weeks_early=None) | Q(weeks_early__gte=1, weeks_early__lte=20),
                name="scores_weeks_early",
            ),
            models.CheckConstraint(
                condition=Q(set_aside_at=None) | ~Q(set_aside_words=""), name="scores_set_aside_with_a_reason"
            ),
        ]


class ScaleScore(models.Model):
    """One scale of an administration, as it stands on the report, in the order it was typed."""

    administration = models.ForeignKey(Administration, models.PROTECT, related_name="scales")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    score_type = models.CharField(max_length=15, choices=[(kind.value, kind.value) for kind in ScoreType])
    score = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    raw = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    percentile = models.CharField(max_length=8, blank=True)
    confidence = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    lower = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    upper = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    sem = models.DecimalField(max_digits=7, decimal_places=3, null=True)
    reliability = models.DecimalField(max_digits=5, decimal_places=4, null=True)
    source = models.CharField(max_length=120, blank=True)
    category = models.CharField(max_length=120, blank=True)
    band = models.SmallIntegerField(null=True)
    age_equivalent = models.CharField(max_length=40, blank=True)
    notes = models.CharField(max_length=300, blank=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["administration", "place"], name="scale_once_in_its_place"),
            models.CheckConstraint(condition=~Q(name=""), name="scale_has_a_name"),
            models.CheckConstraint(
                condition=Q(lower=None, upper=None) | Q(lower__lte=F("upper"), confidence__isnull=False),
                name="scale_interval_whole",
            ),
            models.CheckConstraint(
                condition=Q(reliability=None) | (Q(reliability__gte=0, reliability__lte=1) & ~Q(source="")),
                name="scale_reliability_from_somewhere",
            ),
            models.CheckConstraint(condition=Q(sem=None) | Q(sem__gte=0), name="scale_error_not_negative"),
            models.CheckConstraint(condition=Q(band=None) | Q(band__gte=-2, band__lte=2), name="scale_band"),
            models.CheckConstraint(
                condition=~Q(score_type__in=("RAW_CATEGORY", "PERCENTILE")) | Q(score=None),
                name="scale_score_where_there_is_one",
            ),
        ]


class RepeatNote(models.Model):
    """When a clinic gives an instrument again. The newest row of a clinic and instrument holds."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    instrument = models.CharField(max_length=40)
    words = models.CharField(max_length=300, blank=True)
    weeks = models.PositiveSmallIntegerField(null=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(weeks=None) | Q(weeks__gte=1, weeks__lte=260), name="repeat_note_weeks"
            )
        ]
