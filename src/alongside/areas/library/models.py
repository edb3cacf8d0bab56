"""The library of ideas, starter ones and a clinic's own, and the words that a clinic uses with families."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from alongside.areas.people.models import Clinic, Person


class Strategy(models.Model):
    """One idea. Without a clinic it is a starter idea that came with the product.

    An idea is retired, never removed: plans that use it keep their words. Shapes of the JSON columns are those of
    the data files (``data/strategies``). ``adapted_from`` is the starter idea that a clinic's copy changes.
    """

    uuid = models.UUIDField(unique=True)
    code = models.CharField(max_length=20, unique=True)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", null=True)
    name = models.CharField(max_length=120)
    routine = models.CharField(max_length=40)
    also = models.JSONField(default=list)
    domain = models.CharField(max_length=40)
    also_domains = models.JSONField(default=list)
    summary = models.CharField(max_length=300)
    words_that_help = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField()
    set_up_minutes = models.PositiveSmallIntegerField(default=0)
    mess = models.PositiveSmallIntegerField(default=0)
    noise = models.PositiveSmallIntegerField(default=0)
    attention = models.CharField(max_length=6, default="full")
    people = models.JSONField(default=list)
    leads = models.CharField(max_length=5, default="adult")
    position = models.JSONField(default=list)
    frequency = models.JSONField()
    steps = models.JSONField()
    easier = models.JSONField()
    harder = models.JSONField()
    materials = models.JSONField()
    skills = models.JSONField()
    tasks = models.JSONField(default=list)
    age_from = models.PositiveSmallIntegerField()
    age_to = models.PositiveSmallIntegerField()
    safety = models.JSONField()
    supervision = models.JSONField()
    evidence = models.JSONField()
    notice = models.CharField(max_length=300, blank=True)
    sensory = models.JSONField()
    setting = models.JSONField()
    tags = models.JSONField(default=list)
    language = models.CharField(max_length=12, default="en-gb")
    version = models.PositiveSmallIntegerField(default=1)
    adapted_from = models.ForeignKey("self", models.PROTECT, related_name="+", null=True)
    from_family = models.BooleanField(default=False)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField(null=True)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["routine"], name="strategy_routine")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(minutes__lte=120), name="strategy_minutes"),
            models.CheckConstraint(condition=Q(age_to__gte=F("age_from")), name="strategy_ages_in_order"),
            models.CheckConstraint(condition=Q(version__gte=1), name="strategy_version"),
            models.CheckConstraint(
                condition=Q(adapted_from=None) | Q(clinic__isnull=False), name="strategy_copy_has_a_clinic"
            ),
            models.CheckConstraint(
                condition=Q(clinic=None) | Q(by__isnull=False, at__isnull=False),
                name="strategy_written_by_somebody",
            ),
        ]


class StrategyVersion(models.Model):
    """An earlier wording: everything the idea said until it was changed. ``by`` nobody: a new release changed it."""

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    kept = models.JSONField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    until = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["strategy", "number"], name="strategyversion_once"),
        ]


class StrategyWords(models.Model):
    """An idea's words in another language, written by a clinic. Replaced ones are ended, never removed."""

    uuid = models.UUIDField(unique=True)
    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="+")
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    language = models.CharField(max_length=12)
    words = models.JSONField()
    of_version = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["strategy", "clinic", "language"],
                condition=Q(ended_at=None),
                name="strategywords_once",
            ),
        ]


class FamilyIdea(models.Model):
    """A family's own idea, given to the clinic's library by a carer, with every name taken out.

    ``placement`` names where it stands in that family's plan, so that the carer can take the word back; nothing here
    says whose child it is. ``strategy`` is the idea that was made of it.
    """

    uuid = models.UUIDField(unique=True)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    placement = models.UUIDField(unique=True)
    title = models.CharField(max_length=120)
    words = models.CharField(max_length=300)
    words_that_help = models.CharField(max_length=300, blank=True)
    routine = models.CharField(max_length=40)
    minutes = models.PositiveSmallIntegerField()
    allowed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    allowed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="+", null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("allowed_at")), name="familyidea_ends_later"
            ),
        ]


class LibraryStamp(models.Model):
    """One row that every write of the library moves, so that what was worked out from it is known to be old."""

    stamp = models.UUIDField()

    class Meta:
        default_permissions = ()


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
