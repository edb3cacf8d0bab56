"""Goals that two sides write: every version is kept, both yeses are rows, and steps are proposed and answered."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.circle.models import Child
from alongside.areas.circle.values import Voice
from alongside.areas.evaluation.models import Finding
from alongside.areas.goals.values import GoalState, Rater, RatingKind, Side, StepState
from alongside.areas.people.models import Clinic, Person
from alongside.areas.story.models import Priority
from alongside.core.attainment import Convention, Level, LightAnswer

_SIDES = [(side.value, side.value) for side in Side]
_RATERS = [(rater.value, rater.value) for rater in Rater]
_LEVELS = [level.value for level in Level]


class Goal(models.Model):
    """A goal of a child: what it comes from and where it stands. Its words are in its versions."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    priority = models.ForeignKey(Priority, models.PROTECT, related_name="+", null=True)
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="+", null=True)
    state = models.CharField(max_length=7, choices=[(state.value, state.value) for state in GoalState])
    created_at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_words = models.CharField(max_length=300, blank=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="CLOSED", closed_at__isnull=False)
                | (~Q(state="CLOSED") & Q(closed_at=None)),
                name="goal_closed_whole",
            )
        ]


class GoalVersion(models.Model):
    """One wording of a goal. Never changed; a change is the next version."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    uuid = models.UUIDField(unique=True)
    title = models.CharField(max_length=120)
    who = models.CharField(max_length=60)
    does = models.CharField(max_length=120)
    where_when = models.CharField(max_length=120)
    with_help = models.CharField(max_length=120)
    how_often = models.CharField(max_length=120)
    by_when = models.DateField()
    family_words = models.TextField(blank=True)
    hardest = models.JSONField(default=list)
    step_1 = models.CharField(max_length=300)
    step_2 = models.CharField(max_length=300)
    step_3 = models.CharField(max_length=300)
    step_4 = models.CharField(max_length=300)
    step_5 = models.CharField(max_length=300)
    harder = models.CharField(max_length=300, blank=True)
    scored_by = models.CharField(max_length=9, choices=_RATERS, blank=True)
    scored_from = models.CharField(max_length=120, blank=True)
    convention = models.CharField(max_length=15, choices=[(one.value, one.value) for one in Convention])
    matters = models.PositiveSmallIntegerField(null=True)
    hopeful = models.PositiveSmallIntegerField(null=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=[(voice.value, voice.value) for voice in Voice])
    written_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["goal", "number"], name="goal_version_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="goal_version_from_one"),
            models.CheckConstraint(
                condition=Q(matters=None) | Q(matters__gte=1, matters__lte=3), name="goal_matters_1_to_3"
            ),
            models.CheckConstraint(
                condition=Q(hopeful=None) | Q(hopeful__gte=1, hopeful__lte=3), name="goal_hopeful_1_to_3"
            ),
        ]


class Agreement(models.Model):
    """One side's yes to one version. At the same screen, ``recorded_by`` is the therapist who held it."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    version = models.ForeignKey(GoalVersion, models.PROTECT, related_name="agreements")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    side = models.CharField(max_length=9, choices=_SIDES)
    same_screen = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "side"], name="agreement_one_a_side"),
            # Nobody can be both sides of one agreement.
            models.UniqueConstraint(fields=["version", "person"], name="agreement_one_a_person"),
        ]


class StepProposal(models.Model):
    """A step that one side thinks is reached, and the other side's answer. One waits at a time."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="proposals")
    version = models.ForeignKey(GoalVersion, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    level = models.DecimalField(max_digits=2, decimal_places=1)
    side = models.CharField(max_length=9, choices=_SIDES)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    words = models.CharField(max_length=300, blank=True)
    proposed_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=[(state.value, state.value) for state in StepState])
    answered_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)
    answer_words = models.CharField(max_length=300, blank=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["goal"], condition=Q(state="PROPOSED"), name="step_proposal_one_waiting"
            ),
            models.CheckConstraint(condition=Q(level__in=_LEVELS), name="step_proposal_level"),
            models.CheckConstraint(
                condition=Q(state="PROPOSED", answered_at=None) | ~Q(state="PROPOSED"),
                name="step_proposal_answered_later",
            ),
        ]


class Rating(models.Model):
    """Where one person saw the child on one day, on the steps of one version. Never changed; the newest counts.

    ``side`` is who wrote it down, ``rater`` whose view it is: a teacher's or the child's is written down by either
    side. ``answer`` is kept when a plain answer was given instead of a step.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="ratings")
    version = models.ForeignKey(GoalVersion, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in RatingKind])
    level = models.DecimalField(max_digits=2, decimal_places=1)
    answer = models.CharField(
        max_length=11, choices=[(one.value, one.value) for one in LightAnswer], blank=True
    )
    side = models.CharField(max_length=9, choices=_SIDES)
    rater = models.CharField(max_length=9, choices=_RATERS)
    rater_name = models.CharField(max_length=60, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    about_on = models.DateField()
    words = models.CharField(max_length=300, blank=True)
    rated_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version"], condition=Q(kind="BASELINE"), name="rating_one_baseline_a_version"
            ),
            models.CheckConstraint(condition=Q(level__in=_LEVELS), name="rating_level"),
            models.CheckConstraint(
                condition=~Q(rater="PARENT", side="THERAPIST", kind="REVIEW")
                & ~Q(rater="THERAPIST", side="FAMILY"),
                name="rating_of_ones_own_side",
            ),
        ]


class GoalWeighing(models.Model):
    """That a child's goals are weighed from a day on, or no longer. ``weights`` are by the uuid of the goal.

    Weights are those of the family's ranking on that day and do not move with it; the newest row holds.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    weighed = models.BooleanField()
    weights = models.JSONField(default=dict)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class BankGoal(models.Model):
    """A goal that the clinic uses again, without anybody's name. It does not say which child it came from."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    title = models.CharField(max_length=120)
    does = models.CharField(max_length=120)
    where_when = models.CharField(max_length=120)
    with_help = models.CharField(max_length=120)
    how_often = models.CharField(max_length=120)
    step_1 = models.CharField(max_length=300)
    step_2 = models.CharField(max_length=300)
    step_3 = models.CharField(max_length=300)
    step_4 = models.CharField(max_length=300)
    step_5 = models.CharField(max_length=300)
    harder = models.CharField(max_length=300, blank=True)
    scored_by = models.CharField(max_length=9, choices=_RATERS, blank=True)
    scored_from = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["clinic", "title"], name="bank_goal_by_title")]
