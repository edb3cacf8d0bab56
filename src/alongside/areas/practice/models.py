"""Entries from home, what got in the way, what people noticed, how the plan feels, and quick counts."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.circle.models import Child
from alongside.areas.circle.values import Voice
from alongside.areas.people.models import Person
from alongside.areas.practice.values import Offer, SeenBy
from alongside.areas.programme.models import Placement
from alongside.core.barriers import Barrier, Days
from alongside.core.evidence import LEAST_BASELINE, Scale
from alongside.core.moments import Felt, Fit, Help, Kind
from alongside.core.progress import Every
from alongside.core.pulse import MOST, Question
from alongside.core.routines import Part


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


class EntryBarrier(models.Model):
    """What got in the way on a day without, in one word of the list. ``routine`` is where the idea stood then."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+", db_index=False)
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="barriers")
    code = models.CharField(max_length=10, choices=[(code.value, code.value) for code in Barrier])
    words = models.CharField(max_length=300, blank=True)
    routine = models.CharField(max_length=40)
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "-at"], name="entry_barrier_child_at")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["entry", "code"], condition=Q(replaced_at=None), name="entry_barrier_once"
            ),
            models.CheckConstraint(
                condition=Q(code__in=[code.value for code in Barrier]), name="entry_barrier_known"
            ),
            models.CheckConstraint(condition=Q(code="OTHER") | Q(words=""), name="entry_barrier_words"),
        ]


class PatternMended(models.Model):
    """The therapist changed something about a pattern: what was told before no longer counts towards it."""

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=[(part.value, part.value) for part in Part])
    days = models.CharField(max_length=11, choices=[(days.value, days.value) for days in Days])
    barrier = models.CharField(max_length=10, choices=[(code.value, code.value) for code in Barrier])
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class Pulse(models.Model):
    """What one grown-up answered in the week from Monday ``week``; without a value they let it pass.

    ``offer`` is what they chose when two answers had fallen: "" until they chose.
    """

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    week = models.DateField()
    question = models.CharField(max_length=5, choices=[(one.value, one.value) for one in Question])
    value = models.PositiveSmallIntegerField(null=True)
    at = models.DateTimeField()
    offer = models.CharField(max_length=7, choices=[(one.value, one.value) for one in Offer], blank=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["child", "person", "week"], name="pulse_once_a_week"),
            models.CheckConstraint(
                condition=Q(value=None)
                | Q(question="HEAVY", value__lte=MOST[Question.HEAVY])
                | Q(question="SURE", value__lte=MOST[Question.SURE]),
                name="pulse_value_of_its_question",
            ),
        ]


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


class ProbePlan(models.Model):
    """How one goal is counted: what, how often, by design with days before the idea starts. One a goal at a time.

    ``starts`` is the number of days on which the idea could start; from two on ``seed`` drew ``idea_starts_on``, once.
    """

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    goal = models.ForeignKey("goals.Goal", models.PROTECT, related_name="+", to_field="uuid")
    name = models.CharField(max_length=40)
    what = models.CharField(max_length=120)
    unit = models.CharField(max_length=40, blank=True)
    scale = models.CharField(max_length=7, choices=[(scale.value, scale.value) for scale in Scale])
    every = models.CharField(max_length=4, choices=[(every.value, every.value) for every in Every])
    more_is_better = models.BooleanField()
    most = models.PositiveSmallIntegerField()
    hoped = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    baseline = models.PositiveSmallIntegerField()
    starts = models.PositiveSmallIntegerField()
    seed = models.BigIntegerField()
    idea_starts_on = models.DateField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["goal"], condition=Q(ended_at=None), name="probe_plan_one_open"),
            models.CheckConstraint(
                condition=Q(scale__in=[scale.value for scale in Scale]), name="probe_plan_scale_known"
            ),
            models.CheckConstraint(
                condition=Q(every__in=[every.value for every in Every]), name="probe_plan_every_known"
            ),
            models.CheckConstraint(
                condition=Q(most__gte=1, hoped__gte=0, hoped__lte=models.F("most")), name="probe_plan_hoped"
            ),
            models.CheckConstraint(
                condition=Q(baseline__gte=LEAST_BASELINE, starts__gte=1), name="probe_plan_baseline"
            ),
        ]


class ProbeCollector(models.Model):
    """Somebody who was asked to count, and since when they do. A no, or stopping, is an end and no reason."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    plan = models.ForeignKey(ProbePlan, models.PROTECT, related_name="collectors")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "person"], condition=Q(ended_at=None), name="probe_collector_once"
            )
        ]


class Probe(models.Model):
    """One count about one day: ``value`` of ``of``. A day without one is missing, never zero."""

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+", db_index=False)
    plan = models.ForeignKey(ProbePlan, models.PROTECT, related_name="probes")
    on = models.DateField()
    value = models.PositiveSmallIntegerField()
    of = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=[(voice.value, voice.value) for voice in Voice])
    arrived_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "-on"], name="probe_child_on")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(of__gte=1, value__gte=0, value__lte=models.F("of")), name="probe_value_of"
            )
        ]


class ProbeChange(models.Model):
    """What a count said before somebody corrected it or took it back. Never changed."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    probe = models.ForeignKey(Probe, models.PROTECT, related_name="+")
    before = models.JSONField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
