"""A stretch of time that a family and their therapist look back on, both views of it, and what they decide."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from alongside.areas.appointments.models import Visit
from alongside.areas.circle.models import Child
from alongside.areas.circle.values import Voice
from alongside.areas.conversation.models import Thread
from alongside.areas.goals.models import Goal, GoalVersion
from alongside.areas.goals.values import Side
from alongside.areas.people.models import Person
from alongside.areas.review.values.cycle import Ahead, Decided, Ending

_VOICES = [(voice.value, voice.value) for voice in Voice]
_SIDES = [(side.value, side.value) for side in Side]
_STATES = [(state.value, state.value) for state in Decided]
_LIVE = Q(state__in=[Decided.PROPOSED.value, Decided.AGREED.value])


class Cycle(models.Model):
    """One look back. It tells of the days from ``from_on``; ``planned_on`` is a day to meet, never a deadline.

    It is prepared until ``held_on`` is set, and then decided on until it is closed.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    number = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    planned_on = models.DateField()
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="+")
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    held_on = models.DateField(null=True)
    held_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    held_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["child", "number"], name="review_cycle_number"),
            models.UniqueConstraint(
                fields=["child"], condition=Q(closed_at=None), name="review_cycle_one_open"
            ),
            models.CheckConstraint(
                condition=Q(planned_on__gte=F("from_on")), name="review_cycle_planned_after_start"
            ),
            models.CheckConstraint(
                condition=Q(held_on=None, held_by=None, held_at=None)
                | Q(held_on__gte=F("from_on"), held_by__isnull=False, held_at__isnull=False),
                name="review_cycle_held_whole",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False, held_at__isnull=False),
                name="review_cycle_closed_whole",
            ),
        ]


class Move(models.Model):
    """The day was moved, by whom, and in a word why."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="moves")
    uuid = models.UUIDField(unique=True)
    was_on = models.DateField()
    to_on = models.DateField()
    words = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=_VOICES)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(words=""), name="review_move_says_why")]


class Told(models.Model):
    """The few questions, each of which may be empty, and what the child says about it."""

    went_well = models.TextField(blank=True)
    was_hard = models.TextField(blank=True)
    matters_now = models.TextField(blank=True)
    would_ask = models.TextField(blank=True)
    child_words = models.TextField(blank=True)

    class Meta:
        abstract = True


class View(Told):
    """What one person is writing for a look back. Only this person ever reads it."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="views")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "person"], name="review_view_one_a_person")
        ]


class Showing(Told):
    """What one person showed, word for word as it was then. A later one follows it.

    A family's words go to the therapist, and to the other carers only with ``to_all``.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="showings")
    uuid = models.UUIDField(unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=_VOICES)
    to_all = models.BooleanField()
    shown_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(went_well="", was_hard="", matters_now="", would_ask="", child_words=""),
                name="review_showing_says_something",
            )
        ]


class Decision(models.Model):
    """Proposed by one side, answered by the other. Two views are kept beside each other, with their thread."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    words = models.CharField(max_length=300, blank=True)
    side = models.CharField(max_length=9, choices=_SIDES)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=_STATES)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answer_words = models.CharField(max_length=300, blank=True)
    thread = models.ForeignKey(Thread, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class GoalDecision(Decision):
    """What becomes of one goal. ``version`` is the wording that was looked at."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="goal_decisions")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="+")
    version = models.ForeignKey(GoalVersion, models.PROTECT, related_name="+")
    ending = models.CharField(max_length=7, choices=[(one.value, one.value) for one in Ending])
    other_ending = models.CharField(
        max_length=7, choices=[(one.value, one.value) for one in Ending], blank=True
    )

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["cycle", "goal"], condition=_LIVE, name="review_goal_decided_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["PROPOSED", "WITHDRAWN"], answered_by=None, answered_at=None)
                | Q(state__in=["AGREED", "DIFFERENT"], answered_by__isnull=False, answered_at__isnull=False),
                name="review_goal_answered_whole",
            ),
        ]


class PlanDecision(Decision):
    """What becomes of the whole plan. ``check_in_on`` is the day of the one check-in."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="plan_decisions")
    ahead = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Ahead])
    other_ahead = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Ahead], blank=True
    )
    check_in_on = models.DateField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle"], condition=_LIVE, name="review_plan_decided_once"),
            models.CheckConstraint(
                condition=Q(ahead="CHECK_IN", check_in_on__isnull=False)
                | (~Q(ahead="CHECK_IN") & Q(check_in_on=None)),
                name="review_plan_check_in_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["PROPOSED", "WITHDRAWN"], answered_by=None, answered_at=None)
                | Q(state__in=["AGREED", "DIFFERENT"], answered_by__isnull=False, answered_at__isnull=False),
                name="review_plan_answered_whole",
            ),
        ]
