"""Reports: drafts, then sealed to the letter, with dated additions and the family's words beside them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from alongside.areas.circle.models import Child
from alongside.areas.people.models import Person
from alongside.areas.review.values.reports import ReportKind, ReportState

_DIGEST = 64  # SHA-256 in hexadecimal signs
_KINDS = [(kind.value, kind.value) for kind in ReportKind]
_STATES = [(state.value, state.value) for state in ReportState]


class Report(models.Model):
    """What a therapist reports about a stretch of work.

    Signed, ``content`` holds everything it says as canonical JSON, kept as text so that the sealed letters stay the
    same on every engine, and ``digest`` seals it.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=10, choices=_KINDS)
    state = models.CharField(max_length=6, choices=_STATES)
    from_on = models.DateField()
    until_on = models.DateField()
    words = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    quotes = models.JSONField(default=list)
    scores = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    content = models.TextField(default="")
    digest = models.CharField(max_length=_DIGEST, default="")
    shared_at = models.DateTimeField(null=True)
    shared_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "-started_at"], name="review_report_newest")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["child", "kind"],
                condition=Q(state=ReportState.DRAFT.value),
                name="review_report_one_draft",
            ),
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="review_report_period"),
            models.CheckConstraint(
                condition=Q(
                    state="DRAFT", signed_at=None, shared_at=None, closed_at=None, digest="", content=""
                )
                | (Q(state="SIGNED", signed_at__isnull=False) & ~Q(digest="") & ~Q(content="")),
                name="review_report_signed_whole",
            ),
            models.CheckConstraint(
                condition=Q(shared_at=None, shared_by=None)
                | Q(shared_at__isnull=False, shared_by__isnull=False),
                name="review_report_shared_whole",
            ),
        ]


class ReportAddendum(models.Model):
    """A dated addition to a signed report, which itself stays as it was signed."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    words = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(words=""), name="review_addendum_says")]


class ReportComment(models.Model):
    """One carer's words beside a report: kept apart from what was signed, under a seal of their own."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    words = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9)
    first_at = models.DateTimeField()
    at = models.DateTimeField()
    digest = models.CharField(max_length=_DIGEST)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "by"], name="review_comment_one_a_carer"),
            models.CheckConstraint(condition=~Q(words="") & ~Q(digest=""), name="review_comment_sealed"),
        ]
