"""Placements and what changed in them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from alongside.adapters.media import MediaKind
from alongside.areas.circle.models import Child, Home
from alongside.areas.circle.values import Voice
from alongside.areas.people.models import Person
from alongside.areas.programme.values import PlacementState, What, Whose, Wish, WishKind

_VOICES = [(voice.value, voice.value) for voice in Voice]


class Placement(models.Model):
    """An idea placed into one routine of a child's day, in words of its own: the library may change, this stays.

    ``live_since`` is set while the idea is on the phone. ``safety`` holds the codes of an idea that did not come
    from the library. ``baseline``: at first it only looks at how things go now, before anything changes.
    ``override_facts`` are the facts that were known when the therapist wrote why.

    ``home`` is set when the idea belongs to one of the child's homes alone; ``days`` (0 is Monday) when it has its own
    days. ``given`` is the idea as the library said it on that day: it does not change under the family. The family may
    move between ``grade_least`` and ``grade_most``. ``planned`` holds why the planner chose it, ``rests_because`` the
    safety codes that put it to rest.
    """

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    # These three are named from outside by what they are known as there, so no table of theirs is read here.
    strategy = models.ForeignKey(
        "library.Strategy", models.PROTECT, related_name="+", to_field="code", null=True
    )
    goal = models.ForeignKey("goals.Goal", models.PROTECT, related_name="+", to_field="uuid", null=True)
    finding = models.ForeignKey(
        "evaluation.Finding", models.PROTECT, related_name="+", to_field="uuid", null=True
    )
    routine = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    family_words = models.CharField(max_length=300)
    words_that_help = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField()
    grade = models.SmallIntegerField(default=0)
    grade_words = models.CharField(max_length=300, blank=True)
    safety = models.JSONField(default=list)
    baseline = models.BooleanField(default=False)
    home = models.ForeignKey(Home, models.PROTECT, related_name="+", null=True)
    days = models.JSONField(default=list)
    given = models.JSONField(default=dict)
    grade_least = models.SmallIntegerField(null=True)
    grade_most = models.SmallIntegerField(null=True)
    our_part = models.CharField(max_length=300, blank=True)
    your_part = models.CharField(max_length=300, blank=True)
    notice = models.CharField(max_length=300, blank=True)
    planned = models.JSONField(default=dict)
    rests_because = models.JSONField(default=list)
    whose = models.CharField(max_length=9, choices=[(whose.value, whose.value) for whose in Whose])
    state = models.CharField(max_length=7, choices=[(state.value, state.value) for state in PlacementState])
    proposed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    shared_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    shared_at = models.DateTimeField(null=True)
    live_since = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    agreed_at = models.DateTimeField(null=True)
    confidence = models.PositiveSmallIntegerField(null=True)
    not_yet_words = models.CharField(max_length=300, blank=True)
    not_yet_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    override_words = models.CharField(max_length=300, blank=True)
    override_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    override_at = models.DateTimeField(null=True)
    override_codes = models.JSONField(default=list)
    override_facts = models.JSONField(default=list)
    swap_words = models.CharField(max_length=300, blank=True)
    swap_instead = models.CharField(max_length=20, blank=True)
    swap_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    swap_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "state"], name="placement_child_state")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in PlacementState]), name="placement_state_known"
            ),
            models.CheckConstraint(condition=Q(minutes__lte=120), name="placement_minutes"),
            models.CheckConstraint(
                condition=Q(confidence=None) | Q(confidence__lte=10), name="placement_confidence"
            ),
            models.CheckConstraint(
                condition=Q(state="SHARED", live_since__isnull=False, shared_at__isnull=False)
                | (~Q(state="SHARED") & Q(live_since=None)),
                name="placement_live_while_shared",
            ),
            models.CheckConstraint(
                condition=Q(state="ENDED", ended_at__isnull=False) | (~Q(state="ENDED") & Q(ended_at=None)),
                name="placement_ended_whole",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by=None, agreed_at=None)
                | Q(agreed_by__isnull=False, agreed_at__isnull=False),
                name="placement_agreed_whole",
            ),
            models.CheckConstraint(
                condition=Q(override_by=None, override_at=None, override_words="")
                | (Q(override_by__isnull=False, override_at__isnull=False) & ~Q(override_words="")),
                name="placement_override_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(not_yet_by=None, not_yet_words="")
                | (Q(not_yet_by__isnull=False) & ~Q(not_yet_words="")),
                name="placement_not_yet_whole",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("proposed_at")), name="placement_ends_later"
            ),
        ]


class PlacementAnswer(models.Model):
    """What one carer said to an idea as it is: how sure they feel (0 to 10), what would help, a question."""

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="answers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    yes = models.BooleanField(default=False)
    confidence = models.PositiveSmallIntegerField(null=True)
    wish = models.CharField(max_length=7, choices=[(wish.value, wish.value) for wish in Wish], blank=True)
    question = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(confidence=None) | Q(confidence__lte=10), name="placement_answer_confidence"
            ),
            models.UniqueConstraint(
                fields=["placement", "person"], condition=Q(replaced_at=None), name="placement_answer_once"
            ),
        ]


class PlanWish(models.Model):
    """A yes or a no that the next plan keeps to: this idea, in this home or routine when named."""

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    strategy = models.ForeignKey("library.Strategy", models.PROTECT, related_name="+", to_field="code")
    kind = models.CharField(max_length=4, choices=[(kind.value, kind.value) for kind in WishKind])
    home = models.ForeignKey(Home, models.PROTECT, related_name="+", null=True)
    routine = models.CharField(max_length=40, blank=True)
    words = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=_VOICES)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "ended_at"], name="planwish_child")]


class PlacementPicture(models.Model):
    """A picture or clip of this child doing this idea. ``words`` say what is seen, for whoever does not see it.

    ``file`` is a name in the media folder; the file is gone once ``removed_at`` is set.
    """

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=7, choices=[(kind.value, kind.value) for kind in MediaKind])
    words = models.CharField(max_length=300)
    file = models.CharField(max_length=40, unique=True)
    size = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=_VOICES)
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "removed_at"], name="placementpicture_child")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="placement_picture_has_words"),
        ]


class PlacementChange(models.Model):
    """One dated change: what it was before, what it is since, who made it, and the message it answers."""

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="+")
    what = models.CharField(max_length=17, choices=[(what.value, what.value) for what in What])
    words = models.CharField(max_length=300, blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=_VOICES)
    at = models.DateTimeField()
    because_message = models.UUIDField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "-at"], name="placementchange_child_at")]
